import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from './dates.ts';
import { earliestTimely, nationalRule, reportDeadlines, timelinessOf } from './timeliness.ts';
import { addWorkdays, publishedCalendar } from './workdays.ts';

const judge = (decisionDate: string, submittedOn: string) =>
  timelinessOf({ decisionDate, submittedOn }, nationalRule, publishedCalendar);

describe('reportDeadlines', () => {
  test.each([
    ['2026-09-24', '2026-10-12', '2026-09-26'],
    ['2026-09-30', '2026-10-15', '2026-10-02'],
    ['2026-02-10', '2026-02-26', '2026-02-12'],
    ['2026-04-30', '2026-05-13', '2026-05-02'],
    ['2026-06-18', '2026-06-30', '2026-06-20'],
  ])('of a decision of %s', (decisionDate, national, local) => {
    expect(reportDeadlines(decisionDate, nationalRule, publishedCalendar)).toEqual({
      national,
      local,
      certain: true,
    });
  });

  it('are uncertain where they reach into a year that is not covered', () => {
    expect(reportDeadlines('2026-12-25', nationalRule, publishedCalendar).certain).toBe(false);
    expect(reportDeadlines('2026-12-22', nationalRule, publishedCalendar).certain).toBe(true);
  });
});

describe('timelinessOf', () => {
  it('counts the day after the decision as the first', () => {
    expect(judge('2026-11-23', '2026-11-23')).toMatchObject({ workday: 0, timely: true });
    expect(judge('2026-11-23', '2026-11-24')).toMatchObject({ workday: 1, timely: true });
  });

  test.each([
    ['2026-09-24', '2026-10-12'],
    ['2026-09-30', '2026-10-15'],
    ['2026-02-10', '2026-02-26'],
    ['2026-04-30', '2026-05-13'],
    ['2026-06-18', '2026-06-30'],
  ])('holds a decision of %s timely up to and including %s', (decisionDate, deadline) => {
    expect(judge(decisionDate, deadline)).toMatchObject({ workday: 7, timely: true });
    expect(judge(decisionDate, addDays(deadline, 1))).toMatchObject({ workday: 8, timely: false });
  });

  it('counts a day off as the working day that follows it', () => {
    // Friday 27 November is the seventh working day after the 18th.
    expect(judge('2026-11-18', '2026-11-27')).toMatchObject({ workday: 7, timely: true });
    expect(judge('2026-11-18', '2026-11-28')).toMatchObject({ workday: 8, timely: false });
    expect(judge('2026-11-18', '2026-11-30')).toMatchObject({ workday: 8, timely: false });
    expect(judge('2026-11-27', '2026-11-28').workday).toBe(1);
    expect(judge('2026-11-27', '2026-11-30').workday).toBe(1);
  });

  it('judges the limit of the city in calendar days', () => {
    expect(judge('2026-11-27', '2026-11-29').withinLocalLimit).toBe(true);
    expect(judge('2026-11-27', '2026-11-30').withinLocalLimit).toBe(false);
  });

  it('takes a submission dated before its decision as made on the day', () => {
    expect(judge('2026-11-27', '2026-11-20')).toEqual({
      workday: 0,
      timely: true,
      withinLocalLimit: true,
      certain: true,
    });
  });

  it('says when a year without published holidays decides', () => {
    expect(judge('2026-12-30', '2026-12-31').certain).toBe(true);
    expect(judge('2026-12-30', '2027-01-08').certain).toBe(false);
    // Late since 2026, whatever 2027 turns out to be.
    expect(judge('2026-11-02', '2027-03-01')).toMatchObject({ timely: false, certain: true });
    expect(judge('2012-05-03', '2026-11-02').certain).toBe(false);
  });

  it('agrees with the deadline everywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3200 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 15 }),
        (start, delay, workdays) => {
          const decisionDate = addDays('2018-01-01', start);
          const submittedOn = addDays(decisionDate, delay);
          const rule = { workdays, localDays: 2 };
          expect(timelinessOf({ decisionDate, submittedOn }, rule, publishedCalendar).timely).toBe(
            submittedOn <= addWorkdays(decisionDate, workdays, publishedCalendar),
          );
        },
      ),
    );
  });
});

describe('earliestTimely', () => {
  it('is the first day whose decision is still in time', () => {
    fc.assert(
      fc.property(fc.nat(364), (n) => {
        const submittedOn = addDays('2026-01-01', n);
        const { national, local } = earliestTimely(submittedOn, nationalRule, publishedCalendar);
        expect(judge(national, submittedOn).timely).toBe(true);
        expect(judge(addDays(national, -1), submittedOn).timely).toBe(false);
        expect(judge(local, submittedOn).withinLocalLimit).toBe(true);
        expect(judge(addDays(local, -1), submittedOn).withinLocalLimit).toBe(false);
      }),
    );
    expect(earliestTimely('2026-10-12', nationalRule, publishedCalendar).national).toBe(
      '2026-09-24',
    );
  });
});
