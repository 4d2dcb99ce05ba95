/**
 * Granted sites: puts the loader into their frames, and the engine into a frame whose loader asks for
 * it. A site is granted by the manifest (`BAOSONG_SITES`) or by the clerk; nothing runs elsewhere.
 */
import { browser } from 'wxt/browser';
import { answer } from '../../messages.ts';
import { loaderMatches } from './loaded-pages.ts';

const loaderId = 'loader';
const loaderFile = '/loader.js';
const engineFile = '/engine.js';

/** Key in `storage.local` of the origin that is granted for the relay and gets no loader. */
const relayOriginKey = 'relayOrigin';

async function wantedMatches(): Promise<ReturnType<typeof loaderMatches>> {
  const [{ origins = [] }, stored] = await Promise.all([
    browser.permissions.getAll(),
    browser.storage.local.get(relayOriginKey),
  ]);
  const relayOrigin = stored[relayOriginKey];
  return loaderMatches(origins, typeof relayOrigin === 'string' ? relayOrigin : null);
}

async function registerLoader(): Promise<void> {
  const { matches, excludeMatches } = await wantedMatches();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [loaderId] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [loaderId] });
  if (matches.length === 0) return;
  const script = {
    id: loaderId,
    js: [loaderFile],
    matches,
    excludeMatches,
    allFrames: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  try {
    await browser.scripting.registerContentScripts([{ ...script, matchOriginAsFallback: true }]);
  } catch (error) {
    // Below Chrome 119 the option is unknown, and frames on about:blank go without a loader.
    if (!(error instanceof TypeError)) throw error;
    await browser.scripting.registerContentScripts([script]);
  }
}

/** Clerks keep forms open all day: tabs that were there before get the loader too; it runs only once. */
async function loadIntoOpenTabs(): Promise<void> {
  const { matches, excludeMatches } = await wantedMatches();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  const spared = excludeMatches.map((pattern) => pattern.slice(0, -1));
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || spared.some((origin) => url?.startsWith(origin))) return;
      try {
        await browser.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          files: [loaderFile],
        });
      } catch (error) {
        console.warn('报送：未能载入一个已打开的标签页，刷新它即可', error);
      }
    }),
  );
}

// One after the other: two registrations of one id at once would refuse each other.
let queue: Promise<void> = Promise.resolve();
function reconcile(): void {
  queue = queue
    .then(registerLoader)
    .then(loadIntoOpenTabs)
    .catch((error: unknown) => {
      console.warn('报送：未能在已授权的网站上登记', error);
    });
}

/** An update may drop what was registered without an event that says so, as Chromium does with unpacked ones. */
async function reconcileIfForgotten(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [loaderId] });
  if (registered.length === 0) reconcile();
}

/** Starts listening; call it synchronously when the service worker starts. */
export function startSites(): void {
  reconcileIfForgotten().catch((error: unknown) => {
    console.warn('报送：未能核对已登记的网站', error);
  });
  browser.runtime.onInstalled.addListener(reconcile);
  browser.runtime.onStartup.addListener(reconcile);
  browser.permissions.onAdded.addListener(reconcile);
  browser.permissions.onRemoved.addListener(reconcile);
  browser.storage.local.onChanged.addListener((changes) => {
    if (relayOriginKey in changes) reconcile();
  });
  answer({
    'page/engine-wanted': async (_payload, { tabId, frameId }) => {
      if (tabId === undefined || frameId === undefined) return { injected: false };
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [engineFile],
      });
      return { injected: true };
    },
  });
}
