/**
 * Three projects: `unit` needs Node only; `browser` drives a real Chromium with the built extension and
 * therefore gets few workers and long timeouts; `long` lives through years, and is no part of `npm test`.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Servers run in UTC. Code that means Beijing time has to say so, on every machine alike.
process.env['TZ'] = 'UTC';

const everywhere = ['**/node_modules/**', '**/.output/**', '**/.wxt/**', 'data/**'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.browser.test.{ts,tsx}', '**/*.long.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['**/*.long.test.{ts,tsx}'],
          exclude: everywhere,
          testTimeout: 60 * 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude: everywhere,
          globalSetup: ['.tools/browser-setup.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
