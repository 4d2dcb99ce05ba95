import fc from 'fast-check';
import { describe, it, test } from 'vitest';
import { keepsItsPromises, schedules } from './testing/promises.ts';

/** Weeks of looks take their time on a machine that has others to serve. */
const patience = 60_000;

describe('over random schedules', () => {
  test.each([
    // Over New Year, the Spring Festival, and the beginning of a year that is not published.
    ['diligent', '2025-12-01', 14],
    ['forgetful', '2026-01-26', 14],
    ['absent', '2026-09-07', 10],
    ['forgetful', '2026-11-30', 10],
  ] as const)(
    'a %s clerk from %s on loses nothing and is not disturbed',
    (clerk, from, weeks) => {
      fc.assert(
        fc.property(schedules(clerk, from, weeks), (schedule) => {
          keepsItsPromises(schedule, 4);
        }),
        { numRuns: 6 },
      );
    },
    patience,
  );

  it(
    'begins in a week without a working day',
    () => {
      fc.assert(
        fc.property(schedules('forgetful', '2026-02-16', 4), (schedule) => {
          keepsItsPromises(schedule, 1);
        }),
        { numRuns: 20 },
      );
    },
    patience,
  );
});
