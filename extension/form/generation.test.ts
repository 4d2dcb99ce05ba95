import { expect, it } from 'vitest';
import type { FieldRecord, FormRecord } from './field-record.ts';
import { generationOf } from './generation.ts';
import { decide } from './recognise.ts';

const formOf = (names: readonly (readonly [code: string, label: string])[]): FormRecord => ({
  fields: names.map(([code, label], index): FieldRecord => ({
    index,
    codes: code === '' ? [] : [code],
    labels: [{ text: label, source: 'cell' }],
    groups: [],
    shape: 'text',
    options: [],
    placeholder: '',
    maxLength: null,
    writable: true,
    dateOrder: null,
    forQuery: false,
  })),
  buttons: ['提交'],
  heading: '',
});

const common = [
  ['', '行政相对人名称'],
  ['', '统一社会信用代码'],
  ['', '行政许可决定书文号'],
  ['', '许可内容'],
  ['', '许可决定日期'],
  ['', '许可机关'],
] as const;

it.each([
  [
    '2015',
    [
      ['XK_XMMC', '项目名称'],
      ['XK_JZQ', '许可截止期'],
    ],
  ],
  [
    '2015',
    [
      ['', '审批类别'],
      ['', '地方编码'],
    ],
  ],
  [
    '2018',
    [
      ['XK_FR_SFZH', '法定代表人身份证号'],
      ['XK_YXQZ', '有效期自'],
    ],
  ],
  [
    '2019',
    [
      ['', '行政相对人类别'],
      ['', '项目名称'],
      ['', '审批类别'],
    ],
  ],
  ['2019', [['', '有效期至']]],
] as const)('a form of %s', (generation, own) => {
  const form = formOf([...common, ...own]);
  const { recognition } = decide(form);
  expect(recognition?.generation).toBe(generation);
  expect(generationOf(form, new Map(recognition?.fields))).toBe(generation);
});
