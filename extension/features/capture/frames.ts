/**
 * The frames in which Baosong runs, by tab, with what the engine of each last said of it. Kept in
 * `storage.session`: the popup asks for it, and duties are sent to every one of them.
 */
import { browser } from 'wxt/browser';
import type { FrameStatus } from '../../messages.ts';

/** One frame; `status` is `null` until its engine has spoken, and may be of the page before. */
export interface KnownFrame {
  readonly tabId: number;
  readonly frameId: number;
  readonly status: FrameStatus | null;
}

type FramesOfTab = Readonly<Record<string, FrameStatus | null>>;

const prefix = 'frames:';

const keyOf = (tabId: number): string => `${prefix}${tabId}`;

async function change(tabId: number, next: (frames: FramesOfTab) => FramesOfTab): Promise<void> {
  // Frames of one page speak at the same time; each must see what the other wrote.
  await navigator.locks.request(keyOf(tabId), async () => {
    const key = keyOf(tabId);
    const stored = (await browser.storage.session.get(key))[key] as FramesOfTab | undefined;
    await browser.storage.session.set({ [key]: next(stored ?? {}) });
  });
}

/** A loader woke up, or its tab came to the front again. */
export async function rememberFrame(tabId: number, frameId: number): Promise<void> {
  await change(tabId, (frames) => ({ ...frames, [frameId]: frames[frameId] ?? null }));
}

/** A frame no longer answers: its page has gone. */
export async function forgetFrame(tabId: number, frameId: number): Promise<void> {
  await change(tabId, (frames) =>
    Object.fromEntries(Object.entries(frames).filter(([id]) => id !== String(frameId))),
  );
}

/** An engine described its frame. */
export async function rememberStatus(
  tabId: number,
  frameId: number,
  status: FrameStatus,
): Promise<void> {
  await change(tabId, (frames) => ({ ...frames, [frameId]: status }));
}

/** The tab was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** All known frames. */
export async function knownFrames(): Promise<KnownFrame[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, frames]) =>
    key.startsWith(prefix)
      ? Object.entries(frames as FramesOfTab).map(([frameId, status]) => ({
          tabId: Number(key.slice(prefix.length)),
          frameId: Number(frameId),
          status,
        }))
      : [],
  );
}

/** Calls back whenever a frame came, went or described itself anew. */
export function onFramesChanged(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => {
    browser.storage.session.onChanged.removeListener(listener);
  };
}
