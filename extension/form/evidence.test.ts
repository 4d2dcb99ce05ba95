import { describe, expect, it } from 'vitest';
import { answerIn } from './evidence.ts';

describe('answerIn', () => {
  it.each([
    '提交成功',
    '上报成功！',
    '受理编号：20260001',
    '您的信息已登记',
    '本周已零报送',
    '回执号 A1',
  ])('takes %s for success', (line) => {
    expect(answerIn([line], [])).toEqual({ outcome: 'success', text: line });
  });

  it.each(['提交失败，请重试', '保存不成功'])('takes %s for failure', (line) => {
    expect(answerIn(['提交成功', line], [])?.outcome).toBe('failure');
  });

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
