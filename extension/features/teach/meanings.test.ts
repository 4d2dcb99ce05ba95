import { expect, it } from 'vitest';
import { controlChoices } from './control-choices.ts';
import { buttonChoices, search } from './meanings.ts';

const found = (typed: string): string[] =>
  search(controlChoices.licence, typed).map(({ label }) => label);

it('offers every field of the kind, and what is no field', () => {
  expect(found('')).toHaveLength(controlChoices.licence.length);
  expect(found('').slice(0, 2)).toEqual(['交给自动识别', '不是报送字段']);
});

it.each([
  ['许可内容', '许可内容'],
  ['XK_WSH', '行政许可决定文书号'],
  ['xk_wsh', '行政许可决定文书号'],
  ['统一代码', '统一社会信用代码'],
  ['不是', '不是报送字段'],
])('finds %s', (typed, label) => {
  expect(found(typed)[0]).toBe(label);
});

it('finds nothing by what is nowhere', () => {
  expect(found('天气')).toEqual([]);
});

it('finds buttons', () => {
  expect(search(buttonChoices, '处罚').map(({ meaning }) => meaning)).toEqual(['zero:penalty']);
});
