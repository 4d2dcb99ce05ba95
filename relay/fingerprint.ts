/** Fingerprints: of what was received, and of secrets that are kept only in this form. */
import { hash } from 'node:crypto';

/**
 * SHA-256 over the canonical JSON of an object, in hexadecimal: objects become lists of entries sorted by
 * key at every level, blank values are left out. For flat objects it is the `contentHash` of
 * shared/records, without its promise.
 */
export function fingerprint(value: Readonly<Record<string, unknown>>): string {
  return sha256(JSON.stringify(canonical(value)));
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, canonical(member)]);
}
