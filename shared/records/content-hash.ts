/** The fingerprint of what a record says, by which two revisions are told apart. */

/**
 * SHA-256 over the canonical JSON of a flat object (keys sorted, blank values left out), in hexadecimal.
 * Runs in Node and in extension pages and workers; not in pages served over plain http, which lack
 * `crypto.subtle`.
 */
export async function contentHash(values: Readonly<Record<string, unknown>>): Promise<string> {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new TextEncoder().encode(JSON.stringify(entries));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
