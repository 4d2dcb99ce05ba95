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
export class Inspection {
  readonly kind: RecordKind;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** `null` while none is chosen, or none that the standard knows. */
  readonly category: SubjectCategory | null;
  readonly #values: RecordValues;
  readonly #findings: Finding[] = [];

  constructor(values: RecordValues, kind: RecordKind, today: string) {
    this.kind = kind;
    this.today = today;
    this.#values = values;
    const category = values.subjectCategory;
    this.category = subjectCategories.find((each) => each === category) ?? null;
  }

  /** The value as it stands, or `''` where the field is blank. */
  value(id: FieldId): string {
    const value = this.#values[id];
    return value === undefined || trimmed(value) === '' ? '' : value;
  }

  /** The field's label in quotation marks, as messages name it. */
  name(id: FieldId): string {
    return `“${fieldOf(this.kind, id)?.label ?? id}”`;
  }

  /** A fix that gives one field a new value; its label shows the value unless it identifies a person. */
  change(id: FieldId, value: string): Fix {
    const field = fieldOf(this.kind, id);
    const label =
      value === ''
        ? `清空${this.name(id)}`
        : !field || field.sensitive === true
          ? '改为规范写法'
          : `改为 ${displayValue(field, value)}`;
    return { label, changes: { [id]: value } };
  }

  /** Reports a finding; the first field is the one that the clerk is led to. */
  report(
    code: RuleCode,
    fields: readonly [FieldId, ...FieldId[]],
    message: string,
    fix?: Fix | null,
  ): void {
    this.#findings.push({
      code,
      level: levels[code],
      fields,
      message,
      basis: 'national',
      ...(fix ? { fix } : {}),
    });
  }

  /** What was reported, in the order of the standard's fields. */
  findings(): readonly Finding[] {
    const places = order[this.kind];
    const place = (finding: Finding): number => places.get(finding.fields[0]) ?? 0;
    return this.#findings.sort((a, b) => place(a) - place(b));
  }
}
