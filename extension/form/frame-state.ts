/**
 * What the loader and the engine of one frame share: one object on the isolated world's global, so that
 * the loader, whose listeners came first, can ask the engine at once, inside an event.
 */
import type {
  DutyLine,
  FormBelow,
  FrameNews,
  ZeroReportFacts,
  answer,
  toBackground,
} from '../messages.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { WidgetFamily } from '../widgets/families.ts';
import type { Kit } from '../widgets/kit.ts';
import type { DrawCards } from '../overlay/view.ts';
import type { buttonWords, isQueryForm } from './buttons.ts';
import type { FormRecord } from './field-record.ts';
import type { ButtonMeaning, ProfileUse, SiteProfile } from './profile.ts';
import type { wordsOn } from './zero-report.ts';
import type { Control, Driver } from '../widgets/widget.ts';
import type { Hands } from '../widgets/writing.ts';

/** A zero report that was held back: the week has records, or it was pressed before that was known. */
export interface HeldZeroReport {
  /** What the press was for. */
  readonly kinds: readonly DoublePublicityKind[];
  /** What the week is called. */
  readonly week: string;
  /** Document numbers of the week's records; none where only the answer was waited for. */
  readonly recorded: readonly string[];
  readonly button: HTMLElement;
}

/** The engine, as the loader sees it. */
export interface FrameEngine {
  /** Judges a click or submit inside its event; `true` holds it, and the engine shows why. */
  readonly holds: (event: Event) => boolean;
  /** The kind of zero report that a button files by what the clerk has taught, or `null`. */
  readonly taughtZeroReport: (button: HTMLElement) => DoublePublicityKind | null;
  /** The state below has changed. */
  readonly refresh: () => void;
  /** Another frame has told something. */
  readonly hear: (news: FrameNews) => void;
  /** Takes everything off the page. */
  readonly stop: () => void;
}

/** Reads what was taught, for the address of the moment: a page may change it without loading anew. */
export interface TaughtReader {
  readonly about: (form: FormRecord) => ProfileUse | null;
  readonly meaningOf: (button: HTMLElement) => ButtonMeaning | null;
}

/** A form of the document with its controls; `controls[i]` is what `record.fields[i]` describes. */
export interface CollectedForm {
  /** The form, the dialog, or the body where controls stand in neither. */
  readonly root: HTMLElement;
  readonly record: FormRecord;
  readonly controls: readonly Control[];
}

/** How the words on buttons are read; see `buttons.ts` and `zero-report.ts`. */
export interface ButtonWords {
  readonly buttonWords: typeof buttonWords;
  readonly isQueryForm: typeof isQueryForm;
  readonly wordsOn: typeof wordsOn;
}

/** How a script of a frame talks with the background. */
export interface Messages {
  readonly answer: typeof answer;
  readonly toBackground: typeof toBackground;
}

/** State of one frame. */
export interface FrameState {
  /** Lent by the loader, so that a frame takes it in once. */
  readonly messages: Messages;
  facts: ZeroReportFacts | null;
  duties: readonly DutyLine[];
  /** What was taught about forms of this site. */
  profiles: readonly SiteProfile[];
  /** Put here by a script of its own where there are any. */
  taught: TaughtReader | null;
  /** The clerk is pointing at fields: presses are not the page's. */
  teaching: boolean;
  engine: FrameEngine | null;
  /** Describes the forms of this frame; comes with the engine, which lends it to what is injected after it. */
  collectForms?: () => readonly CollectedForm[];
  /** What the engine lends to drivers that come after it. */
  kit: Kit | null;
  /** What it lends to whatever reads or teaches profiles. */
  words?: ButtonWords;
  /** What draws popover and panel, put here by a script of its own when there is one to show. */
  drawCards: DrawCards | null;
  /** What fills and what drivers write with, put here by a script of its own at the first fill. */
  hands: Hands | null;
  /** Drivers of the widget libraries that this page was seen to use, put here by scripts of their own. */
  readonly drivers: Partial<Record<WidgetFamily, readonly Driver[]>>;
  /** The forms of other frames, by frame. */
  readonly forms: Record<string, FormBelow | null>;
  heldZeroReport: HeldZeroReport | null;
  /** A reason was given: the clerk's next press of the button goes through until then (ms since 1970). */
  zeroReportPass: {
    readonly kinds: readonly DoublePublicityKind[];
    readonly reason: string;
    readonly until: number;
  } | null;
  /**
   * The page owes an answer to a submission or zero report; `before` holds the lines of text that stood
   * on the page then, or `null` where the answer is looked for in a new document; `told` is done when the
   * background knows of it.
   */
  awaiting: {
    readonly before: ReadonlySet<string> | null;
    readonly told: Promise<unknown>;
    /** The submission went past the guard; the clerk is to know. */
    readonly unchecked?: boolean;
    /** What was sent, see `Watched`. */
    readonly sent?: readonly string[];
  } | null;
}

interface Shared {
  baosong?: FrameState;
  reportError?: (error: unknown) => void;
}

const shared = globalThis as Shared;

/** The state of this frame, or `undefined` where no loader has run. */
export function frameState(): FrameState | undefined {
  return shared.baosong;
}

/** Creates the state of this frame, or `null` where a loader is here already. */
export function claimFrame(messages: Messages): FrameState | null {
  if (shared.baosong !== undefined) return null;
  // Chromium below 95 has no `reportError`; an error that nobody catches is reported alike.
  shared.reportError ??= (error) =>
    setTimeout(() => {
      throw error;
    });
  shared.baosong = {
    messages,
    facts: null,
    duties: [],
    profiles: [],
    taught: null,
    teaching: false,
    engine: null,
    kit: null,
    drawCards: null,
    hands: null,
    drivers: {},
    forms: {},
    heldZeroReport: null,
    zeroReportPass: null,
    awaiting: null,
  };
  return shared.baosong;
}

/** The lines of text that the page shows; the cells of a table row are lines of their own. */
export function shownLines(): Set<string> {
  const text = (document.body as HTMLElement | null)?.innerText ?? '';
  return new Set(text.split(/[\n\t]+/).map((line) => line.trim()));
}
