/** Records and their events: read whole, written event by event. */
import { weekOf } from '@baosong/shared/calendar/dates.ts';
import * as documentNumber from '@baosong/shared/identifiers/document-number.ts';
import { isConfirmed, latestRevision } from '@baosong/shared/records/record.ts';
import type {
  CreditRecord,
  Evidence,
  Outcome,
  Revision,
  Submission,
} from '@baosong/shared/records/record.ts';
import type { DoublePublicityKind, SubjectCategory } from '@baosong/shared/standards/index.ts';
import { isDate } from '@baosong/shared/standards/written.ts';
import { inDatabase } from './database.ts';
import type { LedgerDatabase } from './database.ts';
import { disclose, enclose } from './envelope.ts';
import { enqueue } from './outbox.ts';
import type {
  OutboxRow,
  OutcomeRow,
  RecordRow,
  RevisionRow,
  SubmissionRow,
  Withdrawal,
} from './rows.ts';

/** A record as the ledger shows it, with what is no event of it: failed attempts and the way to the relay. */
export interface LedgerEntry {
  readonly record: CreditRecord;
  readonly withdrawals: readonly Withdrawal[];
  readonly outbox: OutboxRow | undefined;
  readonly updatedAt: string;
}

/** The document number as it is searched by. */
export function documentKey(written: string): string {
  return documentNumber.normalize(written);
}

function eventTables(db: LedgerDatabase) {
  return [db.records, db.revisions, db.submissions, db.outcomes, db.outbox];
}

function recordRow(
  id: string,
  kind: DoublePublicityKind,
  subjectCategory: SubjectCategory,
  revision: Revision,
): RecordRow {
  const decisionDate = revision.values.decisionDate ?? '';
  return {
    id,
    kind,
    subjectCategory,
    decisionDate,
    // Submitted over the clerk's override, it may be no day of the calendar, and so in no week.
    week: isDate(decisionDate) ? weekOf(decisionDate).start : '',
    documentKey: documentKey(revision.values.documentNumber ?? ''),
    updatedAt: revision.at,
  };
}

function revisionRow(recordId: string, revision: Revision): RevisionRow {
  const { values, contentHash, reason, ...index } = revision;
  return {
    recordId,
    ...index,
    content: enclose({ values, contentHash, ...(reason === undefined ? {} : { reason }) }),
  };
}

function revisionOf({ recordId: _, content, ...index }: RevisionRow): Revision {
  return { ...index, ...disclose(content) };
}

function submissionOf({ recordId: _, withdrawn: __, ...submission }: SubmissionRow): Submission {
  return submission;
}

function outcomeOf({ recordId: _, ...outcome }: OutcomeRow): Outcome {
  return outcome;
}

function byRecord<Row extends { readonly recordId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.recordId);
    if (group) group.push(row);
    else groups.set(row.recordId, [row]);
  }
  return groups;
}

async function assemble(db: LedgerDatabase, rows: readonly RecordRow[]): Promise<LedgerEntry[]> {
  const ids = rows.map((row) => row.id);
  const [revisions, submissions, outcomes, outbox] = await Promise.all([
    db.revisions.where('recordId').anyOf(ids).toArray(),
    db.submissions.where('recordId').anyOf(ids).toArray(),
    db.outcomes.where('recordId').anyOf(ids).toArray(),
    db.outbox.bulkGet(ids.map((id) => `record:${id}`)),
  ]);
  const revisionsOf = byRecord(revisions);
  const submissionsOf = byRecord(submissions);
  const outcomesOf = byRecord(outcomes);
  return rows.flatMap((row, index) => {
    const [first, ...later] = (revisionsOf.get(row.id) ?? [])
      .map(revisionOf)
      .sort((a, b) => a.number - b.number);
    if (!first) return [];
    const attempts = [...(submissionsOf.get(row.id) ?? [])].sort((a, b) =>
      a.at.localeCompare(b.at),
    );
    return [
      {
        record: {
          id: row.id,
          kind: row.kind,
          subjectCategory: row.subjectCategory,
          revisions: [first, ...later] as const,
          submissions: attempts.filter((attempt) => !attempt.withdrawn).map(submissionOf),
          outcomes: (outcomesOf.get(row.id) ?? [])
            .map(outcomeOf)
            .sort((a, b) => a.at.localeCompare(b.at)),
        },
        withdrawals: attempts.flatMap((attempt) => attempt.withdrawn ?? []),
        outbox: outbox[index],
        updatedAt: row.updatedAt,
      },
    ];
  });
}

/** The whole ledger, in the order in which records came into it. */
export async function readLedger(): Promise<LedgerEntry[]> {
  return await inDatabase(async (db) =>
    db.transaction('r', eventTables(db), async () => assemble(db, await db.records.toArray())),
  );
}

/** Changes with every event of the ledger. */
export async function readLedgerStamp(): Promise<string> {
  return await inDatabase((db) =>
    db.transaction('r', eventTables(db), async () => {
      const counts = await Promise.all(eventTables(db).map((table) => table.count()));
      const last = await db.records.orderBy('updatedAt').last();
      return [...counts, last?.updatedAt].join(' ');
    }),
  );
}

/** Records by their ids; unknown ids are left out. */
export async function readRecords(ids: readonly string[]): Promise<CreditRecord[]> {
  const entries = await inDatabase(async (db) =>
    db.transaction('r', eventTables(db), async () =>
      assemble(
        db,
        (await db.records.bulkGet([...ids])).filter((row) => row !== undefined),
      ),
    ),
  );
  return entries.map((entry) => entry.record);
}

/** Records of a kind whose normalised document number is this one. */
export async function readRecordsByDocument(
  kind: DoublePublicityKind,
  written: string,
): Promise<CreditRecord[]> {
  const entries = await inDatabase(async (db) =>
    db.transaction('r', eventTables(db), async () =>
      assemble(
        db,
        await db.records
          .where('[kind+documentKey]')
          .equals([kind, documentKey(written)])
          .toArray(),
      ),
    ),
  );
  return entries.map((entry) => entry.record);
}

async function touch(db: LedgerDatabase, recordId: string, at: string): Promise<void> {
  await db.records.update(recordId, { updatedAt: at });
}

/** Takes new records in, with all events that they have. */
export async function addRecords(records: readonly CreditRecord[]): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      for (const record of records) {
        const latest = latestRevision(record);
        await db.records.add(recordRow(record.id, record.kind, record.subjectCategory, latest));
        await db.revisions.bulkAdd(record.revisions.map((item) => revisionRow(record.id, item)));
        await db.submissions.bulkAdd(
          record.submissions.map((item) => ({ ...item, recordId: record.id })),
        );
        await db.outcomes.bulkAdd(
          record.outcomes.map((item) => ({ ...item, recordId: record.id })),
        );
        if (record.submissions.some(isConfirmed)) {
          await enqueue(db, 'record', record.id);
        }
      }
    }),
  );
}

/**
 * Adds a revision and, where it was made on the platform's page, the submission that sent it.
 *
 * @throws Dexie's ConstraintError where the revision's number is taken.
 */
export async function addRevision(
  recordId: string,
  subjectCategory: SubjectCategory,
  revision: Revision,
  submission?: Submission,
): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      const row = await db.records.get(recordId);
      if (!row) throw new Error('台账里没有这条记录，请刷新后再试。');
      await db.revisions.add(revisionRow(recordId, revision));
      await db.records.put(recordRow(recordId, row.kind, subjectCategory, revision));
      if (submission) await db.submissions.add({ ...submission, recordId });
    }),
  );
}

/** Adds a submission of a revision that the ledger holds. */
export async function addSubmission(recordId: string, submission: Submission): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      await db.submissions.add({ ...submission, recordId });
      await touch(db, recordId, submission.at);
      if (isConfirmed(submission)) await enqueue(db, 'record', recordId);
    }),
  );
}

/** Records that a submission is known to have reached the platform; the relay is told. */
export async function confirmSubmission(id: string, evidence: Evidence): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      const row = await db.submissions.get(id);
      if (!row || row.withdrawn) return;
      await db.submissions.update(id, { evidence });
      await touch(db, row.recordId, evidence.at);
      await enqueue(db, 'record', row.recordId);
    }),
  );
}

/** Withdraws an attempt that the platform or the clerk said did not go through; the record is 待报 again. */
export async function withdrawSubmission(id: string, withdrawn: Withdrawal): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      const row = await db.submissions.get(id);
      if (!row || isConfirmed(row)) return;
      await db.submissions.update(id, { withdrawn });
      await touch(db, row.recordId, withdrawn.at);
    }),
  );
}

/** Adds verdicts on submissions; the relay is told. */
export async function addOutcomes(
  items: readonly { readonly recordId: string; readonly outcome: Outcome }[],
): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', eventTables(db), async () => {
      for (const { recordId, outcome } of items) {
        await db.outcomes.add({ ...outcome, recordId });
        await touch(db, recordId, outcome.at);
        await enqueue(db, 'record', recordId);
      }
    }),
  );
}
