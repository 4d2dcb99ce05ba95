/** Checking a record (核验): every rule that the record and its context suffice for. */
import { standards } from '../standards/index.ts';
import type { Field, Standard } from '../standards/index.ts';
import { characterRule } from './characters.ts';
import type { CheckContext, CheckedValues, ValidationContext } from './context.ts';
import { dateRule, inspectDates } from './dates.ts';
import { inspectDocumentNumber } from './document-number.ts';
import type { Finding } from './finding.ts';
import { identifierRule } from './identifiers.ts';
import { fieldTableOf, inspectionOf } from './inspection.ts';
import type { FieldRule, FieldTable, RecordRule } from './inspection.ts';
import { inspectMoney } from './money.ts';
import { reportabilityRule } from './not-reported.ts';
import { inspectPenaltyCategories } from './penalty-categories.ts';
import { inspectForPlatform } from './platform.ts';
import { privateDataRule } from './private-data.ts';
import { inspectPublicity } from './publicity.ts';
import { reportMissing, reportSuperfluous, requirementsOf } from './required.ts';
import { choiceRule, lengthRule } from './shape.ts';
import { inspectSubject } from './subject.ts';
import { inspectTimeliness } from './timeliness.ts';

/** What the national standard has to say of a field by itself. */
const families: readonly ((field: Field) => FieldRule | null)[] = [
  lengthRule,
  choiceRule,
  dateRule,
  identifierRule,
  characterRule,
  privateDataRule,
  reportabilityRule,
];

const recordRules: readonly RecordRule[] = [
  inspectSubject,
  inspectDocumentNumber,
  inspectDates,
  inspectTimeliness,
];

const penaltyRules: readonly RecordRule[] = [
  inspectMoney,
  inspectPenaltyCategories,
  inspectPublicity,
];

/** A standard made ready for checking, once. */
interface Checklist extends FieldTable {
  readonly rows: readonly {
    readonly field: Field;
    readonly requirements: ReturnType<typeof requirementsOf>;
    readonly rules: readonly FieldRule[];
  }[];
  readonly recordRules: readonly RecordRule[];
}

const checklists = new Map<Standard, Checklist>();

function checklistOf(standard: Standard): Checklist {
  let checklist = checklists.get(standard);
  if (!checklist) {
    checklist = {
      ...fieldTableOf(standard),
      rows: standard.fields.map((field) => ({
        field,
        requirements: requirementsOf(field),
        rules: families.map((ruleOf) => ruleOf(field)).filter((rule) => rule !== null),
      })),
      recordRules: standard.kind === 'penalty' ? [...recordRules, ...penaltyRules] : recordRules,
    };
    checklists.set(standard, checklist);
  }
  return checklist;
}

/**
 * The findings of a record by a standard, in the order of its fields; none for a record that may be sent.
 * Pure, and never throws, whatever the texts are. What only others can tell, repetitions and known pairs of
 * names and codes, `compareWithKnown` adds.
 */
export function validateBy(
  standard: Standard,
  values: CheckedValues,
  context: CheckContext,
): readonly Finding[] {
  const checklist = checklistOf(standard);
  const record = inspectionOf(values, checklist, context);
  const category = record.category ?? 'any';
  for (const { field, requirements, rules } of checklist.rows) {
    const { id } = field;
    const requirement = requirements[category];
    const stored = values[id];
    if (stored === undefined) {
      if (requirement === 'required') reportMissing(record, id);
      continue;
    }
    const value = record.value(id);
    if (value === '' && record.sealed(id) === null) {
      if (requirement === 'required') reportMissing(record, id);
    } else if (requirement === 'blank') {
      reportSuperfluous(record, id, value);
    } else if (value !== '') {
      for (const rule of rules) rule(record, value);
      if (context.platform) inspectForPlatform(record, field, value, context.platform);
    }
  }
  for (const inspect of checklist.recordRules) inspect(record);
  return record.findings();
}

/** `validateBy` the standard in force of a kind of 双公示. */
export function validate(values: CheckedValues, context: ValidationContext): readonly Finding[] {
  return validateBy(standards[context.kind], values, context);
}
