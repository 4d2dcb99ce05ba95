/** What pages load: the style sheet and the icon, each under a name that changes with its content. */
import { readFileSync } from 'node:fs';
import { sha256 } from '../fingerprint.ts';

/** A file to serve. */
export interface Asset {
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

function asset(file: string, mediaType: string): Asset {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return { name: `${sha256(text).slice(0, 16)}-${file}`, text, mediaType };
}

export const styleSheet = asset('style.css', 'text/css; charset=utf-8');
export const icon = asset('icon.svg', 'image/svg+xml; charset=utf-8');
