/**
 * What the tables hold. Columns outside `content` are the ones that are searched by and may be read
 * without a key; what identifies a person lies in `content` only.
 */
import type { Evidence, Outcome, Override, Submission } from '@baosong/shared/records/record.ts';
import type { CalendarYear } from '@baosong/shared/protocol/calendar-years.ts';
import type { UnitReportsAnswer } from '@baosong/shared/protocol/duties.ts';
import type { MonthlyStatement } from '@baosong/shared/records/monthly-statement.ts';
import type { ZeroReport } from '@baosong/shared/records/zero-report.ts';
import type {
  DoublePublicityKind,
  RecordValues,
  StandardRef,
  SubjectCategory,
} from '@baosong/shared/standards/index.ts';
import type { OwnExplanation } from '@baosong/shared/rejections/explanation.ts';
import type { ImportProblem } from '@baosong/shared/workbook/import.ts';
import type { Content } from './envelope.ts';

/** A record; dates and document number are those of its latest revision. */
export interface RecordRow {
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly subjectCategory: SubjectCategory;
  readonly decisionDate: string;
  /** Monday of the week of the decision, or `''` where the date is not one. */
  readonly week: string;
  /** Normalised document number. */
  readonly documentKey: string;
  /** Instant of the last event. */
  readonly updatedAt: string;
}

export interface RevisionRow {
  readonly recordId: string;
  readonly number: number;
  readonly base: number | null;
  readonly standard: StandardRef;
  readonly at: string;
  readonly author: string;
  readonly content: Content<{
    readonly values: RecordValues;
    readonly contentHash: string;
    readonly reason?: string;
  }>;
}

/** Why an attempt to submit, or to report zero, does not count: what the page or the clerk said. */
export interface Withdrawal {
  readonly at: string;
  readonly text: string;
}

/** A submission; a withdrawn one stays for the history and is no event of the record. */
export interface SubmissionRow extends Omit<Submission, 'evidence' | 'overrides'> {
  readonly recordId: string;
  readonly evidence: Evidence;
  readonly overrides: readonly Override[];
  readonly withdrawn?: Withdrawal;
}

export interface OutcomeRow extends Outcome {
  readonly recordId: string;
}

export interface ZeroReportRow extends ZeroReport {
  /** Monday of the period. */
  readonly week: string;
  /** Why it was filed although the ledger holds records of the week. */
  readonly overrideReason: string | null;
  readonly withdrawn?: Withdrawal;
  /** The relay's number for it, once the relay has answered. */
  readonly receipt?: string;
}

/** A row of a workbook that waits for the clerk to take it into the ledger. */
export interface ImportRow {
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly fileName: string;
  readonly sheetName: string;
  readonly rowNumber: number;
  /** What could not be read from the row and was not yet filled in. */
  readonly problems: readonly ImportProblem[];
  readonly content: Content<RecordValues>;
}

export interface TemplateRow {
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly name: string;
  readonly updatedAt: string;
  readonly content: Content<RecordValues>;
}

/** What somebody wrote about a rejection; identifies nobody. */
export interface ExplanationRow extends OwnExplanation {
  /** `explanationKey` of its code and message. */
  readonly key: string;
}

/** One record, zero report or statement that the relay does not yet know as it is now. */
export interface OutboxRow {
  /** `record:ID`, `zeroReport:ID` or `statement:ID`, so that something is queued at most once. */
  readonly key: string;
  readonly subject: 'record' | 'zeroReport' | 'statement';
  readonly subjectId: string;
  /** `conflict` and `refused` wait for the clerk. */
  readonly state: 'waiting' | 'conflict' | 'refused';
  /** Counts the changes since it was queued; tells whether something changed while it was being sent. */
  readonly change: number;
  /** Failed attempts in a row. */
  readonly attempts: number;
  readonly nextAttemptAt: string;
  /** The relay's sentence on the last attempt, or why it could not be reached. */
  readonly detail: string | null;
}

/** A monthly statement of this unit, made here or learnt from the relay. */
export interface StatementRow extends MonthlyStatement {
  /** The relay's number for it, or `null` before the relay has answered. */
  readonly receipt: string | null;
}

/** The days off of a year that came out after the build, and where they come from. */
export interface CalendarYearRow extends CalendarYear {
  /** Name of the file, or the origin of the relay. */
  readonly source: string;
  readonly takenAt: string;
}

/** A record of this unit as the relay knows it, whichever device reported it. */
export type RelayRecordRow = UnitReportsAnswer['records'][number];

/** A zero report of this unit as the relay knows it. */
export type RelayZeroReportRow = UnitReportsAnswer['zeroReports'][number];

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}
