/** Importing a workbook beside exceljs, which by itself only reads it. */
import ExcelJS from 'exceljs';
import { check } from '../check/check.ts';
import type { RecordValues } from '../standards/index.ts';
import { displayValue, standards } from '../standards/index.ts';
import { usccFor, validLicence } from '../testing/records.ts';
import { importRecords } from '../workbook/import.ts';
import { timed } from './measure.ts';
import type { Timing } from './measure.ts';

const rows = 10_000;

/** Every field of a licence is filled, so that all cells have to be read. */
function licence(n: number): RecordValues {
  const values = validLicence({
    subjectName: `云溪市示范食品${n}有限公司`,
    unifiedSocialCreditCode: usccFor(n),
    documentNumber: `云市监许〔2026〕${n}号`,
  });
  return Object.fromEntries(
    standards.licence.fields.map(({ id, type }) => [
      id,
      values[id] ?? (type === 'text' ? `第${n}项` : ''),
    ]),
  );
}

async function workbook(): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('行政许可');
  const { fields } = standards.licence;
  sheet.addRow(fields.map(({ label }) => label));
  for (let n = 1; n <= rows; n += 1) {
    const values = licence(n);
    sheet.addRow(fields.map((field) => displayValue(field, values[field.id] ?? '')));
  }
  return new Uint8Array(await book.xlsx.writeBuffer()).buffer;
}

/** How long a workbook takes, in milliseconds. */
export interface WorkbookFigures {
  readonly rows: number;
  readonly columns: number;
  readonly megabytes: number;
  /** exceljs reads the file. */
  readonly peer: Timing;
  /** We read it to records. */
  readonly imported: Timing;
  /** We read it to records, and check every one. */
  readonly checked: Timing;
}

/** Times the import of one workbook. */
export async function timeWorkbook(
  today: string,
  say: (text: string) => void,
): Promise<WorkbookFigures> {
  say('writing the workbook');
  const file = await workbook();
  const [peer, imported, checked] = await timed(
    [
      {
        name: 'exceljs reads',
        pass: async () => (await new ExcelJS.Workbook().xlsx.load(file)).worksheets.length,
      },
      { name: 'import', pass: async () => (await importRecords(new Uint8Array(file))).length },
      {
        name: 'import and check',
        pass: async () =>
          check(await importRecords(new Uint8Array(file)), today).report.findings.length,
      },
    ],
    say,
    { rounds: 3, samplesPerRound: 2 },
  );
  if (!peer || !imported || !checked) throw new Error('Nothing was timed.');
  return {
    rows,
    columns: standards.licence.fields.length,
    megabytes: file.byteLength / 1e6,
    peer,
    imported,
    checked,
  };
}
