/** What was received (已报数据): the list by kind, and every stored value of one record. */
import { html } from 'hono/html';
import { beijingTime } from '../beijing-time.ts';
import { fieldsOf, type FormField } from '../form.ts';
import { forms, headline, type Outcome, type Receipt } from '../receipts.ts';
import { layout, type Markup } from './layout.ts';

/** A record and how it stands. */
export interface Entry {
  readonly receipt: Receipt;
  readonly outcome: Outcome;
}

/** The list; `entries` come newest first. */
export function recordsPage(unit: string, entries: readonly Entry[]): Markup {
  return layout({
    title: '已报数据',
    unit,
    body: html`${Object.values(forms).map((form) => {
      const ofKind = entries.filter(({ receipt }) => receipt.kind === form.kind);
      return html`<h2>${form.title}（${ofKind.length} 条）</h2>
        <table class="list-table" id="records-${form.kind}">
          <tr>
            <th>受理编号</th>
            <th>决定文书号</th>
            <th>行政相对人名称</th>
            <th>报送时间</th>
            <th>状态</th>
            <th>错误代码</th>
            <th>错误描述</th>
          </tr>
          ${
            ofKind.length === 0
              ? html`<tr>
                  <td colspan="7" class="empty">暂无数据</td>
                </tr>`
              : ofKind.map(row)
          }
        </table>`;
    })}`,
  });
}

function row({ receipt, outcome }: Entry): Markup {
  const { documentNumber, subjectName } = headline(receipt.kind, receipt.values);
  return html`<tr data-number="${receipt.number}">
    <td class="nowrap"><a href="/records/${receipt.number}">${receipt.number}</a></td>
    <td>${documentNumber}</td>
    <td>${subjectName}</td>
    <td class="nowrap">${beijingTime(receipt.receivedAt)}</td>
    <td class="status">${outcome.status}</td>
    <td>${outcome.status === '退回' && outcome.rejection.code}</td>
    <td class="left">${outcome.status === '退回' && outcome.rejection.message}</td>
  </tr>`;
}

/** One record, each value as it arrived. */
export function recordPage({ receipt, outcome }: Entry): Markup {
  const form = forms[receipt.kind];
  return layout({
    title: '数据详情',
    unit: receipt.unit,
    body: html`
      <table class="form-table">
        <tr>
          <td class="label">受理编号：</td>
          <td>${receipt.number}</td>
          <td class="label">信息类别：</td>
          <td>${form.title}</td>
        </tr>
        <tr>
          <td class="label">报送时间：</td>
          <td>${beijingTime(receipt.receivedAt)}</td>
          <td class="label">状态：</td>
          <td class="status">${outcome.status}</td>
        </tr>
        ${
          outcome.status !== '处理中' &&
          html`<tr>
            <td class="label">处理时间：</td>
            <td>${beijingTime(outcome.decidedAt)}</td>
            <td class="label">错误描述：</td>
            <td>${outcome.status === '退回' && outcome.rejection.message}</td>
          </tr>`
        }
      </table>
      <table class="list-table values" id="values">
        <tr>
          <th>字段名称</th>
          <th>字段代码</th>
          <th>填报值</th>
          <th>说明</th>
        </tr>
        ${fieldsOf(form).map((field) => valueRow(field, receipt.values[field.code] ?? ''))}
      </table>
      <p><a href="/records">返回列表</a></p>
    `,
  });
}

function valueRow(field: FormField, value: string): Markup {
  const meaning = field.options?.find((option) => option.value === value && option.label !== value);
  return html`<tr data-code="${field.code}">
    <td class="left">${field.label}</td>
    <td class="left">${field.code}</td>
    <td class="value">${value}</td>
    <td class="left">${meaning?.label}</td>
  </tr>`;
}
