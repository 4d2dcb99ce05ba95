/**
 * The annotated copy of a clerk's workbook: the workbook as it was, as far as exceljs keeps it (not charts, pivot
 * tables and macros), with cells coloured by level and a comment (批注) in each that says what is wrong and what to do.
 */
import type ExcelJS from 'exceljs';
import type { FindingLevel } from '../validation/finding.ts';
import { WorkbookRefusal } from './refusal.ts';
import { loadWorkbook } from './sheets.ts';
import { bytesOf } from './table.ts';

/** What is to be said about one cell. */
export interface Annotation {
  readonly sheetName: string;
  /** 1 for the first row. */
  readonly row: number;
  /** 0 for column A. */
  readonly column: number;
  readonly level: FindingLevel;
  /** One Chinese sentence, free of identity numbers. */
  readonly text: string;
}

/** What a comment of ours begins with: by it the next check of the copy knows what it may take away. */
const heading = '【报送核验】';

const levelNames: Readonly<Record<FindingLevel, string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
};

/** Pale red, yellow and blue: the text stays readable, printed in grey too. */
const colours: Readonly<Record<FindingLevel, string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  info: 'FFDDEBF7',
};

const heaviestFirst: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** Parts that exceljs fails on, or unrolls cell by cell, in some workbooks that Excel and WPS open well. */
const troublesomeParts = ['drawing', 'extLst', 'picture', 'tableParts', 'conditionalFormatting'];

/** An annotated copy. */
export interface AnnotatedCopy {
  readonly bytes: Uint8Array;
  /** `false` where pictures, tables and conditional formats had to be left out. */
  readonly complete: boolean;
}

/**
 * A copy of a workbook with annotations. Colours and comments of an earlier check are taken away first, so that a
 * copy may be mended and checked again. Throws a `WorkbookRefusal`.
 */
export async function annotate(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
): Promise<AnnotatedCopy> {
  try {
    return { bytes: await copyWith(bytes, annotations, []), complete: true };
  } catch {
    // Better a copy without its pictures than none; what fails again is told.
    return { bytes: await copyWith(bytes, annotations, troublesomeParts), complete: false };
  }
}

async function copyWith(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
  ignoreNodes: readonly string[],
): Promise<Uint8Array> {
  const workbook = await loadWorkbook(bytes, ignoreNodes);
  for (const sheet of workbook.worksheets) {
    clearEarlier(sheet);
    narrowChoices(sheet);
  }
  for (const [sheetName, ofSheet] of grouped(annotations, ({ sheetName }) => sheetName)) {
    const sheet = workbook.getWorksheet(sheetName);
    if (!sheet) continue;
    const byCell = grouped(ofSheet, ({ row, column }) => {
      // Only the first cell of a merged range is seen.
      const cell = sheet.getCell(row, column + 1);
      return cell.isMerged ? cell.master.address : cell.address;
    });
    for (const [address, ofCell] of byCell) mark(sheet, sheet.getCell(address), ofCell);
  }
  try {
    return await bytesOf(workbook);
  } catch (error) {
    throw new WorkbookRefusal(
      'notAWorkbook',
      '这个工作簿里有无法照抄的内容，写不出标注副本：请用 Excel 或 WPS 把数据复制到新的工作簿，存为 .xlsx 后再试。',
      { cause: error },
    );
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Blank rows below the last one that keep their drop-down lists, so that records can be added. */
const spareRows = 1000;

/**
 * exceljs holds the rule of a validated column (数据验证) cell by cell and compares all of them when it writes; a
 * whole column has a million. Those far below the last row go.
 */
function narrowChoices(sheet: ExcelJS.Worksheet): void {
  const { dataValidations } = sheet as unknown as {
    readonly dataValidations: { model: Record<string, unknown> };
  };
  const last = sheet.rowCount + spareRows;
  dataValidations.model = Object.fromEntries(
    Object.entries(dataValidations.model).filter(
      ([address]) => Number(/\d+$/.exec(address)?.[0]) <= last,
    ),
  );
}

function clearEarlier(sheet: ExcelJS.Worksheet): void {
  // Blank cells too: what is missing is said there.
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const note = noteOf(cell);
      const at = note.indexOf(heading);
      if (at < 0) return;
      const before = note.slice(0, at).trimEnd();
      if (before === '') removeNote(cell);
      else cell.note = before;
      const fill = cell.fill as ExcelJS.Fill | undefined;
      const colour = fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
      if (colour !== undefined && Object.values(colours).includes(colour)) {
        cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'none' } };
      }
    });
  });
}

/** Takes a comment away, for which exceljs has no call; it keeps a second one with what was read. */
function removeNote(cell: ExcelJS.Cell): void {
  Reflect.set(cell, '_comment', undefined);
  Reflect.deleteProperty(cell.model, 'comment');
}

function noteOf(cell: ExcelJS.Cell): string {
  const note = cell.note as string | ExcelJS.Comment | undefined;
  if (note === undefined || typeof note === 'string') return note ?? '';
  return note.texts?.map(({ text }) => text).join('') ?? '';
}

function mark(
  sheet: ExcelJS.Worksheet,
  cell: ExcelJS.Cell,
  annotations: readonly Annotation[],
): void {
  const level =
    heaviestFirst.find((each) => annotations.some((annotation) => annotation.level === each)) ??
    'info';
  // A new style: exceljs shares one between all cells that look alike.
  cell.style = {
    ...cell.style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: colours[level] } },
  };
  const lines = heaviestFirst.flatMap((each) =>
    annotations
      .filter((annotation) => annotation.level === each)
      .map(({ text }) => `${levelNames[each]}：${text}`),
  );
  const present = noteOf(cell);
  cell.note = [...(present === '' ? [] : [present]), heading, ...new Set(lines)].join('\n');
  sizeNote(sheet, cell);
}

/** Chinese characters in a line of a comment; each takes the width of two of a column's units. */
const lineLength = 24;

/** Height in points of a line of a comment, and of a row that has none of its own. */
const lineHeight = 15;

/**
 * Makes the box of a comment as large as its text. exceljs writes the place that a model names, but gives no way
 * to name it: without it every box has the size of two columns and four rows, and long texts are cut off.
 */
function sizeNote(sheet: ExcelJS.Worksheet, cell: ExcelJS.Cell): void {
  const comment: unknown = Reflect.get(cell, '_comment');
  if (typeof comment !== 'object' || comment === null) return;
  const lines = noteOf(cell)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 1);
  const [left, top] = [Number(cell.col), Math.max(0, Number(cell.row) - 1)];
  let right = left;
  for (let width = 0; width < 2 * lineLength + 4; right += 1) {
    width += sheet.getColumn(right + 1).width ?? 9;
  }
  let bottom = top;
  for (let height = 0; height < lines * lineHeight; bottom += 1) {
    height += sheet.findRow(bottom + 1)?.height ?? lineHeight;
  }
  const model: unknown = Reflect.get(comment, 'model');
  Object.defineProperty(comment, 'model', {
    value: { ...(model as object), anchor: { left, top, right, bottom } },
  });
}
