/** What forms are, decided for the pages that show them. */
import { type Recognition, decide } from '../form/recognise.ts';
import type { RecognitionQuestion } from '../form/recogniser.ts';

/** A clerk opens the same form for every record: answers are kept while the service worker runs. */
const known = new Map<string, Recognition | null>();
const mostKnown = 100;

/** What a form is, or `null` where it is none to report with. */
export function recognise({ form, taught, step }: RecognitionQuestion): Recognition | null {
  const key = JSON.stringify([form, taught, step]);
  let answer = known.get(key);
  if (answer === undefined) {
    answer = decide(form, taught, step).recognition;
    if (known.size >= mostKnown) known.clear();
    known.set(key, answer);
  }
  return answer;
}
