/** Amounts whose unit stands behind their box, or is chosen there. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ExtensionBrowser } from './harness/browser.ts';
import { pageOf } from './harness/made-form.ts';
import { endOnPages, routeMadePage, startOnPages } from './harness/on-pages.ts';
import { overlayOf, toEngineOf } from './harness/overlay.ts';
import type { PageServer } from './harness/pages.ts';

const labels = [
  '行政相对人名称',
  '统一社会信用代码',
  '处罚决定书文号',
  '违法事实',
  '处罚内容',
  '处罚机关',
];
const units = (first: string): string =>
  `<select name="unit">${first}<option>元</option><option>万元</option></select>`;

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

it.each([
  ['元 behind it', '<input name="fine"><span class="suffix">元</span>', '2000', null],
  ['万元 in the next cell', '<input name="fine"></td><td>万元', '0.2', null],
  ['元 chosen beside it', `<input name="fine">${units('')}`, '2000', '元'],
  [
    'a unit still to be chosen',
    `<input name="fine">${units('<option value="">请选择</option>')}`,
    '0.2',
    '万元',
  ],
] as const)('counts in the unit of the page: %s', async (_name, box, written, chosen) => {
  const page = await browser.context.newPage();
  onTestFinished(() => page.close());
  const rows = labels.map((label) => `<tr><td>${label}</td><td><input></td></tr>`).join('');
  const body = `<form><table>${rows}<tr><td>罚款金额</td><td>${box}</td></tr></table><button>提交</button></form>`;
  await routeMadePage(page, () => pageOf(body));
  await page.goto(`${server.origin}/made.html`);
  await overlayOf(page, { 'record-kind': 'penalty', 'fields-recognised': '7' });

  const { results } = await toEngineOf(browser, page, 'engine/fill', {
    values: { fineAmount: '0.2' },
    recordId: null,
  });
  expect(results).toEqual({ fineAmount: 'filled' });
  expect(await page.locator('[name=fine]').inputValue()).toBe(written);
  if (chosen === null) return;
  expect(await page.locator('[name=unit]').inputValue()).toBe(chosen);

  // The number stays and means another amount.
  await page.locator('[name=unit]').selectOption(chosen === '元' ? '万元' : '元');
  const { values } = await toEngineOf(browser, page, 'engine/read', {});
  expect(values.fineAmount).toBe(chosen === '元' ? '2000' : '0.00002');
});
