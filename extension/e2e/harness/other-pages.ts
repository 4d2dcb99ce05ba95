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
const button = (words: string): string => `<button type="button">${words}</button>`;

/** By name. */
export const otherPages: Readonly<Record<string, string>> = {
  'a query form': pageOf(`<form>${rows(asked)}${button('查询')}${button('重置')}</form>${list}`),
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
  'a contract': pageOf(
    `<form>${rows(['单位名称', '统一社会信用代码', '法定代表人', '合同编号', '合同内容', '签订日期', '有效期自', '有效期至', '备注'])}${button('提交')}</form>`,
  ),
};
