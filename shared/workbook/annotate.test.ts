import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { annotate } from './annotate.ts';
import type { Annotation } from './annotate.ts';

const red = 'FFFFC7CE';
const yellow = 'FFFFEB9C';

async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('许可'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function at(row: number, column: number, text: string, level: Annotation['level'] = 'error') {
  return { sheetName: '许可', row, column, level, text };
}

// The types of exceljs do not say that a cell may have neither.
const fillOf = (cell: ExcelJS.Cell) =>
  (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;
const noteOf = (cell: ExcelJS.Cell) => {
  const note = cell.note as string | ExcelJS.Comment | undefined;
  return typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('');
};

/** The rules on cells by their addresses; exceljs does not say so in its types. */
const validationsOf = (sheet: ExcelJS.Worksheet): Record<string, unknown> =>
  (sheet as unknown as { dataValidations: { model: Record<string, unknown> } }).dataValidations
    .model;

describe('annotate', () => {
  it('colours a cell by its heaviest annotation and says all of them, and leaves its neighbours alone', async () => {
    const original = await written((sheet) => {
      sheet.addRow(['示例公司', '普通', '示例公司']);
      for (const column of [1, 2, 3]) sheet.getCell(1, column).font = { bold: true };
    });
    const { bytes, complete } = await annotate(original, [
      at(1, 0, '可再核对。', 'warning'),
      at(1, 0, '请改正。'),
      at(1, 1, '请核对。', 'warning'),
    ]);
    const sheet = await opened(bytes);
    expect(complete).toBe(true);
    expect(['A1', 'B1', 'C1'].map((address) => fillOf(sheet.getCell(address)))).toEqual([
      red,
      yellow,
      undefined,
    ]);
    expect(noteOf(sheet.getCell('A1'))).toBe('【报送核验】\n错误：请改正。\n提醒：可再核对。');
    expect(sheet.getCell('C1').note).toBeUndefined();
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('A1').value).toBe('示例公司');
  });

  it('keeps formats, merged cells, hidden columns, choices, pictures, other sheets and comments', async () => {
    const workbook = new ExcelJS.Workbook();
    const worksheet = workbook.addWorksheet('许可');
    worksheet.mergeCells('A1:B1');
    worksheet.getCell('A1').value = '标题';
    worksheet.getCell('A2').value = '甲';
    worksheet.getCell('A2').note = '科长：照原件填';
    worksheet.getCell('B2').value = new Date(Date.UTC(2026, 10, 23));
    worksheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"';
    worksheet.getCell('C2').dataValidation = { type: 'list', formulae: ['"普通,特许"'] };
    worksheet.getColumn(3).hidden = true;
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const image = workbook.addImage({ base64: pixel, extension: 'png' });
    worksheet.addImage(image, 'D4:E5');
    workbook.addWorksheet('字典', { state: 'hidden' }).getCell('A1').value = '普通';
    const original = new Uint8Array(await workbook.xlsx.writeBuffer());

    const { bytes } = await annotate(original, [at(1, 1, '标题有误。'), at(2, 0, '请核对。')]);
    const sheet = await opened(bytes);
    expect(fillOf(sheet.getCell('A1'))).toBe(red);
    expect(noteOf(sheet.getCell('A1'))).toContain('标题有误。');
    expect(sheet.model.merges).toEqual(['A1:B1']);
    expect(noteOf(sheet.getCell('A2'))).toBe('科长：照原件填\n【报送核验】\n错误：请核对。');
    expect(sheet.getCell('B2').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(sheet.getCell('C2').dataValidation.formulae).toEqual(['"普通,特许"']);
    expect(sheet.getColumn(3).hidden).toBe(true);
    expect(sheet.getImages()).toHaveLength(1);
    expect(sheet.workbook.getWorksheet('字典')?.state).toBe('hidden');
  });

  it('keeps the choices of a whole column for the rows that are used and some more', async () => {
    const workbook = new ExcelJS.Workbook();
    const worksheet = workbook.addWorksheet('许可');
    worksheet.getCell('A2').value = '甲';
    const choices = { type: 'list', allowBlank: true, formulae: ['"普通,特许"'] };
    validationsOf(worksheet)['C2:C200000'] = choices;
    const original = new Uint8Array(await workbook.xlsx.writeBuffer());

    const { bytes, complete } = await annotate(original, [at(2, 0, '请核对。')]);
    expect(complete).toBe(true);
    const sheet = await opened(bytes);
    expect(Object.keys(validationsOf(sheet))).toHaveLength(1001);
    expect(sheet.getCell('C2').dataValidation).toMatchObject({ formulae: ['"普通,特许"'] });
    expect(sheet.getCell('C1002').dataValidation).toMatchObject({ formulae: ['"普通,特许"'] });
  });

  it('takes away what an earlier check left, and only that', async () => {
    const original = await written((sheet) => {
      sheet.addRow(['甲', '乙', '丙']);
      sheet.getCell('B1').note = '原批注';
      sheet.getCell('C1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: yellow } };
    });
    const blank = at(1, 4, '请填写。');
    const first = await annotate(original, [at(1, 0, '请改正。'), at(1, 1, '请改正。'), blank]);
    expect(noteOf((await opened(first.bytes)).getCell('E1'))).toContain('请填写。');
    const second = await annotate(first.bytes, [at(1, 1, '还要改。', 'warning')]);
    const sheet = await opened(second.bytes);
    expect(fillOf(sheet.getCell('A1'))).toBeUndefined();
    expect(sheet.getCell('A1').note).toBeUndefined();
    expect(sheet.getCell('E1').note).toBeUndefined();
    expect(fillOf(sheet.getCell('E1'))).toBeUndefined();
    expect(noteOf(sheet.getCell('B1'))).toBe('原批注\n【报送核验】\n提醒：还要改。');
    expect(fillOf(sheet.getCell('B1'))).toBe(yellow);
    expect(fillOf(sheet.getCell('C1'))).toBe(yellow);
  });

  it('gives a long comment a box in which all of it can be read', async () => {
    const original = await written((sheet) => {
      sheet.addRow(['甲', '乙']);
    });
    const boxOf = async (text: string) => {
      const { bytes } = await annotate(original, [at(1, 0, text)]);
      const zip = await unzipped(bytes, 'xl/drawings/vmlDrawing1.vml');
      const [left = 0, , top = 0, , right = 0, , bottom = 0] = (
        /<x:Anchor>([^<]*)</.exec(zip)?.[1] ?? ''
      )
        .split(', ')
        .map(Number);
      return { columns: right - left, rows: bottom - top };
    };
    const short = await boxOf('请改正。');
    const long = await boxOf('请对照证照逐位核对。'.repeat(20));
    expect(short.columns).toBeGreaterThanOrEqual(5);
    expect(short.rows).toBeGreaterThanOrEqual(3);
    expect(long.rows).toBeGreaterThanOrEqual(9);
  });
});

/** A file of an archive as text, by the reader that exceljs brings along. */
async function unzipped(bytes: Uint8Array, name: string): Promise<string> {
  const { default: JSZip } = (await import('jszip')) as unknown as {
    default: {
      loadAsync(data: Uint8Array): Promise<{
        file(name: string): { async(type: 'string'): Promise<string> } | null;
      }>;
    };
  };
  const file = (await JSZip.loadAsync(bytes)).file(name);
  if (!file) throw new Error(`no ${name}`);
  return file.async('string');
}
