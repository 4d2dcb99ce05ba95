/** What one unit reported for a period: what its devices ask to learn of each other. */
import { zeroReportMessageSchema } from '@baosong/shared/protocol/messages.ts';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { catalogueOf } from './catalogue.ts';
import type { Connection } from './connection.ts';
import { itemsOf } from './monthly-statements.ts';
import type { Store } from './port.ts';

const evidenceSchema = zeroReportMessageSchema.shape.evidence;

export function unitReports({ db }: Connection): Store['unitReports'] {
  return async (unitId, { start, end }) => {
    const [records, catalogue, zeroReports, statements] = await Promise.all([
      db
        .selectFrom('record')
        .select((expression) => [
          'record.id',
          'record.kind',
          'record.decision_date',
          'record.document_number',
          expression
            .selectFrom('submission')
            .select(({ fn }) => fn.min('submission.at').as('at'))
            .whereRef('submission.unit_id', '=', 'record.unit_id')
            .whereRef('submission.record_id', '=', 'record.id')
            .as('submitted_at'),
        ])
        .where('record.unit_id', '=', unitId)
        .where('record.decision_date', '>=', start)
        .where('record.decision_date', '<=', end)
        .orderBy('record.decision_date')
        .orderBy('record.id')
        .execute(),
      catalogueOf(db, unitId),
      db
        .selectFrom('zero_report')
        .selectAll()
        .where('unit_id', '=', unitId)
        .where('period_start', '<=', end)
        .where('period_end', '>=', start)
        .orderBy('receipt')
        .execute(),
      db
        .selectFrom('monthly_statement')
        .selectAll()
        .where('unit_id', '=', unitId)
        .where('month', '>=', start.slice(0, 7))
        .where('month', '<=', end.slice(0, 7))
        .orderBy('receipt')
        .execute(),
    ]);
    return {
      records: records.map((row) => ({
        id: row.id,
        kind: row.kind,
        decisionDate: row.decision_date,
        documentNumber: row.document_number,
        submittedOn: row.submitted_at === null ? null : shanghaiDate(row.submitted_at),
      })),
      catalogue,
      zeroReports: zeroReports.map((row) => ({
        id: row.id,
        kind: row.kind,
        period: { start: row.period_start, end: row.period_end },
        person: row.person,
        at: row.at,
        platform: row.platform,
        ...(row.page !== null && { page: row.page }),
        evidence: evidenceSchema.parse(JSON.parse(row.evidence)),
        receipt: row.receipt,
      })),
      statements: statements.map((row) => ({
        id: row.id,
        month: row.month,
        items: itemsOf(row),
        person: row.person,
        at: row.at,
        receipt: row.receipt,
      })),
    };
  };
}
