import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';

let folder: string;
let connection: Connection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-connection-'));
  connection = await openConnection(join(folder, 'relay.sqlite'));
});
afterEach(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

const addUnit = (id: string): number =>
  connection.run(connection.db.insertInto('unit').values({ id, created_at: 'now' }));
const ids = async (): Promise<string[]> =>
  (await connection.db.selectFrom('unit').select('id').orderBy('id').execute()).map(({ id }) => id);

describe('openConnection', () => {
  it('makes acknowledged mean on disk', () => {
    const pragma = (name: string): unknown =>
      Object.values(connection.sqlite.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    // 2 is FULL.
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('page_size')).toBe(8192);
    expect(pragma('foreign_keys')).toBe(1);
  });

  it('opens a file again as it left it', async () => {
    await connection.write(() => addUnit('a'));
    await connection.close();
    connection = await openConnection(join(folder, 'relay.sqlite'));
    expect(await ids()).toEqual(['a']);
  });
});

describe('write', () => {
  it('undoes a work that throws, and it alone, though works share a transaction', async () => {
    const settled = await Promise.allSettled([
      connection.write(() => addUnit('a')),
      connection.write(() => {
        addUnit('b');
        throw new Error('changed its mind');
      }),
      connection.write(() => addUnit('c')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ids()).toEqual(['a', 'c']);
  });

  it('refuses all works where the transaction itself fails, and goes on afterwards', async () => {
    connection.sqlite.exec('BEGIN');
    const failed = await Promise.allSettled([connection.write(() => addUnit('a'))]);
    expect(failed[0].status).toBe('rejected');
    expect(await connection.write(() => addUnit('b'))).toBe(1);
    expect(await ids()).toEqual(['b']);
  });

  it('finishes what is queued before it closes', async () => {
    const writing = connection.write(() => addUnit('a'));
    await connection.close();
    expect(await writing).toBe(1);
    connection = await openConnection(join(folder, 'relay.sqlite'));
    expect(await ids()).toEqual(['a']);
  });
});
