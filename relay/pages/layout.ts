/** The frame of every page. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { SessionHolder } from '../store/port.ts';
import { icon, styleSheet } from './assets.ts';

/** A piece of a page. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The pages that the navigation leads to. */
const places = [
  { path: '/', label: '月度统计' },
  { path: '/units', label: '单位与接入' },
  { path: '/calendar', label: '放假安排' },
] as const;

export type Place = (typeof places)[number]['path'];

/** A page for somebody who is logged in. */
export function workPage(page: {
  readonly title: string;
  readonly place: Place;
  readonly holder: SessionHolder;
  readonly content: Html;
}): Html {
  const links = places.map(
    ({ path, label }) =>
      html`<a href="${path}" ${path === page.place ? html`aria-current="page"` : ''}>${label}</a>`,
  );
  const bar = html`<nav aria-label="主导航">${links}</nav>
    <form class="who" method="post" action="/logout">
      <span>${page.holder.name}</span><button class="plain" type="submit">退出</button>
    </form>`;
  return frame(page.title, bar, html`<main>${page.content}</main>`);
}

/** A page for anybody: one sheet in the middle. */
export function plainPage(title: string, content: Html): Html {
  return frame(title, null, html`<main class="sheet">${content}</main>`);
}

/** A column: what it is called, and where needed the class of its head. */
type Column = string | readonly [label: string, css: string];

/** A table of rows under the heads of its columns. */
export function listTable(columns: readonly Column[], rows: readonly Html[]): Html {
  const heads = columns.map((column) => {
    const [label, css] = typeof column === 'string' ? [column, ''] : column;
    return html`<th scope="col" class="${css}">${label}</th>`;
  });
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A labelled text field of a form, with what is wrong with it. */
export function textField(field: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password';
  readonly autocomplete?: string;
  readonly maxLength: number;
}): Html {
  const { name, label, value, hint, error, type = 'text', autocomplete = 'off', maxLength } = field;
  const note = error ?? hint;
  return html`<div class="field${error === undefined ? '' : ' wrong'}">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      maxlength="${String(maxLength)}"
      autocomplete="${autocomplete}"
      required
      ${error === undefined ? '' : html`aria-invalid="true"`}
      ${note === undefined ? '' : html`aria-describedby="${name}-note"`}
    />
    ${
      note === undefined
        ? ''
        : html`<p id="${name}-note" class="${error === undefined ? 'hint' : 'error'}">${note}</p>`
    }
  </div>`;
}

function frame(title: string, bar: Html | null, main: Html): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 报送中继</title>
        <link rel="icon" href="/assets/${icon.name}" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/${styleSheet.name}" />
      </head>
      <body>
        <header><span class="brand">报送中继</span>${bar}</header>
        ${main}
      </body>
    </html>`;
}
