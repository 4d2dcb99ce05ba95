/**
 * The state of a record (状态), derived from its events by the one table below. Nothing stores a state.
 */
import type { CreditRecord, Outcome, Submission } from './record.ts';
import { isConfirmed, latestRevision } from './record.ts';

/**
 * `ready` 待报: the latest revision was never sent; `attempted` 已提交，待确认; `submitted` 已提交: sent and
 * confirmed, no verdict yet; `accepted` 入库; `rejected` 退回.
 */
export type RecordState = 'ready' | 'attempted' | 'submitted' | 'accepted' | 'rejected';

/** What screens call a state. */
export const recordStateLabels: Readonly<Record<RecordState, string>> = {
  ready: '待报',
  attempted: '已提交，待确认',
  submitted: '已提交',
  accepted: '入库',
  rejected: '退回',
};

const sourceWeight: Readonly<Record<Outcome['source'], number>> = {
  unit: 0,
  platform: 1,
  centre: 2,
};

/** The verdict that counts for a submission: the centre's before the platform's before the unit's, then the latest. */
export function decidingOutcome(
  outcomes: readonly Outcome[],
  submissionId: string,
): Outcome | undefined {
  return outcomes
    .filter((outcome) => outcome.submissionId === submissionId)
    .sort((a, b) => sourceWeight[a.source] - sourceWeight[b.source] || a.at.localeCompare(b.at))
    .at(-1);
}

/** The last submission of the latest revision, or `undefined` where it was never sent. */
export function currentSubmission(record: CreditRecord): Submission | undefined {
  const { number } = latestRevision(record);
  return record.submissions.filter((submission) => submission.revision === number).at(-1);
}

/** The state of a record. */
export function stateOf(record: CreditRecord): RecordState {
  const submission = currentSubmission(record);
  if (!submission) return 'ready';
  const outcome = decidingOutcome(record.outcomes, submission.id);
  if (outcome) return outcome.verdict;
  return isConfirmed(submission) ? 'submitted' : 'attempted';
}
