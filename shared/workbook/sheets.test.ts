import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { WorkbookRefusal } from './refusal.ts';
import { readSheets } from './sheets.ts';

type Fill = (sheet: ExcelJS.Worksheet) => void;

async function bytes(fill: Fill, workbook = new ExcelJS.Workbook()): Promise<Uint8Array> {
  fill(workbook.addWorksheet('数据'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What readSheets says of cell A1 that holds a value in a format. */
async function readCell(value: ExcelJS.CellValue, format?: string) {
  const sheets = await readSheets(
    await bytes((sheet) => {
      const cell = sheet.getCell('A1');
      cell.value = value;
      if (format !== undefined) cell.numFmt = format;
      // A neighbour, as a row without text is not told from no row.
      sheet.getCell('B1').value = '邻';
    }),
  );
  return sheets[0]?.rows[0]?.[0];
}

describe('the text of a cell', () => {
  const midnight = new Date(Date.UTC(2026, 10, 23));

  test.each<[string, ExcelJS.CellValue, string]>([
    ['text', '示例公司', '示例公司'],
    ['text over two lines', '第一行\n第二行', '第一行\n第二行'],
    [
      'rich text',
      { richText: [{ text: '行政' }, { font: { bold: true }, text: '许可' }] },
      '行政许可',
    ],
    ['a formula of text', { formula: 'B1&"甲"', result: '邻甲' }, '邻甲'],
    ['a formula of a date', { formula: 'TODAY()', result: midnight }, '2026-11-23'],
    ['a hyperlink', { text: '示例公司', hyperlink: 'http://127.0.0.1/' }, '示例公司'],
    ['an integer', 5, '5'],
    ['a decimal', 0.2, '0.2'],
    ['a sum of binary fractions', 0.1 + 0.2, '0.3'],
    ['a tiny number', 0.000001, '0.000001'],
    ['an error', { error: '#N/A' }, '#N/A'],
    ['a truth value', true, 'TRUE'],
    ['a text made harmless', "'=1+1", '=1+1'],
  ])('of %s', async (_, value, expected) => {
    expect(await readCell(value)).toEqual({ text: expected, lostPrecision: false });
  });

  test.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
    'of a date is the same day with the process in %s',
    async (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(await readCell(midnight, 'yyyy/m/d')).toMatchObject({ text: '2026-11-23' });
        expect(await readCell(46349, 'yyyy"年"m"月"d"日"')).toMatchObject({ text: '2026-11-23' });
        expect(
          await readCell(new Date(Date.UTC(2026, 10, 23, 9, 5)), 'yyyy-mm-dd hh:mm'),
        ).toMatchObject({ text: '2026-11-23 09:05:00' });
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  it('says when a number has lost digits', async () => {
    expect(await readCell(420202199003070016)).toMatchObject({ lostPrecision: true });
    expect(await readCell(123456789012345)).toEqual({
      text: '123456789012345',
      lostPrecision: false,
    });
    expect(await readCell(420202199003070016, 'yyyy-mm-dd')).toEqual({
      text: '',
      lostPrecision: true,
    });
  });
});

describe('the rows of a sheet', () => {
  it('repeat a merged cell, keep blank rows in place, and end with the last text', async () => {
    const [sheet] = await readSheets(
      await bytes((worksheet) => {
        worksheet.mergeCells('A1:C1');
        worksheet.getCell('A1').value = '标题';
        worksheet.getCell('B3').value = '甲';
        worksheet.getCell('A9').fill = { type: 'pattern', pattern: 'solid' };
      }),
    );
    expect(sheet?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['标题', '标题', '标题'],
      [],
      ['', '甲'],
    ]);
  });

  it('come with the name of the sheet and whether it is hidden', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('字典', { state: 'hidden' }).getCell('A1').value = '普通';
    const sheets = await readSheets(
      await bytes((sheet) => {
        sheet.getCell('A1').value = '甲';
      }, workbook),
    );
    expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: '字典', hidden: true },
      { name: '数据', hidden: false },
    ]);
  });

  it('are read from a sheet with validated columns, comments and conditional formats', async () => {
    const [sheet] = await readSheets(
      await bytes((worksheet) => {
        const cell = worksheet.getCell('A1');
        cell.value = '甲';
        cell.note = '批注';
        cell.dataValidation = { type: 'list', formulae: ['"甲,乙"'] };
        worksheet.addConditionalFormatting({
          ref: 'A1:A9',
          rules: [{ type: 'expression', formulae: ['A1="甲"'], style: {}, priority: 1 }],
        });
      }),
    );
    expect(sheet?.rows).toEqual([[{ text: '甲', lostPrecision: false }]]);
  });
});

describe('files that are not read', () => {
  const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = (text: string) => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const oldWorkbook = [...compoundFile, ...Array<number>(504).fill(0), ...utf16('Workbook')];
  const encrypted = [...compoundFile, ...Array<number>(504).fill(0), ...utf16('EncryptedPackage')];
  // The entry `a` without content, the directory that lists it, and the end of the directory.
  const entry = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...Array<number>(12).fill(0), 1, 0, 0, 0];
  const emptyArchive = [
    ...[0x50, 0x4b, 3, 4, ...entry, 97],
    ...[0x50, 0x4b, 1, 2, 20, 0, ...entry, ...Array<number>(14).fill(0), 97],
    ...[0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 31, 0, 0, 0, 0, 0],
  ];
  const encryptionInfo = [
    ...compoundFile,
    ...Array<number>(504).fill(0),
    ...utf16('EncryptionInfo'),
  ];

  test.each([
    ['nothing', [], 'empty', /空的/],
    ['an old workbook', oldWorkbook, 'oldFormat', /另存为 \.xlsx/],
    ['an encrypted workbook', encrypted, 'encrypted', /取消密码/],
    ['one that only tells how it is encrypted', encryptionInfo, 'encrypted', /取消密码/],
    ['a workbook from before compound files', [9, 0, 4, 0, 2, 0, 16, 0], 'oldFormat', /旧格式/],
    ['an archive of something else', emptyArchive, 'notAWorkbook', /不是 \.xlsx 工作簿/],
    ['a web page named .xlsx', utf16('<html>'), 'notAWorkbook', /另存为 \.xlsx/],
    ['the beginning of an archive', [0x50, 0x4b, 0x03, 0x04, 20, 0], 'notAWorkbook', /可能已损坏/],
  ])('%s', async (_, content, reason, message) => {
    const refusal = readSheets(new Uint8Array(content));
    await expect(refusal).rejects.toBeInstanceOf(WorkbookRefusal);
    await expect(refusal).rejects.toMatchObject({ reason });
    await expect(refusal).rejects.toThrow(message);
  });

  it('a workbook that is cut short', async () => {
    const whole = await bytes((sheet) => {
      sheet.getCell('A1').value = '甲';
    });
    await expect(readSheets(whole.slice(0, whole.length / 2))).rejects.toMatchObject({
      reason: 'notAWorkbook',
    });
  });

  it('a workbook without content', async () => {
    const blank = await bytes((sheet) => {
      sheet.getCell('A1').value = '';
    });
    await expect(readSheets(blank)).rejects.toMatchObject({ reason: 'empty' });
  });
});
