/** Zero reports (零报送): filing, and the list of a month. */
import type { Connection } from './connection.ts';
import type { Store, ZeroReportResult } from './port.ts';
import { filing } from './receipts.ts';
import { namesOn } from './units.ts';

type Contradicted = Extract<ZeroReportResult, { status: 'contradicted' }>;

export function fileZeroReport(connection: Connection): Store['fileZeroReport'] {
  const { db, run, rows, write } = connection;
  const file = filing<Contradicted>(connection, 'zero_report', 'ZR', 'zero-report.filed');

  return (sender, report, receiptDay) =>
    write(() =>
      file(sender, report, receiptDay, (row) => {
        const { kind, period, person, at, platform, page = null, evidence } = report;
        const reported = rows(
          db
            .selectFrom('record')
            .select('document_number')
            .where('unit_id', '=', row.unit_id)
            .where('kind', '=', kind)
            .where('decision_date', '>=', period.start)
            .where('decision_date', '<=', period.end)
            .orderBy('document_number'),
        );
        if (reported.length > 0) {
          const documentNumbers = reported.map(({ document_number }) => document_number);
          return { status: 'contradicted', documentNumbers };
        }
        run(
          db.insertInto('zero_report').values({
            ...row,
            kind,
            period_start: period.start,
            period_end: period.end,
            person,
            at,
            platform,
            page,
            evidence: JSON.stringify(evidence),
          }),
        );
        return null;
      }),
    );
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
