/** Slows guessing down: after ten failures an address is refused for the rest of a quarter of an hour. */
import { Refusal } from './problems.ts';

const allowedFailures = 10;
const windowMs = 15 * 60_000;

export interface AttemptLimit {
  /**
   * Counts an attempt before it is judged, so that many at once count as well.
   *
   * @throws Refusal where the address has failed too often.
   */
  begin(address: string): void;
  /** Takes the attempt back: it was no failure. */
  succeeded(address: string): void;
}

/** Counts failures in fixed windows, in the memory of this process. */
export function createAttemptLimit(now: () => Date): AttemptLimit {
  const windows = new Map<string, { until: number; failures: number }>();

  const forgetPast = (): void => {
    for (const [address, { until }] of windows) {
      if (until <= now().getTime()) windows.delete(address);
    }
  };

  return {
    begin: (address) => {
      forgetPast();
      const current = windows.get(address) ?? { until: now().getTime() + windowMs, failures: 0 };
      if (current.failures >= allowedFailures) throw new Refusal('too-many-attempts');
      windows.set(address, { ...current, failures: current.failures + 1 });
    },
    succeeded: (address) => {
      const current = windows.get(address);
      if (current) windows.set(address, { ...current, failures: current.failures - 1 });
    },
  };
}
