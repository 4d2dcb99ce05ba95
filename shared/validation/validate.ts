/** Checking a record (核验): every rule that the record itself suffices for. */
import { recordKinds, standards } from '../standards/index.ts';
import type { Field, RecordKind, RecordValues } from '../standards/index.ts';
import { characterRule } from './characters.ts';
import { dateRule, inspectDates } from './dates.ts';
import { inspectDocumentNumber } from './document-number.ts';
import type { Finding } from './finding.ts';
import { identifierRule } from './identifiers.ts';
import { inspectionOf } from './inspection.ts';
import type { FieldRule, RecordRule } from './inspection.ts';
import { inspectMoney } from './money.ts';
import { privateDataRule } from './private-data.ts';
import { reportMissing, reportSuperfluous, requirementsOf } from './required.ts';
import { choiceRule, lengthRule } from './shape.ts';
import { inspectSubject } from './subject.ts';

/** What there is to say of a field by itself. */
const families: readonly ((field: Field) => FieldRule | null)[] = [
  lengthRule,
  choiceRule,
  dateRule,
  identifierRule,
  characterRule,
  privateDataRule,
];

const recordRules: Readonly<Record<RecordKind, readonly RecordRule[]>> = {
  licence: [inspectSubject, inspectDocumentNumber, inspectDates],
  penalty: [inspectSubject, inspectDocumentNumber, inspectDates, inspectMoney],
};

const fieldRules = new Map(
  recordKinds.map((kind) => [
    kind,
    standards[kind].fields.map((field) => ({
      id: field.id,
      requirements: requirementsOf(field),
      rules: families.map((ruleOf) => ruleOf(field)).filter((rule) => rule !== null),
    })),
  ]),
);

/**
 * The findings of a record, in the order of the standard's fields; none for a record that may be sent.
 * Pure, and never throws, whatever the texts are.
 *
 * @param values canonical values (see `canonicalize`); what could not be understood stands as typed and is
 *   found.
 * @param context `today` is `YYYY-MM-DD` in Asia/Shanghai.
 */
export function validate(
  values: RecordValues,
  context: { readonly kind: RecordKind; readonly today: string },
): readonly Finding[] {
  const record = inspectionOf(values, context.kind, context.today);
  const category = record.category ?? 'any';
  for (const { id, requirements, rules } of fieldRules.get(context.kind) ?? []) {
    const requirement = requirements[category];
    const value = record.value(id);
    if (value === '') {
      if (requirement === 'required') reportMissing(record, id);
    } else if (requirement === 'blank') {
      reportSuperfluous(record, id, value);
    } else {
      for (const rule of rules) rule(record, value);
    }
  }
  for (const inspect of recordRules[context.kind]) inspect(record);
  return record.findings();
}
