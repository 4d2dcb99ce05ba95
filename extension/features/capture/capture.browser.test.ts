import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { forgetEverything, setUp } from '../../e2e/harness/office.ts';
import { servePages } from '../../e2e/harness/pages.ts';
import type { PageServer } from '../../e2e/harness/pages.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

const number = '云示许〔2026〕5号';

/** What a clerk types into the form by hand; the rest is typed over the guard's objections. */
const typed: Readonly<Record<string, string>> = {
  XK_XDR_MC: '示例市云溪商贸有限公司',
  XK_XDR_SHXYM: '91350100M000100Y43',
  XK_FRDB: '张三',
  XK_XKWS: '关于准予食品经营许可的决定',
  XK_WSH: number,
  XK_NR: '准予食品经营许可',
  XK_XKJG: '示例市市场监督管理局',
  XK_XKJGDM: '11420200011012349Q',
  XK_LYDW: '示例市市场监督管理局',
  XK_LYDWDM: '11420200011012349Q',
};

/** A platform that serves the form of `pages` and answers every record with the same words. */
async function servePlatform(
  pages: PageServer,
  answer: string,
): Promise<{ origin: string; server: Server }> {
  const form = await (await fetch(`${pages.origin}/licence-table.html`)).text();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      request.method === 'POST' ? `<meta charset="utf-8"><p role="alert">${answer}</p>` : form,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    server,
  };
}

describe('what becomes of a submission', () => {
  let browser: ExtensionBrowser;
  let pages: PageServer;

  beforeAll(async () => {
    pages = await servePages();
    browser = await launchWithExtension({ extensionDir });
  });

  afterEach(async () => {
    await forgetEverything(browser);
  });

  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  async function typeInto(origin: string): Promise<Page> {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const page = await browser.context.newPage();
    await page.goto(`${origin}/licence-table.html`);
    await page.getByText(/识别 \d+\/\d+ 项/).waitFor();
    for (const [name, value] of Object.entries(typed)) {
      await page.locator(`[name=${name}]`).fill(value.replace('2026', today.slice(0, 4)));
    }
    for (const name of ['XK_JDRQ', 'XK_YXQZ']) {
      await page.locator(`[name=${name}]`).fill(today.replaceAll('-', '/'));
    }
    await page.locator('[name=XK_YXQZI]').fill('2099/12/31');
    for (const [name, label] of [
      ['XK_XDR_LB', '法人及非法人组织'],
      ['XK_XKLB', '普通'],
      ['XK_ZT', '有效'],
    ] as const) {
      await page.locator(`[name=${name}]`).selectOption({ label });
    }
    return page;
  }

  it('books a record that was typed by hand, once, when the page says so', async () => {
    const desk = await setUp(browser);
    const page = await typeInto(pages.origin);
    await page.getByRole('button', { name: '提 交' }).click();
    await page.getByText('提交成功').waitFor();

    await desk.bringToFront();
    await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
    await desk.getByText('共 1 条，已提交 1').waitFor();
    await desk.getByRole('button', { name: /云示许/ }).click();
    await desk.getByText(/提交第 1 版到 .*「.*提交成功/).waitFor();
  });

  it('takes an attempt back that the page refused, and keeps its words without the identity number', async () => {
    const desk = await setUp(browser);
    const refusal = '提交失败：文书号 11010519491231002X 重复';
    const { origin, server } = await servePlatform(pages, refusal);
    try {
      const page = await typeInto(origin);
      await page.getByRole('button', { name: '提 交' }).click();
      await page.getByText('提交失败').waitFor();

      await desk.bringToFront();
      await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
      await desk.getByText('共 1 条，待报 1').waitFor();
      await desk.getByText(/上次未成功：.*提交失败.*1101\*+002X/).waitFor();
      expect(await desk.getByText('11010519491231002X').count()).toBe(0);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('takes a record as sent when the clerk goes on to the next before the page has said anything', async () => {
    const desk = await setUp(browser);
    const { origin, server } = await servePlatform(pages, '返回列表');
    try {
      const page = await typeInto(origin);
      const written = await page.locator('form').evaluate((form: HTMLFormElement) => {
        const values = Array.from(new FormData(form).entries(), ([name, value]) => [name, value]);
        return values as [string, string][];
      });
      await page.getByRole('button', { name: '提 交' }).click();
      await page.getByText('返回列表').waitFor();
      await page.goto(`${origin}/licence-table.html`);
      await page.getByText(/识别 \d+\/\d+ 项/).waitFor();
      await page.locator('form').evaluate((form: HTMLFormElement, values) => {
        for (const [name, value] of values) {
          const control = form.elements.namedItem(name);
          if (control !== null && 'value' in control) {
            control.value = name === 'XK_WSH' ? value.replace('5号', '6号') : value;
          }
        }
      }, written);
      await page.getByRole('button', { name: '提 交' }).click();
      await page.getByText('返回列表').waitFor();

      await desk.bringToFront();
      await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
      await desk.getByText('共 2 条，已提交 2').waitFor();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('takes an attempt back that has sent nothing, as after 取消 in the browser’s own question', async () => {
    const desk = await setUp(browser);
    // One that still asks in a window of its own may yet send.
    const asking = await typeInto(pages.origin);
    await asking.locator('[name=XK_WSH]').fill('云示许〔2026〕6号');
    await asking.locator('form').evaluate((form) => {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        form.insertAdjacentHTML('afterend', '<p role="alertdialog">确定要提交吗？</p>');
      });
    });
    await asking.getByRole('button', { name: '提 交' }).click();

    const page = await typeInto(pages.origin);
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.locator('form').evaluate((form) => {
      form.addEventListener('submit', (event) => {
        if (!confirm('确定要提交吗？')) event.preventDefault();
      });
    });
    await page.getByRole('button', { name: '提 交' }).click();

    await desk.bringToFront();
    await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
    await expect.poll(() => desk.getByRole('row').getByText('已提交，待确认').count()).toBe(2);
    // The page is given half a minute to say something.
    await desk.getByText(/上次未成功：网页没有发出任何请求/).waitFor({ timeout: 45_000 });
    expect(await desk.getByRole('row').getByText('已提交，待确认').count()).toBe(1);
  });

  it('leaves it to the clerk where the page says nothing', async () => {
    const desk = await setUp(browser);
    const page = await typeInto(pages.origin);
    // The platform never answers.
    await page.route('**/sent', () => undefined);
    await page.getByRole('button', { name: '提 交' }).click({ noWaitAfter: true });

    await desk.bringToFront();
    await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
    await desk.getByRole('row').getByText('已提交，待确认').waitFor();
    await desk.getByRole('button', { name: '没有成功' }).click();
    await desk.getByText('共 1 条，待报 1').waitFor();
    await desk.getByText('上次未成功：经办人确认没有提交成功').waitFor();
  });
});
