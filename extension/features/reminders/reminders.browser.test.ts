/** Reminders in a real browser whose extension sees another time, with its service worker ended in between. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badgeOf, launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { popupOf, setUp } from '../../e2e/harness/office.ts';
import { servePages } from '../../e2e/harness/pages.ts';
import type { PageServer } from '../../e2e/harness/pages.ts';
import { serviceWorkerSeenFrom } from '../../e2e/harness/service-worker.ts';
import { shiftedBuild } from '../../e2e/harness/shifted-build.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
const patience = { timeout: 30_000, interval: 200 } as const;

const shanghai = (time: string): Date => new Date(`${time}+08:00`);
const wednesday = shanghai('2026-11-25T10:00:00');

let folder: string;
let pages: PageServer;
let browser: ExtensionBrowser | undefined;

beforeAll(async () => {
  pages = await servePages();
});

afterAll(async () => {
  await pages.close();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-reminders-'));
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** The browser of one clerk, opened at a moment; profile and extension stay the same from one to the next. */
async function openAt(moment: Date): Promise<ExtensionBrowser> {
  await browser?.close();
  browser = await launchWithExtension({
    extensionDir: await shiftedBuild(extensionDir, join(folder, 'extension'), moment),
    userDataDir: join(folder, 'profile'),
  });
  return browser;
}

interface ExtensionPage {
  readonly chrome: {
    readonly action: { getBadgeText(details: object): Promise<string> };
    readonly notifications: { getAll(): Promise<Readonly<Record<string, boolean>>> };
  };
}

/** Badge and ids of the notifications that are shown, as a page of the extension sees them. */
function shownTo(page: Page): Promise<{ badge: string; notifications: string[] }> {
  return page.evaluate(async () => {
    const { action, notifications } = (globalThis as unknown as ExtensionPage).chrome;
    return {
      badge: await action.getBadgeText({}),
      notifications: Object.keys(await notifications.getAll()),
    };
  });
}

const notificationsOf = async (from: ExtensionBrowser): Promise<string[]> =>
  (await from.worker()).evaluate(async () =>
    Object.keys(await (globalThis as unknown as ExtensionPage).chrome.notifications.getAll()),
  );

describe('a Friday', () => {
  it('is told of at nine by an alarm that finds no service worker, which then books what was done', async () => {
    const friday = await openAt(shanghai('2026-11-27T08:58:00'));
    await (await setUp(friday)).close();
    await expect.poll(() => badgeOf(friday), patience).toBe('2');
    expect(await notificationsOf(friday)).toEqual([]);
    const page = await friday.context.newPage();
    await page.goto(`${pages.origin}/zero-report.html`);
    await page
      .locator('baosong-overlay')
      .getByText(/行政许可尚未报送/)
      .waitFor();
    const desk = await friday.page('desk.html#/zero');

    const worker = await serviceWorkerSeenFrom(desk);

    await worker.end();
    expect(await shownTo(desk)).toEqual({ badge: '2', notifications: [] });
    await worker.wakes(150_000);
    const told = { badge: '2', notifications: ['obligations'] };
    await expect.poll(() => shownTo(desk), patience).toEqual(told);

    await worker.end();
    await page.bringToFront();
    await page
      .getByRole('row')
      .filter({ hasText: '行政许可' })
      .getByRole('button', { name: '本周无数据' })
      .click();
    await expect.poll(async () => (await shownTo(desk)).badge, patience).toBe('1');
    await desk.getByRole('table', { name: '零报送记录' }).getByText('示例乙').waitFor();
    await desk.getByText(`${pages.origin}/zero-report.html`).waitFor();
  }, 300_000);

  it('that the browser was closed over shows on Monday, on every channel', async () => {
    await setUp(await openAt(wednesday));
    const monday = await openAt(shanghai('2026-11-30T10:00:00'));
    await expect.poll(() => badgeOf(monday), patience).toBe('2');
    await expect.poll(() => notificationsOf(monday), patience).toEqual(['obligations']);
    const page = await monday.context.newPage();
    await page.goto(`${pages.origin}/zero-report.html`);
    const late = /11月23日—29日行政许可尚未报送，应于11月27日前办理，已逾期/;
    await page.locator('baosong-overlay').getByText(late).waitFor();
    const popup = await popupOf(monday, page);
    await popup.getByText(late).waitFor();
    expect(await popup.locator('li.duty.urgent').count()).toBe(2);
  }, 120_000);

  it('that is silenced keeps badge, popup and page', async () => {
    await setUp(await openAt(wednesday));
    const friday = await openAt(shanghai('2026-11-27T10:00:00'));
    await expect.poll(() => notificationsOf(friday), patience).toEqual(['obligations']);
    const page = await friday.context.newPage();
    await page.goto(`${pages.origin}/zero-report.html`);
    const popup = await popupOf(friday, page);
    await popup.getByRole('button', { name: '不再提醒本周' }).click();
    await popup.getByText('本周不再弹出通知').first().waitFor();
    await expect.poll(() => notificationsOf(friday), patience).toEqual([]);
    expect(await badgeOf(friday)).toBe('2');
    expect(await popup.locator('li.duty.urgent').count()).toBe(2);
    await page
      .locator('baosong-overlay')
      .getByText(/行政处罚尚未报送/)
      .waitFor();
    await popup.getByRole('button', { name: '恢复通知' }).click();
    await popup.getByRole('button', { name: '一小时后再提醒' }).click();
    await popup.getByText(/通知推迟到11月27日11:0\d/).waitFor();
  }, 120_000);
});

describe('a day off', () => {
  it('shows on the badge what is late, and disturbs nobody', async () => {
    await setUp(await openAt(wednesday));
    const saturday = await openAt(shanghai('2026-11-28T10:00:00'));
    await expect.poll(() => badgeOf(saturday), patience).toBe('2');
    const desk = await saturday.page('desk.html#/zero');
    await desk
      .getByText(/已逾期，请尽快零报送或补报/)
      .first()
      .waitFor();
    expect(await notificationsOf(saturday)).toEqual([]);
  }, 120_000);
});
