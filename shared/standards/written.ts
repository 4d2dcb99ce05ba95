/**
 * From what people write to canonical values, and from canonical dates back to what platforms want.
 * Used wherever a value enters: a form field, a cell of a workbook.
 */
import { monthLength } from '../calendar/dates.ts';
import { toHalfWidth, trimmed } from '../identifiers/fold.ts';
import { amountOf } from './amount.ts';
import type { Field } from './field.ts';
import { choiceOf } from './choice-of.ts';
import { digitsOf, numberOf, numeralCharacters } from './numerals.ts';

/** How the standard writes 长期有效 (rule X07). */
export const longTermDate = '2099-12-31';

const longTermWords = /^(?:长期|永久|长期有效|永久有效|无固定期限)$/;

const time = String.raw`(?:[ T]?\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?)?`;
const separatedDate = new RegExp(
  String.raw`^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)${time}$`,
);
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;
const numeralDate = new RegExp(
  `^([${numeralCharacters}]{4})年([${numeralCharacters}]{1,3})月([${numeralCharacters}]{1,3})日?$`,
  'u',
);

/** Serial numbers that Excel gives to the days from 1954 to 2119; the fraction is the time of day. */
const serialDate = /^([2-7]\d{4})(?:\.\d+)?$/;

/** Day 0 of Excel's count, shifted because Excel takes 1900 for a leap year. */
const serialEpoch = Date.UTC(1899, 11, 30);

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d)
    return false;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  if (year < 0 || month < 1 || month > 12) return false;
  return day >= 1 && day <= monthLength(year, month);
}

/** The number that the digits from `start` to before `end` make, or -1 where one is no digit. */
function digitsAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The day `YYYY-MM-DD` that a text means in any common writing, or `null`. */
export function dateOf(text: string): string | null {
  const plain = toHalfWidth(text).replace(/\s+/gu, ' ').trim();
  const tight = plain.replace(/ ?([-/.年月日]) ?/g, '$1');
  const separated = separatedDate.exec(tight) ?? separatedDate.exec(plain);
  if (separated) {
    const [, year = '', , month, day, chineseMonth = '', chineseDay = ''] = separated;
    return dayOf(year, month ?? chineseMonth, day ?? chineseDay);
  }
  const together = compactDate.exec(plain);
  if (together) return dayOf(together[1] ?? '', together[2] ?? '', together[3] ?? '');
  const serial = serialDate.exec(plain);
  if (serial) {
    return new Date(serialEpoch + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10);
  }
  const numerals = numeralDate.exec(plain.replaceAll(' ', ''));
  if (!numerals) return null;
  const [, year = '', month = '', day = ''] = numerals;
  return dayOf(digitsOf(year) ?? '', String(numberOf(month) ?? ''), String(numberOf(day) ?? ''));
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** `其他` in its writings, with the words of one's own behind a hyphen, a colon or in brackets. */
const otherWords = /^其[他它](?:\s*[-－—–:：]+\s*|[（(])(.*?)[）)]?$/u;

function choiceValue(field: Field, text: string): string | null {
  const word = toHalfWidth(text).trim();
  const known =
    choiceOf(field, text) ??
    choiceOf(field, word) ??
    choiceOf(field, word.replace(/^\d{1,2}[-.、:\s]+/u, ''));
  if (known) return known.value;
  if (field.otherChoice !== true) return null;
  const words = otherWords.exec(text)?.[1]?.trim();
  return words ? `其他-${words}` : null;
}

function choiceValues(field: Field, text: string): string | null {
  const whole = choiceValue(field, text);
  if (whole !== null && !whole.startsWith('其他-')) return whole;
  const values: string[] = [];
  let understood = false;
  for (const part of text.split(/[;；、,，|｜\s]+/u)) {
    if (part === '') continue;
    const value = choiceValue(field, part);
    const last = values[values.length - 1];
    if (value !== null) {
      understood = true;
      if (!values.includes(value)) values.push(value);
    } else if (last?.startsWith('其他-')) {
      // Words of one's own may themselves be an enumeration.
      values[values.length - 1] = `${last}、${part}`;
    } else {
      values.push(part);
    }
  }
  return understood ? values.join(';') : null;
}

function canonicalOf(field: Field, text: string): string | null {
  switch (field.type) {
    case 'text':
      return text;
    case 'date':
      return field.id === 'validUntil' && longTermWords.test(text) ? longTermDate : dateOf(text);
    case 'amount':
      return amountOf(text);
    case 'choice':
      return choiceValue(field, text);
    case 'choices':
      return choiceValues(field, text);
  }
}

/**
 * The canonical value (see `FieldType`) of any common writing: dates in every usual order of signs and as
 * Excel serial numbers, choices by label, synonym or code, amounts with their unit, all of them also
 * full-width. What cannot be understood comes back as it is, without blanks and marks of no width at its ends,
 * so that a rule names it. Never throws; applied twice it changes nothing more.
 */
export function canonicalize(field: Field, written: string): string {
  const text = trimmed(written);
  return text === '' ? '' : (canonicalOf(field, text) ?? text);
}

/** A canonical date as a platform wants it; what is no date comes back as it is. */
export function renderDate(value: string, pattern: 'YYYY-MM-DD' | 'YYYY/MM/DD'): string {
  return pattern === 'YYYY/MM/DD' && isDate(value) ? value.replaceAll('-', '/') : value;
}
