/** Asks the background what the forms of a frame are. */
import type { DoublePublicityKind, Field } from '@baosong/shared/standards/index.ts';
import { type Asked, createAsked } from './asked.ts';
import type { Recognition, Taught } from './recognise.ts';
import { type FormRecord, mostFields } from './field-record.ts';

/** A form, as the background is asked about it; without what recognition does not look at. */
export interface RecognitionQuestion {
  readonly form: FormRecord;
  readonly taught: Taught | null;
  /** The kind of which an earlier step was seen. */
  readonly step: DoublePublicityKind | null;
}

/** What a form was recognised as, with the fields of the standard that it is for. */
export interface RecognisedForm extends Recognition {
  readonly standard: readonly Field[];
}

/** What a form was recognised as; `null`: none to report with; `undefined`: the answer is owed. */
export type Recognise = (question: RecognitionQuestion) => RecognisedForm | null | undefined;

export interface Recogniser extends Pick<
  Asked<RecognitionQuestion, RecognisedForm | null>,
  'pending' | 'ready'
> {
  readonly recognise: Recognise;
}

/**
 * @param ask answers a question.
 * @param arrived is called when an answer has come, or will not come.
 */
export function createRecogniser(
  ask: (question: RecognitionQuestion) => Promise<RecognisedForm | null>,
  arrived: () => void,
): Recogniser {
  const { about, pending, ready } = createAsked(ask, null, arrived);
  return {
    recognise({ form, ...rest }) {
      if (form.fields.length > mostFields) return null;
      const fields = form.fields.map((field) => ({ ...field, options: [], placeholder: '' }));
      return about({ form: { ...form, fields }, ...rest });
    },
    pending,
    ready,
  };
}
