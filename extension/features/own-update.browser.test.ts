/** The extension's folder is replaced by a newer version while the browser is closed. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../e2e/harness/browser.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

describe('an update while the browser is closed', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  /** Puts the build into the folder under a version of its own, as a handed-out build would be. */
  const put = async (version: string): Promise<void> => {
    const target = join(folder, 'extension');
    await rm(target, { recursive: true, force: true });
    await cp(extensionDir, target, { recursive: true });
    for (const file of ['manifest.json', 'background.js']) {
      const text = await readFile(join(target, file), 'utf8');
      expect(text.includes('0.1.0'), `${file} says its version`).toBe(true);
      await writeFile(join(target, file), text.replaceAll('0.1.0', version));
    }
    const worker = await readFile(join(target, 'background.js'), 'utf8');
    await writeFile(
      join(target, 'background.js'),
      `globalThis.scriptOf = ${JSON.stringify(version)};${worker}`,
    );
  };
  const open = async (): Promise<void> => {
    browser = await launchWithExtension({
      extensionDir: join(folder, 'extension'),
      userDataDir: join(folder, 'profile'),
    });
  };
  const scriptOfWorker = async (): Promise<unknown> => {
    const workers = browser.context.serviceWorkers();
    const scripts = workers.map((worker) =>
      worker.evaluate(() => (globalThis as unknown as { scriptOf: string }).scriptOf),
    );
    // A worker that ends while it is asked has nothing to say.
    return (await Promise.allSettled(scripts)).map((result) =>
      result.status === 'fulfilled' ? result.value : null,
    );
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-update-'));
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('runs the new version in the background, whatever script the browser had kept', async () => {
    await put('0.1.1');
    await open();
    await expect.poll(scriptOfWorker).toEqual(['0.1.1']);
    await browser.close();
    await put('0.1.2');
    await open();
    await expect.poll(scriptOfWorker, { timeout: 20_000 }).toEqual(['0.1.2']);
    const desk = await browser.page('desk.html#/settings');
    await desk.getByLabel('单位名称').waitFor();
  });
});
