/** What Baosong costs pages that it has no business with: counted, not timed; times are in BENCHMARKS.md. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import {
  type ExtensionBrowser,
  launchWithExtension,
  withoutFocusEmulation,
} from './harness/browser.ts';
import { type Counts, countedBuild } from './harness/counted-build.ts';
import { overlayOf } from './harness/overlay.ts';
import { type PageServer, servePages } from './harness/pages.ts';
import { type Worlds, worldsOf } from './harness/worlds.ts';

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

let browser: ExtensionBrowser;
let server: PageServer;
let folder: string;

beforeAll(async () => {
  server = await servePages();
  folder = await mkdtemp(join(tmpdir(), 'baosong-counted-'));
  const counted = await countedBuild(process.env['BAOSONG_EXTENSION'] ?? '', join(folder, 'build'));
  browser = await launchWithExtension({ extensionDir: counted });
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

async function open(url: string): Promise<{ page: Page; worlds: Worlds }> {
  const page = await browser.context.newPage();
  onTestFinished(() => page.close());
  await withoutFocusEmulation(page);
  const worlds = await worldsOf(page);
  await page.goto(url);
  return { page, worlds };
}

it('injects nothing at all on a site that is not granted, and a world of its own on one that is', async () => {
  const foreign = server.origin.replace('127.0.0.1', 'localhost');
  const { page, worlds } = await open(`${foreign}/licence-table.html`);
  // The granted page comes later, so that whatever the other was to get would be there by then.
  const granted = await open(`${server.origin}/licence-table.html`);
  await overlayOf(granted.page, { state: 'watching' });
  expect(granted.worlds.ofExtension()).toHaveLength(1);
  expect(worlds.ofExtension()).toEqual([]);
  expect(await page.locator('baosong-overlay').count()).toBe(0);
  expect(await page.locator('[aria-describedby]').count()).toBe(0);
});

it('watches a granted page without a form by one observer, does not scan it, and rests while it is hidden', async () => {
  const { page, worlds } = await open(`${server.origin}/zero-report.html`);
  const counts = (): Promise<Counts> => worlds.evaluate<Counts>('counts');
  await eventually(async () => (await counts()).observers).toBe(1);
  await eventually(async () => (await counts()).watching).toBe(1);
  expect(await counts()).toMatchObject({ scans: 0, intervals: 0 });

  // One timer while the document was being read, and none since.
  const { callbacks, timers } = await counts();
  expect(timers).toBeLessThanOrEqual(1);
  await page.evaluate(() => {
    const rows = Array.from({ length: 5000 }, (_, place) => `<tr><td>${place}</td></tr>`);
    document.body.insertAdjacentHTML('beforeend', `<table>${rows.join('')}</table>`);
  });
  await eventually(async () => (await counts()).callbacks).toBe(callbacks + 1);
  await eventually(async () => (await counts()).watching).toBe(1);
  expect(await counts()).toMatchObject({ observers: 1, watching: 1, scans: 0, timers });
  expect(await worlds.evaluate('baosong.engine')).toBeNull();

  // Playwright keeps every page visible, so the loader's own world is told that it is not.
  const turn = (hidden: boolean): Promise<unknown> =>
    worlds.evaluate(
      `Object.defineProperty(document, 'hidden', { configurable: true, value: ${String(hidden)} });` +
        `document.dispatchEvent(new Event('visibilitychange')), 0`,
    );
  await turn(true);
  await eventually(async () => (await counts()).watching).toBe(0);
  await page.evaluate(() => document.body.append(document.createElement('p')));
  expect(await counts()).toMatchObject({ callbacks: callbacks + 1, watching: 0, scans: 0 });

  await turn(false);
  await eventually(async () => (await counts()).watching).toBe(1);
  expect(await counts()).toMatchObject({ observers: 1, scans: 0, timers, intervals: 0 });
});
