/** Canonical values in a page's own words: option words, date patterns, units of money. */
import { shifted } from '@baosong/shared/standards/shifted.ts';
import { choiceOf } from '@baosong/shared/standards/choice-of.ts';
import type { Field } from '@baosong/shared/standards/field.ts';
import { countsYuan } from './money-unit.ts';
import type { FieldRecord } from './field-record.ts';

/**
 * What to put into a control: a text, in the first of several spellings that it accepts; or options,
 * each by any of the words that the page may use for it.
 */
export type PageValue =
  | { readonly kind: 'text'; readonly spellings: readonly string[] }
  | { readonly kind: 'options'; readonly options: readonly (readonly string[])[] };

/** Usual patterns of dates, the likeliest first. */
const usualPatterns = ['yyyy-mm-dd', 'yyyy/mm/dd', 'yyyy.mm.dd', 'yyyy年mm月dd日', 'yyyymmdd'];
const patternLike = /(yyyy|mm?|dd?)\W{0,3}(yyyy|mm?|dd?)\W{0,3}(yyyy|mm?|dd?)日?/i;
const dateLike = /\d{4}([^\d\s]?)\d{1,2}([^\d\s]?)\d{1,2}/;
const timeLike = /(hh?|\d{1,2}):(mm|\d\d)(:(ss|\d\d))?/i;

/**
 * The spellings of a date for one control, the likeliest first: the page's own pattern by its hint or
 * its present value, then by its length, then the usual ones.
 */
export function spellDate(date: string, record: FieldRecord, present: string): string[] {
  const [year = '', month, day] = date.split('-');
  if (month === undefined || day === undefined) return [date];
  const hints = [present, record.placeholder, ...record.labels.map(({ text }) => text)];
  const patterns = hints.flatMap(
    (hint) => patternLike.exec(hint.replace(dateLike, 'yyyy$1mm$2dd'))?.[0] ?? [],
  );
  if (record.maxLength === 8) patterns.push('yyyymmdd');
  const two = (number: string) => (letters: string) =>
    letters.length === 1 ? String(Number(number)) : number;
  const [clock] = timeLike.exec(`${present} ${record.placeholder}`) ?? [];
  const suffix = clock === undefined ? '' : ` ${clock.replace(/[a-z\d]+/gi, '00')}`;
  const spelled = [...patterns, ...usualPatterns].map((pattern) =>
    pattern.replace(/yyyy/i, year).replace(/mm?/i, two(month)).replace(/dd?/i, two(day)),
  );
  return [...new Set(spelled.map((text) => text + suffix))];
}

const wordsOf = (field: Field, value: string): readonly string[] => {
  const choice = choiceOf(field, value);
  return choice === undefined ? [value] : [choice.label, ...choice.synonyms, choice.value];
};

/**
 * A canonical value as one control of a page takes it.
 *
 * @param present what stands there.
 * @param unit the unit of money that is chosen beside it.
 */
export function toPage(
  field: Field,
  value: string,
  record: FieldRecord,
  present: string,
  unit = '',
): PageValue {
  const values = field.type === 'choices' ? value.split(';') : [value];
  if (record.shape === 'choice' || record.shape === 'choices') {
    return { kind: 'options', options: values.map((part) => wordsOf(field, part)) };
  }
  switch (field.type) {
    case 'date':
      return { kind: 'text', spellings: spellDate(value, record, present) };
    case 'amount':
      return { kind: 'text', spellings: [countsYuan(record, unit) ? shifted(value, 4) : value] };
    case 'choice':
    case 'choices':
      return { kind: 'text', spellings: [values.map((part) => wordsOf(field, part)[0]).join(';')] };
    case 'text':
      return { kind: 'text', spellings: [value] };
  }
}

/** Whether two canonical values say the same: amounts by their number, several choices in any order. */
export function sameValue(field: Field, a: string, b: string): boolean {
  if (a === b) return true;
  if (field.type === 'amount') return a !== '' && b !== '' && Number(a) === Number(b);
  if (field.type === 'choices')
    return a.split(';').sort().join(';') === b.split(';').sort().join(';');
  // A single line takes no line break, so the page keeps a space or nothing in its place.
  return field.type === 'text' && a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}
