/** Pages that are not there to report with, however much they look like it. */
import { pageOf } from './made-form.ts';

const field = (label: string): string => `<td>${label}</td><td><input name="q"></td>`;
const rows = (labels: readonly string[]): string =>
  `<table>${labels.map((label) => `<tr>${field(label)}</tr>`).join('')}</table>`;

const asked = [
  '行政相对人名称',
  '统一社会信用代码',
  '行政许可决定文书号',
  '许可类别',
  '许可机关',
  '许可决定日期',
  '有效期至',
  '数据来源单位',
];
const query = asked.map((label) => `<label>${label}<input></label>`).join('');
const bar = (buttons: string): string => `<div class="bar">${query}${buttons}</div>`;
const list = `<table>${'<tr><td><input type="checkbox"></td><td>云示许〔2026〕1号</td><td>示例市云溪商贸有限公司</td></tr>'.repeat(8)}</table>`;
const penalty = [
  '行政相对人名称',
  '统一社会信用代码',
  '行政处罚决定书文号',
  '处罚类别',
  '处罚内容',
  '处罚决定日期',
  '处罚机关',
];
const titled = (title: string, labels: readonly string[], buttons: string): string =>
  pageOf(`<h2>${title}</h2><form>${rows(labels)}${buttons}</form>`, title);
const each = (labels: readonly string[], control: (label: string) => string): string =>
  `<table>${labels.map((label) => `<tr><td>${label}</td><td>${control(label)}</td></tr>`).join('')}</table>`;
const button = (words: string): string => `<button type="button">${words}</button>`;

/** By name. */
export const otherPages: Readonly<Record<string, string>> = {
  'a query form': pageOf(`<form>${rows(asked)}${button('查询')}${button('重置')}</form>${list}`),
  'a query form that a page opens between the rows of a table': pageOf(
    `<table><form>${asked.map((label) => `<tr>${field(label)}</tr>`).join('')}<tr><td>${button('查询')}</td></tr></form></table>${list}`,
  ),
  'a search bar over a list with 批量上报': pageOf(
    `${bar(button('查询') + button('重置'))}<p>${button('新增')}${button('批量上报')}${button('导出')}</p>${list}`,
  ),
  'a search bar with 批量上报 in it': pageOf(
    `<form>${bar(button('搜索') + button('批量上报'))}${list}</form>`,
  ),
  'a search bar below a menu that says 数据上报': pageOf(
    `<div class="menu"><a href="#">数据上报</a><a href="#">信息报送</a></div>${query}${button('查询')}${list}`,
  ),
  'a log-in page': pageOf(
    `${query}<input name="user"><input type="password" name="word">${button('登录')}`,
  ),
  'a report form with a password in it': pageOf(
    `<form>${rows(asked)}<input type="password">${button('提交')}</form>`,
  ),
  'a leave request': pageOf(
    `<form>${rows(['姓名', '证件号码', '部门', '请假类型', '开始日期', '结束日期', '事由', '负责人', '备注'])}${button('提交')}</form>`,
  ),
  'news full of the same words': pageOf(
    `<input placeholder="请输入关键字">${button('搜索')}<select><option>标题<option>全文</select><input placeholder="决定书文号"><h1>行政处罚信息公示</h1>${'<p>行政相对人名称、统一社会信用代码、行政处罚决定书文号、违法事实、处罚内容、处罚决定日期、处罚机关</p>'.repeat(40)}`,
  ),
  'a detail page that cannot be changed': pageOf(
    `<form>${rows(asked).replace(/<input/g, '<input readonly value="示例"')}${button('提交')}${button('返回')}</form>`,
  ),
  'a detail page of disabled controls': pageOf(
    `<form>${rows(asked).replace(/<input/g, '<input disabled value="示例"')}${button('关闭')}</form>`,
  ),
  'a table of many hundred controls': pageOf(
    `<form>${rows(asked)}<table>${`<tr>${asked.map(() => '<td><input></td>').join('')}</tr>`.repeat(100)}</table>${button('提交')}</form>`,
  ),
  'a survey of satisfaction': pageOf(
    `<form><h2>行政许可办理满意度调查</h2>${rows(['姓名', '证件号码', '许可类别', '许可机关', '许可决定日期', '许可决定文书号', '您的意见', '联系电话'])}${button('提交')}</form>`,
  ),
  'a request to repair credit': pageOf(
    `<form><h2>行政处罚信用修复申请</h2>${rows(['行政相对人名称', '统一社会信用代码', '法定代表人', '行政处罚决定书文号', '处罚决定日期', '处罚机关', '处罚内容', '修复理由', '联系人', '联系电话'])}${button('提交')}</form>`,
  ),
  'an objection': pageOf(
    `<form>${rows(['行政相对人名称', '统一社会信用代码', '行政处罚决定书文号', '处罚决定日期', '处罚机关', '处罚内容', '异议内容', '联系电话'])}${button('提交申请')}</form>`,
  ),
  'an administration of users': pageOf(
    `<form>${rows(['用户名', '姓名', '证件类型', '证件号码', '单位名称', '统一社会信用代码', '联系电话', '状态', '备注'])}${button('保存')}</form>`,
  ),
  'an invoice': pageOf(
    `<form>${rows(['企业名称', '统一社会信用代码', '税务登记号', '法定代表人', '开票日期', '金额', '发票号码', '备注'])}${button('提交')}</form>`,
  ),
  'a contact form': pageOf(
    `<form>${rows(['姓名', '单位名称', '电话', '邮箱', '主题', '内容', '备注'])}${button('提交')}</form>`,
  ),
  'the registration of an enterprise': pageOf(
    `<form>${rows(['企业名称', '统一社会信用代码', '工商注册号', '组织机构代码', '税务登记号', '法定代表人', '法定代表人证件号码', '证件类型', '证件号码', '注册地址', '备注'])}${button('提交')}</form>`,
  ),
  'a request to repair credit that is new': titled(
    '新增信用修复',
    [...penalty, '履行情况', '联系人'],
    button('提交'),
  ),
  'a request to take a penalty off the public pages': titled(
    '行政处罚公示撤下',
    [...penalty, '撤下原因', '联系电话'],
    button('提交'),
  ),
  'a request to be heard about a penalty': titled(
    '行政处罚听证',
    [...penalty, '违法事实', '联系电话'],
    button('提交'),
  ),
  'an application for a licence': titled(
    '行政许可申请表',
    [
      '被许可人名称',
      '统一社会信用代码',
      '法定代表人',
      '许可类别',
      '许可内容',
      '许可机关',
      '有效期自',
    ],
    button('提交'),
  ),
  'a filter over a list': pageOf(
    `<h2>双公示数据列表</h2><form>${rows([...penalty.filter((label) => !label.includes('日期')), '处罚决定日期起', '处罚决定日期止'])}${button('确定')}${button('清空条件')}</form>${list}`,
  ),
  'a dialog of a query with 确定': pageOf(
    `${list}<div class="el-dialog"><span class="el-dialog__title">高级查询</span>${rows(asked)}${button('确 定')}${button('取 消')}</div>`,
  ),
  'columns to show': pageOf(
    `<h2>列设置</h2><form>${['XK_XDR_MC', 'XK_XDR_SHXYM', 'XK_WSH', 'XK_NR', 'XK_JDRQ', 'XK_XKJG', 'XK_XKLB'].map((code) => `<label><input type="checkbox" name="${code}">${code}</label>`).join('')}${button('保存')}</form>`,
  ),
  'columns of a file to import': pageOf(
    `<h2>导入字段对应</h2><form>${each([...penalty, '违法事实', '处罚依据'], () => '<select><option>A 列<option>B 列</select>')}${button('保存')}</form>`,
  ),
  'a reward': titled(
    '行政奖励信息填报',
    [
      '行政相对人名称',
      '统一社会信用代码',
      '决定文书号',
      '奖励内容',
      '决定日期',
      '有效期至',
      '决定机关',
      '数据来源单位',
      '当前状态',
      '备注',
    ],
    button('提交'),
  ),
  'an honour': titled(
    '荣誉表彰信息录入',
    [
      '单位名称',
      '统一社会信用代码',
      '法定代表人',
      '荣誉名称',
      '决定文书号',
      '决定日期',
      '决定机关',
      '有效期至',
      '数据来源单位',
      '备注',
    ],
    button('提交'),
  ),
  'a list of those who are not to be trusted': titled(
    '失信名单信息录入',
    [
      '主体名称',
      '统一社会信用代码',
      '法定代表人',
      '法定代表人证件号码',
      '失信行为',
      '列入依据',
      '决定文书号',
      '决定日期',
      '列入机关',
      '数据来源单位',
      '备注',
    ],
    button('提交'),
  ),
  'another decision: an administrative confirmation': titled(
    '行政确认信息填报',
    [
      '行政相对人名称',
      '行政相对人类别',
      '统一社会信用代码',
      '法定代表人',
      '确认决定文书名称',
      '确认决定文书号',
      '确认内容',
      '决定日期',
      '有效期至',
      '确认机关',
      '数据来源单位',
    ],
    button('提交'),
  ),
  'figures of a month': pageOf(
    `<h2>双公示月报</h2><form>${each(['产生数量', '报送数量', '公示数量', '迟报数量', '填报单位', '填报日期', '负责人', '备注'], () => '<input><input>')}${button('上报')}</form>`,
  ),
  'a review of a report': pageOf(
    `<h2>行政处罚信息审核</h2><form>${each(penalty, () => '<input disabled value="示例">')}审核意见<textarea></textarea>审核结果<select><option>通过<option>退回</select>${button('提交')}${button('返回')}</form>`,
  ),
  'the filing of a case': titled(
    '立案审批表',
    [
      '案件名称',
      '案由',
      '当事人',
      '统一社会信用代码',
      '法定代表人',
      '主要违法事实',
      '法律依据',
      '立案日期',
      '承办人',
      '执法机关',
    ],
    button('提交'),
  ),
  'a tender': titled(
    '政府采购投标报名',
    [
      '投标单位名称',
      '统一社会信用代码',
      '法定代表人',
      '项目名称',
      '项目编号',
      '投标内容',
      '投标日期',
      '有效期至',
      '备注',
    ],
    button('提交'),
  ),
  'a complaint': titled(
    '信访登记',
    [
      '投诉人姓名',
      '证件类型',
      '证件号码',
      '被投诉单位名称',
      '统一社会信用代码',
      '违法事实',
      '投诉内容',
      '处罚机关',
    ],
    button('提交'),
  ),
  'the payment of a fine': titled(
    '罚款缴款登记',
    [
      '缴款人名称',
      '统一社会信用代码',
      '处罚决定书文号',
      '处罚决定日期',
      '处罚机关',
      '罚款金额',
      '加处罚款',
      '缴款日期',
      '备注',
    ],
    button('提交'),
  ),
  'the registration of an appeal, with much besides': titled(
    '行政复议案件登记',
    [...penalty, '违法事实', '复议请求', ...Array.from({ length: 20 }, (_, at) => `业务栏目${at}`)],
    button('提交'),
  ),
  'a contract': pageOf(
    `<form>${rows(['单位名称', '统一社会信用代码', '法定代表人', '合同编号', '合同内容', '签订日期', '有效期自', '有效期至', '备注'])}${button('提交')}</form>`,
  ),
};
