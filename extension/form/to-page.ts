/** Canonical values in a page's own words: option words, date patterns, units of money. */
import { shifted } from '@baosong/shared/standards/shifted.ts';
import { choiceOf } from '@baosong/shared/standards/choice-of.ts';
import type { Field } from '@baosong/shared/standards/field.ts';
import { countsYuan } from './counts-yuan.ts';
import type { FieldRecord } from './field-record.ts';

/**
 * What to put into a control: a text, in the first of several spellings that it accepts; or options,
 * each by any of the words that the page may use for it.
 */
export type PageValue =
  | { readonly kind: 'text'; readonly spellings: readonly string[] }
  | { readonly kind: 'options'; readonly options: readonly (readonly string[])[] };

type DatePattern = (year: string, month: string, day: string) => string;

const datePatterns: readonly { readonly looksLike: RegExp; readonly write: DatePattern }[] = [
  {
    looksLike: /(yyyy|\d{4})\/(mm|\d{1,2})\/(dd|\d{1,2})/i,
    write: (year, month, day) => `${year}/${month}/${day}`,
  },
  {
    looksLike: /(yyyy|\d{4})\.(mm|\d{1,2})\.(dd|\d{1,2})/i,
    write: (year, month, day) => `${year}.${month}.${day}`,
  },
  {
    looksLike: /(yyyy|\d{4})年(mm|\d{1,2})月(dd|\d{1,2})日/i,
    write: (year, month, day) => `${year}年${month}月${day}日`,
  },
  { looksLike: /yyyymmdd|\b\d{8}\b/i, write: (year, month, day) => year + month + day },
];
const isoPattern: DatePattern = (year, month, day) => `${year}-${month}-${day}`;

const time = /hh:mm(:ss)?|\d{1,2}:\d{2}(:\d{2})?/i;

/**
 * The spellings of a date for one control, the likeliest first: the page's own pattern by its hint or
 * its present value, then by its length, then the usual ones.
 */
export function spellDate(date: string, record: FieldRecord, present: string): string[] {
  const [year, month, day] = date.split('-');
  if (year === undefined || month === undefined || day === undefined) return [date];
  const hints = [present, record.placeholder, ...record.labels.map(({ text }) => text)].filter(
    (hint) => hint !== '',
  );
  const known = datePatterns.filter(({ looksLike }) => hints.some((hint) => looksLike.test(hint)));
  const short = record.maxLength === 8 ? datePatterns.slice(-1) : [];
  const writers = [
    ...[...known, ...short].map(({ write }) => write),
    isoPattern,
    ...datePatterns.map(({ write }) => write),
  ];
  const suffix = time.test(record.placeholder) || time.test(present) ? ' 00:00:00' : '';
  return [...new Set(writers.map((write) => write(year, month, day) + suffix))];
}

const wordsOf = (field: Field, value: string): readonly string[] => {
  const choice = choiceOf(field, value);
  return choice === undefined ? [value] : [choice.label, ...choice.synonyms, choice.value];
};

/** A canonical value as one control of a page takes it. */
export function toPage(
  field: Field,
  value: string,
  record: FieldRecord,
  present: string,
): PageValue {
  const values = field.type === 'choices' ? value.split(';') : [value];
  if (record.shape === 'choice' || record.shape === 'choices') {
    return { kind: 'options', options: values.map((part) => wordsOf(field, part)) };
  }
  switch (field.type) {
    case 'date':
      return { kind: 'text', spellings: spellDate(value, record, present) };
    case 'amount':
      return { kind: 'text', spellings: [countsYuan(record) ? shifted(value, 4) : value] };
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
