/** When to try again after a failure. */

const firstDelay = 30_000;
const longestDelay = 30 * 60_000;

/**
 * Milliseconds to wait after so many failures in a row: doubling from half a minute up to half an hour.
 *
 * @param spread 0 to 1; spreads the units of a city, which all lost the relay at the same moment.
 */
export function retryDelay(failures: number, spread: number): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** Math.max(0, failures - 1));
  return Math.round(delay * (0.75 + spread / 4));
}
