/**
 * Sends what the relay has yet to learn. The queue lies in the database; whatever ends the service
 * worker, the next event or alarm goes on. Something sent twice is one to the relay, which knows records
 * by id and revision; so an entry leaves the queue only on the relay's word.
 */
import { browser } from 'wxt/browser';
import { maxRecordsPerRequest } from '@baosong/shared/protocol/messages.ts';
import type { RecordMessage, RecordResult } from '@baosong/shared/protocol/messages.ts';
import { allEntries, dueEntries, postpone, settle } from '../../store/outbox.ts';
import { readRecords } from '../../store/records.ts';
import type { OutboxRow } from '../../store/rows.ts';
import { noteStatementReceipt, readStatementsById } from '../../store/statements.ts';
import { noteZeroReportReceipt, readZeroReportsById } from '../../store/zero-reports.ts';
import { readRelayAccess } from '../settings/settings.ts';
import { recordMessage, zeroReportMessage } from './record-message.ts';
import { postMonthlyStatement, postRecords, postZeroReport, RelayError } from './relay.ts';
import type { RelayAccess } from './relay.ts';
import { retryDelay } from './retry.ts';

/** Name of the alarm that wakes the service worker for the next attempt. */
export const outboxAlarm = 'outbox';

/** Chromium rounds shorter alarms up to half a minute. */
const shortestAlarm = 30_000;

interface Sent<Message> {
  readonly entry: OutboxRow;
  readonly message: Message;
}

function afterFailure(entry: OutboxRow, detail: string, now: Date): OutboxRow {
  const attempts = entry.attempts + 1;
  const nextAttemptAt = new Date(now.getTime() + retryDelay(attempts, Math.random())).toISOString();
  return { ...entry, state: 'waiting', attempts, nextAttemptAt, detail };
}

function stopped(entry: OutboxRow, state: 'conflict' | 'refused', detail: string): OutboxRow {
  return { ...entry, state, attempts: entry.attempts + 1, detail };
}

const defaultSentence: Readonly<Record<'conflict' | 'refused', string>> = {
  conflict: '报送中继上同一版本的内容不同，请核对后更正。',
  refused: '报送中继拒收，请核对后更正。',
};

async function applyResults(
  sent: readonly Sent<RecordMessage>[],
  results: readonly RecordResult[],
  now: Date,
): Promise<void> {
  const byIndex = new Map(results.map((result) => [result.index, result]));
  const done: OutboxRow[] = [];
  const open: OutboxRow[] = [];
  sent.forEach(({ entry }, index) => {
    const result = byIndex.get(index);
    if (!result) open.push(afterFailure(entry, '报送中继没有答复这一条，将自动重试。', now));
    else if (result.status === 'conflict' || result.status === 'refused') {
      open.push(stopped(entry, result.status, result.detail ?? defaultSentence[result.status]));
    } else done.push(entry);
  });
  await settle(done);
  await postpone(open);
}

/** Notes a failed request; what the relay refused by name waits for the clerk, the rest for its turn. */
async function applyFailure(
  sent: readonly Sent<unknown>[],
  error: unknown,
  now: Date,
): Promise<'goOn' | 'stop'> {
  if (!(error instanceof RelayError)) throw error;
  if (error.reason !== 'refused') {
    await postpone(sent.map(({ entry }) => afterFailure(entry, error.message, now)));
    return 'stop';
  }
  const faults = new Map(
    error.faults.flatMap(({ pointer, detail }) => {
      const index = /^\/records\/(\d+)(\/|$)/.exec(pointer)?.[1];
      return index === undefined || Number(index) >= sent.length
        ? []
        : [[Number(index), detail] as const];
    }),
  );
  await postpone(
    sent.map(({ entry }, index) => {
      const fault = faults.get(index);
      if (fault !== undefined) return stopped(entry, 'refused', fault);
      // Where the relay named others, this one goes again at once with the next request.
      return faults.size > 0 ? entry : stopped(entry, 'refused', error.message);
    }),
  );
  return 'goOn';
}

async function sendRecords(
  access: RelayAccess,
  entries: readonly OutboxRow[],
  now: Date,
): Promise<'goOn' | 'stop'> {
  const records = new Map(
    (await readRecords(entries.map((entry) => entry.subjectId))).map((record) => [
      record.id,
      record,
    ]),
  );
  const sent: Sent<RecordMessage>[] = [];
  const nothingToSay: OutboxRow[] = [];
  for (const entry of entries) {
    const record = records.get(entry.subjectId);
    const message = record ? recordMessage(record) : null;
    if (message) sent.push({ entry, message });
    else nothingToSay.push(entry);
  }
  await settle(nothingToSay);
  if (sent.length === 0) return 'goOn';
  try {
    const answer = await postRecords(
      access,
      sent.map(({ message }) => message),
    );
    await applyResults(sent, answer.results, now);
    return 'goOn';
  } catch (error) {
    return await applyFailure(sent, error, now);
  }
}

async function sendZeroReports(
  access: RelayAccess,
  entries: readonly OutboxRow[],
  now: Date,
): Promise<'goOn' | 'stop'> {
  const reports = new Map(
    (await readZeroReportsById(entries.map((entry) => entry.subjectId))).map((row) => [
      row.id,
      row,
    ]),
  );
  for (const entry of entries) {
    const report = reports.get(entry.subjectId);
    const message = report ? zeroReportMessage(report) : null;
    try {
      if (message) {
        const { receipt } = await postZeroReport(access, message);
        await noteZeroReportReceipt(message.id, receipt);
      }
      await settle([entry]);
    } catch (error) {
      if ((await applyFailure([{ entry, message }], error, now)) === 'stop') return 'stop';
    }
  }
  return 'goOn';
}

async function sendStatements(
  access: RelayAccess,
  entries: readonly OutboxRow[],
  now: Date,
): Promise<'goOn' | 'stop'> {
  const rows = await readStatementsById(entries.map((entry) => entry.subjectId));
  for (const entry of entries) {
    const row = rows.find(({ id }) => id === entry.subjectId);
    try {
      if (row) {
        const { id, month, items, person, at } = row;
        const message = { id, month, items: items.map((item) => ({ ...item })), person, at };
        const { receipt } = await postMonthlyStatement(access, message);
        await noteStatementReceipt(id, receipt);
      }
      await settle([entry]);
    } catch (error) {
      if ((await applyFailure([{ entry, message: row }], error, now)) === 'stop') return 'stop';
    }
  }
  return 'goOn';
}

/** Sends everything that is due, and sets the alarm for what is not. Calls wait for one another. */
export async function flushOutbox(clock: () => Date): Promise<void> {
  await navigator.locks.request('outbox', async () => {
    const access = await readRelayAccess();
    if (!access) return;
    // Set before sending: the service worker may be ended on the way.
    await scheduleNext(clock());
    for (;;) {
      const now = clock();
      const due = await dueEntries(now.toISOString(), maxRecordsPerRequest);
      if (due.length === 0) break;
      const records = due.filter((entry) => entry.subject === 'record');
      const zeroReports = due.filter((entry) => entry.subject === 'zeroReport');
      if ((await sendRecords(access, records, now)) === 'stop') break;
      if ((await sendZeroReports(access, zeroReports, now)) === 'stop') break;
      const statements = due.filter((entry) => entry.subject === 'statement');
      if ((await sendStatements(access, statements, now)) === 'stop') break;
    }
    await scheduleNext(clock());
  });
}

async function scheduleNext(now: Date): Promise<void> {
  const waiting = (await allEntries()).filter((entry) => entry.state === 'waiting');
  const [next] = waiting.map((entry) => Date.parse(entry.nextAttemptAt)).sort((a, b) => a - b);
  if (next === undefined) {
    await browser.alarms.clear(outboxAlarm);
    return;
  }
  await browser.alarms.create(outboxAlarm, {
    when: Math.max(next, now.getTime() + shortestAlarm),
  });
}
