import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisions, valid } from './document-number.cases.ts';
import { isValid, normalize, parse, suggest } from './document-number.ts';

describe('verdicts', () => {
  it.each([
    ...valid,
    '云市监罚〔2026〕12号',
    '云市监罚〔2026〕12-1号',
    '顺（一）消行罚决字〔2023〕100127号',
    '云·市A监罚〔2026〕12号',
  ])('%s is valid', (text) => {
    expect(isValid(text)).toBe(true);
    expect(suggest(text)).toBeNull();
  });

  it.each(decisions)('%j: %s, because %s', (text, verdict) => {
    expect(isValid(text)).toBe(verdict);
  });

  it.each([
    ['', 'empty'],
    ['云市监许可2019', 'year'],
    ['云市监罚[2026]12号', 'year'],
    ['云市监罚〔26〕12号', 'year'],
    ['〔2019〕1号', 'agency'],
    ['云市监罚 〔2026〕12号', 'agency'],
    ['云市监罚〔2026〕012号', 'sequence'],
    ['云市监罚〔2026〕第12号', 'sequence'],
    ['云市监罚〔2026〕１２号', 'sequence'],
    ['云市监罚〔2026〕12', 'sequence'],
    ['云〔2026〕市'.repeat(100), 'length'],
  ])('%j is invalid: %s', (text, reason) => {
    expect(parse(text)).toEqual({ ok: false, reason });
  });
});

it('has an agency, a year and a sequence', () => {
  expect(parse('云市监罚〔2026〕12-1号')).toEqual({
    ok: true,
    agency: '云市监罚',
    year: 2026,
    sequence: '12-1',
  });
});

describe('suggest', () => {
  it.each(
    Array.from(
      '[]［］【】()（）〖〗﹝﹞「」『』{}｛｝<>＜＞《》〈〉'.matchAll(/(.)(.)/gu),
      ([pair]) => pair,
    ),
  )('takes %s around the year for 〔〕', (pair) => {
    expect(suggest(`云市监罚${pair.charAt(0)}2026${pair.charAt(1)}12号`)).toBe(
      '云市监罚〔2026〕12号',
    );
  });

  it.each([
    ['云市监罚〔2026〕第012号', '云市监罚〔2026〕12号'],
    ['云市监罚 〔２０２６〕 １２ 号\u200b', '云市监罚〔2026〕12号'],
    ['顺（一）消罚（2023）7号', '顺（一）消罚〔2023〕7号'],
    ['顺(一)消罚[2023]7号', '顺(一)消罚〔2023〕7号'],
    ['云市监罚〔2026〕12－1号', '云市监罚〔2026〕12-1号'],
    ['云市监罚〔2026〕12', null],
    ['云市监许可2019', null],
    ['', null],
  ])('mends %j to %j', (text, mended) => {
    expect(suggest(text)).toBe(mended);
  });
});

describe('normalize', () => {
  it('makes one form of what is one number', () => {
    expect(normalize('顺（一）消罚【2023】第007号')).toBe(normalize('顺(一)消罚〔2023〕7号'));
    expect(normalize('XK-2026 001')).toBe('XK-2026001');
  });

  it('changes nothing more when applied twice, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom(...Array.from('云〔〕[](（）2026019第号 -－')),
            maxLength: 30,
          }),
        ),
        (text) => {
          const once = normalize(text);
          expect(normalize(once)).toBe(once);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
