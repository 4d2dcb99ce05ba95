import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf } from './resident-id.ts';
import {
  chineseDecisions,
  decisions,
  invalid,
  notChinese,
  valid,
} from './travel-documents.cases.ts';
import { isValid, normalize, parse, suggest } from './travel-documents.ts';
import type { TravelDocumentType } from './travel-documents.ts';

const today = '2026-11-24';

const listed = (inputs: Readonly<Record<TravelDocumentType, readonly string[]>>) =>
  (Object.keys(inputs) as TravelDocumentType[]).flatMap((type) =>
    inputs[type].map((text) => [type, text] as const),
  );

const isChinese = (text: string): boolean => {
  const parsed = parse(text, today, 'passport');
  return parsed.ok && !parsed.foreign;
};

/** A card of a foreign permanent resident, a different one for each `n` from 0 to 999. */
const cardFor = (n: number): string => {
  const body = `911398${19_500_101 + 10_000 * Math.floor(n / 20)}${String((n % 20) + 1).padStart(3, '0')}`;
  return body + (checkDigitOf(body) ?? '');
};

describe('verdicts', () => {
  it.each(listed(valid))('%s %s is valid', (type, text) => {
    expect(isValid(text, today, type)).toBe(true);
  });

  it.each(listed(invalid))('%s %j is invalid', (type, text) => {
    expect(isValid(text, today, type)).toBe(false);
  });

  it.each(decisions)('%s %j: %s, because %s', (type, text, verdict) => {
    expect(isValid(text, today, type)).toBe(verdict);
  });

  it.each(chineseDecisions)('passport %j is Chinese: %s, because %s', (text, verdict) => {
    expect(isChinese(text)).toBe(verdict);
  });

  it.each(notChinese)('passport %j is not Chinese', (text) => {
    expect(isChinese(text)).toBe(false);
  });

  it.each(['A12345678', '12345678', 'ABC123456', '1234567890ABC', 'X12345678'])(
    'passport %s may be of another country',
    (text) => {
      expect(parse(text, today, 'passport')).toEqual({ ok: true, type: 'passport', foreign: true });
    },
  );

  it.each(['1234', '', 'AAAAAAAAAAAAAAAAAAAAAAAAA', 'A-1234567', 'a1234567'])(
    'passport %j is of no country',
    (text) => {
      expect(isValid(text, today, 'passport')).toBe(false);
    },
  );
});

describe('what is wrong', () => {
  it.each([
    ['foreignPermanentResidentId', '', 'empty'],
    ['foreignPermanentResidentId', '9326821985010100X7', 'form'],
    ['foreignPermanentResidentId', '996682198501010017', 'region'],
    ['foreignPermanentResidentId', '911999199012310021', 'country'],
    ['foreignPermanentResidentId', '932682198502300017', 'date'],
    ['foreignPermanentResidentId', '932682202701010017', 'future'],
    ['foreignPermanentResidentId', '911124198108030008', 'sequence'],
    ['foreignPermanentResidentId', '932682198501010018', 'checkDigit'],
    ['foreignPermanentResidentId', 'KAZ110090123107', 'checkDigit'],
    ['foreignPermanentResidentId', 'KAZ110090023105', 'date'],
    ['foreignPermanentResidentId', 'CAN110020270803', 'future'],
    ['residencePermit', '810000199402310021', 'date'],
    ['residencePermit', '810000199408230022', 'checkDigit'],
    ['residencePermit', '420202199003070016', 'form'],
    ['taiwanPermit', '1234567A', 'form'],
  ] as const)('with %s %j is its %s', (type, text, reason) => {
    expect(parse(text, today, type)).toEqual({ ok: false, reason });
  });
});

it.each([
  ['810000199408230021', 'residencePermit'],
  ['911124198108030024', 'foreignPermanentResidentId'],
  ['KAZ110090123105', 'foreignPermanentResidentId'],
  ['H12345678', 'hongKongMacaoPermit'],
  ['E12345678', 'passport'],
  ['07257456', 'taiwanPermit'],
  ['420202199003070016', null],
  ['X12345678', null],
] as const)('tells by its form that %s is of %s', (text, type) => {
  const parsed = parse(text, today);
  expect(parsed.ok ? parsed.type : null).toBe(type);
});

describe('normalize and suggest', () => {
  it.each([
    ['passport', ' e1234-5678', 'E12345678'],
    ['passport', 'EI1234567', 'E11234567'],
    ['passport', 'A12345678', null],
    ['hongKongMacaoPermit', 'h1234567O', 'H12345670'],
    ['taiwanPermit', 'O7257456', '07257456'],
    ['taiwanPermit', '1234567890（a）', '1234567890(A)'],
    ['residencePermit', '81OOOO1994O823OO21', '810000199408230021'],
    ['foreignPermanentResidentId', '911I24198108030024', '911124198108030024'],
    ['foreignPermanentResidentId', 'kaz11OO90123105', 'KAZ110090123105'],
    ['foreignPermanentResidentId', 'KAZ110090123105', null],
    ['residencePermit', '', null],
  ] as const)('%s %j is mended to %j', (type, text, mended) => {
    expect(suggest(text, today, type)).toBe(mended);
  });

  it('change nothing more when applied twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (codes) => {
        const once = normalize(String.fromCharCode(...codes));
        expect(normalize(once)).toBe(once);
      }),
    );
  });
});

describe('mistakes on the card of a foreign permanent resident', () => {
  const card = fc.nat(999).map(cardFor);

  it('in one digit are always caught', () => {
    fc.assert(
      fc.property(
        card,
        fc.nat(17),
        fc.constantFrom(...Array.from('0123456789X')),
        (text, at, digit) => {
          const changed = text.slice(0, at) + digit + text.slice(at + 1);
          expect(isValid(changed, today, 'foreignPermanentResidentId')).toBe(changed === text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('by swapped neighbours are always caught', () => {
    fc.assert(
      fc.property(card, fc.nat(16), (text, at) => {
        const swapped =
          text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        expect(isValid(swapped, today, 'foreignPermanentResidentId')).toBe(swapped === text);
      }),
      { numRuns: 2000 },
    );
  });
});
