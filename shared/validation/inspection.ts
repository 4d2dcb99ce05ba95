/** One record under inspection: what rules read, and where they report. */
import { isVisible } from '../identifiers/fold.ts';
import type { Field, FieldId, Standard, SubjectCategory } from '../standards/index.ts';
import { displayValue, fieldOf, subjectCategories } from '../standards/index.ts';
import type { CheckContext, CheckedValues, SealedValue } from './context.ts';
import type { Finding, Fix } from './finding.ts';
import { defaultLevel, scopeOf } from './levels.ts';
import type { RuleCode } from './levels.ts';

/** A rule on the record as a whole. */
export type RecordRule = (record: Inspection) => void;

/** A rule on the value of one field; called with values that are not blank, where the subject may fill the field. */
export type FieldRule = (record: Inspection, value: string) => void;

/** The fields of a standard, and the order in which findings are given. */
export interface FieldTable {
  readonly fields: ReadonlyMap<FieldId, Field>;
  readonly places: ReadonlyMap<FieldId, number>;
}

export function fieldTableOf({ fields }: Standard): FieldTable {
  return {
    fields: new Map(fields.map((field) => [field.id, field])),
    places: new Map(fields.map(({ id }, i) => [id, i])),
  };
}

/** A record while rules look at it. */
export interface Inspection {
  readonly context: CheckContext;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** `null` while none is chosen, or none that the standard knows. */
  readonly category: SubjectCategory | null;
  /** The field of the standard, or `undefined` where it does not have it. */
  field(id: FieldId): Field | undefined;
  /** The value as it stands, or `''` where the field is blank or sealed. */
  value(id: FieldId): string;
  /** What is known of a sealed value; `null` where the value is not sealed. */
  sealed(id: FieldId): SealedValue['sealed'] | null;
  /** The field's label in quotation marks, as messages name it. */
  name(id: FieldId): string;
  /** A fix that gives one field a new value; its label shows the value unless it identifies a person. */
  change(id: FieldId, value: string): Fix;
  /**
   * Reports a finding; the first field is the one that the clerk is led to. In the message `%1`, `%2` … stand
   * for the names of the fields.
   */
  report(
    code: RuleCode,
    fields: readonly [FieldId, ...FieldId[]],
    message: string,
    fix?: Fix | null,
    alternatives?: readonly Fix[],
  ): void;
  /** Whether something was reported that leads to a field. */
  hasReported(id: FieldId): boolean;
  /** What was reported, in the order of the standard's fields. */
  findings(): readonly Finding[];
}

/** Begins to inspect a record. */
export function inspectionOf(
  values: CheckedValues,
  { fields, places }: FieldTable,
  context: CheckContext,
): Inspection {
  const found: Finding[] = [];
  const field = (id: FieldId): Field | undefined => fields.get(id);
  const name = (id: FieldId): string => `“${(field(id) ?? fieldOf('licence', id))?.label ?? id}”`;
  return {
    context,
    today: context.today,
    category: subjectCategories.find((each) => each === values.subjectCategory) ?? null,
    field,
    value(id) {
      const value = values[id];
      return typeof value === 'string' && isVisible(value) ? value : '';
    },
    sealed(id) {
      const value = values[id];
      return typeof value === 'object' ? value.sealed : null;
    },
    name,
    change(id, value) {
      const of = field(id);
      const shown = of && of.sensitive !== true ? displayValue(of, value) : null;
      const label =
        value === '' ? `清空${name(id)}` : shown === null ? '改为规范写法' : `改为 ${shown}`;
      return { label, changes: { [id]: value } };
    },
    report(code, of, message, fix, alternatives) {
      found.push({
        code,
        level: context.levels?.[code] ?? defaultLevel(code),
        fields: of,
        message: message.replace(/%(\d)/g, (_, n: string) => name(of[Number(n) - 1] ?? of[0])),
        basis: scopeOf(code),
        ...(fix ? { fix } : {}),
        ...(alternatives?.length ? { alternatives } : {}),
      });
    },
    hasReported: (id) => found.some(({ fields: [first] }) => first === id),
    findings() {
      const place = ({ fields: [first] }: Finding): number => places.get(first) ?? 0;
      return found.sort((a, b) => place(a) - place(b));
    },
  };
}
