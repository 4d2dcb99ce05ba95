/**
 * What the loader and the engine of one frame share: one object on the isolated world's global, so that
 * the loader, whose listeners came first, can ask the engine at once, inside an event.
 */
import type { DutyLine, ZeroReportFacts } from '../messages.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';

/** A zero report that was held back because the week has records. */
export interface HeldZeroReport {
  readonly kind: DoublePublicityKind;
  /** What the week is called. */
  readonly week: string;
  /** Document numbers of the week's records. */
  readonly recorded: readonly string[];
  readonly button: HTMLElement;
}

/** The engine, as the loader sees it. */
export interface FrameEngine {
  /** Judges a click or submit inside its event; `true` holds it, and the engine shows why. */
  readonly holds: (event: Event) => boolean;
  /** The state below has changed. */
  readonly refresh: () => void;
  /** Takes everything off the page. */
  readonly stop: () => void;
}

/** State of one frame. */
export interface FrameState {
  facts: ZeroReportFacts | null;
  duties: readonly DutyLine[];
  engine: FrameEngine | null;
  heldZeroReport: HeldZeroReport | null;
  /** A reason was given: the clerk's next press of the button goes through until then (ms since 1970). */
  zeroReportPass: {
    readonly kind: DoublePublicityKind;
    readonly reason: string;
    readonly until: number;
  } | null;
  /**
   * The page owes an answer to a submission or zero report; `before` holds the lines of text that stood
   * on the page then, or `null` where the answer is looked for in a new document; `told` is done when the
   * background knows of it.
   */
  awaiting: { readonly before: ReadonlySet<string> | null; readonly told: Promise<unknown> } | null;
}

interface Shared {
  baosong?: FrameState;
}

const shared = globalThis as Shared;

/** The state of this frame, or `undefined` where no loader has run. */
export function frameState(): FrameState | undefined {
  return shared.baosong;
}

/** Creates the state of this frame, or `null` where a loader is here already. */
export function claimFrame(): FrameState | null {
  if (shared.baosong !== undefined) return null;
  shared.baosong = {
    facts: null,
    duties: [],
    engine: null,
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
