/** What the build promises: an identity that stays, budgets for what goes into foreign pages, files that load. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scriptOf, widgetFamilies } from '../widgets/families.ts';

const folder = process.env['BAOSONG_EXTENSION'] ?? '';
const bytesOf = (file: string): number => statSync(join(folder, file)).size;

interface Manifest {
  readonly manifest_version: number;
  readonly key: string;
  readonly minimum_chrome_version: string;
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts?: unknown;
}
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

it('keeps the extension’s identity', () => {
  const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  const id = Array.from(digest.slice(0, 32), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 16)),
  ).join('');
  expect(id).toBe('pcnpnpmiklbidnocolkcdhgkfdcodede');
});

it('runs only on the sites of this build and on those that the clerk grants', () => {
  expect(manifest).toMatchObject({
    manifest_version: 3,
    minimum_chrome_version: '102',
    host_permissions: ['http://127.0.0.1/*'],
    optional_host_permissions: ['*://*/*'],
  });
  expect(manifest.content_scripts).toBeUndefined();
});

/**
 * The aim is 100,000 bytes for everything that is injected into one frame with a form. Recognition of any form
 * and the complete rules have taken more; until they have been made smaller, this keeps them from growing.
 */
const mostWithForm = 116_200;
/** What comes with the first fill. */
const mostHands = 12_000;

it('keeps within the budgets of what is injected into a frame, with the drivers of two libraries or with what was taught', () => {
  const drivers = widgetFamilies.map((family) => bytesOf(scriptOf(family)));
  const [heaviest = 0, second = 0] = drivers.sort((a, b) => b - a);
  expect(bytesOf('loader.js')).toBeLessThanOrEqual(6_000);
  expect(bytesOf('engine.js') + heaviest + second).toBeLessThanOrEqual(mostWithForm);
  expect(bytesOf('engine.js') + bytesOf('profiles.js')).toBeLessThanOrEqual(mostWithForm);
  expect(bytesOf('hands.js')).toBeLessThanOrEqual(mostHands);
});

it('holds no character that makes Chromium refuse a script', () => {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(scripts).toContain('engine.js');
  for (const script of scripts) {
    const text = readFileSync(join(folder, script), 'utf8');
    expect(/\p{Noncharacter_Code_Point}/u.exec(text)?.index, script).toBeUndefined();
  }
});
