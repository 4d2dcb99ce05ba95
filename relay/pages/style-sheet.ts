/** The style sheet, and the name it is served under. */
import { readFileSync } from 'node:fs';
import { sha256 } from '../fingerprint.ts';

const text = readFileSync(new URL('style.css', import.meta.url), 'utf8');

export const styleSheet = { text, name: `${sha256(text).slice(0, 16)}.css` } as const;
