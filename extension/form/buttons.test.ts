import { describe, expect, it } from 'vitest';
import { buttonWords, isQueryForm, isSubmission, maySubmit } from './buttons.ts';

describe('isSubmission', () => {
  it.each([
    '提交',
    '上报',
    '报送',
    '保存并上报',
    '确认提交',
    '提交审核',
    '立即上报',
    '提交（S）',
    '✓ 提 交',
    '提交 >>',
    '\ue602提交',
    '提交并返回',
    '提交并打印',
    '打印并提交',
  ])('takes %s for a submission, wherever it stands', (words) => {
    expect(isSubmission(buttonWords(words), false, [])).toBe(true);
  });

  it.each([
    '重置',
    '查询',
    '暂存',
    '保存草稿',
    '取消',
    '返回',
    '导出',
    '提交记录查询',
    '本周无数据',
    '删除',
    '下一步',
    '批量上报',
    '提交选中',
    '上报记录',
    '提交须知',
    '报送单位',
    '上报时间',
    '查看上报结果',
    '撤销上报',
    '放弃提交',
    '不提交',
    '待上报',
    '存为草稿',
    '临时保存',
    '保存为模板',
    '打印',
  ])('lets %s pass', (words) => {
    expect(isSubmission(words, true, [])).toBe(false);
  });

  it('leaves the menu entry 数据报送 alone and takes it for a submission inside the form only', () => {
    expect(isSubmission('数据报送', false, [])).toBe(false);
    expect(isSubmission('数据报送', true, [])).toBe(true);
  });

  it('takes 保存 for the submission only where the form has no other', () => {
    expect(isSubmission('保存', true, ['取消'])).toBe(true);
    expect(isSubmission('保存', true, ['提交', '取消'])).toBe(false);
    expect(isSubmission('保存', false, [])).toBe(false);
  });

  it.each([
    '保存并继续',
    '保存并返回',
    '保存信息',
    '确认保存',
    '保存(S)',
    '确定',
    '确认入库',
    '录入',
    '发布',
    '完成',
  ])('takes %s for 保存', (words) => {
    expect(isSubmission(buttonWords(words), true, ['取消'])).toBe(true);
    expect(isSubmission(buttonWords(words), true, ['提交'])).toBe(false);
  });

  it('sees through the spaces in 提 交', () => {
    expect(isSubmission(buttonWords('提 交'), false, [])).toBe(true);
  });
});

it('lets drafts through that a form sends by its own submit event', () => {
  expect(maySubmit('暂存')).toBe(false);
  expect(maySubmit('')).toBe(true);
});

it('knows a query form by its buttons', () => {
  expect(isQueryForm(['查询', '重置'])).toBe(true);
  expect(isQueryForm(['查询', '上报'])).toBe(false);
  expect(isQueryForm(['查询', '录入', '发布'])).toBe(true);
  expect(isQueryForm(['保存', '取消'])).toBe(false);
});
