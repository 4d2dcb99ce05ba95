/**
 * What the parts of the extension say to each other. Page scripts (loader, engine) and extension pages
 * send to the background; the background sends to the engine of one frame. Every message names the
 * extension's version, so that a page script left over from before an update is told to reload.
 */
import { browser } from 'wxt/browser';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { Override } from '@baosong/shared/records/record.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';

/** How the guard treats zero-report buttons in this frame; kept fresh so that it can decide at once. */
export interface ZeroReportFacts {
  /** The current week, Monday to Sunday, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly week: { readonly start: string; readonly end: string };
  /** What the page calls that week, such as 本周. */
  readonly name: string;
  /** Document numbers that the ledger holds for the week, by kind; a non-empty list holds the button. */
  readonly recorded: Readonly<Record<DoublePublicityKind, readonly string[]>>;
}

/** What a frame looks like from inside; the popup shows it, support reads it. */
export interface FrameStatus {
  readonly kind: DoublePublicityKind | null;
  readonly fieldsRecognised: number;
  readonly fieldsTotal: number;
  readonly errors: number;
  readonly warnings: number;
}

/** A line that the page shows about what is owed, already worded in Chinese. */
export interface DutyLine {
  readonly text: string;
  readonly urgent: boolean;
}

/** What became of one field of a fill: 已填, 页面拒收, 需手工. */
export type FillResult = 'filled' | 'refused' | 'manual';

/** Page → background, with the answer that comes back. */
export interface ToBackground {
  /** A loader woke up. The answer says what it needs to hold zero reports, and whether to expect an engine. */
  'page/hello': [
    { controls: number; top: boolean },
    {
      zeroReport: ZeroReportFacts;
      duties: readonly DutyLine[];
      awaiting: 'submission' | 'zeroReport' | null;
    },
  ];
  /** A loader saw form controls and wants the engine in its frame. */
  'page/engine-wanted': [Record<string, never>, { injected: boolean }];
  /** The engine's view of its frame has changed. */
  'page/status': [FrameStatus, null];
  /** A submission was let through: what stood in the form at that moment, and what was overridden. */
  'page/submitted': [
    {
      kind: DoublePublicityKind;
      values: RecordValues;
      overrides: readonly Override[];
      filledRecordId: string | null;
    },
    { submissionId: string },
  ];
  /** A zero-report button was let through. */
  'page/zero-pressed': [
    { kind: DoublePublicityKind; overrideReason: string | null },
    { zeroReportId: string },
  ];
  /** The page answered the last submission or zero report of this tab. */
  'page/evidence': [
    { outcome: 'success' | 'failure'; evidence: 'navigation' | 'message'; text: string },
    null,
  ];
  /** The clerk asked to see more than the page may show: opens the desk at a place. */
  'page/open-desk': [{ place: 'ledger' | 'import' | 'settings' }, null];
  /** An extension page changed the ledger or asked to send: duties and outbox are to be looked at again. */
  'desk/changed': [Record<string, never>, null];
}

/** Background (or an extension page) → engine of one frame. */
export interface ToEngine {
  'engine/status': [Record<string, never>, FrameStatus];
  /** Fill these values; `recordId` is remembered so that the submission is booked on that record. */
  'engine/fill': [
    { values: RecordValues; recordId: string | null },
    { results: Partial<Record<FieldId, FillResult>>; findings: readonly Finding[] },
  ];
  /** The current values, for saving as a template. */
  'engine/read': [Record<string, never>, { kind: DoublePublicityKind | null; values: RecordValues }];
  /** Duties or zero-report facts have changed. */
  'engine/facts': [{ zeroReport: ZeroReportFacts; duties: readonly DutyLine[] }, null];
}

type Requests = ToBackground & ToEngine;

/** The name of a message. */
export type MessageName = keyof Requests;

/** The payload of a message. */
export type Payload<N extends MessageName> = Requests[N][0];

/** The answer to a message. */
export type Answer<N extends MessageName> = Requests[N][1];

interface Envelope {
  readonly baosong: MessageName;
  readonly version: string;
  readonly payload: unknown;
}

type Handlers<Names extends MessageName> = {
  readonly [N in Names]: (
    payload: Payload<N>,
    sender: { tabId: number | undefined; frameId: number | undefined; url: string | undefined },
  ) => Answer<N> | Promise<Answer<N>>;
};

/** Thrown to a page script that is older or newer than the background: the page must be reloaded. */
export const staleMessage = '扩展已更新，请刷新页面';

function seal<N extends MessageName>(name: N, payload: Payload<N>): Envelope {
  return { baosong: name, version: browser.runtime.getManifest().version, payload };
}

function unwrap<N extends MessageName>(reply: unknown): Answer<N> {
  const { answer, error } = reply as { answer?: Answer<N>; error?: string };
  if (error !== undefined) throw new Error(error);
  return answer as Answer<N>;
}

/** Sends to the background and waits for its answer; rejects with the sentence that it refused with. */
export async function toBackground<N extends keyof ToBackground>(
  name: N,
  payload: Payload<N>,
): Promise<Answer<N>> {
  return unwrap<N>(await browser.runtime.sendMessage(seal(name, payload)));
}

/** Sends to the engine of one frame and waits for its answer. */
export async function toEngine<N extends keyof ToEngine>(
  tabId: number,
  frameId: number,
  name: N,
  payload: Payload<N>,
): Promise<Answer<N>> {
  return unwrap<N>(await browser.tabs.sendMessage(tabId, seal(name, payload), { frameId }));
}

/**
 * Answers messages with these handlers; messages that have none are left to other listeners.
 *
 * @returns a function that stops answering.
 */
export function answer<Names extends MessageName>(handlers: Handlers<Names>): () => void {
  const listener = (
    message: unknown,
    sender: { tab?: { id?: number | undefined }; frameId?: number; url?: string },
    reply: (response: unknown) => void,
  ): boolean => {
    const envelope = message as Partial<Envelope> | null;
    const name = envelope?.baosong;
    if (name === undefined || !(name in handlers)) return false;
    if (envelope?.version !== browser.runtime.getManifest().version) {
      reply({ error: staleMessage });
      return false;
    }
    const handler = handlers[name as Names] as (payload: unknown, from: unknown) => unknown;
    Promise.resolve()
      .then(() =>
        handler(envelope.payload, {
          tabId: sender.tab?.id,
          frameId: sender.frameId,
          url: sender.url,
        }),
      )
      .then(
        (value) => reply({ answer: value }),
        (error: unknown) =>
          reply({ error: error instanceof Error ? error.message : String(error) }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
