/**
 * Citizen identification number (公民身份号码), GB 11643-1999: 17 digits and a check digit 0–9 or X.
 *
 * | places | part |
 * |---|---|
 * | 1–6 | region (地址码) of the first registration, GB/T 2260; 81, 82 and 83 on residence permits of people from Hong Kong, Macao and Taiwan |
 * | 7–14 | day of birth, YYYYMMDD |
 * | 15–17 | sequence, odd for men and even for women |
 * | 18 | check digit, ISO 7064 MOD 11-2: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, remainder 0–10 → 1 0 X 9 8 7 6 5 4 3 2 |
 *
 * Worked example, the standard's own: 11010519491231002? has the weighted sum 167; 167 mod 11 = 2, which
 * is written X: `11010519491231002X`.
 *
 * Pitfalls: the check character is a capital X. Counties are abolished and their numbers live on, so
 * only the province is checked. Before 1999 numbers had 15 digits, without century and check digit; they
 * are well formed by the older standard and disused since 2013: `isValid` accepts them, callers warn.
 * The standard knows no oldest birth; its second example was born in 1880. Callers warn there too.
 */
import { monthLength } from '../calendar/dates.ts';
import { compact, isSeparator } from './fold.ts';
import { asDigits } from './lookalikes.ts';

export type ResidentIdReason =
  'empty' | 'length' | 'alphabet' | 'region' | 'date' | 'future' | 'checkDigit';

export type ResidentId =
  | {
      readonly ok: true;
      readonly region: string;
      /** `YYYY-MM-DD`. */
      readonly birthDate: string;
      readonly sequence: string;
      readonly sex: 'male' | 'female';
      /** Fifteen digits (一代证), disused since 2013. */
      readonly disused: boolean;
      /** Printed on a residence permit of a person from Hong Kong, Macao or Taiwan (港澳台居民居住证). */
      readonly residencePermit: boolean;
    }
  | { readonly ok: false; readonly reason: ResidentIdReason };

/** Provinces of GB/T 2260, and 81–83 of the residence permits. */
const regions = new Uint8Array(100);
for (const [first, last] of [
  [11, 15],
  [21, 23],
  [31, 37],
  [41, 46],
  [50, 54],
  [61, 65],
  [81, 83],
] as const) {
  regions.fill(1, first, last + 1);
}

/** Whether two digits are a province of the mainland, GB/T 2260. */
export function isProvince(digits: string): boolean {
  return digits < '80' && regions[Number(digits)] === 1;
}

const weights = new Uint8Array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);

/** Character codes of the check digits by remainder. */
const checkCodes = Uint8Array.from('10X98765432', (digit) => digit.charCodeAt(0));

/** Character code of the check digit over the first 17 characters, or 0 where one is no digit. */
function checkCode(text: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    sum += digit * (weights[i] ?? 0);
  }
  return checkCodes[sum % 11] ?? 0;
}

/** Two or four digits as a number; the caller knows that they are digits. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

/** Where a day, `YYYYMMDD` as a number, lies after `today`. */
function isAfter(birth: number, today: string): boolean {
  const year = two(today, 0) * 100 + two(today, 2);
  return birth > year * 10_000 + two(today, 5) * 100 + two(today, 8);
}

/** The check digit of the first 17 digits, or `null` where they are not 17 digits. */
export function checkDigitOf(body: string): string | null {
  const code = body.length === 17 ? checkCode(body) : 0;
  return code === 0 ? null : String.fromCharCode(code);
}

/** The number of 18 digits that a person with a 15-digit number has; the century of those is 19. */
function withCentury(text: string): string {
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + (checkDigitOf(body) ?? '');
}

/**
 * The verdict in one pass without allocation; `null` for a valid number.
 *
 * @param number 18 characters
 * @param today `YYYY-MM-DD`
 */
function faultOf18(number: string, today: string): ResidentIdReason | null {
  const expected = checkCode(number);
  const last = number.charCodeAt(17);
  if (expected === 0 || ((last < 0x30 || last > 0x39) && last !== 0x58)) return 'alphabet';
  if (regions[two(number, 0)] !== 1) return 'region';
  const year = two(number, 6) * 100 + two(number, 8);
  const month = two(number, 10);
  const day = two(number, 12);
  if (year < 1800 || month < 1 || month > 12) return 'date';
  if (day < 1 || day > monthLength(year, month)) return 'date';
  if (isAfter(year * 10_000 + month * 100 + day, today)) return 'future';
  return last === expected ? null : 'checkDigit';
}

/**
 * The first thing that is wrong with a number of 18 or 15 digits; `null` for a valid one.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai; nobody is born after it.
 */
export function fault(text: string, today: string): ResidentIdReason | null {
  if (text === '') return 'empty';
  if (text.length !== 15) return text.length === 18 ? faultOf18(text, today) : 'length';
  const number = withCentury(text);
  return number.length === 18 ? faultOf18(number, today) : 'alphabet';
}

/**
 * The parts of a number of 18 or 15 digits, or the first thing that is wrong with it.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai; nobody is born after it.
 */
export function parse(text: string, today: string): ResidentId {
  const reason = fault(text, today);
  if (reason !== null) return { ok: false, reason };
  const disused = text.length === 15;
  const number = disused ? withCentury(text) : text;
  return {
    ok: true,
    region: number.slice(0, 6),
    birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    sequence: number.slice(14, 17),
    sex: number.charCodeAt(16) % 2 === 1 ? 'male' : 'female',
    disused,
    residencePermit: number.startsWith('8'),
  };
}

/**
 * The standard's verdict on the text as typed; a well-formed number of 15 digits is valid.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai.
 */
export function isValid(text: string, today: string): boolean {
  return fault(text, today) === null;
}

/** Half-width, upper case, without blanks, hyphens and marks of no width; `×` as X. */
export function normalize(text: string): string {
  return compact(text).replace(/×$/, 'X');
}

/**
 * The number that was most likely meant: the normal form, with O, I, Z and S as 0, 1, 2 and 5, and 15
 * digits as the 18 that replaced them. `null` where there is nothing to mend or a check still fails.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai.
 */
export function suggest(text: string, today: string): string | null {
  const read = asDigits(normalize(text));
  const number = read.length === 15 ? withCentury(read) : read;
  return number !== text && isValid(number, today) ? number : null;
}

/** Where a number stands in a text, in UTF-16 units, `end` not included. */
export interface Position {
  readonly start: number;
  readonly end: number;
}

/** The digit that a character stands for, half-width or full-width, or -1. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

function isCheckX(code: number): boolean {
  return code === 0x58 || code === 0x78 || code === 0xff38 || code === 0xff58 || code === 0xd7;
}

/** More separators than this between two digits are not typing any more. */
const longestGap = 4;

/** The end of the number of 18 digits that starts at a digit, or -1 where none does. */
function endOfNumber(text: string, start: number): number {
  let number = '';
  let gap = 0;
  for (let at = start; at < text.length && gap <= longestGap; at += 1) {
    const digit = digitAt(text, at);
    const isX = digit < 0 && number.length === 17 && isCheckX(text.charCodeAt(at));
    if (digit < 0 && !isX) {
      if (!isSeparator(text.charCodeAt(at))) return -1;
      gap += 1;
      continue;
    }
    gap = 0;
    number += isX ? 'X' : String(digit);
    if (number.length === 2 && regions[two(number, 0)] !== 1) return -1;
    if (number.length === 18) {
      // Whether the day lies ahead does not matter here: it is better hidden once too often.
      const bounded = digitAt(text, at + 1) < 0;
      return bounded && faultOf18(number, '9999-12-31') === null ? at + 1 : -1;
    }
  }
  return -1;
}

/**
 * All valid resident IDs of 18 digits in a free text, in upper or lower case, half-width or full-width,
 * whole or parted by blanks and hyphens. A digit right before or after would make it another number.
 */
export function findResidentIds(text: string): readonly Position[] {
  const found: Position[] = [];
  let afterDigit = false;
  for (let at = 0; at < text.length; at += 1) {
    const isDigit = digitAt(text, at) >= 0;
    if (isDigit && !afterDigit) {
      const end = endOfNumber(text, at);
      if (end >= 0) {
        found.push({ start: at, end });
        at = end - 1;
      }
    }
    afterDigit = isDigit;
  }
  return found;
}

/**
 * An identity number of any kind as lists and messages may show it: its first and last four characters,
 * fewer of a short one, and an asterisk for each character between, such as `4202**********0016`.
 */
export function mask(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 4));
  return (
    text.slice(0, shown) + '*'.repeat(text.length - 2 * shown) + text.slice(text.length - shown)
  );
}

/** A free text with every resident ID in it masked; the rest stays. */
export function maskResidentIds(text: string): string {
  let masked = '';
  let kept = 0;
  for (const { start, end } of findResidentIds(text)) {
    masked += text.slice(kept, start) + mask(normalize(text.slice(start, end)));
    kept = end;
  }
  return kept === 0 ? text : masked + text.slice(kept);
}
