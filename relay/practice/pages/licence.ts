/** The licence form (行政许可填报): label cell, value cell, two fields a row, sent by the browser. */
import { html } from 'hono/html';
import type { Refusal } from '../checks.ts';
import { naturalPerson, type FormField, type FormGroup, type FormValues } from '../form.ts';
import { licenceForm } from '../licence-form.ts';
import { layout, type Markup } from './layout.ts';

/** What the form shows besides its empty fields. */
export interface LicencePage {
  readonly unit: string;
  readonly values?: FormValues | undefined;
  readonly refusals?: readonly Refusal[];
  /** A line above the form, such as that a draft was saved. */
  readonly notice?: string | undefined;
}

/** The form, blank, with a draft, or again with what the platform refuses. */
export function licencePage({ unit, values = {}, refusals = [], notice }: LicencePage): Markup {
  const messages = new Map(refusals.map(({ code, message }) => [code, message]));
  return layout({
    title: '行政许可填报',
    unit,
    body: html`
      ${notice !== undefined && html`<div class="notice-box">${notice}</div>`}
      ${
        refusals.length > 0 &&
        html`<div class="error-box">
          提交失败，请修改后重新提交：
          <ul>
            ${refusals.map(({ message }) => html`<li>${message}</li>`)}
          </ul>
        </div>`
      }
      <form method="post" action="/licence">
        <table class="form-table">
          ${licenceForm.groups.map(
            (group) => html`
              <tr>
                <td class="group" colspan="4">${group.title}</td>
              </tr>
              ${rowsOf(group).map(
                (row) =>
                  html`<tr>
                    ${row.map((field) => cells(field, row.length, values, messages))}
                  </tr>`,
              )}
            `,
          )}
        </table>
        <div class="buttons">
          <input type="reset" class="button plain" value="重置" />
          <input type="submit" class="button plain" formaction="/licence/draft" value="保存草稿" />
          <input type="submit" class="button" value="提交" />
        </div>
      </form>
    `,
  });
}

/** The fields of a group two a row; a wide field, and a field without a neighbour, stands alone. */
function rowsOf(group: FormGroup): readonly (readonly FormField[])[] {
  const rows: FormField[][] = [];
  for (const field of group.fields) {
    const last = rows.at(-1);
    if (last?.length === 1 && last[0]?.wide !== true && field.wide !== true) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function cells(
  field: FormField,
  fieldsInRow: number,
  values: FormValues,
  messages: ReadonlyMap<string, string>,
): Markup {
  const message = messages.get(field.code);
  const star = field.required === true && html`<span class="star">*</span>`;
  return html`<td class="label">${star}${field.label}：</td>
    <td colspan="${fieldsInRow === 1 ? 3 : 1}" class="${message === undefined ? '' : 'refused'}">
      ${control(field, values[field.code] ?? '')}
      ${field.required === true && field.appliesTo !== undefined && html`<span class="hint">${appliesHint(field)}</span>`}
      ${message !== undefined && html`<div class="refusal">${message}</div>`}
    </td>`;
}

function appliesHint(field: FormField): string {
  return field.appliesTo === 'person' ? `${naturalPerson}必填` : `${naturalPerson}不填`;
}

function control(field: FormField, value: string): Markup {
  const { name, maxLength, options = [] } = field;
  switch (field.control) {
    case 'textarea': {
      // HTML drops a line break right after the tag, so one is written that is not the value's.
      const text = `\n${value}`;
      return html`<textarea name="${name}" maxlength="${maxLength}" rows="4">${text}</textarea>`;
    }
    case 'select':
      return html`<select name="${name}">
        <option value="">--请选择--</option>
        ${options.map(
          (option) =>
            html`<option value="${option.value}" ${option.value === value && 'selected'}>
              ${option.label}
            </option>`,
        )}
      </select>`;
    case 'radio':
      return html`${options.map(
        (option) =>
          html`<label class="radio"
            ><input
              type="radio"
              name="${name}"
              value="${option.value}"
              ${option.value === value && 'checked'}
            />${option.label}</label
          >`,
      )}`;
    default:
      return html`<input
        type="text"
        name="${name}"
        value="${value}"
        maxlength="${maxLength}"
        ${field.control === 'date' && html`class="date" placeholder="YYYY/MM/DD"`}
      />`;
  }
}
