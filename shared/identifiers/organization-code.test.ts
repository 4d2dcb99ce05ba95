import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizationCodeFor } from '../testing/records.ts';
import { decisions, invalid, valid } from './organization-code.cases.ts';
import { checkDigitOf, isValid, normalize, parse, suggest } from './organization-code.ts';

const code = fc.nat(999_999).map(organizationCodeFor);

describe('verdicts', () => {
  it.each(valid)('%s is valid', (text) => {
    expect(isValid(text)).toBe(true);
    expect(parse(text).ok).toBe(true);
    expect(isValid(normalize(text))).toBe(true);
  });

  it.each(
    Object.entries(invalid).flatMap(([reason, texts]) => texts.map((text) => [text, reason])),
  )('%j is invalid: %s', (text, reason) => {
    expect(isValid(text)).toBe(false);
    expect(parse(text)).toEqual({ ok: false, reason });
  });

  it.each(decisions)('%j: %s, because %s', (text, verdict) => {
    expect(isValid(text)).toBe(verdict);
    expect(parse(text).ok).toBe(verdict);
  });

  it('take nothing but a hyphen before the check digit', () => {
    expect(parse('')).toEqual({ ok: false, reason: 'empty' });
    expect(isValid('D2143569–X')).toBe(false);
    expect(isValid('D2143569 X')).toBe(false);
    expect(isValid('-D2143569X')).toBe(false);
  });
});

it('has the parts of the standard', () => {
  expect(parse('D2143569-X')).toEqual({ ok: true, body: 'D2143569', checkDigit: 'X' });
  expect(checkDigitOf('D2143569')).toBe('X');
  expect(checkDigitOf('D214356')).toBeNull();
  expect(checkDigitOf('D214356*')).toBeNull();
});

it('catches every wrong digit', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 2, max: 7 }), fc.nat(9), (text, at, digit) => {
      const changed = text.slice(0, at) + String(digit) + text.slice(at + 1);
      expect(isValid(changed)).toBe(changed === text);
    }),
  );
});

/** Values of GB 11714: A=10 … Z=35. */
const valueOf = (character: string): number => Number.parseInt(character, 36);

const alphanumeric = fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'));

it('catches a wrong character unless MOD 11 takes it for the same', () => {
  fc.assert(
    fc.property(code, fc.nat(7), alphanumeric, (text, at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      const isSame = (valueOf(character) - valueOf(text.charAt(at))) % 11 === 0;
      expect(isValid(changed)).toBe(isSame);
    }),
    { numRuns: 2000 },
  );
});

it('catches swapped neighbours unless MOD 11 takes them for the same', () => {
  const body = fc.array(alphanumeric, { minLength: 8, maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(body, fc.nat(6), (text, at) => {
      const [a, b] = [text.charAt(at), text.charAt(at + 1)];
      const swapped = text.slice(0, at) + b + a + text.slice(at + 2) + (checkDigitOf(text) ?? '');
      expect(isValid(swapped)).toBe((valueOf(a) - valueOf(b)) % 11 === 0);
    }),
    { numRuns: 2000 },
  );
});

it('has a normal form that stays', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (codes) => {
      const once = normalize(String.fromCharCode(...codes));
      expect(normalize(once)).toBe(once);
    }),
  );
});

it.each([
  ['d2143569-x', 'D2143569X'],
  ['Ｄ２１４３５６９－Ｘ', 'D2143569X'],
  ['D2143569-X', 'D2143569X'],
  ['1234S6788', '123456788'],
  ['8765432I0', null], // 876S432I0 is valid, too
  ['DZ143569X', null], // valid as it is: 33 more are 0 more to MOD 11
  ['D2143569X', null],
  ['D2143569', null],
  ['12345', null],
])('mends %j to %j', (text, mended) => {
  expect(suggest(text)).toBe(mended);
});
