/**
 * A press that came before it was known what is wrong with what it sends. It is the clerk's own: it is made
 * again as soon as that is known, and is void once the clerk does anything else.
 */

/** So long an answer is waited for, in milliseconds; then the press goes through unchecked. */
export const patience = 3_000;

export interface Postponed {
  /** Keeps a press that was held, in place of any that was kept before. */
  readonly keep: (event: Event) => void;
  /** Something was answered: makes the press again. */
  readonly goOn: () => void;
  /** The clerk has done something else. */
  readonly forget: () => void;
  /** Whether the press that is being judged has waited long enough. */
  readonly isOverdue: () => boolean;
}

function repeatOf(event: Event): () => void {
  const [target] = event.composedPath();
  if (!(event instanceof SubmitEvent)) {
    return () => target?.dispatchEvent(new MouseEvent('click', event));
  }
  const { submitter } = event;
  return () => {
    (target as HTMLFormElement).requestSubmit(submitter);
  };
}

export function createPostponed(): Postponed {
  let press: (() => void) | null = null;
  let isOverdue = false;

  const goOn = (): void => {
    const repeat = press;
    press = null;
    repeat?.();
  };

  return {
    keep(event) {
      const kept = repeatOf(event);
      press = kept;
      setTimeout(() => {
        if (press !== kept) return;
        isOverdue = true;
        goOn();
        isOverdue = false;
      }, patience);
    },
    goOn,
    forget() {
      press = null;
    },
    isOverdue: () => isOverdue,
  };
}
