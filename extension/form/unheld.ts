/**
 * Submissions that cannot be held: a script of the page calls `form.submit()`, answers Enter or something
 * that looks like no button. They are recognised after the fact, by the form's `formdata` event and the
 * unloading that follows, or by the page's words of success, so that the clerk and the ledger know.
 */
import { type PageAnswer, watchAnswer } from './evidence.ts';
import { shownLines } from './frame-state.ts';
import type { Passed } from './sending.ts';

/** A document unloads this soon after its form was sent by script. */
const unloadsWithin = 2_000;

export interface Unheld {
  /** Something happened that may be a submission; `sent` is what stood in the form then. */
  readonly suspect: (event: Event, sent: Passed) => void;
  /** A submission was judged: what was suspected is that one. */
  readonly clear: () => void;
}

/** @param onUnheld a submission went past the guard; `answer` is what the page said of it, if anything yet. */
export function createUnheld(onUnheld: (sent: Passed, answer: PageAnswer | null) => void): Unheld {
  let stop: (() => void) | null = null;
  const clear = (): void => {
    stop?.();
    stop = null;
  };
  return {
    suspect(event, sent) {
      clear();
      const end = Date.now() + unloadsWithin;
      let leaves = false;
      // By the time the document goes, it is known whether a frame beside this one was asked about it.
      const onLeave = ({ type }: Event): void => {
        if (type === 'beforeunload') leaves = Date.now() < end;
        else if (leaves) {
          clear();
          onUnheld(sent, null);
        }
      };
      const leaving = event.type === 'formdata' ? ['beforeunload', 'pagehide'] : [];
      for (const type of leaving) window.addEventListener(type, onLeave);
      const unwatch = watchAnswer(
        { before: shownLines(), sent: Object.values(sent.values) },
        (answer) => {
          clear();
          if (answer?.outcome === 'success') onUnheld(sent, answer);
        },
      );
      stop = () => {
        unwatch();
        for (const type of leaving) window.removeEventListener(type, onLeave);
      };
    },
    clear,
  };
}
