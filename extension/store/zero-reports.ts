/** Zero reports of this unit. */
import type { Evidence } from '@baosong/shared/records/record.ts';
import type { ZeroReport } from '@baosong/shared/records/zero-report.ts';
import { inDatabase } from './database.ts';
import { enqueue } from './outbox.ts';
import type { Withdrawal, ZeroReportRow } from './rows.ts';

/** Books the zero reports of one press. */
export async function addZeroReports(
  reports: readonly ZeroReport[],
  overrideReason: string | null,
): Promise<void> {
  const rows = reports.map((report) => ({ ...report, week: report.period.start, overrideReason }));
  await inDatabase((db) => db.zeroReports.bulkAdd(rows));
}

/** Records that a zero report is known to have reached the platform; the relay is told. */
export async function confirmZeroReport(id: string, evidence: Evidence): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', [db.zeroReports, db.outbox], async () => {
      const row = await db.zeroReports.get(id);
      if (!row || row.withdrawn) return;
      await db.zeroReports.update(id, { evidence });
      await enqueue(db, 'zeroReport', id);
    }),
  );
}

/** Notes the relay's number for a zero report. */
export async function noteZeroReportReceipt(id: string, receipt: string): Promise<void> {
  await inDatabase((db) => db.zeroReports.update(id, { receipt }));
}

/** Withdraws a zero report that did not go through. */
export async function withdrawZeroReport(id: string, withdrawn: Withdrawal): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.zeroReports, async () => {
      const row = await db.zeroReports.get(id);
      if (row?.evidence.kind === 'attempted') await db.zeroReports.update(id, { withdrawn });
    }),
  );
}

/** All zero reports, newest first, those that did not go through included. */
export async function readZeroReports(): Promise<ZeroReportRow[]> {
  const rows = await inDatabase((db) => db.zeroReports.toArray());
  return rows.sort((a, b) => b.at.localeCompare(a.at));
}

/** Zero reports by their ids; unknown ids are left out. */
export async function readZeroReportsById(ids: readonly string[]): Promise<ZeroReportRow[]> {
  const rows = await inDatabase((db) => db.zeroReports.bulkGet([...ids]));
  return rows.filter((row) => row !== undefined);
}
