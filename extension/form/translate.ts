/** What a page shows as canonical values. */
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
import { unnumbered } from '../widgets/options.ts';
import { countsYuan } from './counts-yuan.ts';
import type { FieldRecord } from './field-record.ts';

const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;
const secondIsDay = /^\d+\D(1[3-9]|[23]\d)/;

/** A date whose year comes last, day first unless it or the control's hint says otherwise. */
function yearFirst(written: string, { placeholder }: FieldRecord): string {
  const isMonthFirst = secondIsDay.test(written) || /m\W*d/i.test(placeholder);
  return written.replace(yearLast, isMonthFirst ? '$4-$1-$3' : '$4-$3-$1');
}

/**
 * What stands in a control, several options joined by `;`, as a canonical value. A text stays as it is
 * typed, since the platform gets its blanks too.
 */
export function toCanonical(field: Field, written: string, record: FieldRecord): string {
  let text = written.trim();
  if (text === '') return '';
  if (field.type === 'text') return written;
  if (field.choices) text = text.split(';').map(unnumbered).join(';');
  if (field.type === 'date') text = yearFirst(text, record);
  if (field.type === 'amount') {
    // Whatever sign stands before a number, what the control counts is said by its label.
    text = text.replace(/^[¥￥]\s*/, '');
    if (/^[\d.,\s]+$/.test(text) && countsYuan(record)) text += '元';
  }
  return canonicalize(field, text);
}
