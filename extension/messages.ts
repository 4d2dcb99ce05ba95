/**
 * What the parts of the extension say to each other. Page scripts (loader, engine) and extension pages
 * send to the background; the background sends to the engine of one frame. Every message names the
 * extension's version, so that a page script left over from before an update is told to reload.
 */
import { browser } from 'wxt/browser';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { Override } from '@baosong/shared/records/record.ts';
import type {
  FieldId,
  DoublePublicityKind,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import type { ControlChoices } from './features/teach/meanings.ts';
import type { ProfileContent, ProfileNote, SiteProfile } from './form/profile.ts';
import type { RecognisedForm, RecognitionQuestion } from './form/recogniser.ts';
import type { WidgetFamily } from './widgets/families.ts';

/** How the guard treats zero-report buttons in this frame; kept fresh so that it can decide at once. */
export interface ZeroReportFacts {
  /** The current week, Monday to Sunday, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly week: { readonly start: string; readonly end: string };
  /** What the page calls that week, such as 本周. */
  readonly name: string;
  /** What a press is for where the page names no kind: all that the unit owes by the week. */
  readonly kinds: readonly DoublePublicityKind[];
  /** By the jurisdiction's policy one zero report answers for all kinds, whatever the page names. */
  readonly combined: boolean;
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
  /** The profile for this page: used, or not because the form is another one by now. */
  readonly profile: ProfileNote | null;
}

/** What stands in a form, to be checked. */
export interface CheckQuestion {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
  /** `YYYY-MM-DD` in Asia/Shanghai: what was right yesterday may be late today. */
  readonly today: string;
}

/** The form of a frame as the other frames of its page know it. */
export interface FormBelow {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
  /** What is wrong with them, or `null` while that is not known yet. */
  readonly findings: readonly Finding[] | null;
  /** The record of the ledger that it was filled from, while it still speaks of it. */
  readonly filledRecordId: string | null;
}

/** What one frame tells the others of its page. */
export interface FrameNews {
  /** The frame that tells, by a name that only the extension knows. */
  readonly from: string;
  /** What stands in its form now, or `null` where it has none any more. */
  readonly form?: FormBelow | null;
  /** A submission has begun: its answer may show in any frame. */
  readonly sent?: true;
  /** Leads the clerk to a field of another frame. */
  readonly goTo?: { readonly frame: string; readonly field: FieldId };
  /** A frame whose form was held at a button beside it, to be shown there. */
  readonly hold?: string;
  /** What was held goes through with a reason, wherever it is sent from. */
  readonly override?: { readonly findings: readonly Finding[]; readonly reason: string };
}

/** A line that the page shows about what is owed, already worded in Chinese. */
export interface DutyLine {
  readonly text: string;
  readonly urgent: boolean;
}

/** What became of one field of a fill: 已填, 页面拒收, 需手工; or it is to be filled in a later step of the page. */
export type FillResult = 'filled' | 'refused' | 'manual' | 'later';

/** Page → background, with the answer that comes back. */
export interface ToBackground {
  /**
   * A loader woke up: for the first time in its document, or because its tab came to the front. The answer
   * says what it needs to hold zero reports, and whether this document may answer a submission.
   */
  'page/hello': [
    { first: boolean },
    {
      zeroReport: ZeroReportFacts;
      duties: readonly DutyLine[];
      /** What was sent that this document may answer, and whether it went past the guard. */
      awaiting: { readonly unchecked: boolean; readonly sent: readonly string[] } | null;
      /** What was taught about forms of this site. */
      profiles: readonly SiteProfile[];
      /** A button of this page was taught, so the engine is needed without a form. */
      taught: boolean;
    },
  ];
  /** What the standard and the platform's rules find in what stands in a form. */
  'page/check': [CheckQuestion, readonly Finding[]];
  /** What a form is, asked by the engine that saw it or by teaching; `null`: none to report with. */
  'page/recognise': [RecognitionQuestion, RecognisedForm | null];
  /** An engine asks what ledger and relay say of what stands in its form. */
  'page/ledger-findings': [
    { kind: DoublePublicityKind; values: RecordValues; filledRecordId: string | null },
    readonly Finding[],
  ];
  /** A page has said nothing for long about what was sent. */
  'page/unanswered': [Record<string, never>, null];
  /** A loader saw form controls, or the clerk teaches: the engine is wanted in the frame. */
  'page/engine-wanted': [Record<string, never>, { injected: boolean }];
  /** An engine saw widgets of these libraries and wants their drivers in its frame. */
  'page/widgets-wanted': [{ families: readonly WidgetFamily[] }, { injected: boolean }];
  /** The clerk wants to teach the form of this frame. */
  'page/teach-wanted': [Record<string, never>, { injected: boolean }];
  /** What the controls of a form can be taught to mean. */
  'page/control-choices': [Record<string, never>, ControlChoices];
  /** What is known by now about forms of this site. */
  'page/profiles': [Record<string, never>, { profiles: readonly SiteProfile[] }];
  /** The clerk has taught a form of this frame. */
  'page/taught': [ProfileContent, null];
  /** An extension page renamed, removed or imported profiles. */
  'desk/profiles-changed': [Record<string, never>, null];
  /** An engine is to write and wants the script that does it in its frame. */
  'page/hands-wanted': [Record<string, never>, { injected: boolean }];
  /** An engine has a popover or panel to show and wants the script that draws them in its frame. */
  'page/cards-wanted': [Record<string, never>, { injected: boolean }];
  /** The engine's view of its frame has changed. */
  'page/status': [FrameStatus, null];
  /** News for the other frames of the page. */
  'page/to-frames': [FrameNews, null];
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
  /** A zero-report button was let through; no kinds where the page names none and the unit is not known there. */
  'page/zero-pressed': [
    { kinds: readonly DoublePublicityKind[]; overrideReason: string | null },
    null,
  ];
  /** The page answered the last submission or zero report of this tab. */
  'page/evidence': [
    { outcome: 'success' | 'failure'; evidence: 'navigation' | 'message' | 'list'; text: string },
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
  'engine/read': [
    Record<string, never>,
    { kind: DoublePublicityKind | null; values: RecordValues },
  ];
  /** Another frame of the page has told something. */
  'engine/from-frame': [FrameNews, null];
  /** Profiles have changed: ask for them anew. */
  'engine/profiles': [Record<string, never>, null];
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
    sender: {
      tabId: number | undefined;
      frameId: number | undefined;
      url: string | undefined;
      /** That of the page around where a frame has no address of its own. */
      origin: string | undefined;
    },
  ) => Answer<N> | Promise<Answer<N>>;
};

/** Tells every loader and engine of a tab something that needs no answer. */
export function toFrames<N extends keyof ToEngine>(
  tabId: number,
  name: N,
  payload: Payload<N>,
): void {
  // A tab that has gone, or whose frames have nothing to say, is no error.
  browser.tabs.sendMessage(tabId, seal(name, payload)).catch(() => undefined);
}

/** Thrown to a page script that is older or newer than the background: the page must be reloaded. */
export const staleMessage = '扩展已更新，请刷新页面';

/** The whole manifest is copied whenever it is asked for. */
let version = '';
const ownVersion = (): string => (version ||= browser.runtime.getManifest().version);

function seal<N extends MessageName>(name: N, payload: Payload<N>): Envelope {
  return { baosong: name, version: ownVersion(), payload };
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

/**
 * Has the background look at duties and outbox again after the ledger was changed. Nobody waits for it:
 * what was done stands, and the background looks by itself at its next alarm.
 */
export function tellBackground(): void {
  toBackground('desk/changed', {}).catch((error: unknown) => {
    console.error('报送：后台没有答复', error);
  });
}

/** No engine runs in the frame: its page is still loading, holds no form, or has gone. */
export class NoEngine extends Error {
  constructor(cause?: unknown) {
    super('网页还没有准备好，请稍候再试，或刷新网页。', { cause });
    this.name = 'NoEngine';
  }
}

/** Sends to the engine of one frame and waits for its answer. @throws NoEngine */
export async function toEngine<N extends keyof ToEngine>(
  tabId: number,
  frameId: number,
  name: N,
  payload: Payload<N>,
): Promise<Answer<N>> {
  let reply: unknown;
  try {
    reply = await browser.tabs.sendMessage(tabId, seal(name, payload), { frameId });
  } catch (error) {
    if (String(error).includes('Receiving end does not exist')) throw new NoEngine(error);
    throw new Error('网页没有答复就离开了，请再试一次。', { cause: error });
  }
  // The loader of the frame listens too, and leaves this to an engine that is not there yet.
  if (reply === undefined) throw new NoEngine();
  return unwrap<N>(reply);
}

/**
 * Answers messages with these handlers; messages that have none are left to other listeners.
 *
 * @returns a function that stops answering.
 */
export function answer<Names extends MessageName>(handlers: Handlers<Names>): () => void {
  const listener = (
    message: unknown,
    sender: { tab?: { id?: number | undefined }; frameId?: number; url?: string; origin?: string },
    reply: (response: unknown) => void,
  ): boolean => {
    const envelope = message as Partial<Envelope> | null;
    const name = envelope?.baosong;
    if (name === undefined || !(name in handlers)) return false;
    if (envelope?.version !== ownVersion()) {
      reply({ error: staleMessage });
      return false;
    }
    const handler = handlers[name as Names] as (payload: unknown, from: unknown) => unknown;
    Promise.resolve()
      .then(() => handler(envelope.payload, { ...sender, tabId: sender.tab?.id }))
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
