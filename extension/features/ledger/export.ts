/** The ledger as rows of a workbook; numbers that identify a person are masked. */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { mask, maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { currentSubmission, decidingOutcome, stateOf } from '@baosong/shared/records/state.ts';
import { standards } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import type { LedgerRow } from '@baosong/shared/workbook/templates.ts';

function maskedValues(kind: DoublePublicityKind, values: RecordValues): RecordValues {
  return Object.fromEntries(
    standards[kind].fields.flatMap(({ id, sensitive }) => {
      const value = values[id];
      if (value === undefined) return [];
      return [[id, sensitive === true ? mask(value) : maskResidentIds(value)]];
    }),
  );
}

/** What the platform said of the submission in force, such as `1001 未查询到主体`, or `''`. */
export function platformWords(record: CreditRecord): string {
  const submission = currentSubmission(record);
  const outcome = submission && decidingOutcome(record.outcomes, submission.id);
  return [outcome?.code, outcome?.message].filter((part) => part !== undefined).join(' ');
}

/** One row of the exported ledger. */
export function ledgerRow(record: CreditRecord): LedgerRow {
  const submission = currentSubmission(record);
  return {
    kind: record.kind,
    values: maskedValues(record.kind, latestRevision(record).values),
    state: stateOf(record),
    submittedOn: submission ? shanghaiDate(submission.at) : null,
    outcome: platformWords(record),
  };
}
