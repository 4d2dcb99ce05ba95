/**
 * Reading a workbook (.xlsx) into plain sheets of text. Takes what clerks' workbooks really hold: rich
 * text, formulas, dates, hyperlinks, merged cells, numbers that were meant as text.
 */
import ExcelJS from 'exceljs';
import { neutralPrefix } from './text.ts';
import { WorkbookRefusal } from './refusal.ts';

/** One cell as text. */
export interface Cell {
  /**
   * What the cell says: a date as `YYYY-MM-DD`, with ` HH:MM:SS` where it has a time of day; a formula by
   * its last result; each cell of a merged range as its first one; `''` where there is nothing.
   */
  readonly text: string;
  /** A number of more than 15 digits: the last ones are gone for good, as workbooks do not keep them. */
  readonly lostPrecision: boolean;
}

/** One sheet. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row 1 of the sheet at index 0, column A at index 0; rows may be short, and blank ones empty. */
  readonly rows: readonly (readonly Cell[])[];
}

const notXlsx =
  '这个文件不是 .xlsx 工作簿：请确认选对了文件；是表格的，用 Excel 或 WPS 打开，另存为 .xlsx 后再试。';

const oldFormat = '这是旧格式的表格（.xls 或 .et）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。';

const blank: Cell = { text: '', lostPrecision: false };

/**
 * Parts of a sheet that do not bear on its text. Some would cost much (the rules of a validated column
 * are unrolled cell by cell), others are not always understood by exceljs.
 */
const irrelevantParts = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'picture',
  'tableParts',
];

/** Reads every sheet of a workbook, hidden ones too. Throws a `WorkbookRefusal`. */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await loadWorkbook(bytes, irrelevantParts);
  const sheets = workbook.worksheets.map(sheetOf);
  if (!sheets.some(({ rows }) => rows.length > 0)) {
    throw new WorkbookRefusal(
      'empty',
      '这个工作簿里没有内容：请确认选对了文件；如果用 Excel 或 WPS 打开能看到内容，请另存为 .xlsx 后再试。',
    );
  }
  return sheets;
}

/**
 * A workbook as exceljs has it. Throws a `WorkbookRefusal`.
 *
 * @param ignoreNodes elements of a sheet that are not to be read.
 */
export async function loadWorkbook(
  bytes: Uint8Array,
  ignoreNodes: readonly string[],
): Promise<ExcelJS.Workbook> {
  refuseOtherFormats(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: [...ignoreNodes] });
  } catch (error) {
    throw new WorkbookRefusal(
      'notAWorkbook',
      '读不懂这个文件：可能已损坏，请用 Excel 或 WPS 打开它，另存为 .xlsx 后再试。',
      { cause: error },
    );
  }
  if (workbook.worksheets.length === 0) {
    // Another archive: a document of a word processor, a binary workbook (.xlsb), a plain .zip.
    throw new WorkbookRefusal('notAWorkbook', notXlsx);
  }
  return workbook;
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new WorkbookRefusal('empty', '这个文件是空的：请确认选对了文件。');
  }
  // A compound file (OLE) is a workbook of the old format, or the wrapping of an encrypted one.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    throw isEncrypted(bytes)
      ? new WorkbookRefusal(
          'encrypted',
          '这个工作簿设有打开密码：请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx 后再试。',
        )
      : new WorkbookRefusal('oldFormat', oldFormat);
  }
  // BIFF 2 to 5, outside a compound file, begins with its record BOF.
  if ([0x00, 0x02, 0x04, 0x08].some((version) => startsWith(bytes, 0x09, version))) {
    throw new WorkbookRefusal('oldFormat', oldFormat);
  }
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    throw new WorkbookRefusal('notAWorkbook', notXlsx);
  }
}

/** Whether a compound file holds the streams of an encrypted package (ECMA-376); their names are UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-16le').decode(bytes);
  return text.includes('EncryptionInfo') || text.includes('EncryptedPackage');
}

function sheetOf(worksheet: ExcelJS.Worksheet): Sheet {
  const rows: Cell[][] = [];
  worksheet.eachRow((row, rowNumber) => {
    const cells: Cell[] = [];
    row.eachCell((cell, columnNumber) => {
      const { text, lostPrecision } = cellOf(cell.value);
      if (text === '' && !lostPrecision) return;
      while (cells.length < columnNumber - 1) cells.push(blank);
      cells.push({ text, lostPrecision });
    });
    if (cells.length === 0) return;
    while (rows.length < rowNumber - 1) rows.push([]);
    rows.push(cells);
  });
  return { name: worksheet.name, hidden: worksheet.state !== 'visible', rows };
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return blank;
  if (typeof value === 'string')
    return { text: value.replace(neutralPrefix, ''), lostPrecision: false };
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', lostPrecision: false };
  if (value instanceof Date) return dateCell(value);
  if ('richText' in value) {
    return { text: value.richText.map(({ text }) => text).join(''), lostPrecision: false };
  }
  if ('formula' in value || 'sharedFormula' in value) return cellOf(value.result);
  if ('hyperlink' in value) return cellOf(value.text);
  return { text: value.error, lostPrecision: false };
}

function numberCell(value: number): Cell {
  // 15 digits are what a workbook keeps; what a binary fraction adds behind them was never typed.
  const number = Number(value.toPrecision(15));
  const short = String(number);
  const text = short.includes('e')
    ? number.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
    : short;
  return { text, lostPrecision: Math.abs(value) >= 1e15 };
}

/** exceljs puts the sheet's wall time into the UTC fields of a `Date`. */
function dateCell(date: Date): Cell {
  const seconds = Math.round(date.getTime() / 1000);
  // A long number in a column that is formatted as dates, such as an identity number.
  if (!(Math.abs(seconds) < 1e11)) return { text: '', lostPrecision: true };
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().slice(0, 19).split('T');
  return { text: time === '00:00:00' ? day : `${day} ${time}`, lostPrecision: false };
}
