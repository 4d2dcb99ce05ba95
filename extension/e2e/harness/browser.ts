/** Starts a real Chromium with the built extension. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, type Worker, chromium } from 'playwright-core';

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The extension's service worker, started if it sleeps. */
  readonly worker: () => Promise<Worker>;
  /** Opens a page of the extension, such as `desk.html`, in a new tab. */
  readonly page: (path: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** What scripts that run in the service worker find there. */
interface WorkerGlobal {
  readonly chrome: {
    readonly action: { getBadgeText(details: object): Promise<string> };
    readonly tabs: { query(of: { url: string }): Promise<readonly { readonly id?: number }[]> };
  };
}

interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extensionDir: string;
  /** Profile to use and keep; without one, a new one is thrown away at the end. */
  readonly userDataDir?: string;
  /** Environment of the browser, beside this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

const isWorkerOfExtension = (worker: Worker): boolean =>
  worker.url().startsWith('chrome-extension://');

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...extra };
}

/** Makes a profile in which unpacked extensions may update themselves, as a clerk who loads one has it. */
async function makeProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Launches the browser; `CHROMIUM_PATH` says which, or the usual place is taken. */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extensionDir, env = {} } = options;
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'baosong-profile-')));
  if (!existsSync(join(userDataDir, 'Default'))) await makeProfile(userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    env: environment(env),
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
    ],
  });

  const worker = async (): Promise<Worker> =>
    context.serviceWorkers().find(isWorkerOfExtension) ??
    context.waitForEvent('serviceworker', { predicate: isWorkerOfExtension });
  const extensionId = new URL((await worker()).url()).host;

  return {
    context,
    extensionId,
    worker,
    async page(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async close() {
      await context.close();
      if (options.userDataDir === undefined)
        await rm(userDataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Lets a page have the focus only when its window has it, as in life; Playwright otherwise pretends, and
 * hides what goes wrong while the clerk's focus is in the extension's popup.
 */
export async function withoutFocusEmulation(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}

/** The badge on the extension's icon, `''` where there is none. */
export async function badgeOf(browser: ExtensionBrowser): Promise<string> {
  return (await browser.worker()).evaluate(() =>
    (globalThis as unknown as WorkerGlobal).chrome.action.getBadgeText({}),
  );
}

/** The id that the extension knows a page's tab by. */
export async function tabIdOf(browser: ExtensionBrowser, page: Page): Promise<number> {
  const id = await (
    await browser.worker()
  ).evaluate(async (url) => {
    const [tab] = await (globalThis as unknown as WorkerGlobal).chrome.tabs.query({ url });
    return tab?.id;
  }, page.url());
  if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
  return id;
}
