/**
 * What each tab's page has yet to answer for. Kept in `storage.session`, since the service worker may
 * end between the click and the page's answer.
 */
import { browser } from 'wxt/browser';

/** A submission or zero report that was let through and of which the outcome is not known. */
export interface Awaiting {
  readonly type: 'submission' | 'zeroReport';
  /** One submission; of zero reports, one for each kind that the press was for. */
  readonly ids: readonly string[];
  /** Instant of the click. */
  readonly at: string;
  /** The frame of the click, and those with a form to report with: a button may send that of another frame. */
  readonly frameIds: readonly number[];
  /** Whether another document has come since, in one of these frames or in the whole tab. */
  readonly movedOn: boolean;
  /** The page sent it past the guard. */
  readonly unchecked: boolean;
  /** The values that were sent: the page shows them again, where they answer nothing. */
  readonly sent: readonly string[];
}

/** After this long a page's words are no longer taken for the answer. */
const patience = 10 * 60_000;

const keyOf = (tabId: number): string => `awaiting:${tabId}`;

/** What the tab waits for, or `null`. */
export async function readAwaiting(tabId: number, now: Date): Promise<Awaiting | null> {
  const key = keyOf(tabId);
  const awaiting = (await browser.storage.session.get(key))[key] as Awaiting | undefined;
  if (!awaiting || now.getTime() - Date.parse(awaiting.at) > patience) return null;
  return awaiting;
}

/** Begins to wait for an answer in this tab. */
export async function writeAwaiting(tabId: number, awaiting: Awaiting): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: awaiting });
}

/** Waits no longer. */
export async function clearAwaiting(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
