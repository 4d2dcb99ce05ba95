/** What ledger and relay have to say of what stands in a form. */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { standards } from '@baosong/shared/standards/index.ts';
import { compareWithKnown } from '@baosong/shared/validation/comparison.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { readCalendarYears } from '../../store/calendar-years.ts';
import { readLedger, readLedgerStamp } from '../../store/records.ts';
import { readUnitReports } from '../../store/unit-reports.ts';
import { checkContextOf } from '../settings/checking.ts';
import { readSettings } from '../settings/settings.ts';
import { keyOf, knownDecisions, pairsOf } from './knowledge.ts';
import type { Decision, KnownDecision } from './knowledge.ts';

/** Kept while nothing changes: forms ask with every field that is left, and ledgers grow long. */
let kept: { readonly stamp: string; readonly decisions: readonly KnownDecision[] } | null = null;

async function decisionsNow(): Promise<readonly KnownDecision[]> {
  const [ledger, relay] = await Promise.all([readLedgerStamp(), readUnitReports()]);
  const stamp = `${ledger} ${relay.knowledge?.askedAt ?? ''} ${relay.records.length}`;
  if (kept?.stamp !== stamp) {
    const records = (await readLedger()).map((entry) => entry.record);
    kept = { stamp, decisions: knownDecisions(records, relay.records) };
  }
  return kept.decisions;
}

/**
 * Compares what stands in a form with what is known. Only what the platform has already is repeated: what is
 * yet to be sent, or was sent back, is what the clerk sends now.
 *
 * @param filledRecordId the record that the form was filled from, which is compared with the others.
 */
export async function ledgerFindings(
  { kind, values, filledRecordId }: Decision & { readonly filledRecordId: string | null },
  now: Date,
): Promise<readonly Finding[]> {
  const [all, settings, years] = await Promise.all([
    decisionsNow(),
    readSettings(),
    readCalendarYears(),
  ]);
  const others = all.filter(({ id }) => id !== filledRecordId);
  const own = keyOf({ kind, values });
  const repeated =
    own === null ? undefined : others.find(({ key, reported }) => reported && key === own);
  return compareWithKnown(
    standards[kind],
    values,
    checkContextOf(settings, years, shanghaiDate(now.toISOString())),
    { pairs: pairsOf(others, settings.unit), repeated: repeated?.place ?? null },
  );
}
