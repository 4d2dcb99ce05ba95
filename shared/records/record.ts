/**
 * The record (信用信息记录) and its life as events: revisions of what it says, submissions to a
 * platform, outcomes of submissions. Events are only ever added; states are derived (`state.ts`).
 *
 * Instants are UTC in ISO 8601 with milliseconds; dates are `YYYY-MM-DD` in Asia/Shanghai.
 */
import type { DoublePublicityKind, RecordValues, StandardRef, SubjectCategory } from '../standards/index.ts';

/** One version of what a record says. */
export interface Revision {
  /** 1 for the first. */
  readonly number: number;
  /** The number of the revision that this one was made from, or `null` for the first. */
  readonly base: number | null;
  readonly standard: StandardRef;
  readonly values: RecordValues;
  /** SHA-256 of the canonical JSON of `values`, hexadecimal; see `contentHash`. */
  readonly contentHash: string;
  readonly at: string;
  /** Why it was made; required from the second on (更正原因). */
  readonly reason?: string;
  /** Name of the clerk (经办人) who made it. */
  readonly author: string;
}

/**
 * How it is known that a submission reached the platform, weakest first: the clerk pressed the button;
 * the page moved on; the page said so; the platform's list shows it; the clerk said so.
 */
export type EvidenceKind = 'attempted' | 'navigation' | 'message' | 'list' | 'clerk';

/** Evidence of a submission or of a zero report. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly at: string;
  /** What the page said, at most 200 characters, free of identity numbers. */
  readonly text?: string;
}

/** One sending of one revision to a platform. */
export interface Submission {
  readonly id: string;
  readonly revision: number;
  /** Origin of the platform's page, such as `http://127.0.0.1:8788`. */
  readonly platform: string;
  /** The moment of submission; timeliness is judged by it. */
  readonly at: string;
  readonly evidence: Evidence;
  /** Name of the clerk. */
  readonly by: string;
  /** Findings that the clerk overrode, with the reason given. */
  readonly overrides: readonly Override[];
}

/** A finding that the clerk overrode (仍要提交). */
export interface Override {
  readonly code: string;
  readonly reason: string;
}

/** The platform's verdict on a submission: accepted into the base (入库) or sent back (退回). */
export interface Outcome {
  readonly id: string;
  readonly submissionId: string;
  readonly verdict: 'accepted' | 'rejected';
  /** The platform's code and message for a rejection. */
  readonly code?: string;
  readonly message?: string;
  /** Where the verdict comes from; the centre's import wins over the others. */
  readonly source: 'platform' | 'centre' | 'unit';
  readonly at: string;
}

/** A record with its events, each list in the order in which they happened. */
export interface CreditRecord {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly subjectCategory: SubjectCategory;
  readonly revisions: readonly [Revision, ...Revision[]];
  readonly submissions: readonly Submission[];
  readonly outcomes: readonly Outcome[];
}

/** The revision in force: the one with the highest number. */
export function latestRevision(record: CreditRecord): Revision {
  return record.revisions.reduce((latest, revision) =>
    revision.number > latest.number ? revision : latest,
  );
}

/** Whether it is known, rather than hoped, that a submission reached the platform. */
export function isConfirmed(submission: Submission): boolean {
  return submission.evidence.kind !== 'attempted';
}
