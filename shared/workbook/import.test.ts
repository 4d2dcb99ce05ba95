import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importRecords } from './import.ts';

type Values = readonly (readonly ExcelJS.CellValue[])[];

function addSheet(workbook: ExcelJS.Workbook, name: string, values: Values) {
  const sheet = workbook.addWorksheet(name);
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      sheet.getCell(r + 1, c + 1).value = value;
    });
  });
  return sheet;
}

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function importSheet(values: Values, change?: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  const worksheet = addSheet(workbook, '数据', values);
  change?.(worksheet);
  const [sheet] = await importRecords(await bytesOf(workbook));
  if (!sheet) throw new Error('no sheet was imported');
  return sheet;
}

const licenceHeader = [
  '序号',
  '决定日期',
  '企业名称',
  '相对人类别',
  '社会信用代码',
  '文书号',
  '许可类别',
  '许可内容',
  '有效期至',
  '经办科室',
];

describe('importRecords', () => {
  it('reads a clerk’s licences: own order, title above, rich text, Excel dates, totals below', async () => {
    const sheet = await importSheet(
      [
        ['2026年11月行政许可台账'],
        [],
        licenceHeader,
        [
          1,
          new Date(Date.UTC(2026, 10, 20)),
          { richText: [{ text: '示例食品' }, { font: { bold: true }, text: '有限公司' }] },
          '法人及非法人组织',
          '91420200MA4900002A',
          '示市监许〔2026〕5号',
          '普通',
          '食品经营许可',
          '2099/12/31',
          '许可科',
        ],
        [],
        [2, '2026年11月23日', '示例小店', '个体户', '92420200MA4K00010U', '示市监许〔2026〕6号'],
        ['合计', null, 2],
      ],
      (worksheet) => {
        worksheet.mergeCells('A1:J1');
      },
    );
    expect(sheet).toMatchObject({
      sheetName: '数据',
      kind: 'licence',
      headerRow: 3,
      unmatched: ['序号', '经办科室'],
    });
    expect(sheet.missing).toContain('authorityName');
    expect(sheet.rows).toEqual([
      {
        rowNumber: 4,
        values: {
          decisionDate: '2026-11-20',
          subjectName: '示例食品有限公司',
          subjectCategory: 'legalPerson',
          unifiedSocialCreditCode: '91420200MA4900002A',
          documentNumber: '示市监许〔2026〕5号',
          licenceCategory: '普通',
          licenceContent: '食品经营许可',
          validUntil: '2099-12-31',
        },
        problems: [],
      },
      {
        rowNumber: 6,
        values: {
          decisionDate: '2026-11-23',
          subjectName: '示例小店',
          subjectCategory: 'individualBusiness',
          unifiedSocialCreditCode: '92420200MA4K00010U',
          documentNumber: '示市监许〔2026〕6号',
        },
        problems: [],
      },
    ]);
  });

  it('leaves out and reports identity numbers that lost digits, and formulas that failed', async () => {
    const header = ['姓名', '证件类型', '身份证号', '处罚决定日期', '处罚内容', '处罚依据'];
    const { kind, rows } = await importSheet([
      header,
      ['张示例', '身份证', 420202199003070016, '2026-11-20', '警告', { error: '#REF!' }],
      ['李示例', '身份证', '4.20202E+17', '2026-11-20', '警告', '《示例条例》第三条'],
      ['王示例', '身份证', '420202199003070024', '2026-11-20', '警告', '《示例条例》第三条'],
    ]);
    expect(kind).toBe('penalty');
    expect(rows.map(({ values }) => values.subjectDocumentNumber)).toEqual([
      undefined,
      undefined,
      '420202199003070024',
    ]);
    const lost = {
      code: 'CELL-LOST',
      field: 'subjectDocumentNumber',
      message: '“证件号码”在表格里存成了数字，精度已丢失：请把这一列设为文本格式，照原件重新填写。',
    };
    expect(rows.map(({ problems }) => problems)).toEqual([
      [
        lost,
        {
          code: 'CELL-ERR',
          field: 'penaltyBasis',
          message: '“处罚依据”的公式出错（#REF!）：请在表格里改正，或照原件填写。',
        },
      ],
      [lost],
      [],
    ]);
    expect(JSON.stringify(rows.map(({ problems }) => problems))).not.toMatch(/\d{6}/);
  });

  it('takes dates that come as serial numbers or with a time of day, and amounts as numbers', async () => {
    const { rows } = await importSheet([
      ['企业名称', '处罚决定日期', '处罚有效期', '处罚内容', '罚款金额（万元）'],
      ['示例公司', 46349, new Date(Date.UTC(2027, 10, 23, 16, 30)), '罚款2000元', 0.2],
    ]);
    expect(rows[0]?.values).toMatchObject({
      decisionDate: '2026-11-23',
      validUntil: '2027-11-23',
      fineAmount: '0.2',
    });
  });

  it('repeats what is merged over several rows', async () => {
    const { rows } = await importSheet(
      [
        ['企业名称', '许可内容', '许可决定日期', '许可类别'],
        ['示例公司', '甲', '2026-11-20', '普通'],
        [null, '乙', '2026-11-21', '普通'],
      ],
      (worksheet) => {
        worksheet.mergeCells('A2:A3');
      },
    );
    expect(rows.map(({ values }) => `${values.subjectName} ${values.licenceContent}`)).toEqual([
      '示例公司 甲',
      '示例公司 乙',
    ]);
  });

  it('leaves out repeated headers and lines across the sheet', async () => {
    const header = ['企业名称', '许可内容', '许可决定日期', '许可类别'];
    const { rows } = await importSheet(
      [
        header,
        ['示例公司', '甲', '2026-11-20', '普通'],
        header,
        ['示例公司', '乙', '2026-11-20', '普通'],
        ['填表人：张示例'],
      ],
      (worksheet) => {
        worksheet.mergeCells('A5:D5');
      },
    );
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  });

  it('takes every visible sheet that holds records, and no other', async () => {
    const workbook = new ExcelJS.Workbook();
    const licences = [
      ['企业名称', '许可内容', '许可类别'],
      ['示例公司', '甲', '普通'],
    ];
    addSheet(workbook, '说明', [['填写说明'], ['请照文书填写']]);
    addSheet(workbook, '许可', licences);
    addSheet(workbook, '处罚', [['企业名称', '处罚内容', '处罚依据']]);
    addSheet(workbook, '旧数据', licences).state = 'hidden';
    const sheets = await importRecords(await bytesOf(workbook));
    expect(sheets.map(({ sheetName, kind, rows }) => [sheetName, kind, rows.length])).toEqual([
      ['许可', 'licence', 1],
      ['处罚', 'penalty', 0],
    ]);
  });

  it('refuses a workbook without records and names what was looked for', async () => {
    const workbook = new ExcelJS.Workbook();
    addSheet(workbook, '通讯录', [['姓名', '电话']]);
    const refusal = importRecords(await bytesOf(workbook));
    await expect(refusal).rejects.toMatchObject({ reason: 'noRecords' });
    await expect(refusal).rejects.toThrow(/“通讯录”.*“许可决定日期”.*“处罚决定日期”/);
  });
});

describe('a workbook of an earlier generation', () => {
  const header2015 = [
    'XK_WSH',
    'XK_XMMC',
    'XK_SPLB',
    'XK_NR',
    'XK_XDR',
    'XK_XDR_SHXYM',
    'XK_XDR_SFZ',
    'XK_FR',
    'XK_JDRQ',
    'XK_JZQ',
    'XK_XZJG',
    'XK_ZT',
    'DFBM',
  ];
  const row2015 = (state: string) => [
    '云市监许〔2016〕5号',
    '食品经营许可',
    '普通',
    '准予销售',
    '云溪市示范食品有限公司',
    '91420200MA4900002A',
    null,
    '张示例',
    '2016/3/5',
    '2021/3/4',
    '云溪市市场监督管理局',
    state,
    '990101',
  ];

  it('of 2015 comes in with the meaning that its state had then', async () => {
    const sheet = await importSheet([header2015, row2015('0'), row2015('1')]);
    expect(sheet.standard.generation).toBe('2015');
    expect(sheet.rows.map(({ values }) => values.status)).toEqual(['valid', 'invalid']);
    expect(sheet.rows[0]).toMatchObject({
      problems: [],
      values: {
        subjectCategory: 'legalPerson',
        legalRepresentative: '张示例',
        authorityName: '云溪市市场监督管理局',
        validUntil: '2021-03-04',
      },
    });
    expect(sheet.rows[0]?.values).not.toHaveProperty('projectName');
    expect(sheet.missing).toContain('documentTitle');
    expect(sheet.missing).not.toContain('subjectCategory');
  });

  it('of 2015 says what has no equivalent, row by row', async () => {
    const sheet = await importSheet([header2015, row2015('2')]);
    expect(sheet.rows[0]?.problems.map(({ field }) => field)).toEqual(['status']);
    expect(sheet.rows[0]?.values).not.toHaveProperty('status');
  });

  it('of 2015 is told by its labels, too, and joins the two categories of a penalty', async () => {
    const sheet = await importSheet([
      [
        '行政处罚决定书文号',
        '处罚名称',
        '处罚类别1',
        '处罚类别2',
        '处罚事由',
        '处罚依据',
        '行政相对人名称',
        '处罚结果',
        '处罚决定日期',
        '处罚机关',
        '当前状态',
      ],
      [
        '云市监罚〔2016〕1号',
        '示例案',
        '警告',
        '罚款',
        '事由',
        '依据',
        '云溪示范公司',
        '罚款1000元',
        '2016-03-05',
        '云溪市市场监督管理局',
        '0',
      ],
    ]);
    expect(sheet.standard.generation).toBe('2015');
    expect(sheet.rows[0]?.values).toMatchObject({ penaltyCategory: '警告;罚款' });
    expect(sheet.rows[0]?.values).not.toHaveProperty('status');
    expect(sheet.rows[0]?.problems.map(({ field }) => field)).toEqual(['subjectCategory']);
  });

  it('of 2018 gets the category that its codes tell', async () => {
    const sheet = await importSheet([
      [
        '行政许可决定文书号',
        '行政相对人名称',
        '统一社会信用代码',
        '法定代表人身份证号',
        '许可内容',
        '许可决定日期',
        '当前状态',
      ],
      [
        '云市监许〔2018〕5号',
        '云溪小店',
        '92420200MA4K00010U',
        '11010519491231002X',
        '准予',
        '2018-12-05',
        '1',
      ],
    ]);
    expect(sheet.standard.generation).toBe('2018');
    expect(sheet.rows[0]?.values).toMatchObject({
      subjectCategory: 'individualBusiness',
      legalRepresentativeDocumentType: 'residentId',
      status: 'valid',
    });
  });

  it('is not seen in a sheet of today with a label or two of then', async () => {
    const sheet = await importSheet([
      [
        '行政许可决定书文号',
        '行政相对人名称',
        '行政相对人类别',
        '审批类别',
        '许可内容',
        '许可决定日期',
        '当前状态',
      ],
      [
        '云市监许〔2026〕5号',
        '云溪示范公司',
        '法人及非法人组织',
        '普通',
        '准予',
        '2026-03-05',
        '1',
      ],
    ]);
    expect(sheet.standard.generation).toBe('2019');
    expect(sheet.rows[0]?.values.status).toBe('valid');
  });
});
