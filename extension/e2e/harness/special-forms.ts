/** Pages whose difficulty is not the wording: several forms, hidden ones, whole-page forms, periods. */
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { type Entry, type MadeForm, entriesOf, layouts, madeForm, pageOf } from './made-form.ts';
import { approvalOffice, enforcementOffice, groupedPenalty, standardLines } from './wordings.ts';

const four = layouts['four-column table'];
const lines = (kind: DoublePublicityKind, shift = 0): string =>
  four?.(
    kind,
    entriesOf(standardLines(kind)).map((entry, at) => ({
      ...entry,
      code: `${shift === 0 ? 'n' : 'other'}${String(at)}`,
    })),
  ) ?? '';
const actions = '<p><button type="button">提交</button><button type="button">重置</button></p>';

function special(
  name: string,
  kind: DoublePublicityKind,
  entries: readonly Entry[],
  body: string,
): MadeForm {
  return { name, kind, entries, html: pageOf(body) };
}

const whole = (name: string, kind: DoublePublicityKind, body: string): MadeForm =>
  special(name, kind, entriesOf(standardLines(kind)), body);

const search =
  '<div class="bar">行政相对人名称：<input name="q1"> 决定书文号：<input name="q2"> 许可机关：<input name="q3"><button type="button">查询</button></div>';

const hiddenState = Array.from(
  { length: 6 },
  (_, at) => `<input type="hidden" name="state${String(at)}">`,
).join('');
const place = standardLines('penalty').length - 1;
const inParts = `<input name="n${String(place)}">罚〔<input name="n${String(place + 1)}">〕第<input name="n${String(place + 2)}">号`;

/** A licence whose period stands in one cell. */
const withPeriod = (name: string, cell: string): MadeForm =>
  special(
    name,
    'licence',
    entriesOf([
      ['subjectName', '行政相对人名称'],
      ['unifiedSocialCreditCode', '统一社会信用代码'],
      ['documentNumber', '行政许可决定文书号'],
      ['licenceContent', '许可内容'],
      ['decisionDate', '许可决定日期'],
      ['validFrom', '有效期'],
      ['validUntil', '有效期'],
      ['authorityName', '许可机关'],
    ]),
    `<form><table>
      <tr><td>行政相对人名称</td><td><input name="n0"></td></tr>
      <tr><td>统一社会信用代码</td><td><input name="n1"> <button type="button">查询</button></td></tr>
      <tr><td>行政许可决定文书号</td><td><input name="n2"></td></tr>
      <tr><td>许可内容</td><td><textarea name="n3"></textarea></td></tr>
      <tr><td>许可决定日期</td><td><input name="n4"></td></tr>
      <tr><td>有效期</td><td>${cell}</td></tr>
      <tr><td>许可机关</td><td><input name="n7"></td></tr></table>${actions}</form>`,
  );

export const specialForms: readonly MadeForm[] = [
  madeForm(
    'with a search bar in a whole-page form',
    'licence',
    approvalOffice,
    'two-column table',
    (form) => `<form>${search}${form}${actions}</form>`,
  ),
  madeForm(
    'with a search bar and no form element',
    'penalty',
    enforcementOffice,
    'div grid',
    (form) => `${search}<div>${form}</div>${actions}`,
  ),
  whole(
    'penalty under a hidden tab of licences',
    'penalty',
    `<ul class="tabs"><li>行政许可</li><li>行政处罚</li></ul><div style="display:none">${lines('licence', 1)}</div><div>${lines('penalty')}</div>${actions}`,
  ),
  whole(
    'both kinds on one page, each below its heading, in forms of their own',
    'penalty',
    `<h2>行政处罚信息</h2><form>${lines('penalty')}${actions}</form><h2>行政许可信息</h2><form>${lines('licence', 1)}${actions}</form>`,
  ),
  special(
    'a smaller form in a layer over a larger one',
    'penalty',
    entriesOf(groupedPenalty),
    `<form>${lines('licence', 1)}${actions}</form><div style="position:fixed;z-index:1000;inset:40px;background:#fff;overflow:auto"><h3>新增处罚信息</h3><form>${four?.('penalty', entriesOf(groupedPenalty)) ?? ''}${actions}</form></div>`,
  ),
  special(
    'a smaller form in a modal dialog over a larger one',
    'penalty',
    entriesOf(groupedPenalty),
    `<form>${lines('penalty', 1)}${actions}</form><dialog><form method="dialog">${four?.('penalty', entriesOf(groupedPenalty)) ?? ''}${actions}</form></dialog><script>document.querySelector('dialog').showModal()</script>`,
  ),
  withPeriod('a period under one label', '<input name="n5"> 至 <input name="n6">'),
  withPeriod(
    'a period with words around its ends',
    '自 <input name="n5"> 起 至 <input name="n6"> 止',
  ),
  special(
    'a period in wrappers of its own',
    'licence',
    entriesOf([
      ['subjectName', '被许可人'],
      ['documentNumber', '许可文号'],
      ['licenceContent', '许可事项'],
      ['decisionDate', '许可日期'],
      ['validFrom', '有效期限'],
      ['validUntil', '有效期限'],
      ['authorityName', '许可机关'],
    ]),
    `<h2>行政许可信息填报</h2><form>
      <div class="row"><div>被许可人</div><div><input name="n0"></div></div>
      <div class="row"><div>许可文号</div><div><input name="n1"></div></div>
      <div class="row"><div>许可事项</div><div><input name="n2"></div></div>
      <div class="row"><div>许可日期</div><div><input name="n3"></div></div>
      <div class="row"><div>有效期：</div><div><span><input name="n4"></span><span> - </span><span><input name="n5"></span></div></div>
      <div class="row"><div>许可机关</div><div><input name="n6"></div></div>${actions}</form>`,
  ),
  special(
    'a subject and authorities that share a cell with their labels',
    'penalty',
    entriesOf([
      ['subjectName', '名称'],
      ['unifiedSocialCreditCode', '统一社会信用代码'],
      ['documentNumber', '文号'],
      ['violationFacts', '违法事实'],
      ['penaltyContent', '处罚内容'],
      ['authorityName', '名称'],
      ['authorityCode', '代码'],
      ['decisionDate', '决定日期'],
    ]),
    `<h2>行政处罚</h2><form><table>
      <tr><td>行政相对人</td><td>名称：<input name="n0"> 统一社会信用代码：<input name="n1"></td></tr>
      <tr><td>处罚决定书</td><td>文号：<input name="n2"></td></tr>
      <tr><td>违法事实</td><td><textarea name="n3"></textarea></td></tr>
      <tr><td>处罚内容</td><td><textarea name="n4"></textarea></td></tr>
      <tr><td>处罚机关</td><td>名称：<input name="n5"> 代码：<input name="n6"></td></tr>
      <tr><td>决定日期</td><td><input name="n7"></td></tr></table>${actions}</form>`,
  ),
  special(
    'a document number in three parts, which together are one field',
    'penalty',
    entriesOf([
      ...standardLines('penalty').filter(([id]) => id !== 'documentNumber'),
      [null, '字'],
      [null, '年'],
      [null, '号'],
    ]),
    `<form><table><tr><td>行政处罚决定书文号</td><td>${inParts}</td></tr></table>${four?.('penalty', entriesOf(standardLines('penalty').filter(([id]) => id !== 'documentNumber'))) ?? ''}${actions}</form>`,
  ),
  madeForm(
    'with a search bar whose buttons are inputs, between fields that the page hides',
    'penalty',
    enforcementOffice,
    'two-column table',
    (form) =>
      `<form><div>${search.replace(/<button type="button">查询<\/button>/, hiddenState + '<input type="button" value="查询"><input type="reset" value="重置">')}</div>${form}${actions}</form>`,
  ),
  whole(
    'above a list whose rows can be sent',
    'penalty',
    `<form>${lines('penalty')}${actions}</form><table><tr><td>云示罚〔2026〕1号</td><td>示例市云溪商贸有限公司</td><td><a href="#">上报</a></td></tr></table>`,
  ),
  special(
    'fields that the page keeps hidden until a choice',
    'licence',
    entriesOf(approvalOffice.filter(([id]) => id !== null)),
    `<form><div style="visibility:hidden;height:0;overflow:hidden"><table><tr><td>证件类型</td><td><input name="h1"></td></tr><tr><td>证件号码</td><td><input name="h2"></td></tr></table></div>${four?.('licence', entriesOf(approvalOffice.filter(([id]) => id !== null))) ?? ''}${actions}</form>`,
  ),
];
