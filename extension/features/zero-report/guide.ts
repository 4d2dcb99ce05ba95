/**
 * Leads the clerk to the platform's page for zero reports (零报送) and marks its buttons; nothing is pressed.
 * The page is the one on which a zero report was last made, or else the platform's first page.
 */
import { browser } from 'wxt/browser';
import type { Period } from '@baosong/shared/records/zero-report.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { tellBackground } from '../../messages.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import { forgetFrame, knownFrames } from '../capture/frames.ts';
import { jurisdictionOf } from '../settings/jurisdictions.ts';
import { readSettings } from '../settings/settings.ts';

const pageKey = 'zeroReportPage';
const guideKey = (tabId: number): string => `guide:${tabId}`;

/** Where a tab was led to, and what for. */
export interface Guide {
  readonly kind: DoublePublicityKind;
  readonly period: Period;
  /** Instant until which it holds. */
  readonly until: string;
}

/** The clerk may have to log in first. */
const patience = 30 * 60_000;

/** Remembers the page on which a zero report was made. */
export async function rememberZeroReportPage(page: string): Promise<void> {
  await writeMeta(pageKey, page);
}

/** Origins on which the extension may run, without wildcards. */
async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map((pattern) => pattern.replace(/\/\*$/, ''));
}

async function addressToOpen(kind: DoublePublicityKind): Promise<string> {
  const known = await readMeta(pageKey);
  if (typeof known === 'string') return known;
  const granted = await grantedOrigins();
  const { channels } = jurisdictionOf((await readSettings()).jurisdiction);
  const channel = channels.find(
    ({ kinds, matchPattern }) =>
      kinds.includes(kind) && granted.some((origin) => matchPattern.startsWith(origin)),
  );
  if (channel === undefined) {
    throw new Error(
      '还不知道零报送的网页：请先打开报送平台，在此网站启用，再到“本周无数据”的页面。',
    );
  }
  return channel.origin;
}

/** Opens the page for a kind and a period in a new tab, which is then guided. */
export async function openZeroReportPage(
  kind: DoublePublicityKind,
  period: Period,
  now: Date,
): Promise<void> {
  const url = await addressToOpen(kind);
  // The popup from which this is called closes as soon as another tab comes to the front.
  const tab = await browser.tabs.create({ url, active: false });
  if (tab.id === undefined) return;
  const guide: Guide = {
    kind,
    period,
    until: new Date(now.getTime() + patience).toISOString(),
  };
  await browser.storage.session.set({ [guideKey(tab.id)]: guide });
  // A page that said hello before that has got no marks, and the lines of the current week.
  for (const { tabId, frameId } of await knownFrames()) {
    if (tabId === tab.id)
      await markButtons(tabId, frameId).catch(() => forgetFrame(tabId, frameId));
  }
  tellBackground();
  await browser.tabs.update(tab.id, { active: true });
}

/** What a tab was led to, or `null`. */
export async function guideOf(tabId: number, now: Date): Promise<Guide | null> {
  const key = guideKey(tabId);
  const guide = (await browser.storage.session.get(key))[key] as Guide | undefined;
  return guide && now.toISOString() < guide.until ? guide : null;
}

/** The tab was closed. */
export async function forgetGuide(tabId: number): Promise<void> {
  await browser.storage.session.remove(guideKey(tabId));
}

/** Marks the buttons for zero reports in a frame of a guided tab. */
export async function markButtons(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/zero-mark.js'],
  });
}
