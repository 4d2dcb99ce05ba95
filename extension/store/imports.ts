/** Rows of workbooks that wait for the clerk; they outlive a closed page. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { inDatabase } from './database.ts';
import { disclose, enclose } from './envelope.ts';
import type { ImportRow } from './rows.ts';

/** A waiting row with its content open. */
export interface WaitingRow extends Omit<ImportRow, 'content'> {
  readonly values: RecordValues;
}

function stored({ values, ...row }: WaitingRow): ImportRow {
  return { ...row, content: enclose(values) };
}

function opened({ content, ...row }: ImportRow): WaitingRow {
  return { ...row, values: disclose(content) };
}

/** Adds rows, in their order. */
export async function addWaitingRows(rows: readonly WaitingRow[]): Promise<void> {
  await inDatabase((db) => db.imports.bulkAdd(rows.map(stored)));
}

/** All waiting rows, in the order in which they were added. */
export async function readWaitingRows(): Promise<WaitingRow[]> {
  const rows = await inDatabase((db) => db.imports.toArray());
  return rows.map(opened);
}

/** Changes a row as it is now: of two quick changes neither undoes the other. */
export async function changeWaitingRow(
  id: string,
  change: (row: WaitingRow) => WaitingRow,
): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.imports, async () => {
      const row = await db.imports.get(id);
      if (row) await db.imports.put(stored(change(opened(row))));
    }),
  );
}

/** Removes rows that were taken into the ledger or given up. */
export async function removeWaitingRows(ids: readonly string[]): Promise<void> {
  await inDatabase((db) => db.imports.bulkDelete([...ids]));
}
