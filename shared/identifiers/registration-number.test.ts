import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationNumberFor } from '../testing/records.ts';
import { decisions, invalid, valid } from './registration-number.cases.ts';
import { checkDigitOf, isValid, normalize, parse, suggest } from './registration-number.ts';

describe('verdicts', () => {
  it.each([...valid, '420200000012345'])('%s is valid', (text) => {
    expect(isValid(text)).toBe(true);
    expect(parse(text).ok).toBe(true);
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
});

it('has the parts of the standard', () => {
  expect(parse('110108000000016')).toEqual({
    ok: true,
    region: '110108',
    sequence: '00000001',
    checkDigit: '6',
  });
  expect(checkDigitOf('11010800000001')).toBe('6');
  expect(checkDigitOf('1101080000000')).toBeNull();
});

it('catches every wrong digit', () => {
  fc.assert(
    fc.property(
      fc.nat(99_999_999).map(registrationNumberFor),
      fc.nat(14),
      fc.nat(9),
      (text, at, digit) => {
        const changed = text.slice(0, at) + String(digit) + text.slice(at + 1);
        expect(isValid(changed)).toBe(changed === text);
      },
    ),
    { numRuns: 2000 },
  );
});

it('catches swapped neighbours unless MOD 11,10 goes on from them in the same way', () => {
  const next = (p: number, digit: number): number => (((p + digit) % 10 || 10) * 2) % 11;
  fc.assert(
    fc.property(fc.nat(99_999_999).map(registrationNumberFor), fc.nat(12), (text, at) => {
      const [a, b] = [Number(text.charAt(at)), Number(text.charAt(at + 1))];
      const before = Array.from(text.slice(0, at), Number).reduce(next, 10);
      const swapped = `${text.slice(0, at)}${String(b)}${String(a)}${text.slice(at + 2)}`;
      expect(isValid(swapped)).toBe(next(next(before, a), b) === next(next(before, b), a));
    }),
    { numRuns: 2000 },
  );
  // Of the 900 ways in which two unequal digits can follow a remainder, so many go unnoticed.
  const remainders = Array.from({ length: 10 }, (_, i) => i + 1);
  const digits = Array.from({ length: 10 }, (_, i) => i);
  const unnoticed = remainders.flatMap((p) =>
    digits.flatMap((a) =>
      digits.filter((b) => a !== b && next(next(p, a), b) === next(next(p, b), a)),
    ),
  );
  expect(unnoticed).toHaveLength(20);
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
  ['1101 0800 0000 016', '110108000000016'],
  ['１１０１０８００００００００１６', null],
  ['１１０１０８０００００００１６', '110108000000016'],
  ['11O1O8OOOOOOO16', '110108000000016'],
  ['110108000000016', null],
  ['110108000000017', null],
])('mends %j to %j', (text, mended) => {
  expect(suggest(text)).toBe(mended);
  if (mended !== null) expect(isValid(normalize(mended))).toBe(true);
});
