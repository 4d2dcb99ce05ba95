/**
 * The clerk's database on this machine. Only the background and extension pages open it: in a content
 * script IndexedDB would be the page's own.
 */
import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { SiteProfile } from '../form/profile.ts';
import type {
  ExplanationRow,
  CalendarYearRow,
  ImportRow,
  MetaRow,
  OutboxRow,
  OutcomeRow,
  RecordRow,
  RelayRecordRow,
  RelayZeroReportRow,
  RevisionRow,
  StatementRow,
  SubmissionRow,
  TemplateRow,
  ZeroReportRow,
} from './rows.ts';

/** Database `baosong`. Released versions are only ever added below the last one. */
export class LedgerDatabase extends Dexie {
  declare readonly records: Table<RecordRow, string>;
  declare readonly revisions: Table<RevisionRow, [string, number]>;
  declare readonly submissions: Table<SubmissionRow, string>;
  declare readonly outcomes: Table<OutcomeRow, string>;
  declare readonly zeroReports: Table<ZeroReportRow, string>;
  declare readonly imports: Table<ImportRow, string>;
  declare readonly templates: Table<TemplateRow, string>;
  declare readonly explanations: Table<ExplanationRow, string>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly profiles: Table<SiteProfile, string>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly statements: Table<StatementRow, string>;
  declare readonly calendarYears: Table<CalendarYearRow, number>;
  declare readonly relayRecords: Table<RelayRecordRow, string>;
  declare readonly relayZeroReports: Table<RelayZeroReportRow, string>;

  constructor() {
    super('baosong');
    this.version(1).stores({
      records: 'id, kind, subjectCategory, decisionDate, week, updatedAt, [kind+documentKey]',
      revisions: '[recordId+number], recordId',
      submissions: 'id, recordId, at',
      outcomes: 'id, recordId, submissionId',
      zeroReports: 'id, week, [kind+week]',
      imports: 'id, kind',
      templates: 'id, kind',
      outbox: 'key, state, nextAttemptAt',
      meta: 'key',
    });
    this.version(2).stores({ explanations: 'key' });
    this.version(3).stores({ profiles: 'id, origin' });
    this.version(4).stores({
      statements: 'id, month',
      calendarYears: 'year',
      relayRecords: 'id',
      relayZeroReports: 'id',
    });
    // A page left open must not hold up the upgrade of another one.
    this.on('versionchange', () => {
      this.close();
    });
  }
}

const database = new LedgerDatabase();

/**
 * Runs a task on the database. The service worker may wake to a connection that was closed under it;
 * then the task is run once more on a new one, so a task must be one transaction or only read.
 */
export async function inDatabase<T>(task: (db: LedgerDatabase) => Promise<T>): Promise<T> {
  try {
    return await task(database);
  } catch (error) {
    if (!(error instanceof Dexie.DatabaseClosedError)) throw error;
    await database.open();
    return await task(database);
  }
}
