/** What the clerk sets off: errors become one sentence on the page, and what went well is said. */
import { signal } from '@preact/signals';

/** What went wrong last, or `null`. */
export const failure = signal<string | null>(null);

/** What was done last, or `null`. */
export const done = signal<string | null>(null);

/** The sentence of an error. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An event handler that runs a task and says how it ended; the task may give the sentence to say. */
export function act(task: () => Promise<string | undefined>): (event?: Event) => void {
  return (event) => {
    event?.preventDefault();
    failure.value = null;
    done.value = null;
    task().then(
      (sentence) => {
        done.value = sentence ?? null;
      },
      (error: unknown) => {
        failure.value = sentenceOf(error);
        console.error(error);
      },
    );
  };
}

/** Where both are shown; stands once on every page. */
export function Notices() {
  return (
    <div class="notices" aria-live="polite">
      {failure.value === null ? null : (
        <p class="notice bad" role="alert">
          {failure.value}
          <button type="button" class="plain" onClick={() => (failure.value = null)}>
            知道了
          </button>
        </p>
      )}
      {done.value === null ? null : (
        <p class="notice good" role="status">
          {done.value}
        </p>
      )}
    </div>
  );
}
