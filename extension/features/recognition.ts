/** What forms are, decided for the pages that show them. */
import { standards } from '@baosong/shared/standards/index.ts';
import { decide } from '../form/recognise.ts';
import type { RecognisedForm, RecognitionQuestion } from '../form/recogniser.ts';

/** A clerk opens the same form for every record: answers are kept while the service worker runs. */
const known = new Map<string, RecognisedForm | null>();
const mostKnown = 100;

function recognised({ form, taught, step }: RecognitionQuestion): RecognisedForm | null {
  const { recognition } = decide(form, taught, step);
  return recognition && { ...recognition, standard: standards[recognition.kind].fields };
}

/** What a form is, or `null` where it is none to report with. */
export function recognise(question: RecognitionQuestion): RecognisedForm | null {
  const { form, taught, step } = question;
  const key = JSON.stringify([form, taught, step]);
  let answer = known.get(key);
  if (answer === undefined) {
    answer = recognised(question);
    if (known.size >= mostKnown) known.clear();
    known.set(key, answer);
  }
  return answer;
}
