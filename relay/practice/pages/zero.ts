/** Zero reports (本周无数据): one button for each of licences and penalties, as real platforms have. */
import { html } from 'hono/html';
import { beijingTime } from '../beijing-time.ts';
import type { Kind } from '../form.ts';
import { forms, type ZeroReport } from '../receipts.ts';
import { layout, type Markup } from './layout.ts';

/** What the page shows. */
export interface ZeroPage {
  readonly unit: string;
  readonly week: { readonly from: string; readonly to: string };
  /** How many records of each kind the unit sent this week. */
  readonly reported: Readonly<Record<Kind, number>>;
  readonly zeroReports: readonly ZeroReport[];
}

/** The page. */
export function zeroPage({ unit, week, reported, zeroReports }: ZeroPage): Markup {
  const period = `${week.from} 至 ${week.to}`;
  const hint = `本周（${period}）没有产生数据的信息类别，请点击对应的「本周无数据」按钮登记零报送。`;
  return layout({
    title: '本周无数据',
    unit,
    body: html`
      <p class="hint">${hint}</p>
      <table class="list-table">
        <tr>
          <th>序号</th>
          <th>信息类别</th>
          <th>报送周期</th>
          <th>本周已报（条）</th>
          <th>操作</th>
        </tr>
        ${Object.values(forms).map(
          (form, index) =>
            html`<tr>
              <td>${index + 1}</td>
              <td>${form.title}</td>
              <td>每周</td>
              <td>${reported[form.kind]}</td>
              <td>
                <form method="post" action="/zero">
                  <input type="hidden" name="kind" value="${form.kind}" />
                  <input type="submit" class="button small" value="本周无数据" />
                </form>
              </td>
            </tr>`,
        )}
      </table>
      <h2>本周零报送记录</h2>
      <table class="list-table" id="zero-reports">
        <tr>
          <th>回执号</th>
          <th>信息类别</th>
          <th>登记时间</th>
        </tr>
        ${
          zeroReports.length === 0
            ? html`<tr>
                <td colspan="3" class="empty">本周暂无零报送</td>
              </tr>`
            : zeroReports.map(
                (report) =>
                  html`<tr>
                    <td>${report.number}</td>
                    <td>${forms[report.kind].title}</td>
                    <td>${beijingTime(report.filedAt)}</td>
                  </tr>`,
              )
        }
      </table>
    `,
  });
}
