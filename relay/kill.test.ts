import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordsAnswerSchema } from '@baosong/shared/protocol/messages.ts';
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { licence, outcome, recordsRequest } from './testing/messages.ts';
import { postJson } from './testing/serve.ts';
import { startRelay } from './testing/start.ts';
import type { RunningRelay } from './testing/start.ts';

const senders = 4;
const perRequest = 25;
const acknowledgedBeforeKill = 40;

let dataDir: string;
let relay: RunningRelay;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baosong-kill-'));
  relay = await startRelay({ dataDir });
});
afterEach(async () => {
  await relay.stop();
  await rm(dataDir, { recursive: true });
});

function batch(): RecordMessage[] {
  return Array.from({ length: perRequest }, () => {
    const record = licence();
    return { ...record, outcomes: record.submissions.map(({ id }) => outcome(id)) };
  });
}

async function statuses(token: string, records: RecordMessage[]): Promise<string[]> {
  const answer = await postJson(`${relay.origin}/api/v1/records`, recordsRequest(...records), {
    Authorization: `Bearer ${token}`,
  });
  expect(answer.status).toBe(200);
  const { results } = recordsAnswerSchema.parse(await answer.json());
  return results.map(({ status }) => status);
}

it('keeps every acknowledged record exactly once when it is killed in the middle of a stream', async () => {
  const enrolled = await postJson(`${relay.origin}/api/v1/enrolments`, {
    protocol: 1,
    code: relay.enrolmentCode,
    device: '测试机',
  });
  const { token } = (await enrolled.json()) as { token: string };

  const acknowledged: RecordMessage[][] = [];
  const unanswered: RecordMessage[][] = [];
  async function send(): Promise<void> {
    for (;;) {
      const records = batch();
      let created: string[];
      try {
        created = await statuses(token, records);
      } catch {
        unanswered.push(records);
        return;
      }
      expect(new Set(created)).toEqual(new Set(['created']));
      acknowledged.push(records);
      // With the other senders in mid-request.
      if (acknowledged.length === acknowledgedBeforeKill) await relay.kill();
    }
  }
  await Promise.all(Array.from({ length: senders }, send));
  expect(relay.process.signalCode).toBe('SIGKILL');
  expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgedBeforeKill);
  expect(unanswered).toHaveLength(senders);

  relay = await startRelay({ dataDir });
  for (const records of acknowledged) {
    expect(new Set(await statuses(token, records))).toEqual(new Set(['unchanged']));
  }
  for (const records of unanswered) {
    const again = new Set(await statuses(token, records));
    // A request was taken as a whole or not at all.
    expect([['created'], ['unchanged']]).toContainEqual([...again]);
    expect(new Set(await statuses(token, records))).toEqual(new Set(['unchanged']));
  }

  const answer = await fetch(`${relay.origin}/api/v1/statistics/monthly?month=2026-11`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const sent = [...acknowledged, ...unanswered].flat();
  expect(await answer.json()).toMatchObject({
    total: { received: sent.length, accepted: sent.length, duplicates: 0 },
  });

  await relay.stop();
  const db = new DatabaseSync(join(dataDir, 'relay.sqlite'), { readOnly: true });
  const ids = db
    .prepare('SELECT id FROM record')
    .all()
    .map((row) => row['id']);
  const integrity = db.prepare('PRAGMA integrity_check').get();
  db.close();
  expect(ids.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  expect(integrity).toEqual({ integrity_check: 'ok' });
}, 20_000);
