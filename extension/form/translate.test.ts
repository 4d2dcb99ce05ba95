import { fieldOf } from '@baosong/shared/standards/index.ts';
import { describe, expect, it } from 'vitest';
import type { FieldRecord } from './field-record.ts';
import { sameValue, spellDate, toPage } from './to-page.ts';
import { toCanonical } from './translate.ts';

const plain: FieldRecord = {
  index: 0,
  codes: [],
  labels: [],
  groups: [],
  shape: 'text',
  options: [],
  placeholder: '',
  maxLength: null,
  writable: true,
  dateOrder: null,
  forQuery: false,
};
const field = (id: Parameters<typeof fieldOf>[1]) => fieldOf('penalty', id)!;

describe('dates', () => {
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026年01月05日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026-01-05 00:00:00', '2026-01-05'],
    ['２０２６－０１－０５', '2026-01-05'],
    ['25/01/2026', '2026-01-25'],
    ['明年', '明年'],
  ])('reads %s as %s', (written, date) => {
    expect(toCanonical(field('decisionDate'), written, plain)).toBe(date);
  });

  it('reads the year last in the order of the hint, or rather in the one that was learned', () => {
    const dayFirst: FieldRecord = { ...plain, dateOrder: 'dayFirst' };
    expect(toCanonical(field('decisionDate'), '05/01/2026', dayFirst)).toBe('2026-01-05');
    expect(toCanonical(field('decisionDate'), '05/01/2026', dayFirst, 'monthFirst')).toBe(
      '2026-05-01',
    );
  });

  it.each([
    [{ placeholder: 'DD/MM/YYYY' }, '', '05/01/2026'],
    [{ placeholder: 'YYYY年M月D日' }, '', '2026年1月5日'],
    [{ placeholder: 'YYYY-MM-DD HH:mm' }, '', '2026-01-05 00:00'],
    [{ placeholder: 'YYYY/MM/DD' }, '', '2026/01/05'],
    [{ placeholder: '例：20260101' }, '', '20260105'],
    [{ placeholder: 'yyyy年MM月dd日' }, '', '2026年01月05日'],
    [{ placeholder: 'YYYY-MM-DD hh:mm:ss' }, '', '2026-01-05 00:00:00'],
    [{ maxLength: 8 }, '', '20260105'],
    [{}, '2025/12/31', '2026/01/05'],
    [{}, '', '2026-01-05'],
  ])('writes them in the page’s own pattern (%o, %s)', (part, present, written) => {
    expect(spellDate('2026-01-05', { ...plain, ...part }, present)[0]).toBe(written);
  });
});

describe('choices', () => {
  it('offer every word that the page may use, the standard’s own first', () => {
    const written = toPage(
      field('subjectCategory'),
      'naturalPerson',
      { ...plain, shape: 'choice' },
      '',
    );
    expect(written).toMatchObject({
      kind: 'options',
      options: [['自然人', '个人', '公民', '01', 'naturalPerson']],
    });
  });

  it('are written as words into a text box', () => {
    expect(toPage(field('penaltyCategory'), '警告;罚款', plain, '')).toEqual({
      kind: 'text',
      spellings: ['警告;罚款'],
    });
  });

  it('come back as canonical values', () => {
    expect(toCanonical(field('subjectCategory'), '法人及其他组织', plain)).toBe('legalPerson');
    expect(toCanonical(field('subjectCategory'), 'A.法人及非法人组织', plain)).toBe('legalPerson');
    expect(toCanonical(field('penaltyCategory'), '3、罚款;（1）警告', plain)).toBe('罚款;警告');
    expect(toCanonical(field('penaltyCategory'), '没收非法所得;罚款', plain)).toBe(
      '没收违法所得;罚款',
    );
    expect(sameValue(field('penaltyCategory'), '罚款;警告', '警告;罚款')).toBe(true);
  });
});

it('keeps a text as it is typed, blanks too', () => {
  expect(toCanonical(field('documentNumber'), ' 云示罚〔2026〕5号', plain)).toBe(
    ' 云示罚〔2026〕5号',
  );
  expect(toCanonical(field('documentNumber'), '  ', plain)).toBe('');
});

describe('amounts', () => {
  const yuan: FieldRecord = { ...plain, labels: [{ text: '罚款金额（元）', source: 'cell' }] };

  it.each([
    ['0.2', '2000'],
    ['12.345678', '123456.78'],
    ['0', '0'],
  ])(
    'of %s ten thousand yuan are written as %s where the page counts yuan',
    (canonical, written) => {
      expect(toPage(field('fineAmount'), canonical, yuan, '')).toEqual({
        kind: 'text',
        spellings: [written],
      });
      expect(toCanonical(field('fineAmount'), written, yuan)).toBe(canonical);
    },
  );

  it('stay as they are where the page counts ten thousand yuan', () => {
    const label: FieldRecord = { ...plain, labels: [{ text: '罚款金额（万元）', source: 'cell' }] };
    expect(toPage(field('fineAmount'), '0.2', label, '')).toEqual({
      kind: 'text',
      spellings: ['0.2'],
    });
    expect(sameValue(field('fineAmount'), '0.2', '0.200000')).toBe(true);
  });
});

it('reads an amount by the unit of its label, whatever sign stands before it', () => {
  expect(toCanonical(field('fineAmount'), '¥ 0.2', plain)).toBe('0.2');
});
