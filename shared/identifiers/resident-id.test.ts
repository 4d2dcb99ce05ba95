import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residentIdFor } from '../testing/records.ts';
import { decisions, invalid, valid } from './resident-id.cases.ts';
import {
  checkDigitOf,
  findResidentIds,
  isValid,
  mask,
  maskResidentIds,
  normalize,
  parse,
  suggest,
} from './resident-id.ts';

const today = '2026-11-24';
const id = fc.nat(9_999_999).map(residentIdFor);

describe('verdicts', () => {
  it.each([...valid, '420202199003070016', '420202199003070024'])('%s is valid', (text) => {
    expect(isValid(text, today)).toBe(true);
    expect(parse(text, today).ok).toBe(true);
  });

  it.each(
    Object.entries(invalid).flatMap(([reason, texts]) => texts.map((text) => [text, reason])),
  )('%j is invalid: %s', (text, reason) => {
    expect(isValid(text, today)).toBe(false);
    expect(parse(text, today)).toEqual({ ok: false, reason });
  });

  it.each(decisions)('%j: %s, because %s', (text, verdict) => {
    expect(isValid(text, today)).toBe(verdict);
    expect(parse(text, today).ok).toBe(verdict);
  });

  it('take a birth on the day itself, not on the day after', () => {
    const born = '42020220261124001';
    const text = born + (checkDigitOf(born) ?? '');
    expect(isValid(text, '2026-11-24')).toBe(true);
    expect(parse(text, '2026-11-23')).toEqual({ ok: false, reason: 'future' });
  });
});

describe('parts', () => {
  it('of 18 digits', () => {
    expect(parse('11010519491231002X', today)).toEqual({
      ok: true,
      region: '110105',
      birthDate: '1949-12-31',
      sequence: '002',
      sex: 'female',
      disused: false,
      residencePermit: false,
    });
    expect(checkDigitOf('11010519491231002')).toBe('X');
    expect(checkDigitOf('1101051949123100')).toBeNull();
    expect(checkDigitOf('1101051949123100X')).toBeNull();
  });

  it('of 15 digits', () => {
    expect(parse('610104620927690', today)).toMatchObject({
      ok: true,
      birthDate: '1962-09-27',
      sex: 'female',
      disused: true,
    });
  });

  it('of a residence permit', () => {
    expect(parse('810000199408230021', today)).toMatchObject({ ok: true, residencePermit: true });
  });
});

describe('mistakes', () => {
  it('in one character are always caught', () => {
    fc.assert(
      fc.property(
        id,
        fc.nat(17),
        fc.constantFrom(...Array.from('0123456789X')),
        (text, at, character) => {
          const changed = text.slice(0, at) + character + text.slice(at + 1);
          expect(isValid(changed, today)).toBe(changed === text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('by swapped neighbours are always caught', () => {
    fc.assert(
      fc.property(id, fc.nat(16), (text, at) => {
        const swapped =
          text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        expect(isValid(swapped, today)).toBe(swapped === text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('normalize and suggest', () => {
  it.each([
    ['11010519491231002x', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105 19491231-002×', '11010519491231002X'],
    ['42O2O219900307OO16', '420202199003070016'],
    ['4Z0Z0Z199003070016', '420202199003070016'],
    ['610104620927690', '610104196209276908'],
    ['420202199003070016', null],
    ['420202199003070017', null],
    ['', null],
  ])('%j is mended to %j', (text, mended) => {
    expect(suggest(text, today)).toBe(mended);
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

describe('findResidentIds', () => {
  const found = (text: string): string[] =>
    findResidentIds(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['当事人（身份证号420202199003070016）', ['420202199003070016']],
    ['11010519491231002x。', ['11010519491231002x']],
    ['４２０２０２１９９００３０７００１６', ['４２０２０２１９９００３０７００１６']],
    ['证号：420202 19900307 0016，', ['420202 19900307 0016']],
    ['420202-1990-0307-0016', ['420202-1990-0307-0016']],
    ['420202\u200b199003070016', ['420202\u200b199003070016']],
    ['2026-03-05 420202199003070016 12', ['420202199003070016']],
    ['电话 0714 1234567 420202199003070016', ['420202199003070016']],
    ['A420202199003070016B', ['420202199003070016']],
    ['420202199003070016420202199003070024', []],
    ['420202199003070016、420202199003070024', ['420202199003070016', '420202199003070024']],
    ['420202199003070017', []],
    ['1420202199003070016', []],
    ['4202021990030700160', []],
    ['91350100M000100Y43', []],
    ['42020219900307001', []],
    ['', []],
  ])('%j', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('misses no valid number of 18 digits that stands in a text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), id), { minLength: 1, maxLength: 4 }),
        fc.string({ unit: 'binary' }),
        (parts, tail) => {
          const bounded = (text: string): string => `${text.replace(/[0-9０-９]/g, '')}，`;
          const text = parts.map(([before, number]) => bounded(before) + number).join('');
          expect(found(`${text}，${tail}`).length).toBeGreaterThanOrEqual(parts.length);
        },
      ),
    );
  });

  it('takes no longer than the text is long', () => {
    for (const text of ['1', '4 ', '420202199003070017 ', '-', '4202 0219']) {
      expect(findResidentIds(text.repeat(Math.ceil(200_000 / text.length)))).toEqual([]);
    }
  });
});

describe('masks', () => {
  it.each([
    ['420202199003070016', '4202**********0016'],
    ['E12345678', 'E1*****78'],
    ['12345', '1***5'],
    ['123', '***'],
    ['', ''],
  ])('%j is shown as %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('hide every number in a text, and nothing else', () => {
    expect(maskResidentIds('甲420202 19900307 0016，乙11010519491231002x。')).toBe(
      '甲4202**********0016，乙1101**********002X。',
    );
    expect(maskResidentIds('没有号码')).toBe('没有号码');
  });

  it('leave no valid number behind', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        id,
        fc.string({ unit: 'binary' }),
        (a, number, b) => {
          expect(findResidentIds(maskResidentIds(`${a} ${number} ${b}`))).toEqual([]);
        },
      ),
    );
  });
});
