/** Set-up (初始设置) of the administrator. */
import { html } from 'hono/html';
import { plainPage, textField } from './layout.ts';
import type { Html } from './layout.ts';

/** What was entered, and what is wrong with it. Passphrases are never shown again. */
export interface SetupEntries {
  readonly name: string;
  readonly errors: Partial<Record<'name' | 'passphrase' | 'repeated', string>>;
}

export function setupPage({ name, errors }: SetupEntries): Html {
  return plainPage(
    '设置管理员',
    html`<h1>设置管理员</h1>
      <p>本链接只能用一次。用户名已存在的，将换成新口令，原有登录全部失效。</p>
      <form method="post">
        ${textField({
          name: 'name',
          label: '用户名',
          value: name,
          error: errors.name,
          autocomplete: 'username',
          maxLength: 50,
        })}
        ${textField({
          name: 'passphrase',
          label: '口令',
          value: '',
          hint: '至少 12 个字符，建议用几个不相干的词连成一句。',
          error: errors.passphrase,
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
        })}
        ${textField({
          name: 'repeated',
          label: '再输一次口令',
          value: '',
          error: errors.repeated,
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
        })}
        <button type="submit">完成设置</button>
      </form>`,
  );
}
