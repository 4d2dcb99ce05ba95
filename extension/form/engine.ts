/**
 * The engine of one frame: keeps the reporting form under review, shows what it sees, holds faulty
 * submissions, fills on request, and tells the background what was submitted and what the page answered.
 */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { type FieldId, type RecordValues, standards } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import { type FrameStatus, answer, toBackground } from '../messages.ts';
import { createOverlay } from '../overlay/overlay.tsx';
import {
  type FillLine,
  type HeldSubmission,
  type HeldZero,
  type OverlayState,
  type OverlayView,
  countOf,
} from '../overlay/view.ts';
import { buttonsOf } from './collect.ts';
import { type Fill, fillForm, undoFill, writeField } from './fill.ts';
import type { FrameEngine, FrameState } from './frame-state.ts';
import { createGuard, openFor } from './guard.ts';
import { marksOf } from './marks.ts';
import {
  type BoundField,
  type ReportingForm,
  boundField,
  fieldsOnPage,
  findReportingForm,
  readValues,
} from './reporting-form.ts';
import { shownFindings } from './review.ts';
import { createSending } from './sending.ts';
import { submissionOf } from './submission.ts';

/** Scans follow changes of the page, but not each of them, and take at most a twentieth of the time. */
const scanPause = 300;
const restFactor = 20;
const noForm = '这个页面上没有识别到报送表单';
const busy = '正在填写，请稍候';

/** Starts the engine of this frame. */
export function startEngine(state: FrameState): FrameEngine {
  const guard = createGuard();
  const left = new Set<FieldId>();
  let form: ReportingForm | null = null;
  let keepClear: readonly HTMLElement[] = [];
  let values: RecordValues = {};
  let shown: readonly Finding[] = [];
  let showAll = false;
  let held: HeldSubmission | null = null;
  let zeroOpen = false;
  let filling = false;
  let fill: { readonly done: Fill; readonly lines: readonly FillLine[] } | null = null;
  let toldStatus = '';
  let dirty = false;
  let pause = scanPause;
  let stopped = false;

  const sending = createSending(() => {
    left.clear();
    refresh();
  });

  /**
   * Checks what stands in a form; findings in page order. What leads to no field of the page is the
   * platform's to fill, such as the unit that is signed in.
   */
  const check = (of: ReportingForm, written: RecordValues): readonly Finding[] => {
    const order = of.fields.map(({ field }) => field.id);
    const place = ({ fields }: Finding): number => order.indexOf(fields[0]);
    return validate(written, { kind: of.kind, today: shanghaiDate(new Date().toISOString()) })
      .filter((finding) => place(finding) >= 0)
      .sort((a, b) => place(a) - place(b));
  };

  const overlay = createOverlay({
    fix(finding) {
      run(async () => {
        for (const [id, value] of Object.entries(finding.fix?.changes ?? {}) as [
          FieldId,
          string,
        ][]) {
          const bound = form === null ? undefined : boundField(form, id);
          if (bound === undefined) continue;
          await writeField(bound, value);
          left.add(id);
        }
        refresh();
      });
    },
    goTo(id) {
      const bound = form === null ? undefined : boundField(form, id);
      if (bound === undefined) return;
      bound.control.driver.anchor(bound.control).scrollIntoView({ block: 'center' });
      bound.control.natives[0].focus({ preventScroll: true });
      overlay.openPopover(id);
    },
    override(reason) {
      if (held === null) return;
      guard.override(held.findings, reason, Date.now());
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
      state.zeroReportPass = { kind: zero.kind, reason, until: Date.now() + openFor };
      zeroOpen = true;
      refresh();
      setTimeout(() => {
        if (state.heldZeroReport === zero) dismissZero();
      }, openFor);
    },
    dismissZero,
    undoFill() {
      const last = fill?.done;
      fill = null;
      sending.filledWith(null, {});
      if (last === undefined) return;
      run(async () => {
        await undoFill(last);
        left.clear();
        refresh();
      });
    },
    dismissFill() {
      fill = null;
      refresh();
    },
  });

  /** Runs what the clerk asked for in the overlay while the guard and the scans keep still. */
  function run(task: () => Promise<void>): void {
    if (filling) return;
    filling = true;
    task()
      .catch(reportError)
      .finally(() => {
        filling = false;
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
    if (filling) return 'filling';
    if (zero !== null) return zero.open ? 'open' : 'held';
    if (held !== null) return held.open ? 'open' : 'held';
    if (fill !== null) return 'filled';
    return form === null ? 'idle' : 'watching';
  }

  function status(): FrameStatus {
    return {
      kind: form?.kind ?? null,
      fieldsRecognised: form?.fields.length ?? 0,
      fieldsTotal: form?.total ?? 0,
      errors: countOf(shown, 'error'),
      warnings: countOf(shown, 'warning'),
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
    if (form !== null) {
      values = readValues(form);
      const findings = check(form, values);
      const progress = { left, present: fieldsOnPage(form), held: showAll };
      shown = shownFindings(findings, values, progress);
      if (held?.open === false) {
        // What was put right meanwhile holds no more.
        const { holding } = guard.judge(findings, Date.now());
        held = holding.length === 0 ? null : { findings: holding, open: false };
      }
    } else {
      values = {};
      shown = [];
    }
    draw();
    tellStatus();
  }

  function draw(): void {
    const zeroReport = state.heldZeroReport;
    const zero: HeldZero | null = zeroReport === null ? null : { ...zeroReport, open: zeroOpen };
    const duties = window === window.top ? state.duties : [];
    // What is not urgent shows beside a form; by itself it is worth no bar.
    if (form === null && zero === null && !duties.some(({ urgent }) => urgent)) {
      overlay.hide();
      return;
    }
    const view: OverlayView = {
      state: stateOf(zero),
      kind: form?.kind ?? null,
      sure: form?.sure ?? false,
      recognised: form?.fields.length ?? 0,
      total: form?.total ?? 0,
      shown,
      marks: form === null ? [] : marksOf(form, values, shown, left),
      held,
      zero,
      fill: fill?.lines ?? null,
      duties,
      within: form?.root.closest('dialog') ?? document.documentElement,
      keepClear,
    };
    overlay.show(view);
  }

  /** Looks for the form anew; another form starts from nothing. */
  function scan(): void {
    dirty = false;
    if (stopped || filling) return;
    const start = performance.now();
    const found = findReportingForm();
    pause = Math.max(scanPause, (performance.now() - start) * restFactor);
    if (found === null || form?.root !== found.root) {
      left.clear();
      showAll = false;
      held = null;
      fill = null;
    }
    form = found;
    keepClear = form === null ? [] : buttonsOf(form.root);
    refresh();
  }

  function fieldAt(event: Event): BoundField | undefined {
    const target = event.target instanceof Node ? event.target : null;
    return form?.fields.find(({ control }) => control.root.contains(target));
  }

  function onFocusIn(event: Event): void {
    const bound = fieldAt(event);
    if (bound !== undefined) overlay.openPopover(bound.field.id);
  }

  function onFocusOut(event: Event): void {
    const bound = fieldAt(event);
    if (bound === undefined || filling) return;
    overlay.openPopover(null);
    // Widgets put their value in order after the focus has gone.
    setTimeout(() => {
      left.add(bound.field.id);
      refresh();
    });
  }

  function onInput(event: Event): void {
    const bound = fieldAt(event);
    if (bound === undefined || filling) return;
    const { id } = bound.field;
    if (!shown.some(({ fields }) => fields.includes(id))) left.delete(id);
    refresh();
  }

  /** Choices and dates are made with a click, in a drop-down that may stand anywhere on the page. */
  function onCommit(): void {
    if (form === null || filling) return;
    setTimeout(() => {
      if (form === null || filling) return;
      const now = readValues(form);
      let changed = false;
      for (const { field, control } of form.fields) {
        if (now[field.id] === values[field.id]) continue;
        changed = true;
        if (
          !control.natives.some((one) => one === document.activeElement) ||
          control.shape !== 'text'
        ) {
          left.add(field.id);
        }
      }
      if (changed) refresh();
    });
  }

  function holds(event: Event): boolean {
    if (dirty || form === null) scan();
    if (form === null) return false;
    const submission = submissionOf(event, form.root);
    if (submission === null) return false;
    if (sending.continues(event)) return false;
    values = readValues(form);
    const findings = check(form, values);
    const { holding, overrides } = guard.judge(findings, Date.now());
    if (holding.length > 0) {
      showAll = true;
      fill = null;
      held = { findings: holding, open: false };
      refresh();
      return true;
    }
    showAll = false;
    held = null;
    fill = null;
    sending.letThrough({ kind: form.kind, values, overrides }, event, submission.submitFollows);
    refresh();
    return false;
  }

  const silence = answer({
    'engine/status': () => {
      scan();
      return status();
    },
    'engine/read': () => {
      scan();
      return { kind: form?.kind ?? null, values: form === null ? {} : readValues(form) };
    },
    'engine/fill': async ({ values: wanted, recordId }) => {
      scan();
      if (form === null) throw new Error(noForm);
      if (filling) throw new Error(busy);
      const { kind } = form;
      filling = true;
      held = null;
      fill = null;
      try {
        draw();
        const done = await fillForm(findReportingForm, standards[kind].fields, wanted);
        const lines = standards[kind].fields.flatMap(({ id, label }): FillLine[] => {
          const result = done.results[id];
          return result === undefined ? [] : [{ id, label, result }];
        });
        fill = { done, lines };
        sending.filledWith(recordId, wanted);
        for (const { id } of lines) left.add(id);
        form = findReportingForm();
        return {
          results: done.results,
          findings: form === null ? [] : check(form, readValues(form)),
        };
      } finally {
        filling = false;
        refresh();
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
    observer.observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly'],
    });
    scan();
  }

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['focusin', onFocusIn],
    ['focusout', onFocusOut],
    ['input', onInput],
    ['change', onCommit],
    ['click', onCommit],
    ['visibilitychange', watch],
    ['transitionend', () => overlay.place()],
  ];
  for (const [type, listener] of listeners) document.addEventListener(type, listener, true);
  watch();

  return {
    holds,
    refresh() {
      zeroOpen = state.zeroReportPass !== null;
      if (state.awaiting !== null) {
        const { before, told } = state.awaiting;
        state.awaiting = null;
        const written = form === null ? 0 : Object.keys(values).length;
        const sentBack = form !== null && written * 2 >= form.fields.length;
        sending.awaitAnswer(told, before, before === null && sentBack);
      }
      refresh();
    },
    stop() {
      stopped = true;
      observer.disconnect();
      sending.stop();
      for (const [type, listener] of listeners) document.removeEventListener(type, listener, true);
      overlay.destroy();
      silence();
    },
  };
}
