import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importOutcomes } from './outcomes.ts';

async function list(values: readonly (readonly ExcelJS.CellValue[])[], name = '反馈结果') {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  values.forEach((row) => {
    sheet.addRow([...row]);
  });
  return importOutcomes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const header = [
  '文书号',
  '行政相对人名称',
  '决定日期',
  '信息类别',
  '处理结果',
  '错误代码',
  '错误描述',
  '处理时间',
];

describe('importOutcomes', () => {
  it('reads what was accepted and what was sent back', async () => {
    const outcomes = await list([
      ['数据处理结果'],
      header,
      [
        '示许〔2026〕5号',
        '示例公司',
        '2026/11/20',
        '行政许可',
        '入库',
        null,
        null,
        '2026-11-23 09:30:05',
      ],
      [
        '示罚〔2026〕8号',
        '示例小店',
        new Date(Date.UTC(2026, 10, 19)),
        '行政处罚',
        '退回',
        '1001',
        '未查询到主体或查询到的主体信息不匹配',
        new Date(Date.UTC(2026, 10, 23, 9, 31)),
      ],
      ['示罚〔2026〕9号', '示例二店', 46345, '行政处罚', '处理中', null, null, null],
      [],
    ]);
    expect(outcomes).toEqual([
      {
        kind: 'licence',
        documentNumber: '示许〔2026〕5号',
        subjectName: '示例公司',
        decisionDate: '2026-11-20',
        verdict: 'accepted',
        code: '',
        message: '',
        at: '2026-11-23T01:30:05.000Z',
      },
      {
        kind: 'penalty',
        documentNumber: '示罚〔2026〕8号',
        subjectName: '示例小店',
        decisionDate: '2026-11-19',
        verdict: 'rejected',
        code: '1001',
        message: '未查询到主体或查询到的主体信息不匹配',
        at: '2026-11-23T01:31:00.000Z',
      },
      {
        kind: 'penalty',
        documentNumber: '示罚〔2026〕9号',
        subjectName: '示例二店',
        decisionDate: '2026-11-19',
        verdict: null,
        code: '',
        message: '',
        at: null,
      },
    ]);
  });

  it('knows other words for columns and verdicts, and takes the kind from the sheet’s name', async () => {
    const outcomes = await list(
      [
        ['行政处罚决定书文号', '相对人名称', '状态', '退回原因', '处理日期'],
        ['示罚〔2026〕1号', '甲', '已入库', '', '2026/11/23'],
        ['示罚〔2026〕2号', '乙', '未入库', '重复数据', '2026/11/23'],
        ['示罚〔2026〕3号', '丙', '另有说明', '', '昨天'],
      ],
      '行政处罚反馈',
    );
    expect(outcomes.map(({ kind, verdict, message, at }) => [kind, verdict, message, at])).toEqual([
      ['penalty', 'accepted', '', '2026-11-22T16:00:00.000Z'],
      ['penalty', 'rejected', '重复数据', '2026-11-22T16:00:00.000Z'],
      ['penalty', null, '', null],
    ]);
  });

  it('leaves the kind open where nothing tells it', async () => {
    const [outcome] = await list([
      ['文书号', '处理结果'],
      ['示许〔2026〕5号', '入库'],
    ]);
    expect(outcome).toMatchObject({ kind: null, verdict: 'accepted', decisionDate: '' });
  });

  it('refuses a workbook without a result list', async () => {
    const refusal = list([['企业名称', '许可内容', '许可类别']]);
    await expect(refusal).rejects.toMatchObject({ reason: 'noOutcomes' });
    await expect(refusal).rejects.toThrow(/处理结果/);
  });
});
