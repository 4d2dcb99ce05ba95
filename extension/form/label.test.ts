import { describe, expect, it } from 'vitest';
import { carriesCode, groupPrefix, looseLabel, normaliseLabel } from './label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['*行政许可决定文书号：', '行政许可决定文书号'],
    ['＊ 行政相对人 名称（必填）:', '行政相对人名称'],
    ['罚款金额（万元）', '罚款金额(万元)'],
    ['请输入统一社会信用代码', '统一社会信用代码'],
    ['※许可内容【必填项】', '许可内容'],
  ])('reads %s as %s', (written, label) => {
    expect(normaliseLabel(written)).toBe(label);
  });
});

describe('looseLabel', () => {
  it('leaves out what platforms add or drop at will', () => {
    expect(looseLabel('行政处罚决定书文号')).toBe(looseLabel('处罚决定书文号'));
    expect(looseLabel('罚款金额(万元)')).toBe('罚款金额');
  });
});

describe('groupPrefix', () => {
  it.each([
    ['一、法定代表人信息', '法定代表人'],
    ['2. 行政相对人基本情况', '行政相对人'],
  ])('takes %s for %s', (heading, prefix) => {
    expect(groupPrefix(heading)).toBe(prefix);
  });
});

describe('carriesCode', () => {
  it.each(['XK_WSH', 'AddXK_WSH', 'xk_wsh', 'form.xkWsh', 'record[XK_WSH]', 'XK_WSH '])(
    'finds XK_WSH in %s',
    (name) => {
      expect(carriesCode(name, 'XK_WSH')).toBe(true);
    },
  );

  it('tells 有效期自 (XK_YXQZ) from 有效期至 (XK_YXQZI)', () => {
    expect(carriesCode('XK_YXQZI', 'XK_YXQZ')).toBe(false);
  });
});
