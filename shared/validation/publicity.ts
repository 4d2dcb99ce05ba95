/**
 * How long a penalty may be public (`X22`), by the rule in force on the day of the decision, counted from that
 * day; and that a slight breach is not published in principle (`X22-M`).
 *
 * 信用修复管理办法 (国家发展改革委令第36号, from 2026-04-01): slight 轻微 at most 3 months, and only where it must be,
 * general 一般 1 year, serious 严重 3 years. Before it 失信行为纠正后的信用信息修复管理办法（试行） (令第58号, from
 * 2023-05-01): 3 years. What held earlier is not judged.
 */
import { isDate } from '../standards/written.ts';
import type { Inspection } from './inspection.ts';

const trialRules = '2023-05-01';
const classesOfBreach = '2026-04-01';

const slight: readonly string[] = ['警告', '通报批评'];
const serious: readonly string[] = ['吊销许可证件', '限制从业'];

/** The day some months after a day, or the last of that month where it is shorter. */
function monthsAfter(date: string, count: number): string {
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + count, 0));
  const end = last.toISOString().slice(0, 10);
  const sameDay = end.slice(0, 8) + date.slice(8);
  return sameDay < end ? sameDay : end;
}

/** The class of a breach by its penalties (失信程度), and for how many months it may be public at most. */
function limitOf(decided: string, categories: readonly string[]): readonly [string, number] {
  if (decided < classesOfBreach) return ['', 36];
  if (categories.every((category) => slight.includes(category))) return ['轻微', 3];
  return categories.some((category) => serious.includes(category)) ? ['严重', 36] : ['一般', 12];
}

export function inspectPublicity(record: Inspection): void {
  const id = 'publicityEndDate';
  const end = record.value(id);
  const decided = record.value('decisionDate');
  if (end === '' || decided < trialRules || decided > record.today) return;
  if (!isDate(end) || !isDate(decided)) return;
  const [breach, months] = limitOf(decided, record.value('penaltyCategory').split(';'));
  const last = monthsAfter(decided, months);
  if (end > last) {
    record.report(
      'X22',
      [id, 'decisionDate', 'penaltyCategory'],
      `${breach}失信行为最多公示${months}个月，%1应不晚于${last}，请核对；失信程度更重的，说明理由后提交。`,
      record.change(id, last),
    );
  }
  if (breach === '轻微') {
    record.report(
      'X22-M',
      [id, 'penaltyCategory'],
      `轻微失信行为原则上不公示，请清空%1；确需公示的，说明理由后提交。`,
      record.change(id, ''),
    );
  }
}
