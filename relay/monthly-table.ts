/** The monthly table (月度统计表): what its columns are, for the page and the workbook alike. */
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { addCounts, noCounts } from '@baosong/shared/statistics/counting.ts';
import { ratesOf } from '@baosong/shared/statistics/rates.ts';
import type { MonthFigures, UnitMonth } from './store/port.ts';

/** The figures of one line: a unit's, or those of all together. */
export type Figures = Omit<UnitMonth, 'unit'> & { readonly name: string };

/** A column: what it is called, and how a line's value is got and written. */
export interface MonthlyColumn {
  readonly header: string;
  readonly kind: 'text' | 'integer' | 'percent' | 'date';
  /** Width in a workbook, in characters. */
  readonly width: number;
  readonly value: (figures: Figures) => string | number | null;
}

/** The columns in order. */
export const monthlyColumns: readonly MonthlyColumn[] = [
  { header: '单位', kind: 'text', width: 34, value: ({ name }) => name },
  { header: '上报量', kind: 'integer', width: 10, value: ({ counts }) => counts.received },
  {
    header: recordKindLabels.licence,
    kind: 'integer',
    width: 10,
    value: ({ received }) => received.licence,
  },
  {
    header: recordKindLabels.penalty,
    kind: 'integer',
    width: 10,
    value: ({ received }) => received.penalty,
  },
  { header: '更新', kind: 'integer', width: 8, value: ({ counts }) => counts.updated },
  { header: '入库', kind: 'integer', width: 8, value: ({ counts }) => counts.accepted },
  { header: '退回', kind: 'integer', width: 8, value: ({ counts }) => counts.rejected },
  { header: '待定', kind: 'integer', width: 8, value: ({ counts }) => counts.pending },
  {
    header: '入库率',
    kind: 'percent',
    width: 10,
    value: ({ counts }) => ratesOf(counts).acceptance,
  },
  {
    header: '及时率',
    kind: 'percent',
    width: 10,
    value: ({ counts }) => ratesOf(counts).timeliness,
  },
  { header: '报送天数', kind: 'integer', width: 10, value: ({ reportingDays }) => reportingDays },
  {
    header: '最后报送日期',
    kind: 'date',
    width: 14,
    value: ({ lastReportedOn }) => lastReportedOn,
  },
  { header: '重复', kind: 'integer', width: 8, value: ({ counts }) => counts.duplicates },
];

/** How the figures are counted, in a sentence below the table. */
export const countingNote =
  '入库率 = 入库 ÷（入库 + 退回），待定不计入；及时率 = 决定之日起 7 个工作日内首次上报 ÷（上报量 − 更新）；重复的记录只计入“重复”。';

/** One line for each unit. */
export function unitLines(figures: MonthFigures): Figures[] {
  return figures.units.map(({ unit, ...rest }) => ({ name: unit.name, ...rest }));
}

/** The line of all units together (合计). */
export function totalLine({ units, reportingDays }: MonthFigures): Figures {
  return {
    name: '合计',
    counts: units.reduce((sum, { counts }) => addCounts(sum, counts), noCounts),
    received: {
      licence: units.reduce((sum, { received }) => sum + received.licence, 0),
      penalty: units.reduce((sum, { received }) => sum + received.penalty, 0),
    },
    reportingDays,
    lastReportedOn: units.reduce<string | null>(
      (latest, { lastReportedOn }) =>
        lastReportedOn !== null && lastReportedOn > (latest ?? '') ? lastReportedOn : latest,
      null,
    ),
  };
}

/** A month as Chinese text: `2026年11月`. */
export function monthLabel(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}
