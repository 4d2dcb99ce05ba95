/** What tests see of the extension in a page, and how they speak to it. */
import type { Frame, Page } from 'playwright-core';
import type { MessageName, Payload, ToBackground, ToEngine } from '../../messages.ts';
import type { ExtensionBrowser } from './browser.ts';

type MessageListener = (
  message: unknown,
  sender: unknown,
  reply: (answer: unknown) => void,
) => undefined;

/** The part of the extension's API that the functions below use inside its service worker. */
interface ExtensionApi {
  readonly management: { uninstallSelf(): Promise<void> };
  readonly runtime: {
    getManifest(): { version: string };
    reload(): void;
    readonly onMessage: {
      addListener(listener: MessageListener): void;
      removeListener(listener: MessageListener): void;
    };
  };
  readonly scripting: {
    executeScript(of: {
      target: { tabId: number; allFrames: boolean };
      func: () => string;
    }): Promise<{ frameId: number; result?: string }[]>;
  };
  readonly tabs: {
    query(filter: { url: string }): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}
interface WorkerGlobal {
  readonly chrome: ExtensionApi;
  heard?: { baosong?: string; payload?: unknown }[];
  refuses?: MessageListener;
}

const host = 'baosong-overlay';

/** The overlay's `data-` attributes, once they are as expected. */
export async function overlayOf(
  frame: Page | Frame,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  const attributes = Object.entries(expected)
    .map(([name, value]) => `[data-${name}="${value}"]`)
    .join('');
  await frame.waitForSelector(host + attributes, { state: 'attached', timeout: 10_000 });
}

/** Sends a message to the engine of one frame of the tab that shows a page, and returns its answer. */
export async function toEngineOf<N extends keyof ToEngine>(
  browser: ExtensionBrowser,
  page: Page,
  name: N,
  payload: Payload<N>,
  frame: Frame = page.mainFrame(),
): Promise<ToEngine[N][1]> {
  const worker = await browser.worker();
  const reply = await worker.evaluate(
    async ({ url, frameUrl, name, payload }) => {
      const { chrome } = globalThis as unknown as WorkerGlobal;
      const [tab] = await chrome.tabs.query({ url });
      if (tab === undefined) throw new Error(`No tab shows ${url}`);
      const frames = await chrome.scripting.executeScript({
        target: { tabId: tab.id, allFrames: true },
        func: () => location.href,
      });
      const frameId = frames.find(({ result }) => result === frameUrl)?.frameId;
      if (frameId === undefined) throw new Error(`No frame shows ${frameUrl}`);
      const { version } = chrome.runtime.getManifest();
      return chrome.tabs.sendMessage(tab.id, { baosong: name, version, payload }, { frameId });
    },
    { url: page.url(), frameUrl: frame.url(), name, payload },
  );
  const { answer, error } = reply as { answer: ToEngine[N][1]; error?: string };
  if (error !== undefined) throw new Error(error);
  return answer;
}

/**
 * Has the background refuse a question of pages from now on.
 *
 * @returns what ends it.
 */
export async function refuse(
  browser: ExtensionBrowser,
  name: keyof ToBackground,
): Promise<() => Promise<void>> {
  const worker = await browser.worker();
  await worker.evaluate((refused) => {
    const shared = globalThis as unknown as WorkerGlobal;
    const listener: MessageListener = (message, _sender, reply) => {
      if ((message as { baosong?: string }).baosong === refused) reply({ error: 'refused' });
      return undefined;
    };
    shared.refuses = listener;
    shared.chrome.runtime.onMessage.addListener(listener);
  }, name);
  return async () => {
    await worker.evaluate(() => {
      const { chrome, refuses } = globalThis as unknown as WorkerGlobal;
      if (refuses !== undefined) chrome.runtime.onMessage.removeListener(refuses);
    });
  };
}

/** Keeps what pages tell the background from now on; the background still answers. */
export async function listen(browser: ExtensionBrowser): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const shared = globalThis as unknown as WorkerGlobal;
    const heard: NonNullable<WorkerGlobal['heard']> = [];
    shared.heard = heard;
    shared.chrome.runtime.onMessage.addListener((message) => {
      heard.push(message as (typeof heard)[number]);
    });
  });
}

/** The payloads of a message heard since `listen`, in order. */
export async function heard<N extends MessageName & keyof ToBackground>(
  browser: ExtensionBrowser,
  name: N,
): Promise<Payload<N>[]> {
  const worker = await browser.worker();
  const payloads = await worker.evaluate(
    (name) =>
      ((globalThis as unknown as WorkerGlobal).heard ?? [])
        .filter((message) => message.baosong === name)
        .map((message) => message.payload),
    name,
  );
  return payloads as Payload<N>[];
}

/** Updates the extension as a browser does: its pages lose their connection, its worker starts anew. */
export async function updateExtension(browser: ExtensionBrowser): Promise<void> {
  const worker = await browser.worker();
  const gone = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => {
    // Not at once, so that this evaluation still gets its answer.
    setTimeout(() => (globalThis as unknown as WorkerGlobal).chrome.runtime.reload());
  });
  await gone;
  await browser.worker();
}

/** Takes the extension out of the browser while its pages stay open. */
export async function removeExtension(browser: ExtensionBrowser): Promise<void> {
  const worker = await browser.worker();
  const gone = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => {
    setTimeout(
      () => void (globalThis as unknown as WorkerGlobal).chrome.management.uninstallSelf(),
    );
  });
  await gone;
}
