import { describe, expect, it } from 'vitest';
import { codeLikeness, codeWords, groupPrefix, looseLabel, normaliseLabel } from './label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['*行政相对人名称（必填）：', '行政相对人名称'],
    ['法 定 代 表 人：', '法定代表人'],
    ['文　书　号', '文书号'],
    ['请输入统一社会信用代码', '统一社会信用代码'],
    ['处罚决定书文号【选填】', '处罚决定书文号'],
    ['许可机关 必填', '许可机关'],
    ['【许可内容】', '许可内容'],
    ['12、许可编号', '许可编号'],
    ['（3）许可类别', '许可类别'],
    ['请输入文书号，如：云示许〔2026〕1号', '文书号'],
    ['罚款金额（万元）', '罚款金额(万元)'],
    ['许可编号 ？', '许可编号'],
    ['许可编号 [?] 0/200', '许可编号'],
    ['许可编号 Licence No.', '许可编号'],
    ['--请选择许可类别--', '许可类别'],
    ['1.2 许可类别', '许可类别'],
    ['③许可类别', '许可类别'],
    ['（二）许可类别', '许可类别'],
    ['许可类别（必填）：帮助', '许可类别'],
    ['许可类别？请按国家标准填写', '许可类别'],
    ['许可类别如有多个请用分号隔开', '许可类别'],
    ['XK_XKLB 许可类别', '许可类别'],
    ['申请人名称', '申请人名称'],
  ])('%s → %s', (text, expected) => {
    expect(normaliseLabel(text)).toBe(expected);
  });
});

it('looks past what platforms add at will', () => {
  expect(looseLabel('行政处罚决定文书号')).toBe(looseLabel('处罚文号'));
  expect(looseLabel('处罚种类')).toBe(looseLabel('行政处罚类型'));
  expect(looseLabel('许可部门名称')).toBe(looseLabel('许可机关'));
  expect(looseLabel('经营者身份证号码')).toBe(looseLabel('法定代表人证件号'));
  expect(looseLabel('许可有效期截止日期')).toBe(looseLabel('许可有效期至'));
  expect(looseLabel('许可文件编号')).toBe(looseLabel('行政许可决定书文号'));
  expect(looseLabel('许可决定书编号')).not.toBe(looseLabel('许可编号'));
  expect(looseLabel('处罚机构代码')).toBe(looseLabel('处罚机关信用代码'));
  expect(looseLabel('有效期自[格式2026/01/01]')).toBe(looseLabel('有效期自'));
  expect(looseLabel('实施机构编码')).toBe(looseLabel('实施机关代码'));
  expect(looseLabel('机关代码')).not.toBe(looseLabel('机构代码'));
  expect(looseLabel('被处罚单位法定代表人')).toBe(looseLabel('法定代表人'));
  expect(looseLabel('有效期自')).not.toBe(looseLabel('有效期至'));
  expect(groupPrefix('二、法定代表人信息')).toBe('法定代表人');
  expect(groupPrefix('（一）行政相对人基本情况')).toBe('行政相对人');
});

describe('codeLikeness', () => {
  const likeness = (name: string, code: string): number =>
    codeLikeness(codeWords(name), codeWords(code));

  it.each([
    ['XK_WSH', 'XK_WSH'],
    ['XK_WSH ', 'XK_WSH'],
    ['AddXK_WSH', 'XK_WSH'],
    ['edit_XK_WSH', 'XK_WSH'],
    ['XK_WSH_edit', 'XK_WSH'],
    ['XK_WSH_1', 'XK_WSH'],
    ['XK_WSH$text', 'XK_WSH'],
    ['form.xkWsh', 'XK_WSH'],
    ['xk_wsh', 'XK_WSH'],
    ['xkwsh', 'XK_WSH'],
    ['data[XK_XDR_MC]', 'XK_XDR_MC'],
    ['rows[0].XK_XDR_MC', 'XK_XDR_MC'],
    ['ctl00$ContentPlaceHolder1$txtXK_XDR_MC', 'XK_XDR_MC'],
    ['ctl00_ContentPlaceHolder1_XK_XDR_MC', 'XK_XDR_MC'],
    ['txtBZ', 'BZ'],
    ['rows[0].BZ', 'BZ'],
    ['record.xkWshStr', 'XK_WSH'],
    ['XK_WSHStr', 'XK_WSH'],
    ['ctl00$MainContent$txtBZ', 'BZ'],
    ['AddBZ', 'BZ'],
    ['CF_CFLB1', 'CF_CFLB1'],
  ])('%s carries %s', (name, code) => {
    expect(likeness(name, code)).toBe(1);
  });

  it.each([
    ['XK_XKJGDM', 'XK_XKJG'],
    ['CF_NR_FK', 'CF_NR'],
    ['XK_YXQZI', 'XK_YXQZ'],
    ['XK_XDR_MC', 'XK_XDR'],
    ['CF_WSH', 'XK_WSH'],
    ['old_XK_WSH', 'XK_WSH'],
    ['XK_XDR_MC_ID', 'XK_XDR_MC'],
    ['DW_BZ', 'BZ'],
    ['JFBZ', 'BZ'],
    ['subject', 'BZ'],
  ])('%s does not carry %s', (name, code) => {
    expect(likeness(name, code)).toBe(0);
  });

  it('is less sure of a number after a code, which may make it another one', () => {
    expect(likeness('XK_WSH1', 'XK_WSH')).toBe(0.75);
    expect(likeness('CF_CFLB2', 'CF_CFLB')).toBe(0.75);
    expect(likeness('CF_CFLB1', 'CF_CFLB1')).toBe(1);
  });
});
