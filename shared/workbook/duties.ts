/** Workbooks about duties: the year's calendar of them, and a monthly statement to print and seal. */
import { monthOf } from '../calendar/dates.ts';
import type { Obligation } from '../calendar/obligation.ts';
import { dutyLabels, obligationStateLabels, wasLate } from '../calendar/obligation.ts';
import type { MonthlyStatement } from '../records/monthly-statement.ts';
import { isZeroStatement } from '../records/monthly-statement.ts';
import { writeTable } from './table.ts';

/** The duties of a year as a sheet, one row each. */
export function writeDuties(
  title: string,
  unit: string,
  duties: readonly Obligation[],
): Promise<Uint8Array> {
  return writeTable({
    title,
    note: `单位：${unit}`,
    columns: [
      { header: '报送', kind: 'text', width: 12 },
      { header: '内容', kind: 'text', width: 28 },
      { header: '期间自', kind: 'date', width: 12 },
      { header: '期间至', kind: 'date', width: 12 },
      { header: '到期日', kind: 'date', width: 12 },
      { header: '办结日', kind: 'date', width: 12 },
      { header: '状态', kind: 'text', width: 18 },
      { header: '逾期', kind: 'text', width: 8 },
      { header: '说明', kind: 'text', width: 60 },
    ],
    rows: duties.map((duty) => [
      dutyLabels[duty.duty],
      duty.subject,
      duty.period.start,
      duty.period.end,
      duty.dueOn,
      duty.doneOn,
      obligationStateLabels[duty.state],
      wasLate(duty) ? '是' : '',
      `${duty.explanation}${duty.why}`,
    ]),
  });
}

/** What a statement is called: a zero report, or one that names what there was. */
export function statementTitle(statement: MonthlyStatement): string {
  const { start } = monthOf(`${statement.month}-01`);
  const month = `${start.slice(0, 4)}年${Number(start.slice(5, 7))}月`;
  return isZeroStatement(statement) ? `${month}信用信息零报送说明` : `${month}信用信息报送情况说明`;
}

/** A statement as a sheet to print, sign and seal. */
export function writeStatement(
  statement: MonthlyStatement & { readonly receipt: string | null },
  unit: string,
  saidOn: string,
): Promise<Uint8Array> {
  return writeTable({
    title: statementTitle(statement),
    note: `报送单位（盖章）：${unit}`,
    columns: [
      { header: '序号', kind: 'integer', width: 8 },
      { header: '目录事项', kind: 'text', width: 40 },
      { header: '当月信息（条）', kind: 'integer', width: 16 },
      { header: '说明', kind: 'text', width: 40 },
    ],
    rows: [
      ...statement.items.map(
        ({ name, reported }, index) =>
          [
            index + 1,
            name,
            reported,
            reported === 0 ? '当月无信息，零报送' : '当月已报送',
          ] as const,
      ),
      [null, '经办人', null, statement.person],
      [null, '日期', null, saidOn],
      [null, '回执号', null, statement.receipt ?? '（尚无）'],
    ],
  });
}
