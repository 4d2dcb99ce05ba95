/** What a page shows as canonical values. */
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
import { countsYuan } from './counts-yuan.ts';
import type { FieldRecord } from './field-record.ts';

const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;

/** A date whose year comes last, day first unless it or the control's hint says otherwise. */
function yearFirst(written: string, { placeholder }: FieldRecord): string {
  return written.replace(yearLast, (_all, a: string, _sign, b: string, year: string) =>
    (Number(b) > 12 || (Number(a) <= 12 && /m\W*d/i.test(placeholder))
      ? [year, a, b]
      : [year, b, a]
    ).join('-'),
  );
}

/**
 * What stands in a control, several options joined by `;`, as a canonical value. A text stays as it is
 * typed, since the platform gets its blanks too.
 */
export function toCanonical(field: Field, written: string, record: FieldRecord): string {
  if (written.trim() === '') return '';
  if (field.type === 'text') return written;
  const isPlainYuan = field.type === 'amount' && /^[\d.,\s]+$/.test(written) && countsYuan(record);
  if (field.type === 'date') return canonicalize(field, yearFirst(written.trim(), record));
  return canonicalize(field, isPlainYuan ? `${written.trim()}元` : written);
}
