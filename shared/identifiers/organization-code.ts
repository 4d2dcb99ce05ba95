/**
 * Organisation code (组织机构代码), GB 11714-1997: nine characters, printed `12345678-8`.
 *
 * - body (本体代码), eight of 0–9 and A–Z, without meaning;
 * - check digit 0–9 or X, by MOD 11 with the weights 3 7 9 10 5 8 4 2, letters counting A=10 … Z=35.
 *
 * Worked example, the standard's own: D2143569 → 13·3 + 2·7 + 1·9 + 4·10 + 3·5 + 5·8 + 6·4 + 9·2 = 199;
 * 199 mod 11 = 1; 11 − 1 = 10, written X: `D2143569-X`.
 *
 * Pitfalls: unlike the unified code the body may hold I, O, S, V and Z. The hyphen is part of the printed
 * form, but columns of nine characters have no place for it: report without it. `00000000-0` satisfies
 * the check digit. A Z for a 2 goes unnoticed, because 35 − 2 is a multiple of 11.
 */
import { compact } from './fold.ts';
import { lookalikes } from './lookalikes.ts';

export type OrganizationCodeReason = 'empty' | 'length' | 'alphabet' | 'checkDigit';

export type OrganizationCode =
  | { readonly ok: true; readonly body: string; readonly checkDigit: string }
  | { readonly ok: false; readonly reason: OrganizationCodeReason };

/** Values of the characters; 255 for what the alphabet does not have. */
const values = new Uint8Array(128).fill(255);
for (let value = 0; value < 36; value += 1) {
  values[value.toString(36).toUpperCase().charCodeAt(0)] = value;
}

const weights = new Uint8Array([3, 7, 9, 10, 5, 8, 4, 2]);

/** The value that the check digit must have, 10 for X; 255 where the body is not of the alphabet. */
function checkValue(text: string): number {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    const value = values[text.charCodeAt(i)] ?? 255;
    if (value === 255) return 255;
    sum += value * (weights[i] ?? 0);
  }
  return (11 - (sum % 11)) % 11;
}

/** The check digit of a body of eight characters, or `null` where it is not of the alphabet. */
export function checkDigitOf(body: string): string | null {
  const value = body.length === 8 ? checkValue(body) : 255;
  return value === 255 ? null : value === 10 ? 'X' : String(value);
}

/** The first thing that is wrong with a code, with or without its hyphen; `null` for a valid one. */
export function fault(text: string): OrganizationCodeReason | null {
  if (text === '') return 'empty';
  const last = text.length - 1;
  if (last !== 8 && (last !== 9 || text.charCodeAt(8) !== 0x2d)) return 'length';
  const expected = checkValue(text);
  const code = text.charCodeAt(last);
  if (expected === 255 || ((code < 0x30 || code > 0x39) && code !== 0x58)) return 'alphabet';
  return code === (expected === 10 ? 0x58 : expected + 0x30) ? null : 'checkDigit';
}

/** The parts of a code, with or without its hyphen, or the first thing that is wrong with it. */
export function parse(text: string): OrganizationCode {
  const reason = fault(text);
  return reason === null
    ? { ok: true, body: text.slice(0, 8), checkDigit: text.slice(-1) }
    : { ok: false, reason };
}

/** The standard's verdict on the text as typed, with or without the hyphen. */
export function isValid(text: string): boolean {
  return fault(text) === null;
}

/** Half-width, upper case, without hyphen, blanks and marks of no width: the nine characters to report. */
export function normalize(text: string): string {
  return compact(text);
}

/**
 * The code that was most likely meant: the normal form, or the only reading that satisfies the check
 * digit when one O is taken for 0, I for 1 or S for 5, or the other way round. `null` where
 * there is nothing to mend or no single way to do it.
 */
export function suggest(text: string): string | null {
  const code = normalize(text);
  if (isValid(code)) return code === text ? null : code;
  if (code.length !== 9) return null;
  const readings = lookalikes(code).filter(isValid);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}
