/** What checking a record says: findings (核验结果), each with a stable code and a way out. */
import type { FieldId, RecordValues } from '../standards/index.ts';

/**
 * How much a finding weighs (design, decision 6): an `error` holds a submission until it is mended or
 * overridden with a reason and a second click, a `warning` until a reason is given, an `info` never.
 */
export type FindingLevel = 'error' | 'warning' | 'info';

/** Whose rule it is: the national standard (国家标准) or the target platform's own (本平台会拒绝). */
export type RuleScope = 'national' | 'platform';

/** A change that mends a finding with one click. */
export interface Fix {
  /** What the button says, such as `改为 黄示许〔2026〕5号`. */
  readonly label: string;
  /** The new canonical values of the fields that change. */
  readonly changes: RecordValues;
}

/** One thing that is wrong, or looks wrong, with a record. */
export interface Finding {
  /** Stable code of the rule, one of those in `levels.ts`; text, because records keep codes of rules long gone. */
  readonly code: string;
  readonly level: FindingLevel;
  /** The fields concerned; the first is the one that the clerk is led to. Never empty. */
  readonly fields: readonly [FieldId, ...FieldId[]];
  /** One Chinese sentence that names the field and the way out, and never repeats a sensitive value. */
  readonly message: string;
  readonly basis: RuleScope;
  readonly fix?: Fix;
  /** Further ways out, where more than one is likely: another name under which a code is known. */
  readonly alternatives?: readonly Fix[];
}
