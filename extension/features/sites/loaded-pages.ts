/** On which pages the loader runs: granted sites, without the relay's own pages. */

/**
 * The match patterns that the loader is registered for.
 *
 * @param granted match patterns that the clerk or the build granted.
 * @param relayOrigin origin of the relay, granted for the outbox only, or `null` where there is none.
 */
export function loaderMatches(
  granted: readonly string[],
  relayOrigin: string | null,
): { matches: string[]; excludeMatches: string[] } {
  const relay = relayOrigin === null ? [] : [`${relayOrigin}/*`];
  const matches = granted.filter(
    (pattern) => /^(\*|https?):/.test(pattern) && !relay.includes(pattern),
  );
  return { matches, excludeMatches: relay };
}
