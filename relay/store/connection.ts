/** The one connection to the SQLite file: how it is opened, read through Kysely, and written to. */
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Compilable, SqliteStatement } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/** Below it, a writer and a checkpoint that meet can lose committed pages (fixed in SQLite 3.51.3). */
const oldestSqlite = '3.51.3';

export interface Connection {
  /** For prepared statements. */
  readonly sqlite: DatabaseSync;
  /** For reading; writing goes through `write`. */
  readonly db: Kysely<Tables>;
  /** Runs a query of Kysely at once; only within `write`. @returns how many rows it changed. */
  readonly run: (query: Compilable) => number;
  /** The rows of a query of Kysely, at once; only within `write`. */
  readonly rows: <Row>(query: Compilable<Row>) => Row[];
  /**
   * Does some work in a transaction and resolves with what it returns once that is on disk. Works that
   * come in one turn of the event loop share one transaction, and so one wait for the disk; one that
   * throws is undone for itself.
   */
  readonly write: <Result>(work: () => Result) => Promise<Result>;
  readonly close: () => Promise<void>;
}

interface Pending {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Opens the file, brings its layout up to date, and refuses an SQLite that is too old. */
export async function openConnection(file: string): Promise<Connection> {
  const sqlite = new DatabaseSync(file);
  // Page size first: it is fixed once the first table exists. Acknowledged must mean on disk, hence FULL.
  sqlite.exec(`
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 10000;
    PRAGMA cache_size = -65536;
    PRAGMA busy_timeout = 5000;
    PRAGMA foreign_keys = ON;
  `);
  refuseOldSqlite(sqlite);

  const db = new Kysely<Tables>({ dialect: dialectFor(sqlite) });
  await migrate(db);

  let queue: Pending[] = [];
  let flushed: Promise<void> = Promise.resolve();

  return {
    sqlite,
    db,
    run: (query) => {
      const { sql, parameters } = query.compile();
      return Number(sqlite.prepare(sql).run(...(parameters as SQLInputValue[])).changes);
    },
    rows: <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile();
      return sqlite.prepare(sql).all(...(parameters as SQLInputValue[])) as Row[];
    },
    write: <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        if (queue.length === 0) {
          flushed = new Promise((done) => {
            setImmediate(() => {
              const batch = queue;
              queue = [];
              commitTogether(sqlite, batch);
              done();
            });
          });
        }
        queue.push({ work, resolve: resolve as (result: unknown) => void, reject });
      }),
    close: async () => {
      await flushed;
      sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      await db.destroy();
    },
  };
}

function commitTogether(sqlite: DatabaseSync, batch: readonly Pending[]): void {
  const answers: (() => void)[] = [];
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    for (const { work, resolve, reject } of batch) {
      sqlite.exec('SAVEPOINT work');
      try {
        const result = work();
        sqlite.exec('RELEASE work');
        answers.push(() => {
          resolve(result);
        });
      } catch (error) {
        sqlite.exec('ROLLBACK TO work; RELEASE work');
        answers.push(() => {
          reject(error);
        });
      }
    }
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
    for (const { reject } of batch) reject(error);
    return;
  }
  for (const answer of answers) answer();
}

function refuseOldSqlite(sqlite: DatabaseSync): void {
  const row = sqlite.prepare('SELECT sqlite_version() AS version').get();
  const version = String(row?.['version']);
  if (version.localeCompare(oldestSqlite, 'en', { numeric: true }) < 0) {
    throw new Error(
      `SQLite ${version} 过旧，须 ${oldestSqlite} 或更高（低版本可能丢失已确认的数据），请升级 Node.js。`,
    );
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('数据库升级失败', { cause: error });
}

/** Kysely's dialect for better-sqlite3, fed by node:sqlite, whose statements differ in how they take parameters. */
function dialectFor(sqlite: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => {
        sqlite.close();
      },
      prepare: (sql): SqliteStatement => {
        const statement = sqlite.prepare(sql);
        const values = (parameters: readonly unknown[]): SQLInputValue[] =>
          parameters as SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
}
