/** What a form leads to: the receipt number, or why there is none, and the way on. */
import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** A result. */
export interface ResultPage {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly succeeded: boolean;
  readonly message: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** The page of a result. */
export function resultPage({ title, unit, succeeded, message, links }: ResultPage): Markup {
  return layout({
    title,
    unit,
    body: html`<div class="result ${succeeded ? 'succeeded' : 'failed'}">
      <p class="result-message">${message}</p>
      <p>
        ${links.map(({ href, label }) => html`<a class="result-link" href="${href}">${label}</a>`)}
      </p>
    </div>`,
  });
}
