import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RecordValues } from '../standards/index.ts';
import { standards } from '../standards/index.ts';
import { importRecords } from './import.ts';
import type { LedgerRow } from './templates.ts';
import { writeLedger, writeTemplate } from './templates.ts';

async function opened(written: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(written).buffer);
  return workbook;
}

describe.each(['licence', 'penalty'] as const)('the template of a %s', (kind) => {
  it('has a column for each field, and comes back as records when it is filled in', async () => {
    const { fields } = standards[kind];
    const workbook = await opened(await writeTemplate(kind));
    const sheet = workbook.worksheets[0];
    const columnOf = (id: string) => fields.findIndex((field) => field.id === id) + 1;
    if (!sheet) throw new Error('the template has no sheet');
    sheet.getCell(2, columnOf('subjectName')).value = '示例公司';
    sheet.getCell(2, columnOf('unifiedSocialCreditCode')).value = '91420200MA4900002A';
    const sheets = await importRecords(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ kind, headerRow: 1, unmatched: [], missing: [] });
    expect(sheets[0]?.columns.size).toBe(fields.length);
    expect(sheets[0]?.rows).toEqual([
      {
        rowNumber: 2,
        values: { subjectName: '示例公司', unifiedSocialCreditCode: '91420200MA4900002A' },
        problems: [],
      },
    ]);
  });

  it('marks what is required, offers the choices, and keeps codes as text', async () => {
    const sheet = (await opened(await writeTemplate(kind))).worksheets[0];
    const { fields } = standards[kind];
    const columnOf = (id: string) => fields.findIndex((field) => field.id === id) + 1;
    expect(sheet?.getCell(1, columnOf('subjectName')).value).toBe('*行政相对人名称');
    expect(sheet?.getCell(1, columnOf('unifiedSocialCreditCode')).value).toBe('统一社会信用代码');
    expect(sheet?.getColumn(columnOf('subjectDocumentNumber')).numFmt).toBe('@');
    expect(sheet?.getCell(2, columnOf('subjectCategory'))).toMatchObject({
      numFmt: '@',
      dataValidation: {
        type: 'list',
        formulae: ['"法人及非法人组织,个体工商户,自然人"'],
        showErrorMessage: true,
      },
    });
    const open = kind === 'licence' ? 'licenceCategory' : 'penaltyCategory';
    const openList = sheet?.getCell(1001, columnOf(open)).dataValidation;
    expect(openList).toMatchObject({ type: 'list' });
    expect(openList).not.toHaveProperty('showErrorMessage', true);
  });

  it('explains each column on a second sheet', async () => {
    const [, explanation] = (await opened(await writeTemplate(kind))).worksheets;
    expect(explanation?.name).toBe('填写说明');
    expect(explanation?.rowCount).toBe(3 + standards[kind].fields.length);
    expect(explanation?.getCell('A4').value).toBe('行政相对人名称');
  });
});

describe('writeLedger', () => {
  const licence: RecordValues = {
    subjectName: '示例食品有限公司',
    subjectCategory: 'legalPerson',
    unifiedSocialCreditCode: '91420200MA4900002A',
    documentNumber: '示市监许〔2026〕5号',
    licenceCategory: '普通',
    licenceContent: '食品经营许可\n（含冷藏）',
    decisionDate: '2026-11-20',
    validUntil: '2099-12-31',
    status: 'valid',
  };
  const penalty: RecordValues = {
    subjectName: '=示例小店',
    subjectCategory: 'individualBusiness',
    penaltyCategory: '警告;罚款',
    penaltyContent: '罚款2000元',
    fineAmount: '0.2',
    decisionDate: '2026-11-19',
  };
  const rows: readonly LedgerRow[] = [
    { kind: 'licence', values: licence, state: 'accepted', submittedOn: '2026-11-23', outcome: '' },
    { kind: 'penalty', values: penalty, state: 'ready', submittedOn: null, outcome: '' },
  ];

  it('comes back value for value', async () => {
    const sheets = await importRecords(await writeLedger(rows));
    expect(sheets.map(({ kind, rows: [first] }) => [kind, first?.values])).toEqual([
      ['licence', licence],
      ['penalty', penalty],
    ]);
  });

  it('says how each record stands', async () => {
    const workbook = await opened(await writeLedger(rows));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['行政许可', '行政处罚']);
    const [sheet] = workbook.worksheets;
    const behind = standards.licence.fields.length;
    expect([1, 2].map((n) => sheet?.getCell(2, behind + n).value)).toEqual([
      '报送状态',
      '报送日期',
    ]);
    expect([1, 2].map((n) => sheet?.getCell(3, behind + n).value)).toEqual([
      '入库',
      new Date('2026-11-23T00:00:00Z'),
    ]);
  });

  it('is a workbook with headers even without a record', async () => {
    const workbook = await opened(await writeLedger([]));
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([2, 2]);
  });
});
