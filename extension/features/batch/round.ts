/** The round of each kind, kept so that it goes on after a restart. */
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { stateOf } from '@baosong/shared/records/state.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import { noRound, roundWith, skipped, stepOf } from './walk.ts';
import type { Round, WalkStep } from './walk.ts';

const keyOf = (kind: DoublePublicityKind): string => `round:${kind}`;

async function readRound(kind: DoublePublicityKind): Promise<Round> {
  return ((await readMeta(keyOf(kind))) as Round | undefined) ?? noRound;
}

function readyIds(kind: DoublePublicityKind, records: readonly CreditRecord[]): string[] {
  return records
    .filter((record) => record.kind === kind && stateOf(record) === 'ready')
    .map((record) => record.id);
}

/** Whose turn it is of a kind, with the record; `null` where none is 待报. */
export async function currentStep(
  kind: DoublePublicityKind,
  records: readonly CreditRecord[],
): Promise<(WalkStep & { readonly record: CreditRecord }) | null> {
  const step = stepOf(roundWith(await readRound(kind), readyIds(kind, records)));
  const record = records.find((item) => item.id === step?.recordId);
  return step && record ? { ...step, record } : null;
}

/** Notes that the current record was filled: the round has begun, and counts from here. */
export async function keepRound(kind: DoublePublicityKind, records: readonly CreditRecord[]): Promise<void> {
  await writeMeta(keyOf(kind), roundWith(await readRound(kind), readyIds(kind, records)));
}

/** Passes over the current record; it comes up again at the end of the round. */
export async function passOver(kind: DoublePublicityKind, records: readonly CreditRecord[]): Promise<void> {
  await writeMeta(keyOf(kind), skipped(await readRound(kind), readyIds(kind, records)));
}

/** How a record is called where it has one line: its document number and subject. */
export function titleOf(record: CreditRecord): string {
  const { documentNumber, subjectName } = latestRevision(record).values;
  return [documentNumber ?? '（无文书号）', subjectName ?? '（无名称）'].join(' · ');
}
