import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidates, findChromium, isDebianLike, offersChromium, refusal } from './chromium.ts';

describe('refusal', () => {
  it.each([
    'Chromium 156.0.7890.12 built on Debian GNU/Linux 12 (bookworm)',
    'Google Chrome for Testing 156.0.7890.12',
    'Google Chrome 136.0.7103.113',
  ])('accepts %s', (version) => {
    expect(refusal(version)).toBeNull();
  });

  it.each([
    ['Google Chrome 137.0.7151.55', 'Google Chrome 137.0.7151.55 ignores --load-extension'],
    ['Google Chrome 156.0.7890.12 beta', 'from version 137 on'],
    ['Microsoft Edge 120.0.2210.91', 'Microsoft Edge 120.0.2210.91 ignores --load-extension'],
    ['HeadlessShell 156.0.7890.12, headless-shell', 'cannot load extensions'],
    ['', 'does not name its version'],
  ])('refuses "%s"', (version, reason) => {
    expect(refusal(version)).toContain(reason);
  });
});

describe('candidates', () => {
  it('looks in the system first, then for the newest of Playwright, then for the snap', () => {
    const paths = candidates('linux', {}, '/home/a', [
      'chromium-999',
      'chromium_headless_shell-1200',
      'chromium-1200',
      'firefox-1500',
    ]);
    expect(paths[0]).toBe('/usr/bin/chromium');
    expect(paths.at(-1)).toBe('/snap/bin/chromium');
    const cached = paths.filter((path) => path.includes('ms-playwright'));
    expect(cached[0]).toBe('/home/a/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome');
    expect(cached).toContain('/home/a/.cache/ms-playwright/chromium-999/chrome-linux/chrome');
    expect(cached.filter((path) => /headless|firefox/.test(path))).toEqual([]);
  });

  it('follows PLAYWRIGHT_BROWSERS_PATH', () => {
    const paths = candidates('linux', { PLAYWRIGHT_BROWSERS_PATH: '/opt/pw' }, '/home/a', [
      'chromium-1200',
    ]);
    expect(paths).toContain('/opt/pw/chromium-1200/chrome-linux64/chrome');
  });
});

describe('isDebianLike', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', true],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
    ['NAME="not a debian"\nID=fedora', false],
  ])('%j', (osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });
});

describe('offersChromium', () => {
  it.each([
    ['chromium:\n  Installed: (none)\n  Candidate: 156.0.7890.12-1~deb12u1\n', true],
    ['chromium:\n  Installed: (none)\n  Candidate: (none)\n', false],
    ['chromium:\n  Installed: (none)\n  Candidate: 2:1snap1-0ubuntu2\n', false],
    ['', false],
  ])('%j', (policy, expected) => {
    expect(offersChromium(policy)).toBe(expected);
  });
});

describe('findChromium with CHROMIUM_PATH', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chromium-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** An executable that prints one line. */
  async function program(script: string): Promise<string> {
    const path = join(folder, 'browser');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }

  it('takes a Chromium that starts', async () => {
    const path = await program('echo Chromium 156.0.7890.12');
    expect(await findChromium({ CHROMIUM_PATH: path })).toEqual({
      path,
      version: 'Chromium 156.0.7890.12',
    });
  });

  it('refuses a branded Chrome although it was asked for', async () => {
    const path = await program('echo Google Chrome 140.0.7339.80');
    await expect(findChromium({ CHROMIUM_PATH: path })).rejects.toThrow(
      'Google Chrome 140.0.7339.80 ignores --load-extension',
    );
  });

  it('says what a browser says that does not start', async () => {
    const path = await program('echo requires the chromium snap >&2; exit 10');
    await expect(findChromium({ CHROMIUM_PATH: path })).rejects.toThrow(
      'does not start: requires the chromium snap',
    );
  });

  it('names a path where nothing is', async () => {
    const path = join(folder, 'nothing');
    await expect(findChromium({ CHROMIUM_PATH: path })).rejects.toThrow(`CHROMIUM_PATH: ${path}`);
  });
});
