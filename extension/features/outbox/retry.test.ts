import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry.ts';

describe('retryDelay', () => {
  it('doubles from half a minute', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelay(failures, 1))).toEqual([
      30_000, 60_000, 120_000, 240_000,
    ]);
  });

  it('never waits longer than half an hour', () => {
    expect(retryDelay(7, 1)).toBe(1_800_000);
    expect(retryDelay(500, 1)).toBe(1_800_000);
  });

  it('spreads the retries of many units over a quarter of the delay', () => {
    expect(retryDelay(1, 0)).toBe(22_500);
  });
});
