/** What one unit reported for a period: what its devices ask to learn of each other. */
import type { UnitReportsAnswer } from '@baosong/shared/protocol/duties.ts';
import { zeroReportMessageSchema } from '@baosong/shared/protocol/messages.ts';
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { catalogueOf } from './catalogue.ts';
import type { Connection } from './connection.ts';
import { itemsOf } from './monthly-statements.ts';
import type { Store } from './port.ts';
import type { Tables } from './schema.ts';

type RecordRow = Tables['record'];
type RevisionRow = Tables['revision'];

/**
 * Whom a record is about, or nothing: of natural persons, and of what is sealed or purged, no name is told.
 */
function subjectOf({
  subject_category: category,
  content,
}: Pick<RecordRow, 'subject_category'> & {
  readonly content: RevisionRow['content'];
}): Pick<UnitReportsAnswer['records'][number], 'subject'> {
  if (category === 'naturalPerson' || content === null) return {};
  const { subjectName: name, unifiedSocialCreditCode: code = '' } = JSON.parse(
    content,
  ) as NonNullable<RecordMessage['content']>;
  if (typeof name !== 'string' || name === '' || typeof code !== 'string') return {};
  return { subject: { name, unifiedSocialCreditCode: code } };
}

const evidenceSchema = zeroReportMessageSchema.shape.evidence;

export function unitReports({ db }: Connection): Store['unitReports'] {
  return async (unitId, { start, end }) => {
    const [records, catalogue, zeroReports, statements] = await Promise.all([
      db
        .selectFrom('record')
        .innerJoin('revision', (join) =>
          join
            .onRef('revision.unit_id', '=', 'record.unit_id')
            .onRef('revision.record_id', '=', 'record.id')
            .onRef('revision.number', '=', 'record.revision_number'),
        )
        .select((expression) => [
          'record.id',
          'record.kind',
          'record.decision_date',
          'record.document_number',
          'record.subject_category',
          'revision.content',
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
        ...subjectOf(row),
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
