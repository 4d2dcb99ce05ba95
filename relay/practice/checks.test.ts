import { describe, expect, it } from 'vitest';
import { refusals } from './checks.ts';
import type { FormValues } from './form.ts';
import { licenceForm } from './licence-form.ts';
import { penaltyForm } from './penalty-form.ts';
import { companyPenalty, licence, personPenalty } from './testing/values.ts';

const today = '2026-11-24';
const messages = (form: typeof licenceForm, values: FormValues): string[] =>
  refusals(form, values, today).map(({ message }) => message);

describe('the checks of the platform', () => {
  it('take a complete licence and a complete penalty of a company and of a person', () => {
    expect(messages(licenceForm, licence)).toEqual([]);
    expect(messages(penaltyForm, companyPenalty)).toEqual([]);
    expect(messages(penaltyForm, personPenalty)).toEqual([]);
  });

  it('are narrower than the standard: no check digits, no sums', () => {
    expect(messages(licenceForm, { ...licence, XK_XDR_SHXYM: '91420200MA4YX00720' })).toEqual([]);
    expect(messages(penaltyForm, { ...personPenalty, CF_XDR_ZJHM: '420202199003070017' })).toEqual(
      [],
    );
    expect(messages(penaltyForm, { ...companyPenalty, CF_NR_FK: '2000' })).toEqual([]);
  });

  it.each([
    ['an empty name', { XK_XDR_MC: ' ' }, '行政相对人名称不能为空'],
    [
      'a code of the wrong shape',
      { XK_XDR_SHXYM: '91420200MA4YX0072' },
      '行政相对人代码_1(统一社会信用代码)不正确',
    ],
    [
      'a short code of the authority',
      { XK_XKJGDM: '1142' },
      '许可机关统一社会信用代码需等于18位！',
    ],
    [
      'a date with hyphens',
      { XK_JDRQ: '2026-11-20' },
      '许可决定日期：请输入正确的日期格式！（YYYY/MM/DD）',
    ],
    ['a decision after today', { XK_JDRQ: '2026/11/25' }, '许可决定日期不能大于当前日期！'],
    [
      'an end before the beginning',
      { XK_YXQZI: '2026/11/19' },
      '开始时间不能大于结束时间！（有效期自、有效期至）',
    ],
    ['a word where a select has digits', { XK_XKLB: '普通' }, '许可类别取值不正确'],
    ['a text that is too long', { BZ: '备'.repeat(513) }, '备注长度超限，最多512个字'],
    [
      'a document of a person beside a company',
      { XK_XDR_ZJHM: '420202199003070016' },
      '行政相对人类别不是自然人时，证件号码应为空',
    ],
  ])('refuse a licence with %s', (_case, change, message) => {
    expect(messages(licenceForm, { ...licence, ...change })).toEqual([message]);
  });

  it.each([
    ['a fine in words', { CF_NR_FK: '2000元' }, '处罚金额（万元）应为数字，最多6位小数'],
    ['seven decimals', { CF_NR_FK: '0.1234567' }, '处罚金额（万元）应为数字，最多6位小数'],
    ['an unknown kind of penalty', { CF_CFLB: '罚款;训诫' }, '处罚类别取值不正确'],
    [
      'a publication that ends before the decision',
      { CF_GSJZQ: '2026-11-01' },
      '开始时间不能大于结束时间！（处罚决定日期、公示截止日期）',
    ],
  ])('refuse a penalty with %s', (_case, change, message) => {
    expect(messages(penaltyForm, { ...companyPenalty, ...change })).toEqual([message]);
  });
});
