import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import {
  addDays,
  dateLabel,
  daysBetween,
  monthOf,
  periodLabel,
  shanghaiDate,
  shanghaiTime,
  weekday,
  weekOf,
} from './dates.ts';

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2199, 11, 31) / 864e5 })
  .map((day) => new Date(day * 864e5).toISOString().slice(0, 10));

describe('days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-29', 366, '2001-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', 0, '1970-01-01'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(count);
  });

  it('agrees with the calendar of the JavaScript engine', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30_000, max: 30_000 }), (date, count) => {
        const expected = new Date(Date.parse(date) + count * 864e5).toISOString().slice(0, 10);
        expect(addDays(date, count)).toBe(expected);
        expect(daysBetween(date, expected)).toBe(count);
        expect(weekday(date)).toBe(new Date(date).getUTCDay() || 7);
      }),
    );
  });

  test.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
    '2026-4-1',
    '2026/04/01',
    '2026-04-01T00',
    '长期',
    '',
  ])('refuses %j', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});

describe('weeks and months', () => {
  test.each(['2026-11-23', '2026-11-27', '2026-11-29'])('the week of %s', (date) => {
    expect(weekOf(date)).toEqual({ start: '2026-11-23', end: '2026-11-29' });
  });

  it('has weeks that reach over the turn of the year', () => {
    expect(weekOf('2026-01-01')).toEqual({ start: '2025-12-29', end: '2026-01-04' });
  });

  test.each([
    ['2026-02-14', '2026-02-01', '2026-02-28'],
    ['2028-02-01', '2028-02-01', '2028-02-29'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2026-04-30', '2026-04-01', '2026-04-30'],
  ])('the month of %s', (date, start, end) => {
    expect(monthOf(date)).toEqual({ start, end });
  });
});

describe('instants in Shanghai', () => {
  const zone = process.env.TZ;
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Shanghai', -480],
  ])('do not depend on the process standing in %s', (processZone, offset) => {
    process.env.TZ = processZone;
    expect(new Date('2026-11-27T12:00:00Z').getTimezoneOffset()).toBe(offset);

    expect(shanghaiDate('2026-11-26T15:59:59.999Z')).toBe('2026-11-26');
    expect(shanghaiDate('2026-11-26T16:00:00.000Z')).toBe('2026-11-27');
    expect(shanghaiTime('2026-11-26T16:00:00.000Z')).toBe('00:00');
    expect(shanghaiTime('2026-11-27T07:05:00.000Z')).toBe('15:05');
    expect(shanghaiDate('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
    expect(weekOf('2026-11-27').start).toBe('2026-11-23');
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
  });

  it('refuses what is not an instant', () => {
    expect(() => shanghaiDate('昨天')).toThrow(RangeError);
  });
});

describe('labels', () => {
  it('name the year only where it is another', () => {
    expect(dateLabel('2026-11-03', '2026-11-27')).toBe('11月3日');
    expect(dateLabel('2025-11-03', '2026-11-27')).toBe('2025年11月3日');
  });

  test.each([
    ['2026-11-23', '2026-11-27', '11月23日—29日'],
    ['2026-11-30', '2026-12-01', '11月30日—12月6日'],
    ['2025-12-29', '2026-01-02', '2025年12月29日—2026年1月4日'],
    ['2025-12-29', '2025-12-30', '12月29日—2026年1月4日'],
  ])('name the week of %s', (monday, today, expected) => {
    expect(periodLabel(weekOf(monday), today)).toBe(expected);
  });
});
