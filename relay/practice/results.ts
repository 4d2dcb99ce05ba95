/** The result list (结果下载): how the platform decided on each record, as a workbook. */
import { writeTable } from '@baosong/shared/workbook/table.ts';
import { beijingTime } from './beijing-time.ts';
import type { Entry } from './pages/records.ts';
import { forms, headline } from './receipts.ts';

/** The workbook of a unit's records, in the order given. */
export function resultsWorkbook(unit: string, entries: readonly Entry[]): Promise<Uint8Array> {
  return writeTable({
    title: '报送结果',
    note: `演练平台生成，报送单位：${unit}`,
    columns: [
      { header: '信息类别', width: 12, kind: 'text' },
      { header: '受理编号', width: 16, kind: 'text' },
      { header: '决定文书号', width: 30, kind: 'text' },
      { header: '行政相对人名称', width: 34, kind: 'text' },
      { header: '决定日期', width: 14, kind: 'text' },
      { header: '处理结果', width: 12, kind: 'text' },
      { header: '错误代码', width: 12, kind: 'text' },
      { header: '错误描述', width: 60, kind: 'text' },
      { header: '处理时间', width: 22, kind: 'text' },
    ],
    rows: entries.map(({ receipt, outcome }) => {
      const { documentNumber, subjectName, decisionDate } = headline(receipt.kind, receipt.values);
      return [
        forms[receipt.kind].title,
        receipt.number,
        documentNumber,
        subjectName,
        decisionDate,
        outcome.status,
        outcome.status === '退回' ? outcome.rejection.code : '',
        outcome.status === '退回' ? outcome.rejection.message : '',
        outcome.status === '处理中' ? '' : beijingTime(outcome.decidedAt),
      ];
    }),
  });
}
