/** Where a month's timeliness was counted without knowing a year's days off, tables say so. */
import { addDays, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { calendarWith } from '@baosong/shared/calendar/workdays.ts';
import type { Dependencies } from './dependencies.ts';
import type { MonthQuery } from './month-query.ts';

/** Seven working days and any holiday lie within so many days. */
const reach = 31;

/** The years without days off on which the timeliness of a month hangs, in order. */
export async function uncoveredYears(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  { period, axis }: MonthQuery,
): Promise<number[]> {
  const calendar = calendarWith(await store.listCalendarYears());
  const today = shanghaiDate(now().toISOString());
  const { start, end } =
    axis === 'submitted'
      ? { start: addDays(period.start, -reach), end: period.end }
      : { start: period.start, end: addDays(period.end, reach) };
  // On days to come nothing is submitted yet.
  if (period.start > today) return [];
  const open = [start, end < today ? end : today]
    .filter((day) => !calendar.covers(day))
    .map((day) => Number(day.slice(0, 4)));
  return [...new Set(open)];
}

/** The sentence about these years, or `''` where there are none. */
export function uncoveredNote(years: readonly number[]): string {
  return years.length === 0
    ? ''
    : `${years.map(String).join('、')}年放假安排尚未录入，及时率暂按周一至周五上班推算，录入后自动重算。`;
}
