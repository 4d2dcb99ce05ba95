/** What the build promises: an identity that stays, budgets for what goes into foreign pages, files that load. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type WidgetFamily, scriptOf, widgetFamilies } from '../widgets/families.ts';

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

/** What a frame with a form takes in at most, in bytes, all that is brought in on demand included: 100 KB. */
const mostWithForm = 102_400;
/** What teaching adds to a frame in which the clerk wants it; recognition stays in the background. */
const mostToTeach = 33_400;

it('keeps within the budgets of what is injected into a frame', () => {
  expect(bytesOf('loader.js')).toBeLessThanOrEqual(6_000);
  // Component libraries bring their own date pickers; the older ones go with one set of calendars.
  const { components, calendar, laydate, pickers, ...older } = Object.fromEntries(
    widgetFamilies.map((family) => [family, bytesOf(scriptOf(family))]),
  ) as Record<WidgetFamily, number>;
  const most = Math.max(
    components,
    calendar + laydate + Math.max(...Object.values(older)),
    calendar + pickers + older.plugins,
  );
  const whatever = ['loader.js', 'profiles.js', 'engine.js', 'hands.js', 'cards.js'];
  const all = whatever.reduce((sum, file) => sum + bytesOf(file), most);
  expect(all).toBeLessThanOrEqual(mostWithForm);
  expect(bytesOf('teach.js')).toBeLessThanOrEqual(mostToTeach);
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
