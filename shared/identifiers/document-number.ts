/**
 * Number of an official document (发文字号, 文书号), GB/T 9704-2012, 7.2.5: `云市监罚〔2026〕12号`.
 *
 * - agency (机关代字): Chinese characters, now and then letters, brackets, a middle dot or a hyphen;
 * - year: four digits in hexagonal brackets 〔〕 (U+3014, U+3015);
 * - sequence: without leading zeros and without 第, where needed followed by a sub-number (`-1`);
 * - 号.
 *
 * Worked example: `云市监罚[2026]第012号` → `云市监罚〔2026〕12号`.
 *
 * Pitfalls: hardly any keyboard has 〔〕, so every other bracket stands for them; only brackets around a
 * four-digit year are touched, those of an agency such as `顺（一）消行罚决字` stay. Many offices number
 * in ways of their own, so callers warn, and what is submitted stays as typed unless the clerk accepts the
 * normal form.
 */
import { toHalfWidth, withoutInvisible } from './fold.ts';

export type DocumentNumberReason = 'empty' | 'length' | 'year' | 'sequence' | 'agency';

export type DocumentNumber =
  | {
      readonly ok: true;
      readonly agency: string;
      readonly year: number;
      /** With the sub-number where there is one: `12`, `12-1`. */
      readonly sequence: string;
    }
  | { readonly ok: false; readonly reason: DocumentNumberReason };

/** Longest number that a column of the standard takes. */
const maxLength = 128;

const form = /^(.*)〔((?:19|20)\d{2})〕(.*)$/u;
const agencyForm = /^[\p{Script=Han}A-Za-z（）()、·-]{1,40}$/u;
const sequenceForm = /^([1-9]\d{0,6}(?:-\d{1,4})?)号$/u;

/** Brackets seen around the year, after folding to half-width. */
const yearInBrackets = /[[({<〔【〖﹝「『《〈]((?:19|20)\d{2})[\])}>〕】〗﹞」』》〉]/u;
const sequenceWithExtras = /〕第?0*([1-9]\d*)/u;

/** The parts of a number, or what of it is not in the form of the standard. */
export function parse(text: string): DocumentNumber {
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.length > maxLength) return { ok: false, reason: 'length' };
  const parts = form.exec(text);
  if (!parts) return { ok: false, reason: 'year' };
  const [, agency = '', year, rest = ''] = parts;
  if (!agencyForm.test(agency)) return { ok: false, reason: 'agency' };
  const sequence = sequenceForm.exec(rest)?.[1];
  if (sequence === undefined) return { ok: false, reason: 'sequence' };
  return { ok: true, agency, year: Number(year), sequence };
}

/** Whether the text as typed has the form of the standard. */
export function isValid(text: string): boolean {
  return parse(text).ok;
}

/**
 * The normal form: half-width, without blanks and marks of no width, the year in 〔〕, the sequence
 * without 第 and leading zeros. By it duplicates are told, also of numbers that are not of the standard's
 * form.
 */
export function normalize(text: string): string {
  return withoutInvisible(toHalfWidth(text))
    .replace(yearInBrackets, '〔$1〕')
    .replace(sequenceWithExtras, '〕$1')
    .replace(/[‐-―−]/gu, '-');
}

/**
 * The number that was most likely meant: the normal form, with the agency's round brackets as typed.
 * `null` where there is nothing to mend or it is not the form of the standard that comes out.
 */
export function suggest(text: string): string | null {
  let number = normalize(text);
  if (text.includes('（')) number = number.replaceAll('(', '（').replaceAll(')', '）');
  return number !== text && isValid(number) ? number : null;
}
