/** The unit of money that a page counts in. */
import type { FieldRecord } from './field-record.ts';

/** Whether the page counts an amount in yuan (元), where the standard counts in ten thousand (万元). */
export function countsYuan(record: FieldRecord): boolean {
  const hints = [...record.labels.map(({ text }) => text), record.placeholder];
  return hints.some((hint) => /[(（:：]\s*元\s*[)）]?/.test(hint));
}
