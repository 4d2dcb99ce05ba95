/**
 * Questions to the background whose answers are remembered. What is decided by pure functions over flat
 * data is decided there, so that no page has to take the functions in; a page looks often and changes
 * seldom, so that most looks are answered at once.
 */

/** Something that is asked about. */
export interface Asked<Question, Answer> {
  /** The answer, or `undefined` while it is owed; asks for it the first time. */
  readonly about: (question: Question) => Answer | undefined;
  /** Whether an answer is owed. */
  readonly pending: () => boolean;
  /** Waits for what was asked. */
  readonly ready: () => Promise<unknown>;
  /** What was answered may be another by now. */
  readonly forget: () => void;
}

/** So many answers are remembered. */
const mostKnown = 40;

/**
 * @param ask answers a question.
 * @param unanswered stands for an answer that will not come.
 * @param arrived is called when an answer has come, or will not come.
 */
export function createAsked<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  unanswered: Answer,
  arrived: () => void,
): Asked<Question, Answer> {
  const known = new Map<string, Answer | undefined>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const learn = async (key: string, question: Question): Promise<void> => {
    waiting += 1;
    let answer = unanswered;
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
    about(question) {
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
    forget: () => known.clear(),
  };
}
