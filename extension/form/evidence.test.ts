import { describe, expect, it } from 'vitest';
import { answerIn, withoutSent } from './evidence.ts';

describe('answerIn', () => {
  it.each([
    '提交成功',
    '上报成功！',
    '受理编号：20260001',
    '您的信息已登记',
    '本周已零报送',
    '回执号 A1',
    '操作成功！',
    '数据上报成功',
    '提交成功，等待审核',
    '您的申报已提交，请等待审核',
    '成功上报1条数据',
    '报送成功1条，失败0条',
    '行政许可信息录入成功',
    '数据已保存',
    '提交成功！是否继续添加？',
    '提交成功，您可以下载附件',
  ])('takes %s for success', (line) => {
    expect(answerIn([line], [])).toEqual({ outcome: 'success', text: line });
  });

  it.each([
    '提交成功后将不可修改，是否提交？',
    '草稿保存成功',
    '自动保存成功',
    '附件保存成功',
    '登录成功',
    '上报成功0条',
    '待上报',
    '已上报(12)',
  ])('takes %s for nothing', (line) => {
    expect(answerIn([line], [line])).toBeNull();
  });

  it('is not misled by the states that a list may be narrowed to', () => {
    expect(answerIn(['全部', '上报成功', '上报失败'], [])).toBeNull();
  });

  it.each([
    '系统繁忙，请稍后再试',
    '该文书号已存在',
    '请勿重复提交',
    '登录超时，请重新登录',
    '上报成功0条，失败1条',
  ])('takes %s for a complaint', (line) => {
    expect(answerIn([line], [line])?.outcome).toBe('failure');
  });

  it.each(['提交失败，请重试', '保存不成功', '保存信息失败：文书号重复'])(
    'takes %s for failure',
    (line) => {
      expect(answerIn(['提交成功', line], [])?.outcome).toBe('failure');
    },
  );

  it('takes a mere complaint for failure only in a message', () => {
    expect(answerIn(['统一社会信用代码不正确'], [])).toBeNull();
    expect(answerIn([], ['统一社会信用代码不正确'])?.outcome).toBe('failure');
  });

  it('is not misled by menus and heads of lists in a new document', () => {
    expect(
      answerIn(['已报送记录', '回执号', '本周暂无零报送', '数据报送', '错误数据查询'], []),
    ).toBeNull();
  });

  it('prefers success to a hint beside it', () => {
    expect(answerIn(['受理编号 20260001'], ['如有错误请联系我们'])?.outcome).toBe('success');
  });

  it('tells of a long line no more than its beginning', () => {
    expect(answerIn([`提交成功${'长'.repeat(1000)}`], [])?.text).toHaveLength(400);
  });
});

it('is no answer what was sent itself', () => {
  const sent = ['拒绝配合检查，提供错误资料\n登记失败后继续经营', '警告', '1'];
  const lines = ['违法事实：拒绝配合检查，提供错误资料', '登记失败后继续经营'];
  expect(answerIn(lines, lines)).toMatchObject({ outcome: 'failure' });
  const others = withoutSent(lines, sent);
  expect(answerIn(others, others)).toBeNull();
  expect(withoutSent(['成功1条'], sent)).toEqual(['成功1条']);
});
