/**
 * Arithmetic on calendar days (日期): text `YYYY-MM-DD`, always a day in Asia/Shanghai, and on the
 * day and time that an instant has there. Nothing here reads the clock or the time zone of the process.
 */
import type { Period } from '../records/zero-report.ts';

/** 1970-01-01, counted from 1 March of the year 0. */
const epoch = 719_468;

const pattern = /^[12]\d{3}-\d{2}-\d{2}$/;

/** China keeps UTC+8 the year round, without daylight saving since 1992. */
const shanghaiOffset = 8 * 3_600_000;

/**
 * Days since 1970-01-01. Throws a `RangeError` for what is not a day of the calendar.
 *
 * Whole ledgers are judged by days, hence arithmetic instead of `Date`, which is twenty times slower.
 * Years are counted from March, so that the leap day is a year's last and the months' lengths follow
 * one line (30.6 days a month, rounded).
 */
export function dayNumber(date: string): number {
  const year = numberAt(date, 0, 4);
  const month = numberAt(date, 5, 7);
  const day = numberAt(date, 8, 10);
  if (!pattern.test(date) || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
    throw new RangeError(`Not a day of the calendar: ${date}`);
  }
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const marchYear = month > 2 ? year : year - 1;
  return daysBeforeMarchYear(marchYear) + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - epoch;
}

function dateOfDay(number: number): string {
  const days = number + epoch;
  let marchYear = Math.floor(days / 365.2425);
  if (daysBeforeMarchYear(marchYear) > days) marchYear -= 1;
  else if (daysBeforeMarchYear(marchYear + 1) <= days) marchYear += 1;
  const dayOfYear = days - daysBeforeMarchYear(marchYear);
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = fromMarch < 10 ? marchYear : marchYear + 1;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Days from 1 March of the year 0 to 1 March of a year. */
function daysBeforeMarchYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** How many days a month of the Gregorian calendar has, `month` 1 to 12. */
export function monthLength(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i += 1) number = number * 10 + text.charCodeAt(i) - 48;
  return number;
}

function shanghaiClock(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${instant}`);
  return new Date(time + shanghaiOffset).toISOString();
}

/** The day `count` days after `date`, or before it where `count` is negative. */
export function addDays(date: string, count: number): string {
  return dateOfDay(dayNumber(date) + count);
}

/** How many days `later` lies after `earlier`: 0 for the same day, negative where it lies before. */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: string): number {
  // Day 0 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The week, Monday to Sunday, in which a day lies. */
export function weekOf(date: string): Period {
  const start = addDays(date, 1 - weekday(date));
  return { start, end: addDays(start, 6) };
}

/** The calendar month in which a day lies. */
export function monthOf(date: string): Period {
  const start = addDays(date, 1 - Number(date.slice(8)));
  const inNextMonth = addDays(start, 31);
  return { start, end: addDays(inNextMonth, -Number(inNextMonth.slice(8))) };
}

/** The day that an instant (ISO 8601) falls on in Shanghai. */
export function shanghaiDate(instant: string): string {
  return shanghaiClock(instant).slice(0, 10);
}

/** The time of day that an instant (ISO 8601) has in Shanghai, `HH:MM` of 24 hours. */
export function shanghaiTime(instant: string): string {
  return shanghaiClock(instant).slice(11, 16);
}

/** A day as Chinese text, such as `11月23日`; with its year where that is not the year of `today`. */
export function dateLabel(date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : `${date.slice(0, 4)}年`;
  return `${year}${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

/** A period as Chinese text, such as `11月23日—29日` or `11月30日—12月6日`. */
export function periodLabel(period: Period, today: string): string {
  const { start, end } = period;
  const sameMonth = start.slice(0, 7) === end.slice(0, 7);
  return `${dateLabel(start, today)}—${sameMonth ? `${Number(end.slice(8))}日` : dateLabel(end, start)}`;
}
