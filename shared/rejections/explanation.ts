/** What a platform's rejection (退回) means in plain words, and what to do about it. */
import type { FieldId } from '../standards/index.ts';

/** How sure an explanation is: said by a platform's operator; printed by a platform, put into words by us; guessed. */
export type Certainty = 'stated' | 'seen' | 'inferred';

/** What screens call a certainty. */
export const certaintyLabels: Readonly<Record<Certainty, string>> = {
  stated: '平台公开说明过',
  seen: '见于平台提示，说明为本工具整理',
  inferred: '推断，仅供参考',
};

/** What an explanation is about and what it says. */
export interface Explanation {
  /** The platform's code, such as `1001`; `''` where any will do. */
  readonly code: string;
  /**
   * Pattern of the platform's message (`messagePattern`), in which `*` stands for anything and `#` for a number;
   * `''` where any will do. Code and message are not both `''`.
   */
  readonly message: string;
  /** What it means (意思). */
  readonly meaning: string;
  /** What to do (怎么办). */
  readonly advice: string;
  /** Fields to look at, the likeliest first; empty where the message names them or none is to blame. */
  readonly fields: readonly FieldId[];
}

/** An explanation that came with the product. */
export interface DictionaryEntry extends Explanation {
  /** Where it was seen, in Chinese. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** Who wrote an explanation: a unit, or the centre for all of its units. */
export interface ExplanationOrigin {
  readonly kind: 'unit' | 'centre';
  readonly name: string;
}

/** An explanation that somebody wrote for a message that the dictionary does not have. */
export interface OwnExplanation extends Explanation {
  readonly origin: ExplanationOrigin;
  /** Instant of the last change. */
  readonly at: string;
}

/** What tells explanations apart: there is one for a code and message. */
export function explanationKey({ code, message }: Pick<Explanation, 'code' | 'message'>): string {
  return JSON.stringify([code, message]);
}
