/** From a platform's code and message to what they mean. */
import { standardInForce } from '../standards/catalogue.ts';
import type { FieldId, RecordKind } from '../standards/index.ts';
import { synonymsOf } from '../standards/synonyms.ts';
import { dictionary } from './dictionary.ts';
import type { Certainty, Explanation, OwnExplanation } from './explanation.ts';
import { fits, messagePattern, normalizeCode, normalizeMessage } from './message.ts';

/** What a platform said when it sent a record back. */
export interface Rejection {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** An explanation that fits a rejection. */
export type Explained = Pick<Explanation, 'meaning' | 'advice'> & {
  /** Fields of the record's kind to look at, the likeliest first. */
  readonly fields: readonly FieldId[];
} & (
    | { readonly by: 'dictionary'; readonly source: string; readonly certainty: Certainty }
    | { readonly by: 'own'; readonly explanation: OwnExplanation }
  );

/**
 * Explains a rejection of a record, or gives `null` where nobody has explained it yet. What a unit or its centre
 * wrote comes before the dictionary; a code comes before a message.
 */
export function explain(
  rejection: Rejection,
  kind: RecordKind,
  own: readonly OwnExplanation[],
): Explained | null {
  const code = codeOf(rejection);
  const message = normalizeMessage(rejection.message ?? '');
  const byCode = (entry: Explanation): boolean => entry.code !== '' && entry.code === code;
  const byMessage = (entry: Explanation): boolean => fits(message, entry.message);
  const fields = (entry: Explanation): readonly FieldId[] => fieldsOf(entry, message, kind);

  const written =
    own.find((entry) => byCode(entry) && (entry.message === '' || byMessage(entry))) ??
    own.find((entry) => entry.code === '' && byMessage(entry));
  if (written) {
    const { meaning, advice } = written;
    return { by: 'own', meaning, advice, fields: fields(written), explanation: written };
  }

  const agreeing = dictionary.find(
    (entry) => byCode(entry) && (entry.message === '' || message === '' || byMessage(entry)),
  );
  const spoken = dictionary.find((entry) => entry.message !== '' && byMessage(entry));
  // Another platform's code with other words: better than nothing, and said to be so.
  const foreign = dictionary.find(byCode);
  const entry = agreeing ?? spoken ?? foreign;
  if (!entry) return null;
  const { meaning, advice, source } = entry;
  const isGuess = entry !== agreeing && entry === foreign;
  const certainty = isGuess ? 'inferred' : entry.certainty;
  return { by: 'dictionary', meaning, advice, fields: fields(entry), source, certainty };
}

/** A code that stands in the message itself: `验证规则代码:1001;错误描述:…`. */
const codeInMessage =
  /(?:规则代码|错误代码|错误编码|错误码|errorCode)["”']?\s*[:：=]?\s*["“']?([A-Z]?\d{3,6})(?![0-9A-Z])/i;

/** The code that a platform gave, in its column or in its message, as codes are compared; `''` for none. */
export function codeOf({ code = '', message = '' }: Rejection): string {
  return normalizeCode(code) || normalizeCode(codeInMessage.exec(message)?.[1] ?? '');
}

/** The fields of an explanation that a kind has; where it names none, those that the message names. */
function fieldsOf({ fields }: Explanation, message: string, kind: RecordKind): readonly FieldId[] {
  const had = fields.filter((id) => standardInForce(kind).fields.some((field) => field.id === id));
  return had.length > 0 ? had : fieldsNamedIn(message, kind);
}

/** The fields whose labels or synonyms stand in a normalised message; of overlapping names the longest. */
export function fieldsNamedIn(message: string, kind: RecordKind): readonly FieldId[] {
  const standard = standardInForce(kind);
  const names = standard.fields
    .flatMap(({ id, label }) => [label, ...synonymsOf(standard, id)].map((name) => ({ id, name })))
    .map(({ id, name }) => ({ id, name: messagePattern(name) }))
    .filter(({ name }) => name.length > 1)
    .sort((a, b) => b.name.length - a.name.length);
  const found: { readonly id: FieldId; readonly at: number }[] = [];
  let rest = message;
  for (const { id, name } of names) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    rest = rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length);
    if (found.every((each) => each.id !== id)) found.push({ id, at });
  }
  return found.sort((a, b) => a.at - b.at).map(({ id }) => id);
}
