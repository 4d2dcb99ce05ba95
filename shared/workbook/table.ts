/** Writing a table as a neat sheet that prints well: statistics, bulletins, the ledger. */
import ExcelJS from 'exceljs';
import { neutral } from './text.ts';

/**
 * How a column's values are written: `text` as text, so that codes keep every digit; `integer` and `percent`
 * (a fraction, 1 for 100 %) as numbers; `date` (`YYYY-MM-DD`) as a day that sorts and filters.
 */
export type ColumnKind = 'text' | 'integer' | 'percent' | 'date';

/** One column. */
export interface TableColumn {
  readonly header: string;
  /** In characters of a Latin font, of which a Chinese one takes two; by the header's length where it is left out. */
  readonly width?: number;
  readonly kind: ColumnKind;
}

/** A value; `null` says that there is none, such as a rate of nothing: in a column of numbers it prints as `—`. */
export type TableValue = string | number | null;

/** One table. Rows and totals have a value for each column, in order. */
export interface Table {
  readonly title: string;
  /** A line below the title: the period, what is counted. */
  readonly note?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
  readonly totals?: readonly TableValue[];
}

const formats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  integer: '#,##0',
  percent: '0.00%',
  date: 'yyyy-mm-dd',
};

/** A4 by its number in the file format: the names that exceljs declares are not there at run time. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see above
const a4 = 9 as ExcelJS.PaperSize;

const line = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const;
const border = { top: line, left: line, bottom: line, right: line };
const headerFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE8EEF7' },
} as const;

/** Writes one table as a workbook (.xlsx) of one sheet, named by its title. */
export function writeTable(table: Table): Promise<Uint8Array> {
  return writeTables([table]);
}

/** Writes tables as a workbook (.xlsx), each as a sheet named by its title; no two titles may be the same. */
export function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const table of tables) addTable(workbook, table.title, table);
  return bytesOf(workbook);
}

/** The bytes of a workbook. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds a table to a workbook as a sheet of its own. */
export function addTable(workbook: ExcelJS.Workbook, sheetName: string, table: Table): void {
  const { columns } = table;
  const heading = table.note === undefined ? [table.title] : [table.title, table.note];
  const headerRow = heading.length + 1;
  const sheet = workbook.addWorksheet(sheetNameOf(sheetName), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headerRow}:${headerRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  columns.forEach(({ header, width }, index) => {
    sheet.getColumn(index + 1).width = width ?? Math.max(10, header.length * 2 + 2);
  });

  heading.forEach((text, index) => {
    sheet.mergeCells(index + 1, 1, index + 1, columns.length);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = neutral(text);
    cell.font = index === 0 ? { bold: true, size: 16 } : { size: 11, color: { argb: 'FF595959' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.getRow(index + 1).height = index === 0 ? 30 : 20;
  });

  columns.forEach(({ header }, index) => {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = neutral(header);
    cell.font = { bold: true };
    cell.fill = headerFill;
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });

  table.rows.forEach((row, index) => {
    writeRow(sheet, headerRow + 1 + index, columns, row, {});
  });
  if (table.totals) {
    writeRow(sheet, headerRow + 1 + table.rows.length, columns, table.totals, { bold: true });
  }
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  rowNumber: number,
  columns: readonly TableColumn[],
  values: readonly TableValue[],
  font: Partial<ExcelJS.Font>,
): void {
  columns.forEach(({ kind }, index) => {
    const cell = sheet.getCell(rowNumber, index + 1);
    const value = values[index] ?? null;
    cell.value = cellValue(value, kind);
    cell.numFmt = formats[kind];
    cell.border = border;
    cell.font = font;
    cell.alignment = {
      vertical: 'middle',
      horizontal: kind === 'text' ? 'left' : 'center',
      wrapText: kind === 'text',
    };
  });
}

function cellValue(value: TableValue, kind: ColumnKind): ExcelJS.CellValue {
  if (value === null) return kind === 'text' || kind === 'date' ? '' : '—';
  if (kind === 'date') {
    // exceljs writes the UTC fields of a `Date` as the sheet's day.
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? new Date(`${value}T00:00:00Z`)
      : neutral(String(value));
  }
  if (kind === 'text') return neutral(String(value));
  return typeof value === 'number' ? value : neutral(value);
}

/** A name that a sheet may have: at most 31 characters, some of which are not allowed. */
function sheetNameOf(name: string): string {
  return (
    name
      .replace(/[[\]*?/\\:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || '表'
  );
}
