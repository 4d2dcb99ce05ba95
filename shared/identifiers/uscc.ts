/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters of 0–9 and the capital
 * letters without I, O, S, V and Z.
 *
 * | places | part |
 * |---|---|
 * | 1 | department of registration (登记管理部门): 1 机构编制, 5 民政, 9 市场监管, … |
 * | 2 | category (机构类别), its meaning depending on the department: 91 企业, 92 个体工商户, 11 机关 |
 * | 3–8 | region (登记管理机关行政区划码), six digits of GB/T 2260 |
 * | 9–17 | subject (主体标识码), an organisation code of GB 11714 with its own check digit |
 * | 18 | check digit, by MOD 31 with the weights 3^(i−1) mod 31 |
 *
 * Worked example: 91350100M000100Y4? has the weighted sum 1640; 1640 mod 31 = 28; 31 − 28 = 3, so the
 * code is `91350100M000100Y43`. Its places 9–17, M000100Y4, end in the check digit of M000100Y.
 *
 * Pitfalls: codes were issued, above all by early pilots, that fail a check digit and are in daily use;
 * callers warn about `checkDigit` and `organizationCode` instead of refusing. The region need not be
 * where the subject is now, and codes of abolished regions stay valid, so no list is consulted. Letters
 * occur in the first two places (A1 军队, N1 农村集体经济组织).
 */
import { compact } from './fold.ts';
import { asDigits } from './lookalikes.ts';
import { isValid as isOrganizationCode } from './organization-code.ts';

export type UsccReason = 'empty' | 'length' | 'alphabet' | 'organizationCode' | 'checkDigit';

export type Uscc =
  | {
      readonly ok: true;
      /** Department of registration and category together, such as `91`. */
      readonly issuer: string;
      readonly region: string;
      /** The nine characters of the embedded organisation code. */
      readonly organizationCode: string;
      readonly checkDigit: string;
    }
  | { readonly ok: false; readonly reason: UsccReason };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Values of the characters; 255 for what the alphabet does not have. */
const values = new Uint8Array(128).fill(255);
for (let value = 0; value < 31; value += 1) values[alphabet.charCodeAt(value)] = value;

const weights = new Uint8Array([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]);

/** The value that the check digit must have; 255 where a character is not of the alphabet of its place. */
function checkValue(text: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = values[text.charCodeAt(i)] ?? 255;
    if (value === 255 || (value > 9 && i > 1 && i < 8)) return 255;
    sum += value * (weights[i] ?? 0);
  }
  return (31 - (sum % 31)) % 31;
}

/** The check digit of the first 17 characters, or `null` where one is not of the alphabet of its place. */
export function checkDigitOf(body: string): string | null {
  const value = body.length === 17 ? checkValue(body) : 255;
  return value === 255 ? null : alphabet.charAt(value);
}

/** The first thing that is wrong with a code; `null` for a valid one. */
export function fault(text: string): UsccReason | null {
  if (text === '') return 'empty';
  if (text.length !== 18) return 'length';
  const expected = checkValue(text);
  const check = values[text.charCodeAt(17)] ?? 255;
  if (expected === 255 || check === 255) return 'alphabet';
  if (check !== expected) return 'checkDigit';
  return isOrganizationCode(text.slice(8, 17)) ? null : 'organizationCode';
}

/** The parts of a code, or the first thing that is wrong with it. */
export function parse(text: string): Uscc {
  const reason = fault(text);
  if (reason !== null) return { ok: false, reason };
  return {
    ok: true,
    issuer: text.slice(0, 2),
    region: text.slice(2, 8),
    organizationCode: text.slice(8, 17),
    checkDigit: text.charAt(17),
  };
}

/** The standard's verdict on the text as typed: length, alphabet, and both check digits. */
export function isValid(text: string): boolean {
  return fault(text) === null;
}

/** Half-width, upper case, without blanks, hyphens and marks of no width. */
export function normalize(text: string): string {
  return compact(text);
}

/**
 * The code that was most likely meant: the normal form, with O, I, Z and S, which the alphabet does not
 * have, as 0, 1, 2 and 5. `null` where there is nothing to mend or the check digits still fail.
 */
export function suggest(text: string): string | null {
  const code = asDigits(normalize(text));
  return code !== text && isValid(code) ? code : null;
}
