/** The dashboard (月度统计). */
import { html } from 'hono/html';
import { periodLabel, shanghaiDate, shanghaiTime } from '@baosong/shared/calendar/dates.ts';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { axes, axisLabels } from '@baosong/shared/statistics/counting.ts';
import { formatPercent } from '@baosong/shared/statistics/rates.ts';
import type { MonthQuery } from '../month-query.ts';
import {
  countingNote,
  monthLabel,
  monthlyColumns,
  totalLine,
  unitLines,
} from '../monthly-table.ts';
import type { Figures, MonthlyColumn } from '../monthly-table.ts';
import type {
  ListedMonthlyStatement,
  ListedZeroReport,
  MonthFigures,
  SessionHolder,
} from '../store/port.ts';
import { uncoveredNote } from '../uncovered-years.ts';
import { monthlyStatementTable } from './monthly-statements.ts';
import { listTable, workPage } from './layout.ts';
import type { Html } from './layout.ts';

export function dashboardPage(page: {
  readonly holder: SessionHolder;
  readonly query: MonthQuery;
  readonly figures: MonthFigures;
  /** See `uncoveredYears`. */
  readonly uncovered: readonly number[];
  readonly zeroReports: readonly ListedZeroReport[];
  readonly statements: readonly ListedMonthlyStatement[];
  /** Instant at which the figures were read. */
  readonly madeAt: string;
}): Html {
  const { holder, query, figures, uncovered, zeroReports, statements, madeAt } = page;
  const today = shanghaiDate(madeAt);
  const title = `${monthLabel(query.month)}信用信息报送情况统计`;
  const parameters = `month=${query.month}&axis=${query.axis}`;
  return workPage({
    title,
    place: '/',
    holder,
    content: html`<div class="heading">
        <div>
          <h1>${title}</h1>
          <p class="hint">${axisLabels[query.axis]} · ${today} ${shanghaiTime(madeAt)} 统计</p>
        </div>
        ${picker(query, parameters)}
      </div>
      ${monthlyTable(figures)}
      <p class="hint">${countingNote}</p>
      ${uncovered.length === 0 ? '' : html`<p class="notice">${uncoveredNote(uncovered)} <a class="no-print" href="/calendar">去录入</a></p>`}
      ${chart(figures, parameters)}${zeroReportTable(zeroReports, today)}${monthlyStatementTable(statements)}`,
  });
}

function picker({ month, axis }: MonthQuery, parameters: string): Html {
  const choices = axes.map(
    (choice) =>
      html`<option value="${choice}" ${choice === axis ? 'selected' : ''}>
        ${axisLabels[choice]}
      </option>`,
  );
  return html`<form class="picker no-print" method="get" action="/">
    <label for="month">月份</label>
    <input
      id="month"
      name="month"
      type="month"
      placeholder="2026-11"
      value="${month}"
      pattern="20\\d{2}-\\d{2}"
      required
    />
    <label for="axis">口径</label>
    <select id="axis" name="axis">
      ${choices}
    </select>
    <button type="submit">查看</button>
    <a class="button" href="/exports/monthly.xlsx?${parameters}">下载 Excel</a>
  </form>`;
}

function monthlyTable(figures: MonthFigures): Html {
  const header = monthlyColumns.map(
    ({ header: text, kind }) =>
      html`<th scope="col" class="${kind === 'text' ? '' : 'number'}">${text}</th>`,
  );
  const lines = unitLines(figures).map(
    (line) =>
      html`<tr>
        ${cells(line)}
      </tr>`,
  );
  return html`<div class="scroll">
    <table class="figures">
      <thead>
        <tr>
          ${header}
        </tr>
      </thead>
      <tbody>
        <tr class="total">
          ${cells(totalLine(figures))}
        </tr>
        ${lines}
      </tbody>
    </table>
  </div>`;
}

function cells(line: Figures): Html[] {
  return monthlyColumns.map((column) =>
    column.kind === 'text'
      ? html`<th scope="row">${shown(column, line)}</th>`
      : html`<td class="number">${shown(column, line)}</td>`,
  );
}

function shown({ kind, value }: MonthlyColumn, line: Figures): string {
  const written = value(line);
  if (kind === 'percent') return formatPercent(written === null ? null : Number(written));
  return written === null ? '—' : String(written);
}

function chart(figures: MonthFigures, parameters: string): Html | string {
  const { counts } = totalLine(figures);
  if (counts.received === 0) return '';
  const { accepted, rejected, pending } = counts;
  const summary = `各单位上报量图：共入库 ${String(accepted)} 条，退回 ${String(rejected)} 条，待定 ${String(pending)} 条。数字见上表。`;
  return html`<section>
    <h2>各单位上报量</h2>
    <img class="chart" src="/charts/monthly.svg?${parameters}" alt="${summary}" />
  </section>`;
}

function zeroReportTable(reports: readonly ListedZeroReport[], today: string): Html {
  const rows = reports.map(
    ({ unitName, kind, period, person, at, receipt, superseded }) =>
      html`<tr>
        <th scope="row">${unitName}</th>
        <td>${recordKindLabels[kind]}</td>
        <td>${periodLabel(period, today)}</td>
        <td>${person}</td>
        <td>${shanghaiDate(at)} ${shanghaiTime(at)}</td>
        <td><code>${receipt}</code></td>
        <td>${superseded ? '已由后报数据替代' : '有效'}</td>
      </tr>`,
  );
  return html`<section>
    <h2>零报送</h2>
    ${
      reports.length === 0
        ? html`<p class="empty">本月没有零报送。</p>`
        : listTable(['单位', '信息类别', '报送期', '经办人', '报送时间', '回执号', '状态'], rows)
    }
  </section>`;
}
