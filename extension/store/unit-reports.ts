/** What the relay knows of this unit's reports, and as of when (`relayKnowledge`). */
import type { UnitReportsAnswer } from '@baosong/shared/protocol/duties.ts';
import { isFromRelay, yearsAskedKey } from './calendar-years.ts';
import { inDatabase } from './database.ts';
import type { RelayRecordRow, RelayZeroReportRow } from './rows.ts';

const key = 'relayKnowledge';

/** How well this device knows what its colleagues reported. */
export interface RelayKnowledge {
  /** Instant of the last answer, or `null` where none ever came. */
  readonly asOf: string | null;
  /** Instant of the last question. */
  readonly askedAt: string;
  /** Whether the last question went unanswered. */
  readonly failed: boolean;
}

/** Takes an answer in; what is known already stays, since reports are never taken back. */
export async function keepUnitReports(answer: UnitReportsAnswer, askedAt: string): Promise<void> {
  const { asOf, records, zeroReports, statements } = answer;
  await inDatabase((db) =>
    db.transaction(
      'rw',
      [db.relayRecords, db.relayZeroReports, db.statements, db.meta],
      async () => {
        await db.relayRecords.bulkPut(records);
        await db.relayZeroReports.bulkPut(zeroReports);
        await db.statements.bulkPut(statements);
        const knowledge: RelayKnowledge = { asOf, askedAt, failed: false };
        await db.meta.put({ key, value: knowledge });
      },
    ),
  );
}

/** Notes that the relay did not answer. */
export async function noteUnanswered(askedAt: string): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.meta, async () => {
      const known = (await db.meta.get(key))?.value as RelayKnowledge | undefined;
      const knowledge: RelayKnowledge = { asOf: known?.asOf ?? null, askedAt, failed: true };
      await db.meta.put({ key, value: knowledge });
    }),
  );
}

/** What the relay said so far; `knowledge` is `null` where it was never asked. */
export async function readUnitReports(): Promise<{
  readonly records: readonly RelayRecordRow[];
  readonly zeroReports: readonly RelayZeroReportRow[];
  readonly knowledge: RelayKnowledge | null;
}> {
  return await inDatabase((db) =>
    db.transaction('r', [db.relayRecords, db.relayZeroReports, db.meta], async () => ({
      records: await db.relayRecords.toArray(),
      zeroReports: await db.relayZeroReports.toArray(),
      knowledge: ((await db.meta.get(key))?.value as RelayKnowledge | undefined) ?? null,
    })),
  );
}

/** Forgets everything that a relay said: another one, or another unit, speaks from now on. */
export async function forgetRelayKnowledge(): Promise<void> {
  await inDatabase((db) =>
    db.transaction(
      'rw',
      [db.relayRecords, db.relayZeroReports, db.calendarYears, db.meta],
      async () => {
        await db.relayRecords.clear();
        await db.relayZeroReports.clear();
        await db.calendarYears.filter(isFromRelay).delete();
        await db.meta.bulkDelete([key, yearsAskedKey]);
      },
    ),
  );
}
