import { describe, expect, it, test } from 'vitest';
import { allFieldIds } from '../standards/catalogue.ts';
import { dictionary } from './dictionary.ts';
import { codeOf, explain, fieldsNamedIn } from './explain.ts';
import type { OwnExplanation } from './explanation.ts';
import { messagePattern, normalizeMessage } from './message.ts';

const own = (changes: Partial<OwnExplanation>): OwnExplanation => ({
  code: '',
  message: '',
  meaning: '平台要求先登记主体。',
  advice: '先在平台登记主体。',
  fields: ['subjectName'],
  origin: { kind: 'unit', name: '云溪市市场监督管理局' },
  at: '2026-11-25T01:00:00.000Z',
  ...changes,
});

describe('the dictionary', () => {
  it('names fields that a standard has, says something, and has no entry behind an equal one', () => {
    const ids = [...allFieldIds];
    for (const { fields, meaning, advice, source } of dictionary) {
      expect(ids).toEqual(expect.arrayContaining([...fields]));
      for (const text of [meaning, advice]) expect(text).toMatch(/。$/);
      expect(source).not.toBe('');
    }
    const keys = dictionary.map(({ code, message }) => `${code} ${message}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  // Codes and messages as the platforms print them.
  test.each([
    ['1001', '', '没有这个主体', 'subjectName'],
    [
      '',
      '验证规则代码:1001;错误描述:未查询到主体或查询到的主体信息不匹配.',
      '没有这个主体',
      'subjectName',
    ],
    ['', '行政相对人代码_1(统一社会信用代码)不正确', '写错了', 'unifiedSocialCreditCode'],
    ['10002', '企业名称为空', '名称没有送到', 'subjectName'],
    ['10003', '必填日期为空', '必填的日期', 'decisionDate'],
    ['10004', '', '读不懂', 'decisionDate'],
    ['20001', '重复数据，旧数据', '都相同', 'documentNumber'],
    ['30002', '企业类型代码或名称错误', '不一致', 'subjectCategory'],
    ['40001', '规则解析错误', '不是这条记录的错', undefined],
    ['5001', 'JSON解析失败', '格式有误', undefined],
    ['4002', '', '部门编码', undefined],
    ['', '发证日期不能大于当前日期！', '晚于今天', 'decisionDate'],
    ['', '截止日期不能小于当前日期！', '有效期', 'validUntil'],
    ['', '社会信用代码需大于等于18位！', '少了几位', 'unifiedSocialCreditCode'],
    ['', '许可机关统一社会信用代码不能为空', '许可机关', 'authorityCode'],
    ['', '企业名称里包含特殊字符信息!', '符号', 'subjectName'],
    ['', '当前企业已有该核发类型许可，无需继续推送！', '同类的许可', 'subjectName'],
    ['', '行政许可证书名称不能为空', '选填项', 'certificateName'],
    ['', '输入值不能包含空格！', '空格', 'subjectName'],
    ['', '已超过7个工作日,属迟报', '晚了', 'decisionDate'],
  ])('explains “%s %s”', (code, message, meaning, field) => {
    const explained = explain({ code, message }, 'licence', []);
    expect(explained?.meaning).toContain(meaning);
    expect(explained?.fields[0]).toBe(field);
  });
});

describe('explain', () => {
  it('says nothing where nothing is known', () => {
    expect(explain({ code: 'E77', message: '校验未通过' }, 'licence', [])).toBeNull();
    expect(explain({}, 'licence', [])).toBeNull();
  });

  it('says how sure it is, less so where the code comes with other words', () => {
    expect(explain({ code: '1001' }, 'licence', [])).toMatchObject({ certainty: 'stated' });
    expect(explain({ code: '1001', message: '照片太大' }, 'licence', [])).toMatchObject({
      certainty: 'inferred',
    });
    expect(
      explain({ code: '1001', message: '发证日期不能大于当前日期！' }, 'licence', [])?.fields,
    ).toEqual(['decisionDate']);
  });

  it('takes the fields from the message where the explanation names none of the kind', () => {
    expect(explain({ message: '“处罚依据”不能为空' }, 'penalty', [])?.fields).toEqual([
      'penaltyBasis',
    ]);
    expect(explain({ message: '证书名称不能为空' }, 'penalty', [])?.fields).toEqual([]);
  });

  it('prefers what a unit or its centre wrote, by code and message, by code, then by message', () => {
    const message = messagePattern(normalizeMessage('第3行主体未登记'));
    const byBoth = own({ code: 'E77', message, meaning: '甲。' });
    const byCode = own({ code: 'E77', meaning: '乙。' });
    const byMessage = own({ message, meaning: '丙。' });
    const all = [byBoth, byCode, byMessage];
    const meaningOf = (code: string, text: string) =>
      explain({ code, message: text }, 'licence', all)?.meaning;
    expect(meaningOf('e77', '第8行，主体未登记！')).toBe('甲。');
    expect(meaningOf('E77', '别的')).toBe('乙。');
    expect(meaningOf('', '第8行主体未登记')).toBe('丙。');
    expect(meaningOf('E78', '别的')).toBeUndefined();
    expect(explain({ code: '1001' }, 'licence', [own({ code: '1001' })])).toMatchObject({
      by: 'own',
    });
  });
});

describe('codeOf', () => {
  test.each([
    [{ code: ' 1001 ' }, '1001'],
    [{ code: '', message: '错误码：E5001' }, 'E5001'],
    [{ message: '{"errorCode":"6001","errorMsg":"数据结构空"}' }, '6001'],
    [{ message: '统一社会信用代码:91420200MA4900002A' }, ''],
    [{ message: '规则代码:420202199003070016' }, ''],
  ])('of %o is %s', (rejection, code) => {
    expect(codeOf(rejection)).toBe(code);
  });
});

it('finds the longest of overlapping names, in the order of the message', () => {
  expect(
    fieldsNamedIn(normalizeMessage('许可机关统一社会信用代码与许可机关不一致'), 'licence'),
  ).toEqual(['authorityCode', 'authorityName']);
});
