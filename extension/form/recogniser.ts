/**
 * Asks the background what the forms of a frame are. Recognition is decided by pure functions over flat
 * records, so that no page has to take them in; what was asked once is remembered.
 */
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { Recognition, Taught } from './recognise.ts';
import { type FormRecord, mostFields } from './field-record.ts';

/** A form, as the background is asked about it; without what recognition does not look at. */
export interface RecognitionQuestion {
  readonly form: FormRecord;
  readonly taught: Taught | null;
  /** The kind of which an earlier step was seen. */
  readonly step: DoublePublicityKind | null;
}

/** What a form was recognised as; `null`: none to report with; `undefined`: the answer is owed. */
export type Recognise = (question: RecognitionQuestion) => Recognition | null | undefined;

export interface Recogniser {
  readonly recognise: Recognise;
  /** Whether an answer is owed. */
  readonly pending: () => boolean;
  /** Waits for what was asked. */
  readonly ready: () => Promise<unknown>;
}

/** So many states of its forms are remembered. */
const mostKnown = 40;

/**
 * @param ask answers a question.
 * @param arrived is called when an answer has come, or will not come.
 */
export function createRecogniser(
  ask: (question: RecognitionQuestion) => Promise<Recognition | null>,
  arrived: () => void,
): Recogniser {
  const known = new Map<string, Recognition | null | undefined>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const learn = async (key: string, question: RecognitionQuestion): Promise<void> => {
    waiting += 1;
    let answer: Recognition | null = null;
    try {
      answer = await ask(question);
    } catch (error) {
      reportError(error);
    }
    waiting -= 1;
    if (known.has(key)) known.set(key, answer);
    arrived();
  };

  return {
    recognise({ form, ...rest }) {
      if (form.fields.length > mostFields) return null;
      const fields = form.fields.map((field) => ({ ...field, options: [], placeholder: '' }));
      const question = { form: { ...form, fields }, ...rest };
      const key = JSON.stringify(question);
      if (!known.has(key)) {
        const [oldest = ''] = known.keys();
        if (known.size >= mostKnown) known.delete(oldest);
        known.set(key, undefined);
        const before = last;
        last = learn(key, question).then(() => before);
      }
      return known.get(key);
    },
    pending: () => waiting > 0,
    ready: () => last,
  };
}
