import fc from 'fast-check';
import { describe, test } from 'vitest';
import { keepsItsPromises, schedules } from './testing/promises.ts';

/** 1 January 2018 was a Monday; nine published years, and one that is not. */
const tenYears = 522;

describe('over ten years', () => {
  test.each(['diligent', 'forgetful', 'absent'] as const)(
    'a %s clerk loses nothing and is not disturbed',
    (clerk) => {
      fc.assert(
        fc.property(schedules(clerk, '2018-01-01', tenYears), (schedule) => {
          keepsItsPromises(schedule, 101);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
  );
});
