/** Units and their enrolment (单位与接入). */
import { html } from 'hono/html';
import { shanghaiDate, shanghaiTime } from '@baosong/shared/calendar/dates.ts';
import { recordKindLabels, doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import type { ListedUnit, NewUnit, SessionHolder, UnitProfile } from '../store/port.ts';
import { listTable, textField, workPage } from './layout.ts';
import type { Html } from './layout.ts';

/** What was entered for a new unit, and what is wrong with it. */
export interface UnitEntries {
  readonly unit: NewUnit;
  readonly errors: Partial<Record<keyof NewUnit, string>>;
}

export function unitsPage(page: {
  readonly holder: SessionHolder;
  readonly units: readonly ListedUnit[];
  readonly entries: UnitEntries;
}): Html {
  return workPage({
    title: '单位与接入',
    place: '/units',
    holder: page.holder,
    content: html`<h1>单位与接入</h1>
      ${unitTable(page.units)}${newUnitForm(page.entries)}`,
  });
}

/** Shows a new enrolment code, this once. */
export function enrolmentCodePage(page: {
  readonly holder: SessionHolder;
  readonly unit: UnitProfile;
  readonly code: string;
  readonly expiresAt: string;
}): Html {
  const { holder, unit, code, expiresAt } = page;
  return workPage({
    title: '接入码',
    place: '/units',
    holder,
    content: html`<h1>接入码</h1>
      <section class="panel slip">
        <p>单位：<strong>${unit.name}</strong></p>
        <p class="code">${code}</p>
        <p>
          ${shanghaiDate(expiresAt)} ${shanghaiTime(expiresAt)}
          前有效，只能用一次。请交给经办人，在扩展的“设置”中填写本中继的地址和接入码。
        </p>
        <p class="notice">接入码只显示这一次，离开本页后无法再查看；遗失的，请重新生成。</p>
      </section>
      <p class="no-print"><a href="/units">返回单位列表</a></p>`,
  });
}

function unitTable(units: readonly ListedUnit[]): Html {
  if (units.length === 0) return html`<p class="empty">还没有单位，请在下面新建。</p>`;
  const rows = units.map(
    ({ id, name, unifiedSocialCreditCode, district, kinds, otherItems, devices }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td><code>${unifiedSocialCreditCode}</code></td>
        <td>${district}</td>
        <td>${kinds.map((kind) => recordKindLabels[kind]).join('、') || '—'}</td>
        <td>${otherItems.join('、') || '—'}</td>
        <td class="number">${String(devices)}</td>
        <td class="no-print"><a href="/units/${id}/catalogue">查看和修改</a></td>
        <td class="no-print">
          <form method="post" action="/units/${id}/enrolment-codes">
            <button class="small" type="submit">生成接入码</button>
          </form>
        </td>
      </tr>`,
  );
  return listTable(
    [
      '单位',
      '统一社会信用代码',
      '区划',
      '每周报送',
      '每月报送',
      ['已接入设备', 'number'],
      ['报送目录', 'no-print'],
      ['接入', 'no-print'],
    ],
    rows,
  );
}

function newUnitForm({ unit, errors }: UnitEntries): Html {
  const boxes = doublePublicityKinds.map(
    (kind) =>
      html`<label class="box"
        ><input
          type="checkbox"
          name="kinds"
          value="${kind}"
          ${unit.kinds.includes(kind) ? 'checked' : ''}
        />${recordKindLabels[kind]}</label
      >`,
  );
  return html`<section class="panel no-print" aria-labelledby="new-unit">
    <h2 id="new-unit">新建单位</h2>
    <form class="columns" method="post" action="/units">
      ${textField({ name: 'name', label: '单位全称', value: unit.name, error: errors.name, maxLength: 100 })}
      ${textField({
        name: 'unifiedSocialCreditCode',
        label: '统一社会信用代码',
        value: unit.unifiedSocialCreditCode,
        error: errors.unifiedSocialCreditCode,
        maxLength: 30,
      })}
      ${textField({ name: 'district', label: '区划', value: unit.district, hint: '如：市直、云溪区', error: errors.district, maxLength: 50 })}
      <fieldset class="field${errors.kinds === undefined ? '' : ' wrong'}">
        <legend>每周报送</legend>
        ${boxes} ${errors.kinds === undefined ? '' : html`<p class="error">${errors.kinds}</p>`}
      </fieldset>
      <div class="field${errors.otherItems === undefined ? '' : ' wrong'}">
        <label for="otherItems">每月报送的事项</label>
        <textarea id="otherItems" name="otherItems" rows="3" aria-describedby="otherItems-note">
${unit.otherItems.join('\n')}</textarea>
        <p id="otherItems-note" class="${errors.otherItems === undefined ? 'hint' : 'error'}">
          ${errors.otherItems ?? '双公示以外的信用信息，每行一项，如 荣誉表彰信息；没有的，留空。'}
        </p>
      </div>
      <button type="submit">新建单位</button>
    </form>
  </section>`;
}
