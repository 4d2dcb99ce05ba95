/** Documents that come after a submission and are no answer to it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { ExtensionBrowser } from './harness/browser.ts';
import { forgetLedger } from './harness/office.ts';
import { endOnPages, rightOnPaths, startOnPages } from './harness/on-pages.ts';
import { heard, listen, overlayOf } from './harness/overlay.ts';
import type { PageServer } from './harness/pages.ts';

const list =
  '<title>处罚信息列表</title><table><tr><td>云示罚〔2026〕5号</td></tr></table><div hidden><input type="password"></div>';
const login = '<title>统一登录</title><form>用户<input>密码<input type="password"></form>';

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

beforeEach(async () => {
  await forgetLedger(browser);
  page = await browser.context.newPage();
  onTestFinished(() => page.close());
  await listen(browser);
});

async function send(status: number, answer: string): Promise<void> {
  await page.route('**/sent', (route) =>
    route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: answer }),
  );
  await page.goto(`${server.origin}/paths.html`);
  await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
  for (const [name, value] of Object.entries(rightOnPaths))
    await page.locator(`[name=${name}]`).fill(value);
  await page.locator('#button').click();
  await page.waitForURL('**/sent');
}

it('takes a list for an answer, with a dialog in it that would ask for a new password', async () => {
  await send(200, list);
  await expect
    .poll(() => heard(browser, 'page/evidence'), { timeout: 10_000 })
    .toEqual([{ outcome: 'success', evidence: 'navigation', text: '处罚信息列表' }]);
});

it.each([
  ['a page to sign in on', 200, login],
  ['an error of the platform', 500, '<title>运行时</title><p>服务器开小差了</p>'],
])('takes %s for none', async (_name, status, answer) => {
  await send(status, answer);
  // Longer than a document has to stand to count as an answer.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 2_500)));
  expect(await heard(browser, 'page/evidence')).toEqual([]);
});
