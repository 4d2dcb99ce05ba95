/** Forms that a page opens between the rows of a table: the browser leaves them empty beside their controls. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { ExtensionBrowser } from './harness/browser.ts';
import { pageOf } from './harness/made-form.ts';
import { forgetLedger } from './harness/office.ts';
import { endOnPages, rightOnPaths, routeMadePage, startOnPages } from './harness/on-pages.ts';
import { heard, listen, overlayOf } from './harness/overlay.ts';
import type { PageServer } from './harness/pages.ts';

const labels: Readonly<Record<keyof typeof rightOnPaths, string>> = {
  name: '行政相对人名称',
  code: '统一社会信用代码',
  number: '处罚决定书文号',
  facts: '违法事实',
  content: '处罚内容',
  authority: '处罚机关',
};
const rows = Object.entries(labels)
  .map(([name, label]) => `<tr><td>${label}</td><td><input name="${name}"></td></tr>`)
  .join('');
const html = (attributes: string, script: string): string =>
  pageOf(
    `<table><form action="/list"><tr><td>名称 <input name="q"> <button>查询</button></td></tr></form>
    <form ${attributes}>${rows}<tr><td><button id="send">提交</button></td></tr></form></table>
    <p id="said"></p><script>${script}</script>`,
    '行政处罚信息登记',
  );
const posting = html('method="post" action="/sent"', '');
/** One that says only after a while that it has failed. */
const refusing = html(
  'id="own"',
  `own.addEventListener('submit', (event) => {
    event.preventDefault();
    setTimeout(() => (said.textContent = '保存失败，请联系管理员'), 3000);
  })`,
);

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;
let shown: string;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

beforeEach(async () => {
  await forgetLedger(browser);
  page = await browser.context.newPage();
  onTestFinished(() => page.close());
  await routeMadePage(page, () => shown);
  await listen(browser);
});

async function open(body: string): Promise<void> {
  shown = body;
  await page.goto(`${server.origin}/made.html`);
  await overlayOf(page, { state: 'watching', 'record-kind': 'penalty', 'fields-recognised': '6' });
  for (const [name, value] of Object.entries(rightOnPaths))
    await page.locator(`[name=${name}]`).fill(value);
}

it('holds what is wrong, and tells once what it lets through', async () => {
  await open(posting);
  await page.locator('[name=code]').fill('91350100M000100Y44');
  await page.locator('#send').click();
  await overlayOf(page, { state: 'held' });
  await page.locator('[name=authority]').press('Enter');
  expect(await heard(browser, 'page/submitted')).toEqual([]);

  await page.locator('[name=code]').fill(rightOnPaths.code);
  await page.locator('#send').click();
  await page.waitForURL('**/sent');
  expect(await heard(browser, 'page/submitted')).toHaveLength(1);
});

it('takes a form without room of its own for no form that the page has closed', async () => {
  await open(refusing);
  await page.locator('#send').click();
  await expect
    .poll(() => heard(browser, 'page/evidence'), { timeout: 10_000 })
    .toEqual([{ outcome: 'failure', evidence: 'message', text: '保存失败，请联系管理员' }]);
});
