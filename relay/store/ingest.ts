/**
 * Taking records in: the hot path of the relay, prepared statements in one transaction. A record's
 * events are only ever added; the statistics move in the same transaction by the difference that the
 * record makes.
 */
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { difference, sumByGrain } from '@baosong/shared/statistics/counting.ts';
import type { CountedRecord, GrainRow } from '@baosong/shared/statistics/counting.ts';
import { duplicateKey } from '@baosong/shared/statistics/duplicate-key.ts';
import { fingerprint } from '../fingerprint.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import { counted } from './counted.ts';
import type { RecordRow } from './counted.ts';
import type { IngestResult, Sender, Store } from './port.ts';

type Submission = RecordMessage['submissions'][number];
type Outcome = RecordMessage['outcomes'][number];

/** An event that is not in the store yet, with its fingerprint. */
interface New<Event> {
  readonly event: Event;
  readonly hash: string;
}

type Refusal = Extract<IngestResult, { pointer: string }>;

const conflict = (pointer: string, detail: string): Refusal => ({
  status: 'conflict',
  detail,
  pointer,
});

export function ingestRecords(connection: Connection): Store['ingestRecords'] {
  const { sqlite, write } = connection;
  const audit = auditLog(connection);
  const statistics = counted(connection);

  const findRecord = sqlite.prepare('SELECT * FROM record WHERE unit_id = ? AND id = ?');
  const insertRecord = sqlite.prepare(
    `INSERT INTO record (unit_id, id, kind, subject_category, decision_date, document_number,
       duplicate_key, revision_number, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateRecord = sqlite.prepare(
    `UPDATE record SET subject_category = ?, decision_date = ?, document_number = ?,
       duplicate_key = ?, revision_number = ? WHERE unit_id = ? AND id = ?`,
  );
  const findRevision = sqlite.prepare(
    'SELECT content_hash FROM revision WHERE unit_id = ? AND record_id = ? AND number = ?',
  );
  const insertRevision = sqlite.prepare(
    `INSERT INTO revision (unit_id, record_id, number, base, standard, subject_category,
       decision_date, document_number, content, content_hash, at, author, reason, received_at,
       device_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findSubmission = sqlite.prepare(
    'SELECT record_id, content_hash FROM submission WHERE unit_id = ? AND id = ?',
  );
  const insertSubmission = sqlite.prepare(
    `INSERT INTO submission (unit_id, id, record_id, revision, platform, at, evidence, by,
       overrides, content_hash, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findOutcome = sqlite.prepare(
    'SELECT record_id, content_hash FROM outcome WHERE unit_id = ? AND id = ?',
  );
  const insertOutcome = sqlite.prepare(
    `INSERT INTO outcome (unit_id, id, record_id, submission_id, verdict, code, message, source,
       at, content_hash, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  /** The events that are new, or the pointer of one whose id had come with other content. */
  function newEvents<Event extends { readonly id: string }>(
    find: typeof findOutcome,
    sender: Sender,
    recordId: string,
    events: readonly Event[],
    pointer: string,
  ): New<Event>[] | string {
    const fresh = new Map<string, New<Event>>();
    for (const [index, event] of events.entries()) {
      const hash = fingerprint({ ...event });
      const stored = find.get(sender.unitId, event.id);
      const known = stored
        ? { recordId: stored['record_id'], hash: stored['content_hash'] }
        : { recordId, hash: fresh.get(event.id)?.hash ?? hash };
      if (known.recordId !== recordId || known.hash !== hash) return `${pointer}/${String(index)}`;
      if (!stored) fresh.set(event.id, { event, hash });
    }
    return [...fresh.values()];
  }

  function ingestOne(
    sender: Sender,
    message: RecordMessage,
    count: (records: readonly CountedRecord[]) => GrainRow[],
    deltas: GrainRow[],
  ): IngestResult {
    const { unitId, receivedAt } = sender;
    const { id, kind, revision } = message;
    const record = findRecord.get(unitId, id) as unknown as RecordRow | undefined;
    if (record && record.kind !== kind) {
      return conflict('/kind', '这条记录此前按另一信息类别报过，信息类别不能更改。');
    }

    const revisionHash = contentFingerprint(message);
    const storedRevision = record && findRevision.get(unitId, id, revision.number);
    if (storedRevision && storedRevision['content_hash'] !== revisionHash) {
      return conflict(
        '/revision/number',
        `第${String(revision.number)}版此前报过不同的内容，请在台账中核对后另存为新的一版。`,
      );
    }

    const submissions = newEvents(findSubmission, sender, id, message.submissions, '/submissions');
    if (typeof submissions === 'string') {
      return conflict(submissions, '同一提交编号此前报过不同的内容。');
    }
    const outcomes = newEvents(findOutcome, sender, id, message.outcomes, '/outcomes');
    if (typeof outcomes === 'string') {
      return conflict(outcomes, '同一结果编号此前报过不同的内容。');
    }
    const stray = message.outcomes.findIndex(
      ({ submissionId }) =>
        !message.submissions.some((submission) => submission.id === submissionId) &&
        findSubmission.get(unitId, submissionId)?.['record_id'] !== id,
    );
    if (stray !== -1) {
      return {
        status: 'refused',
        pointer: `/outcomes/${String(stray)}/submissionId`,
        detail: '处理结果所对应的提交不在这条记录中。',
      };
    }

    if (storedRevision && submissions.length === 0 && outcomes.length === 0) {
      return { status: 'unchanged' };
    }

    const next = inForce(record, message, sender);
    const before = record ? statistics.load(record) : null;
    const others = statistics.sharing(
      unitId,
      [next.duplicate_key, before?.duplicateKey ?? null],
      id,
    );

    saveRecord(record, next);
    if (!storedRevision) saveRevision(sender, message, revisionHash);
    for (const submission of submissions) saveSubmission(sender, id, submission);
    for (const outcome of outcomes) saveOutcome(sender, id, outcome);

    const after: CountedRecord = {
      unit: unitId,
      id,
      kind,
      subjectCategory: next.subject_category,
      decisionDate: next.decision_date,
      duplicateKey: next.duplicate_key,
      receivedAt: next.received_at,
      submissions: [...(before?.submissions ?? []), ...submissions.map(({ event }) => event)],
      outcomes: [
        ...(before?.outcomes ?? []),
        ...outcomes.map(({ event: { id, submissionId, verdict, source, at } }) => ({
          id,
          submissionId,
          verdict,
          source,
          at,
        })),
      ],
    };
    deltas.push(
      ...difference(count([...others, after]), before ? count([...others, before]) : count(others)),
    );

    const status = record ? 'updated' : 'created';
    audit({
      chain: unitId,
      at: receivedAt,
      actor: sender.deviceId,
      action: `record.${status}`,
      subject: id,
    });
    return { status };
  }

  function saveRecord(record: RecordRow | undefined, next: RecordRow): void {
    if (!record) {
      insertRecord.run(
        next.unit_id,
        next.id,
        next.kind,
        next.subject_category,
        next.decision_date,
        next.document_number,
        next.duplicate_key,
        next.revision_number,
        next.received_at,
      );
    } else if (next !== record) {
      updateRecord.run(
        next.subject_category,
        next.decision_date,
        next.document_number,
        next.duplicate_key,
        next.revision_number,
        next.unit_id,
        next.id,
      );
    }
  }

  function saveRevision(sender: Sender, message: RecordMessage, hash: string): void {
    const { revision } = message;
    insertRevision.run(
      sender.unitId,
      message.id,
      revision.number,
      revision.base,
      message.standard,
      message.subjectCategory,
      message.decisionDate,
      message.documentNumber,
      message.content && JSON.stringify(message.content),
      hash,
      revision.at,
      revision.author,
      revision.reason ?? null,
      sender.receivedAt,
      sender.deviceId,
    );
  }

  function saveSubmission(
    sender: Sender,
    recordId: string,
    { event, hash }: New<Submission>,
  ): void {
    insertSubmission.run(
      sender.unitId,
      event.id,
      recordId,
      event.revision,
      event.platform,
      event.at,
      JSON.stringify(event.evidence),
      event.by,
      JSON.stringify(event.overrides),
      hash,
      sender.receivedAt,
    );
  }

  function saveOutcome(sender: Sender, recordId: string, { event, hash }: New<Outcome>): void {
    insertOutcome.run(
      sender.unitId,
      event.id,
      recordId,
      event.submissionId,
      event.verdict,
      event.code ?? null,
      event.message ?? null,
      event.source,
      event.at,
      hash,
      sender.receivedAt,
    );
  }

  return (sender, records) =>
    write(() => {
      const deltas: GrainRow[] = [];
      const count = statistics.counting();
      const results = records.map((record) => ingestOne(sender, record, count, deltas));
      statistics.add(sumByGrain(deltas));
      return results;
    });
}

/** The fingerprint of what a revision says, whoever wrote it and whenever. */
function contentFingerprint(message: RecordMessage): string {
  const { kind, subjectCategory, standard, decisionDate, documentNumber, content } = message;
  return fingerprint({ kind, subjectCategory, standard, decisionDate, documentNumber, content });
}

/** The record's row after a message: that of the revision with the highest number. */
function inForce(record: RecordRow | undefined, message: RecordMessage, sender: Sender): RecordRow {
  if (record && message.revision.number <= record.revision_number) return record;
  const { id, kind, subjectCategory, decisionDate, documentNumber, content } = message;
  const subjectName = content?.['subjectName'];
  return {
    unit_id: sender.unitId,
    id,
    kind,
    subject_category: subjectCategory,
    decision_date: decisionDate,
    document_number: documentNumber,
    duplicate_key: duplicateKey({
      kind,
      documentNumber,
      decisionDate,
      subjectName: typeof subjectName === 'string' ? subjectName : undefined,
    }),
    revision_number: message.revision.number,
    received_at: record?.received_at ?? sender.receivedAt,
  };
}
