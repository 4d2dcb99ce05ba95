import { describe, expect, it, test } from 'vitest';
import type { OwnExplanation } from './explanation.ts';
import {
  acceptExplanation,
  ExplanationsRefusal,
  mergeExplanations,
  readExplanations,
  writeExplanations,
} from './file.ts';

const origin = { kind: 'unit', name: '云溪市市场监督管理局' } as const;
const at = '2026-11-25T01:00:00.000Z';
const explanation: OwnExplanation = {
  code: 'E77',
  message: '第#行主体未登记',
  meaning: '平台要求先登记主体。',
  advice: '先在平台登记主体，再提交。',
  fields: ['subjectName', 'unifiedSocialCreditCode'],
  origin,
  at,
};

const file = (changes: object = {}, ...explanations: object[]): string =>
  JSON.stringify({
    format: 'baosong-explanations',
    version: 1,
    origin,
    exportedAt: at,
    explanations,
    ...changes,
  });

describe('a file of explanations', () => {
  it('comes back as it was written', () => {
    const second = { ...explanation, code: '', message: '*不通过*' };
    expect(readExplanations(writeExplanations([explanation, second], origin, at))).toEqual({
      format: 'baosong-explanations',
      version: 1,
      origin,
      exportedAt: at,
      explanations: [explanation, second],
    });
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', 'PK', /不是退回原因说明/],
    ['another JSON', '{"records":[]}', /不是退回原因说明/],
    ['a list', '[]', /不是退回原因说明/],
    ['a later version', file({ version: 2 }), /先更新扩展/],
    ['no origin', file({ origin: undefined }), /文件的开头不符合格式/],
    ['a field too many', file({}, { ...explanation, x: 1 }), /第1条不符合格式/],
    [
      'a blank meaning',
      file({}, explanation, { ...explanation, meaning: ' ' }),
      /第2条“意思”不能为空/,
    ],
    [
      'a long advice',
      file({}, { ...explanation, advice: '长'.repeat(501) }),
      /“怎么办”最多500个字/,
    ],
    [
      'an unknown field',
      file({}, { ...explanation, fields: ['__proto__'] }),
      /“字段”不是数据标准里的字段/,
    ],
    [
      'neither code nor message',
      file({}, { ...explanation, code: '', message: '*' }),
      /第1条代码和提示至少要有一项/,
    ],
    [
      'a message as printed',
      file({}, { ...explanation, message: '第 3 行！' }),
      /“提示”写法不规范/,
    ],
    [
      'an identity number',
      file({}, { ...explanation, meaning: '号码420202199003070016' }),
      /里有身份证号码，请删去/,
    ],
    [
      'the same twice',
      file({}, explanation, { ...explanation, meaning: '别的。' }),
      /第2条与前面的一条/,
    ],
  ])('is refused with %s', (_, text, sentence) => {
    expect(() => readExplanations(text)).toThrow(ExplanationsRefusal);
    expect(() => readExplanations(text)).toThrow(sentence);
  });

  it('never repeats in its refusal what stands in the file', () => {
    for (const part of ['code', 'message', 'meaning', 'advice', 'at'] as const) {
      const bad = { ...explanation, [part]: `420202199003070016 ${'x'.repeat(600)}` };
      expect(() => readExplanations(file({}, bad))).toThrow(/^(?!.*420202)/);
    }
  });
});

describe('acceptExplanation', () => {
  it('brings code and message into the forms that are compared', () => {
    expect(
      acceptExplanation({
        ...explanation,
        code: ' e77 ',
        message: '企业 * 的第12项，有误！',
        meaning: ' 名称有误。 ',
      }),
    ).toEqual({
      ...explanation,
      code: 'E77',
      message: '企业*的第#项有误',
      meaning: '名称有误。',
    });
  });

  test.each<[string, Partial<OwnExplanation>, string]>([
    ['a blank meaning', { meaning: ' ' }, '说明没有保存：“意思”不能为空。'],
    [
      'neither code nor message',
      { code: '', message: ' * ' },
      '说明没有保存：代码和提示至少要有一项。',
    ],
    [
      'an identity number',
      { advice: '查420202199003070016' },
      '说明没有保存：“怎么办”里有身份证号码，请删去。',
    ],
  ])('refuses %s', (_, changes, sentence) => {
    expect(() => acceptExplanation({ ...explanation, ...changes })).toThrow(sentence);
  });
});

describe('mergeExplanations', () => {
  it('tells what is new, what is known, and what clashes', () => {
    const fresh = { ...explanation, code: 'E78' };
    const known = {
      ...explanation,
      origin: { kind: 'centre', name: '云溪市信用中心' },
      at,
    } as const;
    const clash = { ...explanation, advice: '联系信用中心。' };
    expect(mergeExplanations([explanation], [fresh, known])).toEqual({
      fresh: [fresh],
      known: [known],
      clashes: [],
    });
    expect(mergeExplanations([explanation], [clash])).toEqual({
      fresh: [],
      known: [],
      clashes: [{ present: explanation, incoming: clash }],
    });
  });
});
