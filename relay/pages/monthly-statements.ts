/** The month's statements (月度报送说明) on the dashboard. */
import { html } from 'hono/html';
import { shanghaiDate, shanghaiTime } from '@baosong/shared/calendar/dates.ts';
import type { ListedMonthlyStatement } from '../store/port.ts';
import { listTable } from './layout.ts';
import type { Html } from './layout.ts';

export function monthlyStatementTable(statements: readonly ListedMonthlyStatement[]): Html {
  const rows = statements.map(
    ({ unitName, items, person, at, receipt }) =>
      html`<tr>
        <th scope="row">${unitName}</th>
        <td>
          ${items
            .map(({ name, reported }) =>
              reported === 0 ? `${name}：零报送` : `${name}：${String(reported)} 条`,
            )
            .join('；')}
        </td>
        <td>${person}</td>
        <td>${shanghaiDate(at)} ${shanghaiTime(at)}</td>
        <td><code>${receipt}</code></td>
      </tr>`,
  );
  return html`<section>
    <h2>月度报送说明</h2>
    ${
      statements.length === 0
        ? html`<p class="empty">本月没有报送说明。</p>`
        : listTable(['单位', '目录事项', '经办人', '报送时间', '回执号'], rows)
    }
  </section>`;
}
