/** From a workbook to waiting rows, and from waiting rows to records. */
import { uuidv7 } from 'uuidv7';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ImportedSheet } from '@baosong/shared/workbook/import.ts';
import { addRecords } from '../../store/records.ts';
import { removeWaitingRows } from '../../store/imports.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { newRecord } from '../ledger/ledger.ts';

/** The rows of the sheets of one file, in their order. */
export function waitingRows(
  fileName: string,
  sheets: readonly ImportedSheet<DoublePublicityKind>[],
): WaitingRow[] {
  return sheets.flatMap(({ sheetName, kind, rows }) =>
    rows.map(({ rowNumber, values, problems }) => ({
      id: uuidv7(),
      kind,
      fileName,
      sheetName,
      rowNumber,
      problems,
      values,
    })),
  );
}

/**
 * Makes records 待报 of rows that the clerk confirmed, in their order, and removes the rows.
 *
 * @param author name of the clerk.
 * @param at instant of the confirmation.
 */
export async function takeIn(
  rows: readonly WaitingRow[],
  author: string,
  at: string,
): Promise<void> {
  const records = [];
  // One after the other: ids must rise in the order of the rows.
  for (const { kind, values } of rows) records.push(await newRecord(kind, values, author, at));
  await addRecords(records);
  await removeWaitingRows(rows.map((row) => row.id));
}
