/** A unit's catalogue (报送目录): what it reports, how often, and from when to when. */
import { html } from 'hono/html';
import { emptyLines, kindLabels } from '../catalogue-form.ts';
import type { CatalogueLine } from '../catalogue-form.ts';
import type { SessionHolder, UnitProfile } from '../store/port.ts';
import { workPage } from './layout.ts';
import type { Html } from './layout.ts';

const emptyLine: CatalogueLine = { kind: '', name: '', from: '', until: '', removed: false };

export function cataloguePage(page: {
  readonly holder: SessionHolder;
  readonly unit: UnitProfile;
  readonly lines: readonly CatalogueLine[];
  /** One Chinese sentence for each line that is wrong, at its place. */
  readonly faults: readonly (string | undefined)[];
}): Html {
  const { holder, unit, lines, faults } = page;
  const all = [...lines, ...Array.from({ length: emptyLines }, () => emptyLine)];
  return workPage({
    title: '报送目录',
    place: '/units',
    holder,
    content: html`<h1>${unit.name}：报送目录</h1>
      <p class="hint">
        单位欠报什么，以目录为准。不再报送的，填上终止日期；录错的才勾选删除。起始日期空着，表示接入报送中继之前就有。各设备下次同步时取得。
      </p>
      ${
        faults.some((fault) => fault !== undefined)
          ? html`<p class="notice" role="alert">没有保存，请改正下面标出的事项。</p>`
          : ''
      }
      <form method="post" action="/units/${unit.id}/catalogue">
        <div class="scroll">
          <table class="entries">
            <thead>
              <tr>
                <th scope="col">信息类别</th>
                <th scope="col">事项名称</th>
                <th scope="col">起始日期</th>
                <th scope="col">终止日期</th>
                <th scope="col" class="no-print">删除</th>
              </tr>
            </thead>
            <tbody>
              ${all.map((line, n) => row(line, n, faults[n]))}
            </tbody>
          </table>
        </div>
        <p class="no-print">
          <button type="submit">保存</button> <a class="button" href="/units">返回单位列表</a>
        </p>
      </form>`,
  });
}

function row(line: CatalogueLine, n: number, fault: string | undefined): Html {
  const place = String(n + 1);
  const field = (name: string): string => `${name}.${String(n)}`;
  const options = Object.entries(kindLabels).map(
    ([kind, label]) =>
      html`<option value="${kind}" ${kind === line.kind ? 'selected' : ''}>${label}</option>`,
  );
  const day = (name: 'from' | 'until', label: string): Html =>
    html`<td>
      <input
        type="date"
        name="${field(name)}"
        value="${line[name]}"
        placeholder="2026-11-27"
        aria-label="第 ${place} 行${label}"
      />
    </td>`;
  return html`<tr class="${fault === undefined ? '' : 'wrong'}">
    <td>
      <select name="${field('kind')}" aria-label="第 ${place} 行信息类别">
        <option value="">${line.kind === '' ? '新增…' : ''}</option>
        ${options}
      </select>
    </td>
    <td>
      <input
        type="text"
        name="${field('name')}"
        value="${line.name}"
        maxlength="60"
        placeholder="如 荣誉表彰信息"
        autocomplete="off"
        aria-label="第 ${place} 行事项名称"
      />
      ${fault === undefined ? '' : html`<p class="error">${fault}</p>`}
    </td>
    ${day('from', '起始日期')} ${day('until', '终止日期')}
    <td class="no-print">
      <input
        type="checkbox"
        name="${field('removed')}"
        value="yes"
        ${line.removed ? 'checked' : ''}
        aria-label="删除第 ${place} 行"
      />
    </td>
  </tr>`;
}
