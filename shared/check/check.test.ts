import { describe, expect, it } from 'vitest';
import type { RecordValues } from '../standards/index.ts';
import { standards } from '../standards/index.ts';
import { residentIdFor, validLicence, validNaturalPersonLicence } from '../testing/records.ts';
import type { ImportedRow, ImportedSheet } from '../workbook/import.ts';
import { check } from './check.ts';
import { reportSchema } from './report.ts';
import { summarize } from './summary.ts';

const today = '2026-03-06';

/** A sheet with every column of a licence from A on, and its header in row 2. */
function sheetOf(
  records: readonly RecordValues[],
  changes: Partial<ImportedSheet> = {},
): ImportedSheet {
  return {
    sheetName: '许可',
    kind: 'licence',
    standard: standards.licence,
    headerRow: 2,
    columns: new Map(standards.licence.fields.map(({ id }, index) => [id, index])),
    unmatched: [],
    missing: [],
    rows: records.map((values, index): ImportedRow => ({
      rowNumber: index + 3,
      values,
      problems: [],
    })),
    ...changes,
  };
}

function numbered(n: number, overrides: RecordValues = {}): RecordValues {
  return validLicence({ documentNumber: `云市监许〔2026〕${n}号`, ...overrides });
}

describe('check', () => {
  it('passes records without faults', () => {
    const { report, annotations } = check([sheetOf([numbered(1), numbered(2)])], today);
    expect(report).toMatchObject({
      version: 1,
      today,
      blocked: false,
      counts: { rows: 2, blockedRows: 0, errors: 0, warnings: 0, infos: 0 },
      rules: [],
      findings: [],
    });
    expect(annotations).toEqual([]);
    expect(summarize(report)).toContain('结果：可以报送。2行没有错误');
  });

  it('names the cell, the rule and the way out, and counts by rule', () => {
    const { report, annotations } = check(
      [
        sheetOf([
          numbered(1, { decisionDate: '2026-03-09' }),
          numbered(2, { documentNumber: '云市监许[2026]2号' }),
        ]),
      ],
      today,
    );
    expect(report.blocked).toBe(true);
    expect(report.counts).toMatchObject({ rows: 2, blockedRows: 1 });
    const column = report.sheets[0]?.columns.find(({ field }) => field === 'decisionDate')?.column;
    expect(report.findings).toContainEqual(
      expect.objectContaining({ row: 3, cell: `${column}3`, code: 'X05', level: 'error' }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ row: 4, code: 'DOCNO', fix: '改为 云市监许〔2026〕2号' }),
    );
    expect(report.rules[0]?.level).toBe('error');
    expect(annotations).toContainEqual(
      expect.objectContaining({ sheetName: '许可', row: 4, level: 'warning' }),
    );
    expect(summarize(report)).toMatch(/错误 X05（1处）\n {2}[A-Z]+3：“许可决定日期”/);
  });

  it('finds the second of two equal decisions, over sheets too, however they are written', () => {
    const again = numbered(1, {
      documentNumber: '云市监许[2026]1号',
      subjectName: '云溪市示范食品有限公司 ',
    });
    const { report } = check(
      [sheetOf([numbered(1), numbered(2)]), sheetOf([again], { sheetName: '补报' })],
      today,
    );
    expect(report.findings.filter(({ code }) => code === 'X15')).toEqual([
      expect.objectContaining({
        sheet: '补报',
        row: 3,
        level: 'error',
        message: expect.stringContaining('与“许可”表第3行重复') as string,
      }),
    ]);
  });

  it('takes no row without a document number for a repetition', () => {
    const bare = { subjectName: '示例公司' };
    const { report } = check([sheetOf([bare, bare])], today);
    expect(report.rules.map(({ code }) => code)).not.toContain('X15');
  });

  it('calls a cell that could not be read by that, and not blank', () => {
    const { legalRepresentative: _, ...values } = numbered(1);
    const problem = {
      code: 'CELL-ERR',
      field: 'legalRepresentative',
      message: '公式出错',
    } as const;
    const { report } = check(
      [sheetOf([], { rows: [{ rowNumber: 3, values, problems: [problem] }] })],
      today,
    );
    expect(report.findings.map(({ code, message }) => [code, message])).toEqual([
      ['CELL-ERR', '公式出错'],
    ]);
  });

  it('says once at the header which columns are missing, and at the row what only it lacks', () => {
    const columns = new Map(
      standards.licence.fields
        .filter(({ id }) => !['authorityName', 'subjectDocumentNumber'].includes(id))
        .map(({ id }, index) => [id, index + 1]),
    );
    const person = validNaturalPersonLicence({ subjectDocumentNumber: '', authorityName: '' });
    const { report, annotations } = check(
      [
        sheetOf([numbered(1, { authorityName: '' }), person], {
          columns,
          missing: ['authorityName'],
        }),
      ],
      today,
    );
    expect(report.findings.map(({ row, cell, fields }) => [row, cell, fields[0]])).toEqual([
      [3, null, 'authorityName'],
      [4, null, 'subjectDocumentNumber'],
      [4, null, 'authorityName'],
    ]);
    expect(annotations.map(({ row, column }) => [row, column])).toEqual([
      [2, 1],
      [4, 1],
    ]);
    expect(annotations[0]?.text).toContain('“许可机关”');
    expect(summarize(report)).toContain('2处因为没有上面列出的必填列');
  });

  it('never repeats an identity number or what is written about a person', () => {
    const id = residentIdFor(77);
    const { report, annotations } = check(
      [
        sheetOf(
          [
            validNaturalPersonLicence({
              subjectName: '李 示例',
              subjectDocumentNumber: id.toLowerCase().replace(/^(\d{6})/, '$1 '),
              licenceContent: `准予${id}`,
              remarks: id,
              decisionDate: '2026-3-5',
            }),
            numbered(1, { registrationNumber: id, certificateNumber: id, subjectName: `张${id}` }),
          ],
          { unmatched: [`联系人${id}`] },
        ),
      ],
      today,
    );
    const texts = JSON.stringify(report) + summarize(report) + JSON.stringify(annotations);
    expect(report.findings.length).toBeGreaterThan(3);
    expect(texts).not.toContain(id);
    expect(texts.replace(/\s/g, '')).not.toContain(id.slice(6, 17));
    expect(JSON.stringify(report)).not.toContain('李示例');
  });

  it('tells how it goes on', () => {
    const calls: [number, number][] = [];
    const records = Array.from({ length: 2500 }, (_, n) => numbered(n + 1));
    check([sheetOf(records)], today, (...call) => calls.push(call));
    expect(calls).toEqual([
      [1000, 2500],
      [2000, 2500],
      [2500, 2500],
    ]);
  });

  it('has the shape that is promised to programs', () => {
    const { report } = check(
      [sheetOf([{}, numbered(1, { decisionDate: '昨天' })], { unmatched: ['序号'] })],
      today,
    );
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('counts messages and cells beyond those that fit on a screen', () => {
    const records = Array.from({ length: 30 }, (_, n) =>
      numbered(n + 1, { decisionDate: '2026-03-09' }),
    );
    const summary = summarize(check([sheetOf(records)], today).report);
    expect(summary).toMatch(/错误 X05（30处）\n.* 等30处：/);
    expect(summary.split('\n').length).toBeLessThan(20);
  });
});
