/**
 * The loader: in every frame of a granted site from `document_start` on. It waits, without a timer or a
 * scan, for a form to appear, then asks for the engine; and it holds submissions, because only listeners
 * that came before the page's own can.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type FrameState, claimFrame, shownLines } from '../form/frame-state.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/field.ts';
import { isZeroReportButton, pressedButton, zeroReportKind } from '../form/zero-report.ts';
import { answer, staleMessage, toBackground } from '../messages.ts';

const natives = 'input,select,textarea';

/** So many controls may be a form; a search box and a language switch are not. */
const leastControls = 3;

/** So far into a page components are looked for: one that is built of them has few elements besides. */
const mostElements = 1_000;
const lateAfter = 1_000;
const watched = { childList: true, subtree: true };

/** Tells a loader that an update of the extension has left behind to leave the page to this one. */
const takeOver = 'baosong-take-over';

function sayStale(): void {
  const host = document.createElement('baosong-overlay');
  host.dataset['state'] = 'stale';
  const note = document.createElement('div');
  note.setAttribute('role', 'alert');
  note.textContent = staleMessage;
  note.style.cssText =
    'position:fixed;left:16px;bottom:16px;z-index:2147483647;padding:9px;' +
    'background:#3d2e00;color:#fff';
  host.attachShadow({ mode: 'open' }).append(note);
  document.documentElement.append(host);
}

const isBeingRead = (): boolean => document.readyState === 'loading';

function watch(state: FrameState): void {
  const controls = natives.split(',').map((tag) => document.getElementsByTagName(tag));
  const elements = document.getElementsByTagName('*');
  // No form goes without an input, and each list walks the whole document.
  const count = (): number =>
    controls[0]?.length ? controls.reduce((sum, list) => sum + list.length, 0) : 0;
  /** A document that is written anew has another one, and has lost all listeners. */
  let root = document.documentElement;
  let wanted = false;
  /** Listeners that are left behind do nothing any more. */
  let stopped = false;
  let late = 0;
  let tries = 10;
  /** Whether the background has said what the week holds, or has failed to. */
  let answered = false;
  /** A zero-report press that came before that; it waits for a second one. */
  let early: HTMLElement | null = null;

  // One change says that there are changes; each further one would cost the page a record.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    requestIdleCallback(look, { timeout: 300 });
  });

  const wantEngine = (): void => {
    if (wanted) return;
    wanted = true;
    look();
    toBackground('page/engine-wanted', {}).catch(failOpen);
  };

  /**
   * A component that comes alive later changes nothing that can be watched; a document that is being read
   * changes with every element.
   */
  const comeBack = (): void => {
    if (late === 0 && (isBeingRead() || tries-- > 0)) late = window.setTimeout(look, lateAfter);
  };

  /** Controls inside components of the page, whose open shadow roots are watched from then on. */
  const countInside = (within: ArrayLike<Element>): number => {
    let sum = 0;
    for (let place = 0; place < mostElements && place in within; place++) {
      const { localName, shadowRoot } = within[place] as Element;
      if (!localName.includes('-')) continue;
      if (shadowRoot === null) comeBack();
      else {
        observer.observe(shadowRoot, watched);
        sum += shadowRoot.querySelectorAll(natives).length;
        sum += countInside(shadowRoot.querySelectorAll('*'));
      }
    }
    return sum;
  };

  function look(): void {
    clearTimeout(late);
    late = 0;
    observer.disconnect();
    if (stopped || document.hidden) return;
    if (root !== document.documentElement) {
      root = document.documentElement;
      listen();
      state.engine?.stop();
      state.engine = null;
      wanted = false;
    }
    if (wanted) {
      observer.observe(document, { childList: true });
      return;
    }
    let seen = count();
    if (isBeingRead()) comeBack();
    else {
      observer.observe(document, watched);
      seen += countInside(elements);
    }
    if (seen >= leastControls) wantEngine();
  }

  const hello = async (first: boolean): Promise<void> => {
    const facts = await toBackground('page/hello', { first }).finally(() => (answered = true));
    state.facts = facts.zeroReport;
    state.duties = facts.duties;
    state.profiles = facts.profiles;
    if (facts.awaiting !== null) {
      state.awaiting = { before: null, told: Promise.resolve(), ...facts.awaiting };
      wantEngine();
    }
    if (facts.taught) wantEngine();
    if (window === top && facts.duties.some((duty) => duty.urgent)) wantEngine();
    if (early !== null) {
      holdZeroReport(kindsOf(early), early);
      early = null;
    }
    state.engine?.refresh();
  };

  /** Whatever goes wrong here, the page goes on. */
  function failOpen(error: unknown): void {
    if (isCurrent()) reportError(error);
    else leave(state.engine !== null);
  }

  function leave(missed: boolean): void {
    stop();
    if (missed) sayStale();
  }

  /** False once the extension was updated or removed under this page. */
  const isCurrent = (): boolean => (browser.runtime.id as string | undefined) !== undefined;

  const taughtKind = (button: HTMLElement): DoublePublicityKind | null =>
    state.engine?.taughtZeroReport(button) ?? null;

  /** Where the page names no kind, or a press answers for all at once, it is for whatever the unit owes. */
  const kindsOf = (button: HTMLElement): readonly DoublePublicityKind[] => {
    const kind = taughtKind(button) ?? zeroReportKind(button);
    return kind === null || state.facts?.combined ? (state.facts?.kinds ?? []) : [kind];
  };

  const recordedOf = (kinds: readonly DoublePublicityKind[]): readonly string[] =>
    kinds.flatMap((kind) => state.facts?.recorded[kind] ?? []);

  function holdZeroReport(kinds: readonly DoublePublicityKind[], button: HTMLElement): void {
    const week = state.facts?.name ?? '';
    state.heldZeroReport = { kinds, week, recorded: recordedOf(kinds), button };
    wantEngine();
    state.engine?.refresh();
  }

  function pressZeroReport(button: HTMLElement): boolean {
    if (!answered) {
      early = button;
      return true;
    }
    const kinds = kindsOf(button);
    const pass = state.zeroReportPass;
    const passed = pass?.kinds.join() === kinds.join() && pass.until > Date.now() ? pass : null;
    if (recordedOf(kinds).length > 0 && passed === null) {
      holdZeroReport(kinds, button);
      return true;
    }
    state.heldZeroReport = null;
    state.zeroReportPass = null;
    const overrideReason = passed?.reason ?? null;
    const told = toBackground('page/zero-pressed', { kinds, overrideReason });
    told.catch(failOpen);
    state.awaiting = { before: shownLines(), told };
    wantEngine();
    state.engine?.refresh();
    return false;
  }

  function holds(event: Event): boolean {
    const button = event instanceof SubmitEvent ? event.submitter : pressedButton(event);
    if (button !== null && (taughtKind(button) !== null || isZeroReportButton(button))) {
      // The submit event that follows a press was decided with the press.
      return event.type === 'click' && pressZeroReport(button);
    }
    return state.engine?.holds(event) ?? false;
  }

  const guard = (event: Event): void => {
    try {
      if (stopped || state.teaching) return;
      if (!isCurrent()) {
        const button = pressedButton(event);
        leave(state.engine !== null || (button !== null && isZeroReportButton(button)));
        return;
      }
      if (!holds(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    } catch (error) {
      failOpen(error);
    }
  };

  const shown = (): void => {
    look();
    if (!stopped && !document.hidden && isCurrent()) hello(false).catch(failOpen);
  };

  const silence = answer({
    'engine/facts': ({ zeroReport, duties }) => {
      state.facts = zeroReport;
      state.duties = duties;
      state.engine?.refresh();
      return null;
    },
    'engine/from-frame': (news) => {
      if (news.form !== undefined) state.forms[news.from] = news.form;
      // The button of a form may stand around its frame, or in a frame beside it.
      if (news.form) wantEngine();
      state.engine?.hear(news);
      return null;
    },
  });

  function stop(): void {
    stopped = true;
    look();
    if (isCurrent()) silence();
    state.engine?.stop();
  }

  const listeners: Readonly<Record<string, (event: Event) => void>> = {
    click: guard,
    submit: guard,
    visibilitychange: shown,
    DOMContentLoaded: look,
    [takeOver]: stop,
  };

  function listen(): void {
    for (const type in listeners) addEventListener(type, listeners[type] as () => void, true);
  }

  document.dispatchEvent(new Event(takeOver));
  listen();
  look();
  hello(true).catch(failOpen);
}

export default defineUnlistedScript(() => {
  const state = claimFrame({ answer, toBackground });
  if (state !== null) watch(state);
});
