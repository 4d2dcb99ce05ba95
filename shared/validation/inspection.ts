/** One record under inspection: what rules read, and where they report. */
import { trimmed } from '../identifiers/fold.ts';
import type { FieldId, RecordKind, RecordValues, SubjectCategory } from '../standards/index.ts';
import { displayValue, fieldOf, standards, subjectCategories } from '../standards/index.ts';
import type { Finding, Fix } from './finding.ts';
import { levels } from './levels.ts';
import type { RuleCode } from './levels.ts';

/** A rule on the record as a whole. */
export type RecordRule = (record: Inspection) => void;

/** A rule on the value of one field; called with values that are not blank, where the subject may fill the field. */
export type FieldRule = (record: Inspection, value: string) => void;

const order: Readonly<Record<RecordKind, ReadonlyMap<FieldId, number>>> = {
  licence: new Map(standards.licence.fields.map(({ id }, i) => [id, i])),
  penalty: new Map(standards.penalty.fields.map(({ id }, i) => [id, i])),
};

/** A record while rules look at it. */
export interface Inspection {
  readonly kind: RecordKind;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** `null` while none is chosen, or none that the standard knows. */
  readonly category: SubjectCategory | null;
  /** The value as it stands, or `''` where the field is blank. */
  value(id: FieldId): string;
  /** The field's label in quotation marks, as messages name it. */
  name(id: FieldId): string;
  /** A fix that gives one field a new value; its label shows the value unless it identifies a person. */
  change(id: FieldId, value: string): Fix;
  /** Reports a finding; the first field is the one that the clerk is led to. */
  report(
    code: RuleCode,
    fields: readonly [FieldId, ...FieldId[]],
    message: string,
    fix?: Fix | null,
  ): void;
  /** What was reported, in the order of the standard's fields. */
  findings(): readonly Finding[];
}

/** Begins to inspect a record; see `validate` for the parameters. */
export function inspectionOf(values: RecordValues, kind: RecordKind, today: string): Inspection {
  const found: Finding[] = [];
  const name = (id: FieldId): string => `“${fieldOf(kind, id)?.label ?? id}”`;
  return {
    kind,
    today,
    category: subjectCategories.find((each) => each === values.subjectCategory) ?? null,
    value(id) {
      const value = values[id];
      return value === undefined || trimmed(value) === '' ? '' : value;
    },
    name,
    change(id, value) {
      const field = fieldOf(kind, id);
      const shown = field && field.sensitive !== true ? displayValue(field, value) : null;
      const label =
        value === '' ? `清空${name(id)}` : shown === null ? '改为规范写法' : `改为 ${shown}`;
      return { label, changes: { [id]: value } };
    },
    report(code, fields, message, fix) {
      const finding: Finding = { code, level: levels[code], fields, message, basis: 'national' };
      found.push(fix ? { ...finding, fix } : finding);
    },
    findings() {
      const place = ({ fields }: Finding): number => order[kind].get(fields[0]) ?? 0;
      return found.sort((a, b) => place(a) - place(b));
    },
  };
}
