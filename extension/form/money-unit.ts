/** The unit of money that a page counts in. */
import type { FieldRecord } from './field-record.ts';

const yuan = /(^|[\s(（:：/-]|人民币|单位)(?<!万\s*)元([\s)）/]|$)/;
const unit = /^(人民币)?([百千万亿]*元|万)$/;

/** Whether words are those of a choice between units (元, 万元), which says what the number before it counts. */
export const areUnits = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => unit.test(word));

/**
 * Whether the page counts an amount in yuan (元), where the standard counts in ten thousand (万元).
 *
 * @param chosen the unit that is chosen beside it; `''` where none is, so that what stands around it tells.
 */
export function countsYuan(record: FieldRecord, chosen = ''): boolean {
  if (chosen !== '') return !chosen.includes('万');
  const hints = [...record.labels.map(({ text }) => text), record.placeholder];
  return hints.some((hint) => yuan.test(hint));
}
