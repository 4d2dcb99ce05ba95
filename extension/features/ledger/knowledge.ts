/** What the ledger, the relay and the settings know of decisions, names and codes. */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { currentSubmission, stateOf } from '@baosong/shared/records/state.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { addPairs, knownPairs } from '@baosong/shared/validation/comparison.ts';
import type { KnownPairs } from '@baosong/shared/validation/comparison.ts';
import type { RelayRecordRow } from '../../store/rows.ts';
import { decisionKey } from './same-decision.ts';

/** What a row, a record or a form says. */
export interface Decision {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
}

/** A decision that is known already. */
export interface KnownDecision {
  /** Id of its record. */
  readonly id: string;
  /** See `keyOf`. */
  readonly key: string | null;
  readonly values: RecordValues;
  /** Where it stands, as messages say it. */
  readonly place: string;
  /** The platform has it as it is known here, and has not sent it back. */
  readonly reported: boolean;
}

/** The reporting unit, where it is known. */
type Unit = { readonly name: string; readonly unifiedSocialCreditCode: string } | null;

/** What rows and records are compared with. */
export interface Knowledge {
  /** Where each decision stands, by its key. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly pairs: KnownPairs;
}

/** What identifies a decision among all kinds, or `null`. */
export function keyOf({ kind, values }: Decision): string | null {
  const key = decisionKey(values);
  return key === null ? null : `${kind}:${key}`;
}

function fromLedger(record: CreditRecord) {
  const { id, kind } = record;
  const { values, at } = latestRevision(record);
  const submission = currentSubmission(record);
  const state = stateOf(record);
  const since = submission === undefined ? '待报' : `${shanghaiDate(submission.at)}提交`;
  return {
    id,
    key: keyOf({ kind, values }),
    values,
    place: `台账里已有的一条（${since}）`,
    reported: state === 'submitted' || state === 'accepted',
    at,
  };
}

function fromRelay({
  id,
  kind,
  documentNumber,
  decisionDate,
  submittedOn,
  subject,
}: RelayRecordRow) {
  const values: RecordValues = {
    documentNumber,
    decisionDate,
    ...(subject && {
      subjectName: subject.name,
      unifiedSocialCreditCode: subject.unifiedSocialCreditCode,
    }),
  };
  const at = submittedOn ?? decisionDate;
  return {
    id,
    key: keyOf({ kind, values }),
    values,
    place: `本单位在另一台电脑上报送的一条（${at}）`,
    reported: submittedOn !== null,
    at,
  };
}

/**
 * All decisions that are known, those that were written down last at the end. What the ledger holds, it knows
 * better than the relay.
 *
 * @param relayRecords records of the unit that the relay knows, this device's own among them.
 */
export function knownDecisions(
  records: readonly CreditRecord[],
  relayRecords: readonly RelayRecordRow[],
): readonly KnownDecision[] {
  const ownIds = new Set(records.map(({ id }) => id));
  return [
    ...relayRecords.filter(({ id }) => !ownIds.has(id)).map(fromRelay),
    ...records.map(fromLedger),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

/** The pairs of names and codes; the last one is offered first, and the unit's own counts as the last. */
export function pairsOf(known: readonly KnownDecision[], unit: Unit): KnownPairs {
  const pairs = knownPairs();
  for (const { values } of known) addPairs(pairs, values);
  pairs.add(unit?.name, unit?.unifiedSocialCreditCode);
  return pairs;
}

/** Puts together what is known. */
export function knowledgeOf(known: readonly KnownDecision[], unit: Unit): Knowledge {
  return {
    decisions: new Map(known.flatMap(({ key, place }) => (key === null ? [] : [[key, place]]))),
    pairs: pairsOf(known, unit),
  };
}
