/** The command, run as people and scripts run it. */
import { spawn } from 'node:child_process';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { RecordValues } from '../standards/index.ts';
import { displayValue, standards } from '../standards/index.ts';
import { residentIdFor, validLicence, validNaturalPersonLicence } from '../testing/records.ts';
import { reportSchema } from './report.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-check-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Decided long enough ago for any clock, with a document number that goes with it. */
function decided(n: number, overrides: RecordValues = {}): RecordValues {
  return validLicence({
    documentNumber: `云市监许〔2025〕${n}号`,
    decisionDate: '2025-03-05',
    validFrom: '2025-03-05',
    ...overrides,
  });
}

/** Writes licences under the standard's labels, below a merged title, into a file of the folder. */
async function save(
  name: string,
  records: readonly RecordValues[],
  change?: (sheet: ExcelJS.Worksheet) => void,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const { fields } = standards.licence;
  const sheet = workbook.addWorksheet('许可');
  sheet.addRow(['行政许可台账']);
  sheet.mergeCells('A1:H1');
  sheet.addRow(fields.map(({ label }) => label));
  for (const values of records) {
    sheet.addRow(fields.map((field) => displayValue(field, values[field.id] ?? '')));
  }
  change?.(sheet);
  await workbook.xlsx.writeFile(join(folder, name));
}

const columnOf = (id: string) => standards.licence.fields.findIndex((field) => field.id === id) + 1;

// Each run is a process of its own that reads exceljs anew.
describe('npm run check', { timeout: 60_000 }, () => {
  it('passes a workbook without faults', async () => {
    await save('good.xlsx', [decided(1), decided(2)]);
    const { code, stdout, stderr } = await run(['good.xlsx']);
    expect(stdout).toContain('“许可”：行政许可2行，表头在第2行');
    expect(stdout).toContain('结果：可以报送。2行没有错误');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('marks every fault in a copy, leaves the original as it is, and shows no identity number', async () => {
    const id = residentIdFor(4711);
    const wrong = id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
    const person = validNaturalPersonLicence({
      decisionDate: '2025-03-05',
      validFrom: '2025-03-05',
      documentNumber: '云市监许〔2025〕3号',
    });
    await save(
      'faulty.xlsx',
      [
        decided(1, { legalRepresentative: '' }),
        decided(1),
        { ...person, subjectDocumentNumber: wrong },
        { ...person, documentNumber: '云市监许〔2025〕4号' },
      ],
      (sheet) => {
        sheet.getCell(6, columnOf('subjectDocumentNumber')).value = Number(id);
        sheet.getCell(3, columnOf('decisionDate')).value = 45721;
        sheet.getColumn(columnOf('licenceCategory')).hidden = true;
      },
    );
    const before = await readFile(join(folder, 'faulty.xlsx'));
    const { code, stdout, stderr } = await run(['faulty.xlsx', '--out', 'marked.xlsx']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/错误 X04（1处）\n.*“证件号码”不是有效的身份证号码/);
    expect(stdout).toMatch(/错误 CELL-LOST（1处）\n.*“证件号码”在表格里存成了数字，精度已丢失/);
    expect(stdout).toMatch(/错误 X15（1处）\n.*与“许可”表第3行重复/);
    expect(stdout).toContain('4行中4行有错误');
    expect(stdout).toContain(`标注副本：${join(folder, 'marked.xlsx')}`);
    expect(stdout + stderr).not.toContain(id.slice(6, 14));
    expect(await readFile(join(folder, 'faulty.xlsx'))).toEqual(before);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'marked.xlsx'));
    const sheet = workbook.worksheets[0]!;
    const marked = (row: number, field: string) => {
      const cell = sheet.getCell(row, columnOf(field));
      const note = cell.note as string | ExcelJS.Comment | undefined;
      return {
        text: typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join(''),
        colour: (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb,
      };
    };
    const red = 'FFFFC7CE';
    for (const [row, field, text] of [
      [3, 'legalRepresentative', '为必填项'],
      [4, 'documentNumber', '与“许可”表第3行重复'],
      [5, 'subjectDocumentNumber', '不是有效的身份证号码'],
      [6, 'subjectDocumentNumber', '精度已丢失'],
    ] as const) {
      expect(marked(row, field), field).toEqual({
        text: expect.stringContaining(text) as string,
        colour: red,
      });
    }
    expect(marked(3, 'decisionDate')).toEqual({ text: undefined, colour: undefined });
    expect(sheet.getColumn(columnOf('licenceCategory')).hidden).toBe(true);
    expect(sheet.model.merges).toEqual(['A1:H1']);

    // Mended in the copy itself, nothing is left of the marks.
    sheet.getCell(3, columnOf('legalRepresentative')).value = '张示例';
    sheet.getCell(4, columnOf('documentNumber')).value = '云市监许〔2025〕2号';
    sheet.getCell(5, columnOf('subjectDocumentNumber')).value = id;
    sheet.getCell(6, columnOf('subjectDocumentNumber')).value = id;
    await workbook.xlsx.writeFile(join(folder, 'mended.xlsx'));
    expect(await run(['mended.xlsx', '--out', 'clean.xlsx'])).toMatchObject({ code: 0 });
    await workbook.xlsx.readFile(join(folder, 'clean.xlsx'));
    expect(JSON.stringify(workbook.worksheets[0]?.model)).not.toMatch(/报送核验|FFFFC7CE/);
  });

  it('writes JSON of the promised shape and nothing else on the standard output', async () => {
    await save('json.xlsx', [decided(1, { decisionDate: '昨天' })]);
    const { code, stdout, stderr } = await run(['--json', 'json.xlsx', '--out=json-marked.xlsx']);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ version: 1, blocked: true, counts: { rows: 1 } });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'X08', row: 3 }));
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(await readdir(folder)).toContain('json-marked.xlsx');
  });

  it('shows progress over ten thousand rows, apart from the report', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('许可');
    sheet.addRow(['行政相对人名称', '许可内容', '许可决定日期', '许可类别']);
    for (let n = 0; n < 10_000; n += 1)
      sheet.addRow(['示例公司', `第${n}项`, '2025-03-05', '普通']);
    await workbook.xlsx.writeFile(join(folder, 'large.xlsx'));
    const { code, stdout, stderr } = await run(['large.xlsx', '--json']);
    expect(reportSchema.parse(JSON.parse(stdout)).counts.rows).toBe(10_000);
    const steps = stderr.trim().split('\n');
    expect(steps[0]).toContain('正在读取 large.xlsx');
    expect(steps).toContain('已核验 1000/10000 行');
    expect(steps.at(-1)).toBe('已核验 10000/10000 行');
    expect(code).toBe(1);
  });

  it('finds the file where npm was called, not where npm runs it', async () => {
    await save('here.xlsx', [decided(1)]);
    const elsewhere = { npm_lifecycle_event: 'check', INIT_CWD: folder };
    await mkdir(join(folder, 'sub'));
    expect(await run(['here.xlsx'], elsewhere)).toMatchObject({ code: 0 });
    const nested = { ...elsewhere, INIT_CWD: join(folder, 'sub') };
    expect(await run(['here.xlsx'], nested)).toMatchObject({ code: 2 });
  });

  it('explains itself', async () => {
    const { code, stdout } = await run(['--help']);
    expect(stdout).toContain('用法：npm run check -- 文件.xlsx');
    expect(code).toBe(0);
  });

  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(504).fill(0)];
  const utf16 = (text: string) => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);

  test.each<[string, number[], RegExp]>([
    ['empty.xlsx', [], /^这个文件是空的/],
    ['page.xlsx', [...Buffer.from('<html><table>')], /^这个文件不是 \.xlsx 工作簿/],
    ['old.xls', [...compound, ...utf16('Workbook')], /^这是旧格式的表格.*另存为 \.xlsx/],
    ['locked.xlsx', [...compound, ...utf16('EncryptionInfo')], /^这个工作簿设有打开密码/],
    ['torn.xlsx', [0x50, 0x4b, 3, 4, 20, 0], /^读不懂这个文件：可能已损坏/],
  ])('refuses %s in one sentence', async (name, bytes, sentence) => {
    await writeFile(join(folder, name), Uint8Array.from(bytes));
    const { code, stdout, stderr } = await run([name, '--json']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('refuses what cannot be meant, one sentence each', async () => {
    await save('two.xlsx', [decided(1)], (sheet) => {
      const copy = sheet.workbook.addWorksheet('许可（旧）');
      for (const row of [2, 3]) copy.addRow(sheet.getRow(row).values);
    });
    await save('plain.xlsx', [], (sheet) => {
      sheet.getRow(2).values = ['姓名', '电话', '住址'];
    });
    await symlink('two.xlsx', join(folder, 'link.xlsx'));
    await link(join(folder, 'two.xlsx'), join(folder, 'same.xlsx'));
    await mkdir(join(folder, 'dir.xlsx'));
    await writeFile(join(folder, 'file'), '');
    for (const [words, sentence] of [
      [[], /请写明要核验的文件/],
      [['nowhere.xlsx'], /^找不到文件 .*nowhere\.xlsx/],
      [['dir.xlsx'], /是文件夹/],
      [['two.xlsx', '--colour'], /没有 --colour 这个选项/],
      [['two.xlsx'], /^有2张表可以核验：“许可”、“许可（旧）”，请用 --sheet/],
      [['two.xlsx', '--sheet', '处罚'], /没有名为“处罚”的表/],
      [
        ['plain.xlsx'],
        /没有找到行政许可、行政处罚、表彰荣誉、严重失信、其他信用信息的表头.*“事项名称”“事由”/,
      ],
      [['two.xlsx', '--out', 'two.xlsx'], /--out 就是原文件/],
      [['two.xlsx', '--out', './dir.xlsx/../two.xlsx'], /--out 就是原文件/],
      [['two.xlsx', '--out', 'link.xlsx'], /--out 就是原文件/],
      [['link.xlsx', '--out', 'two.xlsx'], /--out 就是原文件/],
      [['two.xlsx', '--out', 'same.xlsx'], /--out 就是原文件/],
      [['two.xlsx', '--out', 'no/such.xlsx'], /文件夹 .*no 不存在/],
      [['two.xlsx', '--out', 'dir.xlsx'], /不是文件/],
      [['two.xlsx', '--out', 'file/out.xlsx'], /^写不了 /],
    ] as const) {
      const { code, stdout, stderr } = await run(words);
      expect(stderr, words.join(' ')).toMatch(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect([code, stdout]).toEqual([2, '']);
    }
    const left = (await readdir(folder)).filter((name) => name.startsWith('.'));
    expect(left).toEqual([]);
  });
});
