/**
 * Reads the platform's verdicts back onto the ledger: each row of its result list is matched by document
 * number, name, decision date and kind. What cannot be matched is named, never guessed.
 */
import { maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { isConfirmed, latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord, Outcome, Submission } from '@baosong/shared/records/record.ts';
import { currentSubmission, decidingOutcome } from '@baosong/shared/records/state.ts';
import type { ImportedOutcome } from '@baosong/shared/workbook/outcomes.ts';
import { isSameDecision } from '../ledger/same-decision.ts';

/** A row that says a verdict. */
export type PlatformVerdict = ImportedOutcome & { readonly verdict: Outcome['verdict'] };

export interface MatchedVerdict {
  readonly row: PlatformVerdict;
  readonly record: CreditRecord;
  readonly submission: Submission;
  /** The ledger did not know yet that the platform has it. */
  readonly confirms: boolean;
  /** The verdict differs from what the ledger knows; `false` where the list was read before. */
  readonly isNew: boolean;
}

export interface UnmatchedVerdict {
  readonly row: PlatformVerdict;
  /** Why, in Chinese. */
  readonly reason: string;
}

function match(
  row: PlatformVerdict,
  records: readonly CreditRecord[],
): MatchedVerdict | UnmatchedVerdict {
  const same = records.filter(
    (record) =>
      (row.kind === null || record.kind === row.kind) &&
      isSameDecision(latestRevision(record).values, row),
  );
  const sent = same.flatMap((record) => {
    const submission = currentSubmission(record);
    return submission ? [{ record, submission }] : [];
  });
  const [first, second] = sent;
  if (second) return { row, reason: '台账里有多条相同的记录，分不清是哪一条' };
  if (!first) {
    return {
      row,
      reason:
        same.length > 0
          ? '台账里这条记录没有提交，请核对后在台账里处理'
          : '台账里没有这条记录（文书号、名称、决定日期都须一致）',
    };
  }
  const known = decidingOutcome(
    first.record.outcomes.filter((outcome) => outcome.source === 'platform'),
    first.submission.id,
  );
  return {
    row,
    ...first,
    confirms: !isConfirmed(first.submission),
    isNew:
      known?.verdict !== row.verdict ||
      (known.code ?? '') !== row.code ||
      (known.message ?? '') !== maskResidentIds(row.message),
  };
}

/** A result list beside the ledger. */
export interface VerdictMatches {
  readonly matched: readonly MatchedVerdict[];
  readonly unmatched: readonly UnmatchedVerdict[];
  /** Rows that the platform has not decided, or decided in words that are not known. */
  readonly undecided: readonly ImportedOutcome[];
}

/** Matches a result list with the ledger. */
export function matchVerdicts(
  rows: readonly ImportedOutcome[],
  records: readonly CreditRecord[],
): VerdictMatches {
  const results = rows.flatMap((row) => (isDecided(row) ? [match(row, records)] : []));
  return {
    matched: results.filter((result) => 'record' in result),
    unmatched: results.filter((result) => 'reason' in result),
    undecided: rows.filter((row) => !isDecided(row)),
  };
}

function isDecided(row: ImportedOutcome): row is PlatformVerdict {
  return row.verdict !== null;
}

/** The outcome that a matched row adds to its record; `now` where the list does not say when. */
export function outcomeOf({ row, submission }: MatchedVerdict, id: string, now: string): Outcome {
  return {
    id,
    submissionId: submission.id,
    verdict: row.verdict,
    ...(row.code === '' ? {} : { code: row.code }),
    ...(row.message === '' ? {} : { message: maskResidentIds(row.message) }),
    source: 'platform',
    at: row.at ?? now,
  };
}
