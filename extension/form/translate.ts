/** What a page shows as canonical values. */
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
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
  if (written.trim() === '') return '';
  if (field.type === 'text') return written;
  // Whatever the sign before a number, what the control counts is said by its label.
  const plain = field.type === 'amount' ? written.replace(/^\s*[¥￥]/, '') : written;
  const isPlainYuan = field.type === 'amount' && /^[\d.,\s]+$/.test(plain) && countsYuan(record);
  if (field.type === 'date') return canonicalize(field, yearFirst(written.trim(), record));
  return canonicalize(field, isPlainYuan ? `${plain.trim()}元` : plain);
}
