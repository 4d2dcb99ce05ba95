/** What a written choice means; apart from the tables, for scripts that have no need of those. */
import type { Choice, Field } from './field.ts';

/** The choice that a written word, label, synonym or canonical value means, or `undefined`. */
export function choiceOf(field: Field, written: string): Choice | undefined {
  const word = written.trim();
  return field.choices?.find(
    (choice) => choice.value === word || choice.label === word || choice.synonyms.includes(word),
  );
}
