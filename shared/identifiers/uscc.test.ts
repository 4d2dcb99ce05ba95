import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usccFor } from '../testing/records.ts';
import { decisions, invalid, valid } from './uscc.cases.ts';
import { checkDigitOf, isValid, normalize, parse, suggest } from './uscc.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const code = fc.nat(999_999).map((n) => usccFor(n));

describe('verdicts', () => {
  it.each(valid)('%s is valid', (text) => {
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

  it.each([
    '11420000MB15291767',
    '91230500MA1B3N1N2M',
    '11230500001755309F',
    '91350100M000100Y43',
    '91330282L07196379D',
    '91420200MA4900002A',
    '92420200MA4K00010U',
    '11420200011012349Q',
    '12420200420420423K',
    '51420200500000015E',
    '524202005000000236',
    '53420200500000031X',
    '93420200MA4900096R',
  ])('%s is valid', (text) => {
    expect(isValid(text)).toBe(true);
  });

  it.each(['00000000000000000X', '91350203M0001QAY9B', '92420300MA49KUFW0H'])(
    '%s fails its check digit',
    (text) => {
      expect(parse(text)).toEqual({ ok: false, reason: 'checkDigit' });
    },
  );
});

describe('parts', () => {
  it('are those of the standard', () => {
    expect(parse('91350100M000100Y43')).toEqual({
      ok: true,
      issuer: '91',
      region: '350100',
      organizationCode: 'M000100Y4',
      checkDigit: '3',
    });
    expect(checkDigitOf('91350100M000100Y4')).toBe('3');
    expect(checkDigitOf('91350100M000100YI')).toBeNull();
    expect(checkDigitOf('9135')).toBeNull();
  });

  it('of the region are digits', () => {
    expect(parse('91A50100M000100Y43')).toEqual({ ok: false, reason: 'alphabet' });
  });
});

describe('mistakes', () => {
  it('in one character are always caught', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.constantFrom(...alphabet), (text, at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        expect(isValid(changed)).toBe(changed === text);
      }),
      { numRuns: 3000 },
    );
  });

  it('by swapped neighbours are always caught', () => {
    fc.assert(
      fc.property(code, fc.nat(16), (text, at) => {
        const swapped =
          text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        expect(isValid(swapped)).toBe(swapped === text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('normalize and suggest', () => {
  it.each([
    ['91350100m000100y43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    [' 9135 0100-M000100Y4-3\u200b\ufeff', '91350100M000100Y43'],
    ['9135O1OOM0001OOY43', '91350100M000100Y43'],
    ['9I350I00M000I00Y43', '91350100M000100Y43'],
    ['SZ4Z0Z00S00000023G', null],
    ['5Z4Z0Z005000000236', '524202005000000236'],
    ['91350100M000100Y43', null],
    ['91350100M000100Y44', null],
    ['', null],
  ])('%j is mended to %j', (text, mended) => {
    expect(suggest(text)).toBe(mended);
  });

  it('undo every way of writing a code apart', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.tuple(fc.nat(18), fc.constantFrom(' ', '-', '\u3000', '\u200b', '－', '\t'))),
        fc.boolean(),
        (text, marks, lower) => {
          let written = lower ? text.toLowerCase() : text;
          for (const [at, mark] of marks) written = written.slice(0, at) + mark + written.slice(at);
          expect(normalize(written)).toBe(text);
        },
      ),
    );
  });

  it('change nothing more when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
    );
  });
});
