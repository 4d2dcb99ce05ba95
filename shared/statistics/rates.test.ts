import { describe, expect, it } from 'vitest';
import { noCounts } from './counting.ts';
import { formatPercent, ratesOf } from './rates.ts';

describe('ratesOf', () => {
  it('leaves what is pending out of the acceptance rate', () => {
    const rates = ratesOf({ ...noCounts, received: 20, accepted: 9, rejected: 1, pending: 10 });
    expect(rates.acceptance).toBe(0.9);
  });

  it('divides timely by first submissions, and late by all submissions', () => {
    const rates = ratesOf({
      ...noCounts,
      received: 10,
      updated: 2,
      timelyEligible: 8,
      timely: 6,
      pending: 10,
    });
    expect(rates.timeliness).toBe(0.75);
    expect(rates.lateReport).toBe(0.2);
  });

  it('has no rate where there is nothing to divide by', () => {
    expect(ratesOf(noCounts)).toEqual({ acceptance: null, timeliness: null, lateReport: null });
  });
});

describe('formatPercent', () => {
  it.each([
    [null, '—'],
    [0, '0.00%'],
    [1, '100.00%'],
    [18 / 20, '90.00%'],
    [2 / 3, '66.67%'],
    [1 / 3, '33.33%'],
    [128_853 / 128_854, '100.00%'],
  ])('writes %s as %s', (rate, written) => {
    expect(formatPercent(rate)).toBe(written);
  });
});
