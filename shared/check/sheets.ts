/** Which sheets of a workbook are to be checked: the only one that can be meant, or those that are named. */
import { recordKinds } from '../standards/catalogue.ts';
import type { RecordKind } from '../standards/index.ts';
import { findHeader } from '../workbook/header.ts';
import { importSheet, noRecordsIn } from '../workbook/import.ts';
import type { ImportedSheet } from '../workbook/import.ts';
import { WorkbookRefusal } from '../workbook/refusal.ts';
import type { Sheet } from '../workbook/sheets.ts';
import { readSheets } from '../workbook/sheets.ts';

/** What was said about the sheets to check. */
export interface SheetChoice {
  /** The kind of all records; `null` where the header is to tell. */
  readonly kind: RecordKind | null;
  /** Names of sheets, hidden ones too; empty where nobody named any. */
  readonly sheetNames: readonly string[];
}

/** Reads the records of the chosen sheets. Throws a `WorkbookRefusal`. */
export async function readChosen(bytes: Uint8Array, choice: SheetChoice): Promise<ImportedSheet[]> {
  const sheets = await readSheets(bytes);
  const candidates =
    choice.sheetNames.length === 0
      ? sheets.filter(({ hidden }) => !hidden)
      : choice.sheetNames.map((name) => named(name, sheets));
  const kinds = choice.kind === null ? recordKinds : [choice.kind];
  // A header that tells its kind by itself comes before one that only fits the kind that was said.
  const telling = headed(candidates, choice.kind, null);
  const found = telling.length > 0 ? telling : headed(candidates, choice.kind, choice.kind);
  if (found.length === 0) throw noRecordsIn(candidates, kinds);
  if (choice.sheetNames.length === 0 && found.length > 1) {
    throw new WorkbookRefusal(
      'severalSheets',
      `有${found.length}张表可以核验：${namesOf(found.map(({ sheet }) => sheet))}，请用 --sheet 指明核验哪一张（几张都要的，写几次 --sheet）。`,
    );
  }
  const without = candidates.filter((sheet) => found.every((each) => each.sheet !== sheet));
  if (choice.sheetNames.length > 0 && without.length > 0) throw noRecordsIn(without, kinds);
  const read = found.map(({ sheet, header }) => importSheet(sheet, header));
  if (read.every(({ rows }) => rows.length === 0)) {
    throw new WorkbookRefusal(
      'noRecords',
      `${namesOf(found.map(({ sheet }) => sheet))}的表头下面没有记录：请确认数据填在这张表里，不是空模板。`,
    );
  }
  return read;
}

function headed(sheets: readonly Sheet[], wanted: RecordKind | null, known: RecordKind | null) {
  return sheets.flatMap((sheet) => {
    const header = findHeader(sheet, known === null ? recordKinds : [known]);
    return header && (wanted === null || header.kind === wanted) ? [{ sheet, header }] : [];
  });
}

function named(name: string, sheets: readonly Sheet[]): Sheet {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet) return sheet;
  throw new WorkbookRefusal(
    'noSuchSheet',
    `这个工作簿里没有名为“${name}”的表，现有：${namesOf(sheets)}，请改正 --sheet。`,
  );
}

function namesOf(sheets: readonly Sheet[]): string {
  return sheets.map(({ name }) => `“${name}”`).join('、');
}
