/** What is told about submissions: what went through, with the values of that moment, and the page's answer. */
import type { Override } from '@baosong/shared/records/record.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { toBackground } from '../messages.ts';
import { watchAnswer } from './evidence.ts';
import { shownLines } from './frame-state.ts';

/** A submit event this soon after the press that was judged belongs to it. */
const submitFollowsWithin = 1000;

/** A submission that the guard let through. */
export interface Passed {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
  readonly overrides: readonly Override[];
}

export interface Sending {
  /**
   * Tells a submission at its press, or where the browser is to fire a submit event, with that event:
   * a press that the browser's own validation stops sends nothing.
   */
  readonly letThrough: (passed: Passed, event: Event, submitFollows: boolean) => void;
  /** Whether an event is the submit event of a press that was let through; tells the submission. */
  readonly continues: (event: Event) => boolean;
  /** The form was filled with a record of the ledger, or (`null`) with something else. */
  readonly filledWith: (recordId: string | null, values: RecordValues) => void;
  /** Waits for the page's answer, see `watchAnswer`, and tells it after `told` is done. */
  readonly awaitAnswer: (
    told: Promise<unknown>,
    before: ReadonlySet<string> | null,
    sentBack: boolean,
  ) => void;
  readonly stop: () => void;
}

/**
 * Starts with nothing sent.
 *
 * @param onAccepted the page took the last submission.
 */
export function createSending(onAccepted: () => void): Sending {
  let filled: { readonly recordId: string; readonly values: RecordValues } | null = null;
  let pending: { readonly passed: Passed; readonly at: number } | null = null;
  let stopWatching: (() => void) | null = null;

  /** A record that was filled stays that record while its number or its subject still stands there. */
  function filledRecordId(values: RecordValues): string | null {
    const { recordId, values: then } = filled ?? { recordId: null, values: {} };
    const same = (['documentNumber', 'subjectName'] as const).some((id) => values[id] === then[id]);
    return same ? recordId : null;
  }

  const awaitAnswer: Sending['awaitAnswer'] = (told, before, sentBack) => {
    stopWatching?.();
    stopWatching = watchAnswer(before, sentBack, (answer) => {
      told.then(() => toBackground('page/evidence', answer)).catch(reportError);
      if (answer.outcome === 'failure') return;
      filled = null;
      onAccepted();
    });
  };

  function tell(passed: Passed): void {
    pending = null;
    const filledRecord = filledRecordId(passed.values);
    const told = toBackground('page/submitted', { ...passed, filledRecordId: filledRecord });
    told.catch(reportError);
    awaitAnswer(told, shownLines(), false);
  }

  return {
    letThrough(passed, event, submitFollows) {
      if (!submitFollows) {
        tell(passed);
        return;
      }
      const press = { passed, at: Date.now() };
      pending = press;
      setTimeout(() => {
        // The page stopped its own submit: it sends by script.
        if (pending === press && event.defaultPrevented) tell(passed);
      });
    },
    continues(event) {
      if (event.type !== 'submit' || pending === null) return false;
      if (Date.now() - pending.at >= submitFollowsWithin) return false;
      tell(pending.passed);
      return true;
    },
    filledWith(recordId, values) {
      filled = recordId === null ? null : { recordId, values };
    },
    awaitAnswer,
    stop() {
      stopWatching?.();
    },
  };
}
