/** Working days (工作日): Monday to Friday, less public holidays, plus make-up workdays (调休上班日). */
import { addDays, dayNumber, weekday } from './dates.ts';
import type { PublishedYear } from './published-years.ts';
import { publishedYears } from './published-years.ts';

/** Tells working days from days off; all days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface WorkdayCalendar {
  /** Whether the arrangement of the day's year is known. Where it is not, only Saturdays and Sundays are off. */
  covers(date: string): boolean;
  isWorkday(date: string): boolean;
  /** How many working days lie after `earlier`, up to and including `later`; 0 where `later` is not later. */
  workdaysBetween(earlier: string, later: string): number;
}

/** The calendar that knows the given years. */
export function workdayCalendar(years: readonly PublishedYear[]): WorkdayCalendar {
  const covered = new Set(years.map(({ year }) => String(year)));
  const off = new Set(years.flatMap(({ year, daysOff }) => daysOff.map((day) => `${year}-${day}`)));
  const worked = new Set(
    years.flatMap(({ year, makeUpWorkdays }) => makeUpWorkdays.map((day) => `${year}-${day}`)),
  );
  const exceptions = [
    ...[...off].map((date) => ({ day: dayNumber(date), change: -1 })),
    ...[...worked].map((date) => ({ day: dayNumber(date), change: 1 })),
  ].sort((a, b) => a.day - b.day);
  const exceptionDays = Int32Array.from(exceptions, ({ day }) => day);
  // At n: by how much the first n exceptions change the number of working days.
  const changes = Int32Array.from({ length: exceptions.length + 1 });
  exceptions.forEach(({ change }, n) => {
    changes[n + 1] = (changes[n] ?? 0) + change;
  });

  /** Working days up to and including a day, counted from an arbitrary day. */
  const workdaysThrough = (date: string): number => {
    const day = dayNumber(date);
    // Day -3 was a Monday.
    const weeks = Math.floor((day + 3) / 7);
    const weekdays = weeks * 5 + Math.min(day + 3 - weeks * 7 + 1, 5);
    return weekdays + (changes[countUpTo(exceptionDays, day)] ?? 0);
  };

  return {
    covers: (date) => covered.has(date.slice(0, 4)),
    isWorkday: (date) => (weekday(date) <= 5 ? !off.has(date) : worked.has(date)),
    workdaysBetween: (earlier, later) =>
      later > earlier ? workdaysThrough(later) - workdaysThrough(earlier) : 0,
  };
}

/** How many numbers of an ascending list are at most `limit`. */
function countUpTo(ascending: Int32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The calendar of all years that the State Council had published when this was built. */
export const publishedCalendar: WorkdayCalendar = workdayCalendar(publishedYears);

/** The published calendar with years that came out since; one that was amended replaces the built-in one. */
export function calendarWith(years: readonly PublishedYear[]): WorkdayCalendar {
  const newer = new Set(years.map(({ year }) => year));
  return workdayCalendar([...publishedYears.filter(({ year }) => !newer.has(year)), ...years]);
}

/**
 * The `count`-th working day after a day, whether or not that day is one itself; `date` for a count of 0.
 * Throws a `RangeError` for a negative or broken count.
 */
export function addWorkdays(date: string, count: number, calendar: WorkdayCalendar): string {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`Not a number of working days: ${count}`);
  }
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** The day itself where it is a working day, or else the last one before it. */
export function lastWorkdayOnOrBefore(date: string, calendar: WorkdayCalendar): string {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  return day;
}
