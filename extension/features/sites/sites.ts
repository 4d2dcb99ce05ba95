/**
 * Granted sites: puts the loader into their frames, and engine, drivers, hands and cards into frames
 * that ask for them. A site is granted by the manifest (`BAOSONG_SITES`) or by the clerk; nothing runs elsewhere.
 */
import { browser } from 'wxt/browser';
import { answer } from '../../messages.ts';
import { scriptOf, widgetFamilies } from '../../widgets/families.ts';
import { taughtAt } from '../teach/teach.ts';
import { loaderMatches } from './loaded-pages.ts';

const loaderId = 'loader';
const loaderFile = '/loader.js';
const engineFile = '/engine.js';
const profilesFile = '/profiles.js';
const teachFile = '/teach.js';
const handsFile = '/hands.js';
const cardsFile = '/cards.js';

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

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** Registers the loader for the granted sites; says whether anything had to be changed for that. */
async function registerLoader(): Promise<boolean> {
  const { matches, excludeMatches } = await wantedMatches();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [loaderId] });
  const isAsWanted =
    sameNames(registered?.matches ?? [], matches) &&
    sameNames(registered?.excludeMatches ?? [], excludeMatches);
  if (isAsWanted) return false;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [loaderId] });
  if (matches.length === 0) return true;
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
  return true;
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
function reconcile(when: 'ifChanged' | 'always'): void {
  queue = queue
    .then(registerLoader)
    .then(async (changed) => {
      if (changed || when === 'always') await loadIntoOpenTabs();
    })
    .catch((error: unknown) => {
      console.warn('报送：未能在已授权的网站上登记', error);
    });
}

/** Runs scripts in the frame that asked for them. */
async function injectInto(
  { tabId, frameId }: { tabId: number | undefined; frameId: number | undefined },
  files: string[],
): Promise<{ injected: boolean }> {
  if (tabId === undefined || frameId === undefined) return { injected: false };
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files });
  return { injected: true };
}

/** Starts listening; call it synchronously when the service worker starts. */
export function startSites(): void {
  const changed = (): void => {
    reconcile('ifChanged');
  };
  const begun = (): void => {
    reconcile('always');
  };
  browser.runtime.onInstalled.addListener(begun);
  browser.runtime.onStartup.addListener(begun);
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  browser.storage.local.onChanged.addListener((changes) => {
    if (relayOriginKey in changes) changed();
  });
  // An update drops what was registered, and not every browser tells of it: looked at on every start.
  changed();
  answer({
    'page/engine-wanted': async (_payload, sender) => {
      const { profiles } = await taughtAt(sender.origin, sender.url);
      return injectInto(sender, profiles.length > 0 ? [profilesFile, engineFile] : [engineFile]);
    },
    'page/profiles': async (_payload, sender) => {
      const { profiles } = await taughtAt(sender.origin, sender.url);
      if (profiles.length > 0) await injectInto(sender, [profilesFile]);
      return { profiles };
    },
    'page/teach-wanted': (_payload, sender) => injectInto(sender, [teachFile]),
    'page/hands-wanted': (_payload, sender) => injectInto(sender, [handsFile]),
    'page/cards-wanted': (_payload, sender) => injectInto(sender, [cardsFile]),
    'page/widgets-wanted': ({ families }, sender) =>
      injectInto(sender, widgetFamilies.filter((one) => families.includes(one)).map(scriptOf)),
  });
}
