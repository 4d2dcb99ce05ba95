import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referencePages } from './reference-pages.ts';

it('finds the pages on standards and rules up to date', async () => {
  for (const [path, page] of await referencePages()) {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), path).toBe(page);
  }
}, 60_000);
