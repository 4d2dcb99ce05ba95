/** What a platform profile (平台附加规则) is; `shared/jurisdictions` has those that are known. */
import type { FieldId } from '../standards/index.ts';

/** The narrower rules of one platform, as data that can be sent to a content script. */
export interface PlatformProfile {
  readonly id: string;
  readonly name: string;
  /** How the platform counts a column's length where it counts bytes; `null` for characters. */
  readonly bytes: 'utf8' | 'gbk' | null;
  /** Characters that it refuses in names and codes. */
  readonly refusedCharacters: string;
  /** The last day that its date picker offers, or `null` where it offers all. */
  readonly lastPickableDate: string | null;
  /** Patterns, in the syntax of JavaScript with the flag `u`, that values of a field must match. */
  readonly forms: readonly {
    readonly fields: readonly FieldId[];
    readonly pattern: string;
    /** What it takes and what to do, as the second half of a Chinese sentence. */
    readonly advice: string;
  }[];
}
