import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readChosen } from './sheets.ts';

const licences = [
  ['企业名称', '许可内容', '许可类别'],
  ['示例公司', '甲', '普通'],
];
const penalties = [
  ['企业名称', '处罚内容', '处罚依据'],
  ['示例公司', '警告', '《示例条例》第三条'],
];

async function workbook(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  hidden: readonly string[] = [],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
    if (hidden.includes(name)) sheet.state = 'hidden';
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const any = { kind: null, sheetNames: [] };
const names = (sheets: Awaited<ReturnType<typeof readChosen>>) =>
  sheets.map(({ sheetName, kind }) => [sheetName, kind]);

describe('readChosen', () => {
  it('takes the only sheet that holds records, past notes and hidden sheets', async () => {
    const bytes = await workbook({ 说明: [['请照文书填写']], 许可: licences, 旧: licences }, [
      '旧',
    ]);
    expect(names(await readChosen(bytes, any))).toEqual([['许可', 'licence']]);
  });

  it('asks which sheet is meant where several could be', async () => {
    const bytes = await workbook({ 许可: licences, 处罚: penalties });
    const refusal = readChosen(bytes, any);
    await expect(refusal).rejects.toMatchObject({ reason: 'severalSheets' });
    await expect(refusal).rejects.toThrow(/有2张表.*“许可”、“处罚”.*--sheet/);
  });

  it('takes the sheets that are named, hidden ones too, or those of a kind', async () => {
    const bytes = await workbook({ 许可: licences, 处罚: penalties, 旧: licences }, ['旧']);
    const both = await readChosen(bytes, { kind: null, sheetNames: ['处罚', '旧'] });
    expect(names(both)).toEqual([
      ['处罚', 'penalty'],
      ['旧', 'licence'],
    ]);
    expect(names(await readChosen(bytes, { kind: 'penalty', sheetNames: [] }))).toEqual([
      ['处罚', 'penalty'],
    ]);
  });

  it('takes the word of who names the kind where the header does not tell it', async () => {
    const bytes = await workbook({
      登记: [
        ['企业名称', '统一社会信用代码', '决定日期', '法定代表人'],
        ['示例公司', '91420200MA4900002A', '2026-03-05', '张示例'],
      ],
    });
    await expect(readChosen(bytes, any)).rejects.toMatchObject({ reason: 'noRecords' });
    const [sheet] = await readChosen(bytes, { kind: 'penalty', sheetNames: [] });
    expect(sheet).toMatchObject({ kind: 'penalty', headerRow: 1 });
    expect(sheet?.rows).toHaveLength(1);
  });

  it('names the sheets that are there where the chosen one is not', async () => {
    const bytes = await workbook({ 许可: licences });
    const refusal = readChosen(bytes, { kind: null, sheetNames: ['许 可'] });
    await expect(refusal).rejects.toMatchObject({ reason: 'noSuchSheet' });
    await expect(refusal).rejects.toThrow('没有名为“许 可”的表，现有：“许可”');
  });

  it('refuses a named sheet without records, and a header without any below it', async () => {
    const bytes = await workbook({
      说明: [['请照文书填写']],
      许可: licences,
      空: licences.slice(0, 1),
    });
    await expect(readChosen(bytes, { kind: null, sheetNames: ['许可', '说明'] })).rejects.toThrow(
      /没有找到.*“说明”/,
    );
    await expect(readChosen(bytes, { kind: null, sheetNames: ['空'] })).rejects.toThrow(
      /“空”的表头下面没有记录/,
    );
  });
});
