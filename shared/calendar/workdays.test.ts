import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { addDays, daysBetween, weekday } from './dates.ts';
import { publishedYears } from './published-years.ts';
import {
  addWorkdays,
  calendarWith,
  lastWorkdayOnOrBefore,
  publishedCalendar,
  workdayCalendar,
} from './workdays.ts';

const first = '2018-01-01';
const last = '2026-12-31';
const everyDay = Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n));

const holidayFile = z.object({
  dates: z.array(
    z.object({ date: z.string(), type: z.enum(['public_holiday', 'transfer_workday']) }),
  ),
});

/** What the package `holiday-calendar` says of each day that is not an ordinary one. */
function holidayCalendarData(): Map<string, boolean> {
  const load = createRequire(import.meta.url);
  return new Map(
    publishedYears.flatMap(({ year }) =>
      holidayFile
        .parse(load(`holiday-calendar/data/CN/${year}.json`))
        .dates.map(({ date, type }) => [date, type === 'transfer_workday'] as const),
    ),
  );
}

describe('the published years', () => {
  it('cover 2018 to 2026 without a gap, and no other year', () => {
    expect(publishedYears.map(({ year }) => year)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(publishedCalendar.covers('2017-12-31')).toBe(false);
    expect(publishedCalendar.covers(first)).toBe(true);
    expect(publishedCalendar.covers(last)).toBe(true);
    expect(publishedCalendar.covers('2027-01-01')).toBe(false);
  });

  it('list only weekdays as off, only weekends as worked, and say which notice they follow', () => {
    for (const { year, notices, daysOff, makeUpWorkdays } of publishedYears) {
      expect(daysOff.filter((day) => weekday(`${year}-${day}`) > 5)).toEqual([]);
      expect(makeUpWorkdays.filter((day) => weekday(`${year}-${day}`) < 6)).toEqual([]);
      expect(notices[0]).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
    }
  });

  it('agree with chinese-days on every day', () => {
    const different = everyDay.filter(
      (day) => publishedCalendar.isWorkday(day) !== chineseDays.isWorkday(day),
    );
    expect(different).toEqual([]);
  });

  it('agree with holiday-calendar on every day but the two that it has wrong', () => {
    const exceptions = holidayCalendarData();
    const different = everyDay.filter(
      (day) => publishedCalendar.isWorkday(day) !== (exceptions.get(day) ?? weekday(day) <= 5),
    );
    // The notice for 2018 joins 18 June and 24 September to ordinary weekends; neither Saturday is worked.
    expect(different).toEqual(['2018-06-16', '2018-09-22']);
  });
});

describe('years that are not covered', () => {
  it('have nothing but weekdays to go by', () => {
    expect(publishedCalendar.isWorkday('2027-10-01')).toBe(true);
    expect(publishedCalendar.isWorkday('2027-10-02')).toBe(false);
  });
});

describe('calendarWith', () => {
  const imagined = {
    year: 2027,
    notices: ['国办发明电〔2026〕99号'],
    daysOff: ['10-01'],
    makeUpWorkdays: ['10-09'],
  };

  it('covers a year that came out since, beside the others', () => {
    const calendar = calendarWith([imagined]);
    expect(calendar.covers('2027-10-01')).toBe(true);
    expect(calendar.isWorkday('2027-10-01')).toBe(false);
    expect(calendar.isWorkday('2027-10-09')).toBe(true);
    expect(calendar.isWorkday('2026-10-01')).toBe(false);
    expect(calendar.covers('2028-01-01')).toBe(false);
  });

  it('takes an amended year in place of the built-in one', () => {
    const calendar = calendarWith([{ ...imagined, year: 2026, makeUpWorkdays: [] }]);
    expect(calendar.isWorkday('2026-10-02')).toBe(true);
    expect(calendar.isWorkday('2026-10-10')).toBe(false);
    expect(calendar.workdaysBetween('2026-09-30', '2026-10-10')).toBe(6);
  });
});

describe('addWorkdays', () => {
  test.each([
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-06-18', 7, '2026-06-30'],
    ['2026-09-24', 6, '2026-10-10'],
    ['2026-09-30', 6, '2026-10-14'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i working days is %s', (date, count, expected) => {
    expect(addWorkdays(date, count, publishedCalendar)).toBe(expected);
  });

  test.each([-1, 1.5, NaN])('refuses a count of %d', (count) => {
    expect(() => addWorkdays('2026-09-24', count, publishedCalendar)).toThrow(RangeError);
  });
});

describe('workdaysBetween', () => {
  it('counts what isWorkday says', () => {
    const anyDay = fc.integer({ min: -400, max: 3700 }).map((n) => addDays('2018-01-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 400 }), (date, length) => {
        const end = addDays(date, length);
        let counted = 0;
        for (let n = 1; n <= length; n += 1) {
          if (publishedCalendar.isWorkday(addDays(date, n))) counted += 1;
        }
        expect(publishedCalendar.workdaysBetween(date, end)).toBe(counted);
      }),
    );
  });

  it('goes by weekdays in a calendar that knows no year', () => {
    expect(workdayCalendar([]).workdaysBetween('2026-09-30', '2026-10-11')).toBe(7);
    expect(publishedCalendar.workdaysBetween('2026-09-30', '2026-10-11')).toBe(3);
  });
});

describe('lastWorkdayOnOrBefore', () => {
  test.each([
    ['2026-01-25', '2026-01-23'],
    ['2026-04-25', '2026-04-24'],
    ['2026-07-25', '2026-07-24'],
    ['2026-09-25', '2026-09-24'],
    ['2026-10-25', '2026-10-23'],
    ['2026-02-28', '2026-02-28'],
    ['2026-02-23', '2026-02-14'],
  ])('of %s is %s', (date, expected) => {
    expect(lastWorkdayOnOrBefore(date, publishedCalendar)).toBe(expected);
  });
});
