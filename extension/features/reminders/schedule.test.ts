import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '@baosong/shared/calendar/workdays.ts';
import { nextDueMorning } from './schedule.ts';

const friday = { weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 } } as const;

describe('nextDueMorning', () => {
  it('is the Friday of the week, nine o’clock in Shanghai', () => {
    expect(nextDueMorning(friday, publishedCalendar, '2026-11-25T02:00:00.000Z')).toBe(
      '2026-11-27T01:00:00.000Z',
    );
  });

  it('is the Friday after, once this one’s morning has come', () => {
    expect(nextDueMorning(friday, publishedCalendar, '2026-11-27T01:00:00.000Z')).toBe(
      '2026-12-04T01:00:00.000Z',
    );
  });

  it('passes over a week without a working day', () => {
    expect(nextDueMorning(friday, publishedCalendar, '2026-02-14T00:00:00.000Z')).toBe(
      '2026-02-27T01:00:00.000Z',
    );
  });
});
