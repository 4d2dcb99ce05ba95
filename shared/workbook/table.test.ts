import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSheets } from './sheets.ts';
import type { Table } from './table.ts';
import { writeTable, writeTables } from './table.ts';

const table: Table = {
  title: '云溪市双公示报送统计',
  note: '2026年11月',
  columns: [
    { header: '单位名称', kind: 'text', width: 30 },
    { header: '统一社会信用代码', kind: 'text' },
    { header: '报送数量', kind: 'integer' },
    { header: '入库率', kind: 'percent' },
    { header: '最近报送', kind: 'date' },
  ],
  rows: [
    ['示例局', '11420200011012349Q', 1234, 0.9875, '2026-11-23'],
    ['演示局', '012345678901234567', 0, null, null],
  ],
  totals: ['合计', '', 1234, 0.9875, null],
};

async function opened(written: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(written).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}

describe('writeTable', () => {
  it('keeps every value', async () => {
    const [sheet] = await readSheets(await writeTable(table));
    expect(sheet?.name).toBe('云溪市双公示报送统计');
    expect(sheet?.rows.slice(1).map((row) => row.map(({ text }) => text))).toEqual([
      Array<string>(5).fill('2026年11月'),
      ['单位名称', '统一社会信用代码', '报送数量', '入库率', '最近报送'],
      ['示例局', '11420200011012349Q', '1234', '0.9875', '2026-11-23'],
      ['演示局', '012345678901234567', '0', '—'],
      ['合计', '', '1234', '0.9875'],
    ]);
  });

  it('writes numbers and days as such, codes as text', async () => {
    const sheet = await opened(await writeTable(table));
    expect(sheet.getCell('A1').isMerged && sheet.getCell('E1').isMerged).toBe(true);
    expect(sheet.getCell('B5')).toMatchObject({ value: '012345678901234567', numFmt: '@' });
    expect(sheet.getCell('C4')).toMatchObject({ value: 1234, numFmt: '#,##0' });
    expect(sheet.getCell('D4')).toMatchObject({ value: 0.9875, numFmt: '0.00%' });
    expect(sheet.getCell('E4')).toMatchObject({
      value: new Date('2026-11-23T00:00:00Z'),
      numFmt: 'yyyy-mm-dd',
    });
    expect(sheet.getCell('A6').font).toMatchObject({ bold: true });
  });

  it('prints on A4 across, one page wide, with the header on each page', async () => {
    const sheet = await opened(await writeTable(table));
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.getColumn(1).width).toBe(30);
    expect(sheet.getCell('A3').border).toMatchObject({ top: { style: 'thin' } });
  });

  it('lets nothing become a formula, and reads it back as it was', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '正常-文本', "'引号"];
    const written = await writeTable({
      title: '=标题',
      columns: [{ header: '名称', kind: 'text' }],
      rows: dangerous.map((text) => [text]),
    });
    const sheet = await opened(written);
    for (let row = 3; row < 3 + dangerous.length; row += 1) {
      const { value } = sheet.getCell(row, 1);
      expect(value).toEqual(expect.not.stringMatching(/^[=+\-@\t]/));
    }
    const [read] = await readSheets(written);
    expect(read?.rows.slice(2).map((row) => row[0]?.text)).toEqual(dangerous);
  });

  it('writes several tables as sheets of one workbook', async () => {
    const sheets = await readSheets(await writeTables([table, { ...table, title: '第二张' }]));
    expect(sheets.map(({ name }) => name)).toEqual(['云溪市双公示报送统计', '第二张']);
  });

  it('gives the sheet a name that it may have', async () => {
    const named = await opened(
      await writeTable({ ...table, title: `[2026/11]: ${'很长的标题'.repeat(9)}` }),
    );
    expect(named.name).toBe(`2026 11   ${'很长的标题'.repeat(4)}`);
  });
});
