/** Small facts that must survive a restart of the browser, each under its own key. */
import { inDatabase } from './database.ts';

/** The value kept under a key, as it was put; the reader checks its shape. */
export async function readMeta(key: string): Promise<unknown> {
  return (await inDatabase((db) => db.meta.get(key)))?.value;
}

/** Keeps a value under a key. */
export async function writeMeta(key: string, value: unknown): Promise<void> {
  await inDatabase((db) => db.meta.put({ key, value }));
}
