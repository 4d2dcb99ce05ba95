/** Slows guessing down: after ten failures an address is refused for the rest of a quarter of an hour. */
import { Refusal } from './problems.ts';

const allowedFailures = 10;
const windowMs = 15 * 60_000;

export interface AttemptLimit {
  /** @throws Refusal where the address has failed too often. */
  check(address: string): void;
  failed(address: string): void;
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
    check: (address) => {
      forgetPast();
      if ((windows.get(address)?.failures ?? 0) >= allowedFailures) {
        throw new Refusal('too-many-attempts');
      }
    },
    failed: (address) => {
      const current = windows.get(address);
      if (current) current.failures += 1;
      else windows.set(address, { until: now().getTime() + windowMs, failures: 1 });
    },
  };
}
