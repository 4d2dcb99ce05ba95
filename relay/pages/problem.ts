/** A refusal as a page. */
import { html } from 'hono/html';
import { listed } from '../problems.ts';
import type { Refusal } from '../problems.ts';
import { plainPage } from './layout.ts';
import type { Html } from './layout.ts';

export function problemPage({ problem, errors }: Refusal): Html {
  const { title, detail } = listed(problem);
  const places = errors.map(
    ({ pointer, detail: what }) => html`<li><code>${pointer}</code> ${what}</li>`,
  );
  return plainPage(
    title,
    html`<h1>${title}</h1>
      <p>${detail}</p>
      ${
        places.length > 0
          ? html`<ul>
              ${places}
            </ul>`
          : ''
      }
      <p><a href="/">返回首页</a></p>`,
  );
}
