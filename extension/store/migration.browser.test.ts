/** Every released version of the database is opened by the present one, and loses nothing. */
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../e2e/harness/browser.ts';

/** A database as IndexedDB itself describes it. */
interface Stored {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
    readonly rows: readonly unknown[];
  }[];
}

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const files = await readdir(fixtures);

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchWithExtension({ extensionDir: process.env['BAOSONG_EXTENSION'] ?? '' });
});

afterAll(() => browser.close());

/** Puts an old database in place of the present one, in one turn of the service worker. */
async function putBack(stored: Stored): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async ({ version, stores }: Stored) => {
    const done = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const deleting = done(indexedDB.deleteDatabase('baosong'));
    // Asked for in the same breath, so that the extension does not come in between with its own version.
    const opening = indexedDB.open('baosong', version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
        for (const row of rows) store.add(row);
      }
    };
    await deleting;
    (await done(opening)).close();
  }, stored);
}

it.each(files)('%s is taken over row for row, and shown', async (file) => {
  const stored = JSON.parse(await readFile(fixtures + file, 'utf8')) as Stored;
  await putBack(stored);
  const desk = await browser.page('desk.html#/ledger');
  onTestFinished(() => desk.close());
  await desk.getByText('云示许〔2026〕5号').first().waitFor();

  const rows = await desk.evaluate(async () => {
    const request = indexedDB.open('baosong');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const database = request.result;
    const all: Record<string, unknown[]> = {};
    for (const name of database.objectStoreNames) {
      const read = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => (read.onsuccess = resolve));
      all[name] = read.result as unknown[];
    }
    database.close();
    return all;
  });
  for (const { name, rows: before } of stored.stores) expect(rows[name], name).toEqual(before);
  expect(rows['profiles']).toEqual([]);
});
