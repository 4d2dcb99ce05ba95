/** What is said where a day's year has no published days off (放假安排). */
import type { WorkdayCalendar } from './workdays.ts';

/** Says that something was reckoned without knowing the days off of a day's year; `''` where they are known. */
export function uncertaintyOf(date: string, calendar: WorkdayCalendar): string {
  return calendar.covers(date)
    ? ''
    : `（${date.slice(0, 4)}年放假安排尚未导入，暂按周一至周五上班推算）`;
}
