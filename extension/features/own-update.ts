/**
 * A service worker of an earlier version. Where the extension's folder or package was replaced while the
 * browser was closed, Chromium (seen with 156) starts the pages of the new version and goes on with the
 * worker script that it had kept of the old one.
 */
import { browser } from 'wxt/browser';
import { version as builtVersion } from '../package.json';

/** Key in `storage.local` of the version for which the extension was started anew. */
const restartedForKey = 'restartedFor';

/**
 * Starts the whole extension anew where this script is not of the version that is installed, once for each
 * version: the browser then takes the scripts from the folder again.
 */
export async function restartIfOutdated(): Promise<void> {
  const installed = browser.runtime.getManifest().version;
  if (installed === builtVersion) return;
  const stored = await browser.storage.local.get(restartedForKey);
  if (stored[restartedForKey] === installed) {
    throw new Error(`后台仍是${builtVersion}版，安装的是${installed}版，请重新启动浏览器。`);
  }
  await browser.storage.local.set({ [restartedForKey]: installed });
  browser.runtime.reload();
}
