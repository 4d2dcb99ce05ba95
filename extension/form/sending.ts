/** What is told about submissions: what went through, with the values of that moment, and the page's answer. */
import type { Override } from '@baosong/shared/records/record.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { type PageAnswer, type Watched, watchAnswer } from './evidence.ts';
import { shownLines } from './frame-state.ts';
import { toBackground } from './lent-messages.ts';

/** A submit event this soon after the press that was judged belongs to it. */
const submitFollowsWithin = 1000;

const declinedText = '在网页的确认框里取消了提交';

/** A submission that went through. */
export interface Passed {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
  readonly overrides: readonly Override[];
  /** The record that it was filled from, where another frame knows it. */
  readonly filledRecordId?: string | null;
}

export interface Sending {
  /**
   * Tells a submission at its press, or where the browser is to fire a submit event, with that event:
   * a press that the browser's own validation stops sends nothing.
   *
   * @param moved see `Watched`.
   */
  readonly letThrough: (
    passed: Passed,
    event: Event,
    submitFollows: boolean,
    moved?: Watched['moved'],
  ) => void;
  /** Tells a submission that went past the guard; `answer` is what the page said, where it has said it. */
  readonly wentPast: (passed: Passed, answer: PageAnswer | null) => void;
  /** Whether an event is the submit event of a press that was let through; tells the submission. */
  readonly continues: (event: Event) => boolean;
  /** Whether a submission was let through of which the page has not said what became of it. */
  readonly isAwaiting: () => boolean;
  /** The form was filled with a record of the ledger, or (`null`) with something else. */
  readonly filledWith: (recordId: string | null, values: RecordValues) => void;
  /** The record that the form was filled from, while its values still speak of it. */
  readonly filledRecordId: (values: RecordValues) => string | null;
  /** The clerk said no when the page asked whether to send what was let through. */
  readonly declined: () => void;
  /** Waits for the page's answer, and tells it after `told` is done. */
  readonly awaitAnswer: (told: Promise<unknown>, watched: Watched) => void;
  readonly stop: () => void;
}

/**
 * Starts with nothing sent.
 *
 * @param onSent a submission was told.
 * @param onAccepted the page took the last submission.
 */
export function createSending(onSent: () => void, onAccepted: () => void): Sending {
  let filled: { readonly recordId: string; readonly values: RecordValues } | null = null;
  let pending: {
    readonly passed: Passed;
    readonly at: number;
    readonly moved: Watched['moved'];
  } | null = null;
  /** What the page owes an answer to; `isEarlier`: the document before this one sent it. */
  let awaited: {
    readonly told: Promise<unknown>;
    readonly isEarlier: boolean;
    readonly end: () => void;
  } | null = null;

  /** A record that was filled stays that record while its number or its subject still stands there. */
  function filledRecordId(values: RecordValues): string | null {
    const { recordId, values: then } = filled ?? { recordId: null, values: {} };
    const same = (['documentNumber', 'subjectName'] as const).some((id) => values[id] === then[id]);
    return same ? recordId : null;
  }

  function stop(): void {
    awaited?.end();
    awaited = null;
  }

  /** @param isEarlier what was filled here meanwhile stays. */
  function answered(told: Promise<unknown>, answer: PageAnswer | null, isEarlier: boolean): void {
    awaited = null;
    told
      .then(() =>
        answer ? toBackground('page/evidence', answer) : toBackground('page/unanswered', {}),
      )
      .catch(reportError);
    if (answer?.outcome !== 'success' || isEarlier) return;
    filled = null;
    onAccepted();
  }

  const awaitAnswer: Sending['awaitAnswer'] = (told, watched) => {
    stop();
    const isEarlier = watched.before === null;
    const watch = { isOver: false };
    const end = watchAnswer(watched, (answer) => {
      watch.isOver = true;
      answered(told, answer, isEarlier);
    });
    awaited = watch.isOver ? null : { told, isEarlier, end };
  };

  function book(passed: Passed): Promise<unknown> {
    pending = null;
    const record = passed.filledRecordId ?? filledRecordId(passed.values);
    const told = toBackground('page/submitted', { ...passed, filledRecordId: record });
    told.catch(reportError);
    onSent();
    return told;
  }

  function tell(passed: Passed, moved?: Watched['moved']): void {
    const number = passed.values.documentNumber ?? '';
    awaitAnswer(book(passed), {
      before: shownLines(),
      number,
      sent: Object.values(passed.values),
      ...(moved === undefined ? {} : { moved }),
    });
  }

  return {
    letThrough(passed, event, submitFollows, moved) {
      if (!submitFollows) {
        tell(passed, moved);
        return;
      }
      const press = { passed, at: Date.now(), moved };
      pending = press;
      setTimeout(() => {
        // The page stopped its own submit: it sends by script.
        if (pending === press && event.defaultPrevented) tell(passed, moved);
      });
    },
    wentPast(passed, answer) {
      if (answer === null) tell(passed);
      else answered(book(passed), answer, false);
    },
    continues(event) {
      if (event.type !== 'submit' || pending === null) return false;
      if (Date.now() - pending.at >= submitFollowsWithin) return false;
      tell(pending.passed, pending.moved);
      return true;
    },
    isAwaiting: () => awaited !== null || pending !== null,
    filledWith(recordId, values) {
      filled = recordId === null ? null : { recordId, values };
    },
    filledRecordId,
    declined() {
      if (awaited === null || awaited.isEarlier) return;
      const { told } = awaited;
      stop();
      answered(told, { outcome: 'failure', evidence: 'message', text: declinedText }, false);
    },
    awaitAnswer,
    stop,
  };
}
