/** What a page shows as canonical values. */
import type { Field } from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
import { unnumbered } from '../widgets/options.ts';
import { countsYuan } from './counts-yuan.ts';
import type { FieldRecord } from './field-record.ts';

/**
 * What stands in a control, several options joined by `;`, as a canonical value. A text stays as it is
 * typed, since the platform gets its blanks too.
 */
export function toCanonical(field: Field, written: string, record: FieldRecord): string {
  if (written.trim() === '') return '';
  if (field.type === 'text') return written;
  if (field.choices) return canonicalize(field, written.split(';').map(unnumbered).join(';'));
  const isPlainYuan = field.type === 'amount' && /^[\d.,\s]+$/.test(written) && countsYuan(record);
  return canonicalize(field, isPlainYuan ? `${written.trim()}元` : written);
}
