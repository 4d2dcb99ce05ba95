import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../sqlite.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('0003-catalogue', () => {
  it('keeps what units have to report, with its days', async () => {
    const file = join(folder, 'relay.sqlite');
    const made = await openSqliteStore(file);
    const unit = await made.createUnit(
      {
        name: '云溪市城市管理局',
        unifiedSocialCreditCode: '11420200011012349Q',
        district: '市直',
        kinds: [],
        otherItems: [],
      },
      'test',
      '2026-11-01T00:00:00.000Z',
    );
    await made.close();
    // As the second migration left it.
    const db = new DatabaseSync(file);
    db.exec(`
      DELETE FROM kysely_migration WHERE name = '0003-catalogue';
      DROP TABLE catalogue_item;
      CREATE TABLE catalogue_item (unit_id text NOT NULL REFERENCES unit (id), kind text NOT NULL,
        cycle text NOT NULL, effective_from text NOT NULL, effective_to text,
        CONSTRAINT catalogue_item_pk PRIMARY KEY (unit_id, kind, effective_from));
    `);
    const insert = db.prepare('INSERT INTO catalogue_item VALUES (?, ?, ?, ?, ?)');
    insert.run(unit?.id ?? '', 'licence', 'week', '2026-01-05', '2026-06-30');
    insert.run(unit?.id ?? '', 'penalty', 'week', '2026-01-05', null);
    db.close();

    const store = await openSqliteStore(file);
    expect(await store.catalogueOf(unit?.id ?? '')).toEqual([
      {
        kind: 'licence',
        name: '行政许可',
        cycle: 'weekly',
        effectiveFrom: '2026-01-05',
        effectiveUntil: '2026-06-30',
      },
      {
        kind: 'penalty',
        name: '行政处罚',
        cycle: 'weekly',
        effectiveFrom: '2026-01-05',
        effectiveUntil: null,
      },
    ]);
    await store.close();
  });
});
