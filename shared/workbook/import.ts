/**
 * Importing records from a clerk's workbook: sheets of any name, columns in any order, of any generation of the
 * standard; the values that come out are those of the standard in force.
 */
import { trimmed } from '../identifiers/fold.ts';
import { standardInForce } from '../standards/catalogue.ts';
import { convert } from '../standards/conversion.ts';
import type {
  DoublePublicityKind,
  Field,
  FieldId,
  RecordKind,
  RecordValues,
  Standard,
} from '../standards/index.ts';
import { doublePublicityKinds, fieldIn, recordKindLabels } from '../standards/index.ts';
import { canonicalize } from '../standards/written.ts';
import { findHeader, isLabelOf } from './header.ts';
import type { Header } from './header.ts';
import { WorkbookRefusal } from './refusal.ts';
import type { Cell, Sheet } from './sheets.ts';
import { readSheets } from './sheets.ts';

/**
 * `CELL-LOST`: a number that lost its last digits; `CELL-ERR`: a formula that failed; `CELL-GEN`: a value of an
 * earlier generation for which the standard in force has no equivalent.
 */
export type ImportProblemCode = 'CELL-LOST' | 'CELL-ERR' | 'CELL-GEN';

/** What could not be taken over from a cell; the field is left blank. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly field: FieldId;
  /** One Chinese sentence that names the field and the way out. */
  readonly message: string;
}

/** One record as a row says it. */
export interface ImportedRow {
  /** Number of the row in the sheet, 1 for the first. */
  readonly rowNumber: number;
  /** Canonical values; blank fields are absent. */
  readonly values: RecordValues;
  readonly problems: readonly ImportProblem[];
}

/** A sheet that holds records of one kind. */
export interface ImportedSheet<Kind extends RecordKind = RecordKind> extends Header<Kind> {
  readonly sheetName: string;
  readonly rows: readonly ImportedRow[];
}

/**
 * Reads the licences and penalties of every visible sheet that holds some. Leaves out blank rows, repeated headers, rows of totals,
 * and lines that run across the sheet. Throws a `WorkbookRefusal`.
 */
export async function importRecords(
  bytes: Uint8Array,
): Promise<ImportedSheet<DoublePublicityKind>[]> {
  const sheets = await readSheets(bytes);
  const imported = sheets.flatMap((sheet) => {
    const header = sheet.hidden ? undefined : findHeader(sheet, doublePublicityKinds);
    return header ? [importSheet(sheet, header)] : [];
  });
  if (imported.length === 0)
    throw noRecordsIn(
      sheets.filter(({ hidden }) => !hidden),
      doublePublicityKinds,
    );
  return imported;
}

/** The records of a sheet below its header, as `importRecords` reads them. */
export function importSheet<Kind extends RecordKind>(
  sheet: Sheet,
  header: Header<Kind>,
): ImportedSheet<Kind> {
  return { sheetName: sheet.name, ...header, rows: rowsBelow(sheet, header) };
}

/** Columns by which a kind is known. */
const tellingColumns: Readonly<Record<RecordKind, string>> = {
  licence: '“许可决定日期”“许可内容”',
  penalty: '“处罚决定日期”“处罚内容”',
  honour: '“荣誉名称”“认定单位”',
  blacklist: '“列入日期”“列入事由”',
  other: '“事项名称”“事由”',
};

/** The refusal of sheets in which no header of these kinds was found. */
export function noRecordsIn(
  sheets: readonly Sheet[],
  kinds: readonly RecordKind[],
): WorkbookRefusal {
  const names = sheets.map(({ name }) => `“${name}”`).join('、');
  const wanted = kinds.map((kind) => recordKindLabels[kind]).join('、');
  const columns = kinds.map((kind) => tellingColumns[kind]).join('或');
  return new WorkbookRefusal(
    'noRecords',
    `没有找到${wanted}的表头：在${names}的前20行里，找不到含${columns}等列名的一行，请照标准补上列名。`,
  );
}

/** A column that belongs to a field. */
interface FieldColumn {
  readonly field: Field;
  readonly column: number;
}

function rowsBelow(sheet: Sheet, header: Header): ImportedRow[] {
  const columns = [...header.columns].flatMap(([id, column]): FieldColumn[] => {
    const field = fieldIn(header.standard, id);
    return field ? [{ field, column }] : [];
  });
  const rows: ImportedRow[] = [];
  sheet.rows.forEach((row, index) => {
    if (index < header.headerRow || !isRecord(row, columns, header.standard)) return;
    rows.push(importRow(row, index + 1, columns, header.standard));
  });
  return rows;
}

/** Neither blank nor a repeated header, a row of totals, or one line across the sheet. */
function isRecord(
  row: readonly Cell[],
  columns: readonly FieldColumn[],
  standard: Standard,
): boolean {
  let first: { readonly field: Field; readonly text: string } | undefined;
  let filled = 0;
  let isOneLine = true;
  for (const { field, column } of columns) {
    const cell = row[column];
    if (!cell || (!cell.lostPrecision && trimmed(cell.text) === '')) continue;
    filled += 1;
    first ??= { field, text: cell.text };
    isOneLine &&= cell.text === first.text;
  }
  if (!first || isLabelOf(first.text, first.field.id, standard)) return false;
  return !(filled > 2 && isOneLine) && !row.some(isTotal);
}

/** Such as 合计, 总 计：, with no more blanks than people put there. */
function isTotal({ text }: Cell): boolean {
  return text.length <= 8 && /^\s*[总合小]\s*计[:：]?\s*$/.test(text);
}

function importRow(
  row: readonly Cell[],
  rowNumber: number,
  columns: readonly FieldColumn[],
  standard: Standard,
): ImportedRow {
  const values: RecordValues = {};
  const problems: ImportProblem[] = [];
  for (const { field, column } of columns) {
    const cell = row[column];
    if (!cell) continue;
    const problem = problemOf(cell, field);
    if (problem !== undefined) {
      problems.push({ ...problem, field: field.id });
      continue;
    }
    const value = canonicalize(field, cell.text);
    if (value !== '') values[field.id] = value;
  }
  const inForce = standardInForce(standard.kind);
  if (standard === inForce) return { rowNumber, values, problems };
  const { values: converted, refused } = convert(values, standard, inForce);
  for (const { field, reason } of refused) {
    // What the standard no longer has, nobody can put right.
    if (fieldIn(inForce, field)) problems.push({ code: 'CELL-GEN', field, message: reason });
  }
  return { rowNumber, values: converted, problems };
}

/** A number that lost digits, or text that a spreadsheet program made of one, such as `4.20202E+17`. */
function lostDigits({ text, lostPrecision }: Cell): boolean {
  return lostPrecision || (text.length < 32 && /^\s*\d(?:\.\d+)?E\+\d+\s*$/i.test(text));
}

function problemOf(cell: Cell, field: Field): Omit<ImportProblem, 'field'> | undefined {
  if (lostDigits(cell)) {
    return {
      code: 'CELL-LOST',
      message: `“${field.label}”在表格里存成了数字，精度已丢失：请把这一列设为文本格式，照原件重新填写。`,
    };
  }
  if (
    cell.text.startsWith('#') &&
    /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(cell.text)
  ) {
    return {
      code: 'CELL-ERR',
      message: `“${field.label}”的公式出错（${cell.text}）：请在表格里改正，或照原件填写。`,
    };
  }
  return undefined;
}
