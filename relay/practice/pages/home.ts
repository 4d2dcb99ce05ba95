/** The first page: which unit reports. There are no accounts and no passwords. */
import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

const examples: readonly string[] = [
  '云溪市城市管理局',
  '云溪市市场监督管理局',
  '云溪市交通运输局',
  '云溪市水利和湖泊局',
  '云溪市文化和旅游局',
];

/** The page, with the unit chosen so far. */
export function homePage(unit: string | undefined): Markup {
  return layout({
    title: '首页',
    unit,
    body: html`
      <form method="post" action="/unit">
        <table class="form-table narrow">
          <tr>
            <td class="label">报送单位名称：</td>
            <td>
              <input
                type="text"
                name="unit"
                value="${unit ?? ''}"
                maxlength="200"
                list="units"
                required
              />
              <datalist id="units">
                ${examples.map((name) => html`<option value="${name}"></option>`)}
              </datalist>
              <input
                type="submit"
                class="button"
                value="${unit === undefined ? '进入平台' : '切换单位'}"
              />
            </td>
          </tr>
        </table>
      </form>
      <p class="hint">
        演练平台没有账号和密码，填写任意单位名称即可进入。每个单位只能看到自己报送的数据。
      </p>
      <p class="hint">
        没有现成的台账？下载<a href="/sample.xlsx">练习用表格</a>：12 条许可、8
        条处罚，里面有几处有意留下的差错。
      </p>
    `,
  });
}
