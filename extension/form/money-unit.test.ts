import { expect, it } from 'vitest';
import type { FieldRecord } from './field-record.ts';
import { areUnits, countsYuan } from './money-unit.ts';

const amount = (text: string, placeholder = ''): FieldRecord => ({
  index: 0,
  codes: [],
  labels: [
    { text: '罚款金额', source: 'cell' },
    { text, source: 'after' },
  ],
  groups: [],
  shape: 'text',
  options: [],
  placeholder,
  maxLength: null,
  writable: true,
  dateOrder: null,
  forQuery: false,
});

it.each([
  '元',
  '罚款金额（元）',
  '罚款金额(人民币元)',
  '罚款金额（单位：元）',
  '罚款金额/元',
  '元 没收金额',
  '单位：元',
])('counts yuan where the page says %s', (text) => {
  expect(countsYuan(amount(text))).toBe(true);
  expect(countsYuan(amount('', text))).toBe(true);
});

it.each(['万元', '罚款金额（万元）', '（ 万 元 ）', '单位：万元', '公元', '罚款金额'])(
  'counts ten thousand yuan where it says %s',
  (text) => {
    expect(countsYuan(amount(text))).toBe(false);
  },
);

it('goes by the unit that is chosen, whatever else the page says', () => {
  expect(countsYuan(amount('元'), '万元')).toBe(false);
  expect(countsYuan(amount('万元'), '元')).toBe(true);
  expect(areUnits(['元', '万元'])).toBe(true);
  expect(areUnits(['元', '美元'])).toBe(false);
  expect(areUnits([])).toBe(false);
});
