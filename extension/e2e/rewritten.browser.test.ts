/** Documents that are written by a script, or anew: whoever writes into one takes all listeners off it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { ExtensionBrowser } from './harness/browser.ts';
import { forgetLedger } from './harness/office.ts';
import { endOnPages, rightOnPaths, startOnPages } from './harness/on-pages.ts';
import { heard, listen, overlayOf } from './harness/overlay.ts';
import type { PageServer } from './harness/pages.ts';

/** The ways in which a page may put another document in place of one, in the page itself. */
const ways: Readonly<Record<string, (html: string) => void>> = {
  'is written anew while its form is known': (html) => {
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what such pages call
    document.write(html);
    document.close();
  },
  'gets another root': (html) => {
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
    document.replaceChild(documentElement, document.documentElement);
  },
  'has a frame that is written later': (html) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:900px;height:600px';
    document.body.replaceChildren(frame);
    setTimeout(() => {
      frame.contentDocument?.open();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what such pages call
      frame.contentDocument?.write(html);
      frame.contentDocument?.close();
    }, 500);
  },
};

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
  await page.goto(`${server.origin}/paths.html`);
  await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
  await listen(browser);
});

it.each(Object.entries(ways))(
  'holds what is wrong where the document %s, and lets through what is right once',
  async (_name, rewrite) => {
    const html = await page.evaluate(async () => (await fetch('/paths.html')).text());
    await page.evaluate(rewrite, html);
    await expect.poll(() => page.locator('iframe').count()).toBe(page.frames().length - 1);
    const frame = page.frames()[1] ?? page.mainFrame();
    await overlayOf(frame, { state: 'watching', 'record-kind': 'penalty' });

    for (const [name, value] of Object.entries({ ...rightOnPaths, code: '91350100M000100Y44' }))
      await frame.locator(`[name=${name}]`).fill(value);
    await frame.locator('#button').click();
    await overlayOf(frame, { state: 'held' });
    expect(await heard(browser, 'page/submitted')).toEqual([]);

    await frame.locator('[name=code]').fill(rightOnPaths.code);
    await frame.locator('#button').click();
    await frame.waitForURL('**/sent');
    expect(await heard(browser, 'page/submitted')).toHaveLength(1);
  },
);
