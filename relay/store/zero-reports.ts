/** Zero reports (零报送): filing, and the list of a month. */
import { fingerprint } from '../fingerprint.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { Store } from './port.ts';
import { nextReceipt } from './receipts.ts';
import { namesOn } from './units.ts';

export function fileZeroReport(connection: Connection): Store['fileZeroReport'] {
  const { db, run, rows, write } = connection;
  const audit = auditLog(connection);

  return (sender, report, receiptDay) =>
    write(() => {
      const { unitId, deviceId, receivedAt } = sender;
      const hash = fingerprint(report);
      const [stored] = rows(
        db
          .selectFrom('zero_report')
          .select(['receipt', 'received_at', 'content_hash'])
          .where('unit_id', '=', unitId)
          .where('id', '=', report.id),
      );
      if (stored) {
        return stored.content_hash === hash
          ? { status: 'unchanged', receipt: stored.receipt, receivedAt: stored.received_at }
          : { status: 'conflict' };
      }

      const reported = rows(
        db
          .selectFrom('record')
          .select('document_number')
          .where('unit_id', '=', unitId)
          .where('kind', '=', report.kind)
          .where('decision_date', '>=', report.period.start)
          .where('decision_date', '<=', report.period.end)
          .orderBy('document_number'),
      );
      if (reported.length > 0) {
        return {
          status: 'contradicted',
          documentNumbers: reported.map(({ document_number }) => document_number),
        };
      }

      const receipt = nextReceipt(connection, 'zero_report', 'ZR', receiptDay);
      run(
        db.insertInto('zero_report').values({
          unit_id: unitId,
          id: report.id,
          kind: report.kind,
          period_start: report.period.start,
          period_end: report.period.end,
          person: report.person,
          at: report.at,
          platform: report.platform,
          page: report.page ?? null,
          evidence: JSON.stringify(report.evidence),
          receipt,
          content_hash: hash,
          received_at: receivedAt,
          device_id: deviceId,
        }),
      );
      audit({
        chain: unitId,
        at: receivedAt,
        actor: deviceId,
        action: 'zero-report.filed',
        subject: report.id,
      });
      return { status: 'created', receipt, receivedAt };
    });
}

export function listZeroReports({ db }: Connection): Store['listZeroReports'] {
  return async (month) => {
    const reports = await db
      .selectFrom('zero_report as report')
      .innerJoin(namesOn(db, month.end).as('unit'), 'unit.id', 'report.unit_id')
      .select((expression) => [
        'unit.name as unitName',
        'report.kind',
        'report.period_start',
        'report.period_end',
        'report.person',
        'report.at',
        'report.receipt',
        expression
          .selectFrom('record')
          .select('record.id')
          .whereRef('record.unit_id', '=', 'report.unit_id')
          .whereRef('record.kind', '=', 'report.kind')
          .whereRef('record.decision_date', '>=', 'report.period_start')
          .whereRef('record.decision_date', '<=', 'report.period_end')
          .limit(1)
          .as('since'),
      ])
      .where('report.period_start', '<=', month.end)
      .where('report.period_end', '>=', month.start)
      .orderBy('report.receipt', 'desc')
      .execute();
    return reports.map(({ period_start, period_end, since, ...report }) => ({
      ...report,
      period: { start: period_start, end: period_end },
      superseded: since !== null,
    }));
  };
}
