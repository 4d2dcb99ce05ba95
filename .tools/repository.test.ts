/** What the repository as a whole promises, checked on its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { huangshi } from '@baosong/shared/jurisdictions/huangshi.ts';
import { expect, it } from 'vitest';
import * as z from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().default(false),
      inBundle: z.boolean().default(false),
      dev: z.boolean().default(false),
      license: z.string().optional(),
    }),
  ),
});

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string): unknown => JSON.parse(text(path));
const lock = lockSchema.parse(json('package-lock.json'));
const workspaces = ['shared', 'extension', 'relay'];

/** Names that git does not keep, from `.gitignore`; it lists plain folder names only, and one suffix. */
const ignored = text('.gitignore')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replace(/\/$/, ''));
const isKept = (name: string) =>
  name !== '.git' &&
  !ignored.some((rule) => rule === name || rule === `*${name.slice(name.lastIndexOf('.'))}`);

/** Every file of the repository, as paths from its top with forward slashes. */
function files(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isKept(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [relative(root, path).split(sep).join('/')];
    });
}

it('has at its top only what belongs there', () => {
  expect(readdirSync(root).filter(isKept).sort()).toEqual(
    [
      ...['.ci', '.gitignore', '.tools', 'README.md', 'package-lock.json', 'package.json'],
      ...['tsconfig.json', ...workspaces],
    ].sort(),
  );
});

it('knows the addresses of real platforms in the jurisdictions only', () => {
  const hosts = huangshi.channels.map(({ origin }) => new URL(origin).hostname);
  expect(hosts).toHaveLength(3);
  const elsewhere = files().filter((path) => !path.startsWith('shared/jurisdictions/'));
  expect(elsewhere.length).toBeGreaterThan(50);
  const found = elsewhere.filter((path) => {
    const content = text(path);
    return hosts.some((host) => content.includes(host));
  });
  expect(found).toEqual([]);
});

it('locks packages by their content and names no registry', () => {
  // What a package brings along in its own archive is locked by the sum of that archive.
  const entries = Object.entries(lock.packages).filter(
    ([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle,
  );
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

it.each(['.', ...workspaces])('pins every dependency of %s exactly', (folder) => {
  const manifest = manifestSchema.parse(json(join(folder, 'package.json')));
  for (const [name, version] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  })) {
    // Several versions of one library are installed side by side under names of their own.
    const pinned = version.replace(/^npm:(@[\w-]+\/)?[\w-]+@/, '');
    expect(pinned, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    const installed =
      lock.packages[`${folder}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
    expect(installed?.version, name).toBe(pinned);
  }
});

it('lets only packages that are installed run scripts while they are installed', () => {
  const { allowScripts } = manifestSchema.parse(json('package.json'));
  for (const name of Object.keys(allowScripts)) {
    expect(lock.packages, name).toHaveProperty([`node_modules/${name}`]);
  }
});

it('depends in production on packages with permissive licences only', () => {
  const permissive = new Set([
    ...['MIT', 'MIT/X11', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'],
    ...['CC0-1.0', 'BlueOak-1.0.0', 'Unlicense', '(MIT AND Zlib)', '(MIT OR GPL-3.0-or-later)'],
  ]);
  const exceptions = [
    // The CSS compiler of Vite, through wxt: it builds the extension and is not part of it.
    /^lightningcss(-|$)/,
    // It names no licence. It comes with exceljs's reader of streamed archives, which is not used here.
    /^buffers$/,
  ];
  const others = Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([path, { license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      license,
    }))
    .filter(({ license }) => license === undefined || !permissive.has(license))
    .filter(({ name }) => !exceptions.some((exception) => exception.test(name)));
  expect(others).toEqual([]);
});

it('calls nothing a test that the test run would not find', () => {
  const strays = files().filter(
    (path) => /\.spec\.|__tests__\/|[.-]tests?\.[cm]?jsx?$/.test(path) && !path.startsWith('data/'),
  );
  expect(strays).toEqual([]);
});

it('runs in CI what the README tells people to run', () => {
  expect(text('.ci/run').split('\n')).toContain('npm ci && npm test');
  expect(text('README.md')).toContain('npm ci && npm test');
});
