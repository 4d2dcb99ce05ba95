import { describe, expect, it } from 'vitest';
import { beijingDate, beijingTime, beijingWeek } from './beijing-time.ts';

describe('Beijing time', () => {
  it('is eight hours ahead of UTC, so the date changes at 16:00 UTC', () => {
    expect(beijingDate(new Date('2026-11-24T15:59:59.999Z'))).toBe('2026-11-24');
    expect(beijingDate(new Date('2026-11-24T16:00:00.000Z'))).toBe('2026-11-25');
    expect(beijingTime(new Date('2026-12-31T20:01:02.345Z'))).toBe('2027-01-01 04:01:02');
  });

  it.each([
    ['a Monday at its first moment', '2026-11-22T16:00:00Z', '2026-11-23', '2026-11-29'],
    ['a Sunday at its last moment', '2026-11-29T15:59:59Z', '2026-11-23', '2026-11-29'],
    ['a week across the turn of the year', '2027-01-01T04:00:00Z', '2026-12-28', '2027-01-03'],
  ])('has weeks from Monday to Sunday: %s', (_case, instant, from, to) => {
    expect(beijingWeek(new Date(instant))).toEqual({ from, to });
  });
});
