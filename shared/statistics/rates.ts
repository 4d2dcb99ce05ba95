/** The rates that are made from counts, and how a rate is written. */
import type { Counts } from './counting.ts';

/** Rates between 0 and 1; `null` where there is nothing to divide by. */
export interface Rates {
  /** 入库率: accepted / (accepted + rejected), from outcomes only; what is pending is shown beside it. */
  readonly acceptance: number | null;
  /** 及时率: timely / first submissions. */
  readonly timeliness: number | null;
  /** 迟报率: late first submissions / all submissions. Not 1 − 及时率, as the denominators differ. */
  readonly lateReport: number | null;
}

/** The rates of some counts. */
export function ratesOf(counts: Counts): Rates {
  return {
    acceptance: ratio(counts.accepted, counts.accepted + counts.rejected),
    timeliness: ratio(counts.timely, counts.timelyEligible),
    lateReport: ratio(counts.timelyEligible - counts.timely, counts.received),
  };
}

/** A rate as a percentage with two decimals, such as `98.25%`; `—` where there is none. */
export function formatPercent(rate: number | null): string {
  return rate === null ? '—' : `${(Math.round(rate * 10_000) / 100).toFixed(2)}%`;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
