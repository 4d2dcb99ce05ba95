import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedCalendar } from '@baosong/shared/calendar/workdays.ts';
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { grainKey, nationalTimeliness, recount } from '@baosong/shared/statistics/counting.ts';
import type { CountedRecord, GrainRow } from '@baosong/shared/statistics/counting.ts';
import { duplicateKey } from '@baosong/shared/statistics/duplicate-key.ts';
import { auditHash, chainStart } from './audit.ts';
import type { AuditEntry } from './audit.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Sender, Store } from './port.ts';

let folder: string;
let file: string;
let store: Store;
let sender: Sender;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-ingest-'));
  file = join(folder, 'relay.sqlite');
  store = await openSqliteStore(file);
  const unit = await store.createUnit(
    {
      name: '云溪市城市管理局',
      unifiedSocialCreditCode: '11420200011012349Q',
      district: '市直',
      kinds: ['licence', 'penalty'],
      otherItems: [],
    },
    'test',
    '2026-11-01T00:00:00.000Z',
  );
  sender = {
    unitId: unit?.id ?? '',
    deviceId: 'device',
    receivedAt: '2026-11-27T07:00:00.000Z',
  };
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function query<Row>(sql: string): Row[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

function rollup(): Map<string, GrainRow> {
  const rows = query<GrainRow>(
    `SELECT unit_id AS unit, kind, subject_category AS subjectCategory, axis, day, received, updated,
       accepted, rejected, pending, timely_eligible AS timelyEligible, timely, duplicates
     FROM rollup_day WHERE received <> 0 OR duplicates <> 0`,
  );
  return new Map(rows.map((row) => [grainKey(row), { ...row }]));
}

const id = (prefix: number, number: number): string =>
  `${String(prefix).padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;

const day = fc.constantFrom('2026-11-03', '2026-11-10', '2026-11-18', '2026-11-25');

/** One state of one of four records, which share two names and two document numbers. */
const step = fc
  .record({
    record: fc.integer({ min: 1, max: 4 }),
    category: fc.constantFrom('legalPerson' as const, 'naturalPerson' as const),
    document: fc.constantFrom('云城许〔2026〕1号', '云城许[2026]1号', '云城许〔2026〕2号'),
    name: fc.constantFrom('示例市甲公司', '示例市乙公司'),
    decisionDate: fc.constantFrom('2026-10-29', '2026-11-02'),
    submitted: fc.array(day, { maxLength: 3 }),
    verdicts: fc.array(fc.constantFrom('accepted' as const, 'rejected' as const), { maxLength: 3 }),
  })
  .map((made) => made);

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never;

/** What a unit would send: a record's events only grow, its revisions only rise. */
function messages(steps: readonly Step[]): RecordMessage[] {
  const known = new Map<number, RecordMessage>();
  return steps.map((made) => {
    const old = known.get(made.record);
    const number = (old?.revision.number ?? 0) + 1;
    const submissions = [
      ...(old?.submissions ?? []),
      ...made.submitted.map((date, index) => ({
        id: id(made.record, number * 10 + index),
        revision: number,
        platform: 'http://127.0.0.1:8788',
        at: `${date}T01:00:00.000Z`,
        evidence: { kind: 'list' as const, at: `${date}T01:00:00.000Z` },
        by: '甲',
        overrides: [],
      })),
    ];
    const outcomes = [
      ...(old?.outcomes ?? []),
      ...made.verdicts.slice(0, submissions.length).map((verdict, index) => ({
        id: id(made.record, number * 1000 + index),
        submissionId: submissions[index]?.id ?? '',
        verdict,
        source: 'platform' as const,
        at: `2026-11-26T01:${String(number % 60).padStart(2, '0')}:0${String(index)}.000Z`,
      })),
    ];
    const message: RecordMessage = {
      id: id(0, made.record),
      kind: 'licence',
      subjectCategory: made.category,
      standard: 'licence@2019#1',
      decisionDate: made.decisionDate,
      documentNumber: made.document,
      revision: {
        number,
        base: old ? number - 1 : null,
        at: '2026-11-25T01:00:00.000Z',
        author: '甲',
      },
      content: made.category === 'naturalPerson' ? null : { subjectName: made.name },
      submissions: submissions.slice(0, 50),
      outcomes: outcomes.slice(0, 50),
    };
    known.set(made.record, message);
    return message;
  });
}

function countedOf(all: readonly { message: RecordMessage; unitId: string; receivedAt: string }[]) {
  const latest = new Map<string, CountedRecord>();
  for (const { message, unitId, receivedAt } of all) {
    const { kind, documentNumber, decisionDate, content } = message;
    const name = content?.['subjectName'];
    const key = `${unitId} ${message.id}`;
    latest.set(key, {
      unit: unitId,
      id: message.id,
      kind,
      subjectCategory: message.subjectCategory,
      decisionDate,
      duplicateKey: duplicateKey({
        kind,
        documentNumber,
        decisionDate,
        subjectName: typeof name === 'string' ? name : undefined,
      }),
      receivedAt: latest.get(key)?.receivedAt ?? receivedAt,
      submissions: message.submissions,
      outcomes: message.outcomes.map(({ code: _, message: __, ...outcome }) => outcome),
    });
  }
  return [...latest.values()];
}

describe('the statistics beside the records', () => {
  it('equal the recount, whatever comes in whatever order and grouping', async () => {
    const sent: { message: RecordMessage; unitId: string; receivedAt: string }[] = [];
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.nat(3),
        async (steps, size) => {
          round += 1;
          // Every round is a unit of its own, so that rounds add up and never meet.
          const unit = await store.createUnit(
            {
              name: `单位${String(round)}`,
              unifiedSocialCreditCode: `code-${String(round)}`,
              district: '市直',
              kinds: ['licence'],
              otherItems: [],
            },
            'test',
            '2026-11-01T00:00:00.000Z',
          );
          const unitId = unit?.id ?? '';
          const all = messages(steps);
          for (let at = 0; at < all.length; at += size + 1) {
            const batch = all.slice(at, at + size + 1);
            const receivedAt = `2026-11-27T07:00:${String(at).padStart(2, '0')}.000Z`;
            const results = await store.ingestRecords({ unitId, deviceId: 'd', receivedAt }, batch);
            expect(results.map(({ status }) => status)).not.toContain('conflict');
            sent.push(...batch.map((message) => ({ message, unitId, receivedAt })));
          }
          expect(rollup()).toEqual(
            new Map(
              recount(countedOf(sent), nationalTimeliness(publishedCalendar)).map((row) => [
                grainKey(row),
                row,
              ]),
            ),
          );
        },
      ),
      { numRuns: 40 },
    );
    expect(await store.rebuildStatistics()).toBe(0);
  });

  it('are mended by a rebuild', async () => {
    await store.ingestRecords(sender, messages(fc.sample(step, { seed: 7, numRuns: 10 })));
    const right = rollup();
    expect(right.size).toBeGreaterThan(0);
    const db = new DatabaseSync(file);
    db.exec('UPDATE rollup_day SET received = received + 5 WHERE rowid = 1');
    db.close();
    expect(rollup()).not.toEqual(right);
    expect(await store.rebuildStatistics()).toBe(1);
    expect(rollup()).toEqual(right);
  });
});

describe('the audit log', () => {
  it('is an unbroken chain that holds ids and no content', async () => {
    await store.ingestRecords(sender, messages(fc.sample(step, { seed: 11, numRuns: 6 })));
    const entries = query<AuditEntry & { sequence: number; previous_hash: string; hash: string }>(
      'SELECT * FROM audit ORDER BY chain, sequence',
    ).filter(({ chain }) => chain === sender.unitId);
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.at(-1)).toMatchObject({
      actor: 'device',
      subject: expect.any(String) as string,
    });
    let previous = chainStart;
    for (const [index, entry] of entries.entries()) {
      expect(entry.sequence).toBe(index + 1);
      expect(entry.previous_hash).toBe(previous);
      expect(entry.hash).toBe(auditHash(entry, entry.sequence, previous));
      previous = entry.hash;
    }
    expect(JSON.stringify(entries)).not.toMatch(/示例市|云城许/);
  });
});
