/** The zero report (零报送): the statement of a named person that a period had nothing of a kind to report. */
import type { DoublePublicityKind } from '../standards/index.ts';
import type { Evidence } from './record.ts';

/** A period of days, both ends included, `YYYY-MM-DD` in Asia/Shanghai. A week runs Monday to Sunday. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** One zero report. */
export interface ZeroReport {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly period: Period;
  /** Name of the person who made the statement. */
  readonly person: string;
  /** Instant at which the platform's button was pressed. */
  readonly at: string;
  /** Origin of the platform's page. */
  readonly platform: string;
  /** Address of that page, without what follows `?`. */
  readonly page?: string;
  readonly evidence: Evidence;
}
