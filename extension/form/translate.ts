/** What a page shows as canonical values. */
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
import { unnumbered } from '../widgets/options.ts';
import { countsYuan } from './money-unit.ts';
import type { FieldRecord } from './field-record.ts';
import { yearFirst } from './year-first.ts';

/**
 * What stands in a control, several options joined by `;`, as a canonical value. A text stays as it is
 * typed, since the platform gets its blanks too.
 *
 * @param order what was learned of the control, see `orderShown`.
 * @param unit the unit of money that is chosen beside it.
 */
export function toCanonical(
  field: Field,
  written: string,
  record: FieldRecord,
  order = record.dateOrder,
  unit = '',
): string {
  let text = written.trim();
  if (text === '') return '';
  if (field.type === 'text') return written;
  if (field.choices) text = text.split(';').map(unnumbered).join(';');
  if (field.type === 'date') text = yearFirst(text, order);
  if (field.type === 'amount') {
    // Whatever sign stands before a number, what the control counts is said by its label.
    text = text.replace(/^[¥￥]\s*/, '');
    if (/^[\d.,\s]+$/.test(text) && countsYuan(record, unit)) text += '元';
  }
  return canonicalize(field, text);
}
