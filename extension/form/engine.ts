/**
 * The engine of one frame: keeps the reporting form under review, shows what it sees, holds faulty
 * submissions, fills on request, and tells the background what was submitted and what the page answered.
 */
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { FrameStatus } from '../messages.ts';
import { createOverlay } from '../overlay/overlay.tsx';
import {
  type HeldSubmission,
  type HeldZero,
  type OverlayActions,
  type OverlayState,
  type OverlayView,
  countOf,
} from '../overlay/view.ts';
import { mayBeSubmission } from './buttons.ts';
import { declines } from './declined.ts';
import { createNeighbours, shownFrames, submitsElsewhere } from './below.ts';
import { isShown } from '../widgets/anatomy.ts';
import { createChecking } from './checking.ts';
import { buttonsOf } from './collect.ts';
import { fillerOf, cardsOf } from './brought.ts';
import { type Filling, createFilling } from './filling.ts';
import { type FrameEngine, type FrameState, shownLines } from './frame-state.ts';
import { createLooking } from './looking.ts';
import { createGuard, openFor, uncheckedCode } from './guard.ts';
import { answer, toBackground } from './lent-messages.ts';
import type { ProfileNote } from './profile.ts';
import { marksOf } from './marks.ts';
import { createPostponed } from './postponed.ts';
import {
  type BoundField,
  type ReportingForm,
  boundField,
  fieldsOnPage,
  readValues,
} from './reporting-form.ts';
import { shownFindings } from './review.ts';
import { type Passed, createSending } from './sending.ts';
import { stepSigns } from './step-signs.ts';
import { createSteps } from './steps.ts';
import { type SentForm, type SubmissionEvent, isSentWith, submissionOf } from './submission.ts';
import { createUnheld } from './unheld.ts';
import { pressedButton, wordsOn } from './zero-report.ts';

/** Scans follow changes of the page, but not each of them, and take at most a twentieth of the time. */
const scanPause = 300;
const restFactor = 20;
/** What is watched of the page. */
const changes: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly'],
};
const noForm = '这个页面上没有识别到报送表单';
const uncheckedReason = '网页自行提交，未能事先检查';
const busy = '正在填写，请稍候';

/** Starts the engine of this frame. */
export function startEngine(state: FrameState): FrameEngine {
  const guard = createGuard();
  const left = new Set<FieldId>();
  let form: ReportingForm | null = null;
  let note: ProfileNote | null = null;
  /** The buttons of the form, and all that no card may cover. */
  let ownButtons: readonly HTMLElement[] = [];
  let keepClear: readonly HTMLElement[] = [];
  let values: RecordValues = {};
  /** Those of them that stand in steps that are not shown. */
  let elsewhere: readonly FieldId[] = [];
  /** What was last found in them; while their own findings are owed, in what stood there before. */
  let findings: readonly Finding[] = [];
  let isChecked = true;
  let shown: readonly Finding[] = [];
  let showAll = false;
  let held: HeldSubmission | null = null;
  let zeroOpen = false;
  /** The page sent something past the guard; what would have been said of it. */
  let unchecked: readonly Finding[] | null = null;
  let working = false;
  let toldStatus = '';
  let dirty = false;
  let pause = scanPause;
  let stopped = false;
  /** The clerk has closed or left something since the last submission: what is gone then says nothing. */
  let leftByClerk = false;
  let known = state.profiles;

  const steps = createSteps();
  const looking = createLooking({
    taughtAbout: (record) => state.taught?.about(record) ?? null,
    stepKind: () => steps.kind() ?? filling.kind(),
    onRoots(roots) {
      if (!document.hidden) for (const root of roots) observer.observe(root, changes);
    },
    again(isSamePage) {
      scan(isSamePage && !dirty);
      postponed.goOn();
    },
  });
  const filling: Filling = createFilling(looking, () => fillerOf(state));

  /** What stands in a form, those of its steps included that it does not show. */
  const readAll = (of: ReportingForm): RecordValues => {
    const others = steps.others(of);
    elsewhere = Object.keys(others) as FieldId[];
    return { ...readValues(of), ...others };
  };

  const sending = createSending(
    () => neighbours.tell({ sent: true }),
    () => {
      left.clear();
      steps.forget();
      refresh();
    },
  );
  const neighbours = createNeighbours(() => state.forms);
  const checking = createChecking(() => {
    refresh();
    postponed.goOn();
  });
  const postponed = createPostponed();
  const unheld = createUnheld((sent, answer) => {
    unchecked = (form === null ? null : checking.about(form, sent.values, elsewhere)) ?? [];
    sending.wentPast(sent, answer);
    refresh();
  });

  /** What is wrong with what stands in the form, once it is known. */
  async function checked(): Promise<readonly Finding[]> {
    for (;;) {
      if (form === null) return [];
      values = readAll(form);
      const answered = checking.about(form, values, elsewhere);
      if (answered !== undefined) return answered ?? [];
      await checking.ready();
    }
  }

  const actions: OverlayActions = {
    fix(changes) {
      run(async () => {
        const { writeField } = await fillerOf(state);
        for (const [id, value] of Object.entries(changes) as [FieldId, string][]) {
          const bound = form === null ? undefined : boundField(form, id);
          if (bound === undefined) continue;
          await writeField(bound, value);
          left.add(id);
        }
        refresh();
      });
    },
    goTo(id) {
      if (held?.frame !== undefined) {
        neighbours.tell({ goTo: { frame: held.frame, field: id } });
        return;
      }
      goToField(id);
    },
    override(reason) {
      if (held === null) return;
      const { findings } = held;
      guard.override(findings, reason, Date.now());
      neighbours.tell({ override: { findings, reason } });
      const open: HeldSubmission = { ...held, open: true };
      held = open;
      refresh();
      setTimeout(() => {
        if (held === open) dismissHeld();
      }, openFor);
    },
    dismissHeld,
    overrideZero(reason) {
      const zero = state.heldZeroReport;
      if (zero === null) return;
      state.zeroReportPass = { kinds: zero.kinds, reason, until: Date.now() + openFor };
      zeroOpen = true;
      refresh();
      setTimeout(() => {
        if (state.heldZeroReport === zero) dismissZero();
      }, openFor);
    },
    dismissZero,
    undoFill() {
      sending.filledWith(null, {});
      run(async () => {
        await filling.undo();
        left.clear();
        refresh();
      });
    },
    dismissFill() {
      filling.dismiss();
      refresh();
    },
    endFill() {
      filling.end();
      refresh();
    },
    dismissUnchecked() {
      unchecked = null;
      refresh();
    },
    teach() {
      toBackground('page/teach-wanted', {}).catch(reportError);
    },
  };
  const overlay = createOverlay(actions, () => cardsOf(state));

  function goToField(id: FieldId): void {
    const bound = form === null ? undefined : boundField(form, id);
    if (bound === undefined) return;
    bound.control.driver.anchor(bound.control).scrollIntoView({ block: 'center' });
    bound.control.parts[0].focus({ preventScroll: true });
    overlay.openPopover(id);
  }

  /** Runs what the clerk asked for in the overlay while the guard and the scans keep still. */
  function run(task: () => Promise<void>): void {
    if (working) return;
    working = true;
    task()
      .catch(reportError)
      .finally(() => {
        working = false;
        scan();
      });
  }

  function dismissHeld(): void {
    held = null;
    refresh();
  }

  function dismissZero(): void {
    state.heldZeroReport = null;
    state.zeroReportPass = null;
    refresh();
  }

  function stateOf(zero: HeldZero | null): OverlayState {
    if (working) return 'filling';
    if (zero !== null) return zero.open ? 'open' : 'held';
    if (held !== null) return held.open ? 'open' : 'held';
    if (unchecked !== null) return 'unchecked';
    if (filling.lines() !== null) return 'filled';
    return form === null ? 'idle' : 'watching';
  }

  function status(): FrameStatus {
    return {
      kind: form?.kind ?? null,
      fieldsRecognised: form?.fields.length ?? 0,
      fieldsTotal: form?.total ?? 0,
      errors: countOf(shown, 'error'),
      warnings: countOf(shown, 'warning'),
      profile: note,
    };
  }

  function tellStatus(): void {
    const now = status();
    const told = JSON.stringify(now);
    if (told === toldStatus) return;
    toldStatus = told;
    toBackground('page/status', now).catch(reportError);
  }

  /** Reads, checks and draws. */
  function refresh(): void {
    if (stopped) return;
    // Half of a form is not shown while the drivers of its widgets are on their way.
    let isOwed = looking.awaitsDrivers() || (form === null && looking.unknown().length > 0);
    if (form !== null) {
      values = readAll(form);
      const answered = checking.about(form, values, elsewhere);
      if (answered !== undefined) {
        findings = answered ?? [];
        isChecked = answered !== null;
      }
      const progress = { left, present: fieldsOnPage(form), held: showAll };
      shown = shownFindings(findings, values, progress);
      if (answered && held?.frame === undefined) holdFewer(answered);
      // A field that was left gets its mark with the answer; until one was, there is nothing to wait for.
      isOwed ||= answered === undefined && left.size > 0;
      neighbours.tellForm({
        kind: form.kind,
        values,
        findings: answered ?? null,
        filledRecordId: sending.filledRecordId(values),
      });
    } else {
      values = {};
      elsewhere = [];
      findings = [];
      shown = [];
      neighbours.tellForm(null);
    }
    if (isOwed && held === null && state.heldZeroReport === null) return;
    draw();
    tellStatus();
  }

  /** Something was left or filled: draws, and asks what the ledger says of it. */
  function settle(): void {
    refresh();
    if (form !== null) checking.askLedger(form.kind, values, sending.filledRecordId(values));
  }

  /** What was put right meanwhile holds no more. */
  function holdFewer(now: readonly Finding[]): void {
    if (held?.open !== false) return;
    const { holding } = guard.judge(now, Date.now());
    held = holding.length === 0 ? null : { ...held, findings: holding };
  }

  function draw(): void {
    const zeroReport = state.heldZeroReport;
    const zero: HeldZero | null = zeroReport === null ? null : { ...zeroReport, open: zeroOpen };
    const duties = window === window.top ? state.duties : [];
    const changed = note?.state === 'changed';
    const nothing =
      form === null && zero === null && held === null && unchecked === null && !changed;
    // What is not urgent shows beside a form; by itself it is worth no bar.
    if (nothing && !duties.some(({ urgent }) => urgent) && filling.remaining() === 0) {
      overlay.hide();
      return;
    }
    const view: OverlayView = {
      state: stateOf(zero),
      kind: form?.kind ?? null,
      generation: form?.generation ?? null,
      sure: form?.sure ?? false,
      profile: note,
      recognised: form?.fields.length ?? 0,
      total: form?.total ?? 0,
      shown,
      isChecked,
      marks: form === null || !isChecked ? [] : marksOf(form, values, shown, left),
      held,
      zero,
      fill: filling.lines(),
      remaining: filling.remaining(),
      elsewhere,
      undoing: filling.isUndoing(),
      unchecked,
      duties,
      within: form?.root.closest('dialog') ?? document.documentElement,
      keepClear,
    };
    overlay.show(view);
  }

  /** Looks for the form anew; another form starts from nothing. */
  function scan(isSamePage = false): void {
    dirty = false;
    if (stopped || working) return;
    const start = performance.now();
    const next = looking.now(isSamePage);
    note = looking.note();
    pause = Math.max(scanPause, (performance.now() - start) * restFactor);
    if (next === null || form?.root !== next.root) {
      left.clear();
      findings = [];
      showAll = false;
      if (held?.frame === undefined) held = null;
      if (filling.remaining() === 0) filling.dismiss();
    }
    form = next;
    ownButtons = form === null ? [] : buttonsOf(form.root);
    // Buttons of a form may stand after it; links may stand anywhere.
    const beside = (one: HTMLElement): boolean => !one.matches('a');
    keepClear =
      form === null
        ? []
        : [...ownButtons, ...buttonsOf(document.body).filter(beside), ...stepSigns()];
    if (filling.canGoOn(form)) {
      run(async () => {
        await filling.goOn();
        noteFilled();
      });
    }
    settle();
  }

  /** Fields that were filled count as left. */
  function noteFilled(): void {
    for (const { id } of filling.lines() ?? []) left.add(id);
  }

  /** Looks for the form until it is known what it is. */
  async function scanned(): Promise<void> {
    await looking.found();
    scan();
  }

  function fieldAt(event: Event): BoundField | undefined {
    const [target] = event.composedPath();
    if (!(target instanceof Node)) return undefined;
    return form?.fields.find(({ control }) => control.root.contains(target));
  }

  function onFocusIn(event: Event): void {
    const bound = fieldAt(event);
    if (bound !== undefined) overlay.openPopover(bound.field.id);
  }

  function onFocusOut(event: Event): void {
    const bound = fieldAt(event);
    if (bound === undefined || working) return;
    overlay.openPopover(null);
    // Widgets put their value in order after the focus has gone.
    setTimeout(() => {
      left.add(bound.field.id);
      settle();
    });
  }

  function onInput(event: Event): void {
    const bound = fieldAt(event);
    if (bound === undefined || working) return;
    const { id } = bound.field;
    if (!shown.some(({ fields }) => fields.includes(id))) left.delete(id);
    refresh();
  }

  /** Choices and dates are made with a click, in a drop-down that may stand anywhere on the page. */
  function onCommit(): void {
    if (form === null || working) return;
    setTimeout(() => {
      if (form === null || working) return;
      const now = readAll(form);
      let changed = false;
      for (const { field, control } of form.fields) {
        if (now[field.id] === values[field.id]) continue;
        changed = true;
        if (
          !control.parts.some((one) => one === document.activeElement) ||
          control.shape !== 'text'
        ) {
          left.add(field.id);
        }
      }
      if (changed) settle();
    });
  }

  function onClick(event: Event): void {
    const button = pressedButton(event);
    if (button !== null && declines(button, form?.root ?? null)) sending.declined();
    if (form !== null && !working) {
      steps.press(event, form, readAll(form));
      if (button !== null && ownButtons.includes(button) && mayBeSubmission(wordsOn(button)))
        suspect(event);
      if (button === null || !mayBeSubmission(wordsOn(button))) leftByClerk = true;
    }
    onCommit();
  }

  function onKeyDown(event: Event): void {
    const { key, isComposing } = event as KeyboardEvent;
    postponed.forget();
    if (key === 'Escape') leftByClerk = true;
    const isSingleLine = event.target instanceof HTMLInputElement;
    if (key === 'Enter' && !isComposing && isSingleLine && fieldAt(event) !== undefined)
      suspect(event);
  }

  const sentBy =
    (event: Event) =>
    (form: SentForm): SubmissionEvent | null =>
      submissionOf(event, form, (button) => state.taught?.meaningOf(button) === 'submission');

  /** Pages may send before the click, when the button goes down or up; the click then says what is wrong. */
  function onPress(event: Event): void {
    if (!form || held?.open || !sentBy(event)(form)) return;
    if (guard.judge(findings, Date.now()).holding.length > 0) event.stopImmediatePropagation();
  }

  function onFormData(event: Event): void {
    if (form !== null && isSentWith(form, event.target)) suspect(event);
  }

  /** What no guard can hold may have begun. */
  function suspect(event: Event): void {
    if (form === null || working || sending.isAwaiting()) return;
    unheld.suspect(event, {
      kind: form.kind,
      values: readAll(form),
      overrides: [{ code: uncheckedCode, reason: uncheckedReason }],
    });
  }

  function hold(holding: readonly Finding[], frame?: string): void {
    showAll = true;
    held = { findings: holding, open: false, ...(frame === undefined ? {} : { frame }) };
  }

  /** Judges a submission; what passes is told, and its answer waited for. */
  function passes(
    sent: Omit<Passed, 'overrides'>,
    findings: readonly Finding[],
    event: Event,
    submitFollows: boolean,
    moved: () => string | null,
    frame?: string,
  ): boolean {
    unheld.clear();
    filling.dismiss();
    const { holding, overrides } = guard.judge(findings, Date.now());
    if (holding.length > 0) {
      // A tool bar is too small to show anything in it.
      if (frame !== undefined && shownFrames().length === 0) neighbours.tell({ hold: frame });
      else hold(holding, frame);
    } else {
      showAll = false;
      held = null;
      unchecked = null;
      leftByClerk = false;
      filling.end();
      sending.letThrough({ ...sent, overrides }, event, submitFollows, moved);
    }
    refresh();
    return holding.length === 0;
  }

  /** Whether the page has closed or emptied what was sent, and not the clerk. */
  function movedFrom(sent: ReportingForm, written: RecordValues): () => string | null {
    return () => {
      if (leftByClerk) return null;
      if (!isShown(sent.root)) return '填报窗口已关闭';
      const now = Object.keys(readValues(sent)).length;
      return now * 4 < Object.keys(written).length ? '表单已清空' : null;
    };
  }

  /** Whether the page has closed a frame that it showed. */
  function closedFrame(): () => string | null {
    const before = shownFrames();
    return () => (leftByClerk || before.every(isShown) ? null : '填报窗口已关闭');
  }

  function holds(event: Event): boolean {
    const other = submitsElsewhere(event) ? neighbours.form() : null;
    if (other !== null && (form === null || shownFrames().length > 0)) {
      const { findings: told, frame, kind, values: written, filledRecordId } = other;
      if (told === null) return postpones(event);
      const sent = { kind, values: written, filledRecordId };
      return !passes(sent, told, event, false, closedFrame(), frame);
    }
    if (dirty || form === null) scan();
    const submission = form && sentBy(event)(form);
    // What a form is that has just appeared may be known a moment later.
    if (!form || !submission) return looking.unknown().some(sentBy(event)) && postpones(event);
    if (sending.continues(event)) return false;
    values = readAll(form);
    const answered = checking.about(form, values, elsewhere);
    if (!answered) return answered === undefined && postpones(event);
    const sent = { kind: form.kind, values };
    const { submitFollows } = submission;
    return !passes(sent, answered, event, submitFollows, movedFrom(form, values));
  }

  /** Holds a press until it is known what is wrong with what it sends; one that has waited too long goes. */
  function postpones(event: Event): boolean {
    if (postponed.isOverdue()) return false;
    postponed.keep(event);
    return true;
  }

  const silence = answer({
    'engine/profiles': async () => {
      state.profiles = (await toBackground('page/profiles', {})).profiles;
      scan();
      return null;
    },
    'engine/status': async () => {
      await scanned();
      return status();
    },
    'engine/read': async () => {
      await scanned();
      return { kind: form?.kind ?? null, values: form === null ? {} : readAll(form) };
    },
    'engine/fill': async ({ values: wanted, recordId }) => {
      await scanned();
      if (form === null) throw new Error(noForm);
      if (working) throw new Error(busy);
      working = true;
      held = null;
      try {
        filling.dismiss();
        draw();
        const results = await filling.start(form, wanted);
        sending.filledWith(recordId, wanted);
        noteFilled();
        form = await looking.found();
        return { results, findings: await checked() };
      } finally {
        working = false;
        settle();
      }
    },
  });

  const observer = new MutationObserver((records) => {
    overlay.place();
    if (dirty || records.every(({ target }) => overlay.host.contains(target))) return;
    dirty = true;
    setTimeout(() => requestIdleCallback(() => dirty && scan(), { timeout: scanPause }), pause);
  });

  function watch(): void {
    observer.disconnect();
    if (document.hidden) return;
    observer.observe(document.documentElement, changes);
    // Settings may have changed while the page was hidden.
    checking.forget();
    scan();
  }

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['focusin', onFocusIn],
    ['focusout', onFocusOut],
    ['input', onInput],
    ['change', onCommit],
    ['click', onClick],
    ['keydown', onKeyDown],
    ['pointerdown', postponed.forget],
    ['mousedown', onPress],
    ['mouseup', onPress],
    ['formdata', onFormData],
    ['visibilitychange', watch],
    ['transitionend', () => overlay.place()],
  ];
  for (const [type, listener] of listeners) document.addEventListener(type, listener, true);
  // A dialog of the page above may take this frame away.
  const onLeave = (): void => neighbours.tellForm(null);
  window.addEventListener('pagehide', onLeave);
  watch();

  return {
    holds,
    taughtZeroReport(button) {
      const meaning = state.taught?.meaningOf(button);
      if (meaning === 'zero:licence') return 'licence';
      return meaning === 'zero:penalty' ? 'penalty' : null;
    },
    refresh() {
      if (state.profiles !== known) {
        known = state.profiles;
        scan();
      }
      zeroOpen = state.zeroReportPass !== null;
      if (state.awaiting !== null) {
        const { before, told, unchecked: past, sent = [] } = state.awaiting;
        state.awaiting = null;
        if (past === true) unchecked = [];
        const written = form === null ? 0 : Object.keys(values).length;
        const sentBack = before === null && form !== null && written * 2 >= form.fields.length;
        sending.awaitAnswer(told, { before, sentBack, sent });
      }
      refresh();
    },
    hear({ from, form: below, sent, goTo, hold: heldFrame, override }) {
      if (goTo !== undefined && neighbours.isOwn(goTo.frame)) goToField(goTo.field);
      if (neighbours.isOwn(from)) return;
      if (override !== undefined) guard.override(override.findings, override.reason, Date.now());
      if (heldFrame !== undefined && neighbours.isOwn(heldFrame) && form !== null) {
        hold(guard.judge(findings, Date.now()).holding);
        refresh();
      }
      if (sent === true) {
        leftByClerk = false;
        unheld.clear();
        dismissHeld();
        sending.awaitAnswer(Promise.resolve(), { before: shownLines(), moved: closedFrame() });
      }
      if (below === undefined) return;
      postponed.goOn();
      if (held?.frame !== from) return;
      if (below === null) held = null;
      else if (below.findings !== null) holdFewer(below.findings);
      refresh();
    },
    stop() {
      stopped = true;
      window.removeEventListener('pagehide', onLeave);
      observer.disconnect();
      sending.stop();
      for (const [type, listener] of listeners) document.removeEventListener(type, listener, true);
      overlay.destroy();
      silence();
    },
  };
}
