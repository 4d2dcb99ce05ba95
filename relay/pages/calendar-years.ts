/** Calendar years (放假安排): those that were entered here, and a form for the next. */
import { html } from 'hono/html';
import type { CalendarYear } from '@baosong/shared/protocol/calendar-years.ts';
import type { SessionHolder } from '../store/port.ts';
import { listTable, workPage } from './layout.ts';
import type { Html } from './layout.ts';

export function calendarYearsPage(page: {
  readonly holder: SessionHolder;
  readonly years: readonly CalendarYear[];
  /** What was entered and not taken. */
  readonly written: string;
  /** What is wrong with it, or looks wrong. */
  readonly faults: readonly string[];
}): Html {
  const { holder, years, written, faults } = page;
  return workPage({
    title: '放假安排',
    place: '/calendar',
    holder,
    content: html`<h1>放假安排</h1>
      ${yearTable(years)}
      <section class="panel no-print" aria-labelledby="new-year">
        <h2 id="new-year">录入一年</h2>
        ${faults.map((fault) => html`<p class="notice" role="alert">${fault}</p>`)}
        <form method="post" action="/calendar">
          <div class="field">
            <label for="arrangement">放假安排（JSON）</label>
            <textarea
              id="arrangement"
              name="arrangement"
              rows="8"
              cols="80"
              spellcheck="false"
              required
              aria-describedby="arrangement-note"
            >
${written}</textarea>
            <p id="arrangement-note" class="hint">
              照国务院办公厅的通知填写：year 年份，notices 文号，daysOff
              放假的工作日，makeUpWorkdays 调休上班的周末，日期写成“月-日”。如 {"year": 2026,
              "notices": ["国办发明电〔2025〕7号"], "daysOff": ["01-01", "01-02"], "makeUpWorkdays":
              ["01-04"]}。各单位的扩展会自行取得。
            </p>
          </div>
          ${
            faults.length === 0
              ? ''
              : html`<label class="box"
                  ><input
                    type="checkbox"
                    name="confirmed"
                    value="yes"
                  />已对照通知原文核对，仍按此录入</label
                >`
          }
          <button type="submit">录入</button>
        </form>
      </section>`,
  });
}

function yearTable(years: readonly CalendarYear[]): Html {
  if (years.length === 0) {
    return html`<p class="empty">
      还没有另外录入的年份；2018 至 2026 年的放假安排已经内置。新一年的通知发布后，请在下面录入。
    </p>`;
  }
  const rows = years.map(
    ({ year, notices, daysOff, makeUpWorkdays }) =>
      html`<tr>
        <th scope="row">${String(year)}</th>
        <td>${notices.join('、')}</td>
        <td>${daysOff.join('、')}</td>
        <td>${makeUpWorkdays.join('、')}</td>
      </tr>`,
  );
  return listTable(['年份', '文号', '放假的工作日', '调休上班'], rows);
}
