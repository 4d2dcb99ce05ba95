/** What a column takes: `LEN`, characters at most; `ENUM`, words of the enumeration. */
import type { Field } from '../standards/index.ts';
import { canonicalize } from '../standards/written.ts';
import { unifiedCodes } from './field-groups.ts';
import type { FieldRule } from './inspection.ts';

/** Words of one's own after 其他-, at most 60 characters. */
const otherChoice = /^其他-[^;]{1,60}$/u;

/** The rule on the length of a field, or `null` where there is none. */
export function lengthRule(field: Field): FieldRule | null {
  const { id, maxLength } = field;
  // Codes with a length of their own are measured by the rules on identifiers.
  if (field.type !== 'text' || unifiedCodes.has(id) || id === 'organizationCode') return null;
  return (record, value) => {
    if (value.length <= maxLength) return;
    // Characters outside the basic plane are two units each, and one character to the column.
    const length = value.length <= 2 * maxLength ? Array.from(value).length : value.length;
    if (length <= maxLength) return;
    record.report('LEN', [id], `%1最多${maxLength}个字，现有${length}个字，请精简。`);
  };
}

/** The rule on the words of a field, or `null` where any will do. */
export function choiceRule(field: Field): FieldRule | null {
  if (field.type !== 'choice' && field.type !== 'choices') return null;
  const { id } = field;
  const admitted = new Set(field.choices?.map((choice) => choice.value));
  const mayDiffer = field.otherChoice === true;
  const isAdmitted = (part: string): boolean =>
    admitted.has(part) || (mayDiffer && otherChoice.test(part));
  const unknownIn = (value: string): string | undefined =>
    (field.type === 'choices' ? value.split(';') : [value]).find((part) => !isAdmitted(part));
  return (record, value) => {
    if (admitted.has(value)) return;
    const unknown = unknownIn(value);
    if (unknown === undefined) return;
    const understood = canonicalize(field, value);
    record.report(
      'ENUM',
      [id],
      mayDiffer && /^其[他它]/u.test(unknown)
        ? `%1选“其他”时请写明具体内容，如“其他-备案”。`
        : `%1里有标准以外的内容，请从列表中选择${mayDiffer ? '，列表里没有的写成“其他-具体内容”' : ''}。`,
      unknownIn(understood) === undefined ? record.change(id, understood) : null,
    );
  };
}
