/** The queue of what the relay has yet to learn. */
import { inDatabase } from './database.ts';
import type { LedgerDatabase } from './database.ts';
import type { OutboxRow } from './rows.ts';

/** Sorts before every instant. A clock of another machine, or this one set back, cannot delay it. */
const atOnce = new Date(0).toISOString();

/** Queues a record or zero report; to be called in the transaction that changed it. */
export async function enqueue(
  db: LedgerDatabase,
  subject: OutboxRow['subject'],
  subjectId: string,
): Promise<void> {
  const key = `${subject}:${subjectId}`;
  const queued = await db.outbox.get(key);
  await db.outbox.put({
    key,
    subject,
    subjectId,
    state: 'waiting',
    change: (queued?.change ?? 0) + 1,
    attempts: 0,
    nextAttemptAt: atOnce,
    detail: null,
  });
}

/** What is due at an instant, oldest first, at most `limit`. */
export async function dueEntries(now: string, limit: number): Promise<OutboxRow[]> {
  return await inDatabase((db) =>
    db.outbox
      .where('nextAttemptAt')
      .belowOrEqual(now)
      .filter((entry) => entry.state === 'waiting')
      .limit(limit)
      .toArray(),
  );
}

/** Everything in the queue. */
export async function allEntries(): Promise<OutboxRow[]> {
  return await inDatabase((db) => db.outbox.toArray());
}

/**
 * Takes entries off the queue that the relay has acknowledged. An entry that changed while it was on
 * its way stays.
 */
export async function settle(entries: readonly OutboxRow[]): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.outbox, async () => {
      for (const entry of entries) {
        const queued = await db.outbox.get(entry.key);
        if (queued?.change === entry.change) await db.outbox.delete(entry.key);
      }
    }),
  );
}

/** Notes what became of entries that were not acknowledged, unless they changed meanwhile. */
export async function postpone(entries: readonly OutboxRow[]): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.outbox, async () => {
      for (const entry of entries) {
        const queued = await db.outbox.get(entry.key);
        if (queued?.change === entry.change) await db.outbox.put(entry);
      }
    }),
  );
}

/** Makes everything due at once, what was refused or in conflict too: the clerk asked to send again. */
export async function retryAll(): Promise<void> {
  await inDatabase((db) =>
    db.outbox.toCollection().modify({ state: 'waiting', attempts: 0, nextAttemptAt: atOnce }),
  );
}
