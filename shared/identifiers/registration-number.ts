/**
 * Registration number of a business (工商注册号), GS 15-2006: fifteen digits.
 *
 * - places 1–6: region of the registering office, GB/T 2260;
 * - places 7–14: sequence number;
 * - place 15: check digit, ISO 7064 MOD 11,10.
 *
 * Worked example: 11010800000001? → starting from 10, each digit is added mod 10 (0 counting as 10),
 * doubled and taken mod 11; 5 is left, and 11 − 5 = 6: `110108000000016`.
 *
 * Pitfalls: numbers of 13 digits and numbers with letters, issued before the standard, are still printed
 * on licences, so callers warn instead of refusing. Eighteen characters in this field are a unified social
 * credit code that belongs in its own.
 */
import { compact } from './fold.ts';
import { asDigits } from './lookalikes.ts';

export type RegistrationNumberReason = 'empty' | 'length' | 'alphabet' | 'checkDigit';

export type RegistrationNumber =
  | {
      readonly ok: true;
      readonly region: string;
      readonly sequence: string;
      readonly checkDigit: string;
    }
  | { readonly ok: false; readonly reason: RegistrationNumberReason };

/** One step of MOD 11,10. */
function after(p: number, digit: number): number {
  return (((p + digit) % 10 || 10) * 2) % 11;
}

/** Two steps at once: at `100·p` and the number that two digits make, the p after both. */
const afterTwo = new Uint8Array(1100);
for (let i = 100; i < 1100; i += 1) {
  afterTwo[i] = after(after(Math.floor(i / 100), Math.floor(i / 10) % 10), i % 10);
}

/** The value that the check digit must have; 255 where one of the first 14 is no digit. */
function checkValue(text: string): number {
  let p = 10;
  for (let i = 0; i < 14; i += 2) {
    const tens = text.charCodeAt(i) - 0x30;
    const ones = text.charCodeAt(i + 1) - 0x30;
    // Unsigned, what is below 0 is above 9, too.
    if (tens >>> 0 > 9 || ones >>> 0 > 9) return 255;
    p = afterTwo[100 * p + 10 * tens + ones] ?? 0;
  }
  return (11 - p) % 10;
}

/** The check digit of the first 14 digits, or `null` where they are not 14 digits. */
export function checkDigitOf(body: string): string | null {
  const value = body.length === 14 ? checkValue(body) : 255;
  return value === 255 ? null : String(value);
}

/** The first thing that is wrong with a number; `null` for a valid one. */
export function fault(text: string): RegistrationNumberReason | null {
  if (text === '') return 'empty';
  if (text.length !== 15) return 'length';
  const expected = checkValue(text);
  const check = text.charCodeAt(14) - 0x30;
  if (expected === 255 || check < 0 || check > 9) return 'alphabet';
  return check === expected ? null : 'checkDigit';
}

/** The parts of a number, or the first thing that is wrong with it. */
export function parse(text: string): RegistrationNumber {
  const reason = fault(text);
  if (reason !== null) return { ok: false, reason };
  return {
    ok: true,
    region: text.slice(0, 6),
    sequence: text.slice(6, 14),
    checkDigit: text.charAt(14),
  };
}

/** The standard's verdict on the text as typed. */
export function isValid(text: string): boolean {
  return fault(text) === null;
}

/** Half-width, upper case, without blanks, hyphens and marks of no width. */
export function normalize(text: string): string {
  return compact(text);
}

/**
 * The number that was most likely meant: the normal form, with O, I, Z and S as 0, 1, 2 and 5. `null`
 * where there is nothing to mend or the check digit still fails.
 */
export function suggest(text: string): string | null {
  const number = asDigits(normalize(text));
  return number !== text && isValid(number) ? number : null;
}
