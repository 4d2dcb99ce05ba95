/** What a record is checked against, beside the standard. */
import type { TimelyFrom } from '../calendar/timeliness.ts';
import type { DoublePublicityKind, FieldId } from '../standards/index.ts';
import type { LevelPolicy } from './levels.ts';
import type { PlatformProfile } from './platform-profile.ts';

/** A value that is kept from this machine: what kind of document it is, and a mask such as `4202**********0016`. */
export interface SealedValue {
  readonly sealed: { readonly documentType: string; readonly mask: string };
}

/** The values of a record, canonical or sealed. What could not be understood stands as typed and is found. */
export type CheckedValues = Partial<Record<FieldId, string | SealedValue>>;

/** Everything that a rule may need to know beyond the record and its standard. */
export interface CheckContext {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** Levels by which the jurisdiction differs from the defaults. */
  readonly levels?: LevelPolicy;
  /** The target platform's narrower rules; without it none are applied. */
  readonly platform?: PlatformProfile | null;
  /** Of records that are yet to be reported: made by `earliestTimely` for today; without it nothing is late. */
  readonly timelyFrom?: TimelyFrom | null;
  /** The day on which the unit began to report; decisions before it are history (历史数据), never late. */
  readonly reportingSince?: string | null;
  /** The record is reported as history (历史数据补录), never late. */
  readonly isHistory?: boolean;
}

/** The context of a record of 双公示, checked by the standard in force. */
export interface ValidationContext extends CheckContext {
  readonly kind: DoublePublicityKind;
}
