/** Logging in (登录). */
import { html } from 'hono/html';
import { listed } from '../problems.ts';
import type { Refusal } from '../problems.ts';
import { plainPage, textField } from './layout.ts';
import type { Html } from './layout.ts';

export function loginPage({ name, refusal }: { name: string; refusal: Refusal | null }): Html {
  const problem = refusal && listed(refusal.problem);
  return plainPage(
    '登录',
    html`<h1>管理员登录</h1>
      ${
        problem
          ? html`<p class="notice" role="alert">
              <strong>${problem.title}。</strong>${problem.detail}
            </p>`
          : ''
      }
      <form method="post" action="/login">
        ${textField({ name: 'name', label: '用户名', value: name, autocomplete: 'username', maxLength: 50 })}
        ${textField({
          name: 'passphrase',
          label: '口令',
          value: '',
          type: 'password',
          autocomplete: 'current-password',
          maxLength: 128,
        })}
        <button type="submit">登录</button>
      </form>`,
  );
}
