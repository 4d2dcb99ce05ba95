/** What a browser does to an extension's service worker between two events. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the browser does to the extension's service worker, seen and done from a page of the extension. */
export async function serviceWorkerSeenFrom(page: Page) {
  const session = await page.context().newCDPSession(page);
  let status = '';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status;
  });
  await session.send('ServiceWorker.enable');
  const becomes = (wanted: string, timeout: number): Promise<void> =>
    expect.poll(() => status, { timeout, interval: 100 }).toBe(wanted);
  return {
    /** Ends it, as the browser does with one that is idle. */
    async end(): Promise<void> {
      await becomes('running', 30_000);
      await session.send('ServiceWorker.stopAllWorkers');
      await becomes('stopped', 30_000);
    },
    /** Waits until something has woken it. */
    wakes: (timeout: number) => becomes('running', timeout),
  };
}
