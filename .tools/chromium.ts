/**
 * Finds a browser that can load an unpacked extension, and installs one where that is allowed.
 *
 * Google Chrome from version 137 on and Microsoft Edge ignore `--load-extension`; they are refused by
 * name, because a test run in them would only say that the extension does nothing. Chromium and Chrome
 * for Testing obey it.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser that started once and named itself, such as `Chromium 156.0.7890.1`. */
export interface Chromium {
  readonly path: string;
  readonly version: string;
}

/** No usable browser or font; the message is a sentence that says what to do about it. */
export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
}

type Environment = Readonly<Record<string, string | undefined>>;

const howToInstall =
  'Install it (Debian: `apt-get install chromium fonts-noto-cjk`; elsewhere: `npx playwright-core install chromium`) or set CHROMIUM_PATH to one.';

/** Where Playwright keeps the browsers that it downloads. */
function playwrightCache(platform: NodeJS.Platform, env: Environment, home: string): string {
  const chosen = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen !== undefined && chosen !== '' && chosen !== '0') return chosen;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ms-playwright');
  }
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright');
}

/** Executables inside one `chromium-<revision>` folder of Playwright's cache. */
const insidePlaywrightBuild = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
    [folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    [folder, 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ]),
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
];

/**
 * Paths at which a usable browser may be, the best first; whether they exist is not looked at.
 * Snap's Chromium comes last: its confinement hides `/tmp`, where the tests keep their profiles.
 *
 * @param cached the names of the folders in Playwright's cache.
 */
export function candidates(
  platform: NodeJS.Platform,
  env: Environment,
  home: string,
  cached: readonly string[],
): string[] {
  const cache = playwrightCache(platform, env, home);
  const downloaded = cached
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => insidePlaywrightBuild.map((parts) => join(cache, name, ...parts)));
  if (platform === 'darwin') {
    const app = join('Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium');
    return [join('/', app), join(home, app), ...downloaded];
  }
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['ProgramFiles'], env['ProgramFiles(x86)']];
    return [
      ...roots.flatMap((root) =>
        root === undefined ? [] : [join(root, 'Chromium', 'Application', 'chrome.exe')],
      ),
      ...downloaded,
    ];
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/usr/local/bin/chromium',
    ...downloaded,
    '/snap/bin/chromium',
  ];
}

/**
 * Why a browser cannot be used, by what it calls itself, or null when it can.
 *
 * @param version what `--version` prints, such as `Google Chrome 137.0.7151.55`.
 */
export function refusal(version: string): string | null {
  const major = Number(/(\d+)(?:\.\d+)+/.exec(version)?.[1] ?? NaN);
  if (/\bMicrosoft Edge\b/i.test(version)) {
    return `${version} ignores --load-extension; use Chromium instead.`;
  }
  if (/\bGoogle Chrome\b(?! for Testing)/i.test(version) && !(major < 137)) {
    return `${version} ignores --load-extension, as Google Chrome does from version 137 on; use Chromium instead.`;
  }
  if (/headless.?shell/i.test(version)) {
    return `${version} cannot load extensions; use a whole Chromium instead.`;
  }
  return Number.isNaN(major) ? `it does not name its version ("${version}").` : null;
}

/** What the executable calls itself. Chrome for Windows opens a window instead of printing it. */
async function versionOf(path: string): Promise<string> {
  const { stdout } =
    process.platform === 'win32'
      ? await run(
          'powershell.exe',
          [
            '-NoProfile',
            '-Command',
            '(Get-Item -LiteralPath $env:BROWSER).VersionInfo | % { "$($_.ProductName) $($_.ProductVersion)" }',
          ],
          { env: { ...process.env, BROWSER: path }, timeout: 30_000 },
        )
      : await run(path, ['--version'], { timeout: 30_000 });
  return stdout.trim();
}

/** Starts one candidate for its version; says why not when it cannot be used. */
async function examine(path: string): Promise<Chromium | string> {
  if (!existsSync(path)) return `${path}: there is no such file.`;
  let version;
  try {
    version = await versionOf(path);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const said = stderr?.trim().split('\n')[0];
    return `${path} does not start: ${said || String(error).split('\n').join(' ')}`;
  }
  const reason = refusal(version);
  return reason === null ? { path, version } : `${path}: ${reason}`;
}

/**
 * The browser of `CHROMIUM_PATH`, or else the first usable one of the usual places and of Playwright's
 * cache.
 *
 * @throws ChromiumMissing when there is none; a `CHROMIUM_PATH` that cannot be used is never passed over.
 */
export async function findChromium(env: Environment = process.env): Promise<Chromium> {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    const found = await examine(chosen);
    if (typeof found === 'string') throw new ChromiumMissing(`CHROMIUM_PATH: ${found}`);
    return found;
  }
  const cache = playwrightCache(process.platform, env, homedir());
  const cached = existsSync(cache) ? readdirSync(cache) : [];
  const reasons: string[] = [];
  for (const path of candidates(process.platform, env, homedir(), cached)) {
    if (!existsSync(path)) continue;
    const found = await examine(path);
    if (typeof found !== 'string') return found;
    reasons.push(found);
  }
  throw new ChromiumMissing(['No usable Chromium was found.', ...reasons, howToInstall].join(' '));
}

/** Whether some font can show Chinese. macOS and Windows always have one. */
async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    const { stdout } = await run('fc-list', [':lang=zh', 'family']);
    return stdout.trim() !== '';
  } catch {
    // Without fontconfig there is no list to ask, and Chromium finds no font either.
    return false;
  }
}

/** Whether `/etc/os-release` describes Debian, Ubuntu or one of their descendants. */
export function isDebianLike(osRelease: string): boolean {
  return osRelease
    .split('\n')
    .filter((line) => /^ID(_LIKE)?=/.test(line))
    .some((line) => /\b(debian|ubuntu)\b/.test(line));
}

/**
 * Whether `apt-cache policy chromium` offers a real package. Ubuntu offers none, or a stub that fetches
 * a snap and cannot be used here.
 */
export function offersChromium(policy: string): boolean {
  const candidate = /^\s*Candidate:\s*(\S+)/m.exec(policy)?.[1];
  return candidate !== undefined && candidate !== '(none)' && !candidate.includes('snap');
}

/** How `apt-get` may be called: as root, through a sudo that asks nothing, or (null) not at all. */
async function aptPrefix(): Promise<readonly string[] | null> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (!existsSync('/etc/os-release')) return null;
  if (!isDebianLike(readFileSync('/etc/os-release', 'utf8'))) return null;
  if (process.getuid?.() === 0) return [];
  try {
    await run('sudo', ['-n', 'true']);
    return ['sudo', '-n'];
  } catch {
    // No sudo, or one that wants a password: not ours to ask for.
    return null;
  }
}

async function apt(prefix: readonly string[], args: readonly string[]): Promise<void> {
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const [program = 'env', ...rest] = [...prefix, ...environment, 'apt-get', ...args];
  try {
    await run(program, rest, { timeout: 600_000, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new ChromiumMissing(
      `\`apt-get ${args.join(' ')}\` failed: ${stderr?.trim() || String(error)} ${howToInstall}`,
      { cause: error },
    );
  }
}

/**
 * A usable Chromium and a Chinese font, installed from Debian's packages where they are missing and
 * this process may install.
 *
 * @throws ChromiumMissing with a sentence that says what to install.
 */
export async function ensureChromium(env: Environment = process.env): Promise<Chromium> {
  let missing: ChromiumMissing | null = null;
  let chromium: Chromium | null = null;
  try {
    chromium = await findChromium(env);
  } catch (error) {
    if (!(error instanceof ChromiumMissing) || env['CHROMIUM_PATH']) throw error;
    missing = error;
  }
  const chineseFont = await hasChineseFont();
  if (chromium !== null && chineseFont) return chromium;

  const prefix = await aptPrefix();
  if (prefix === null) {
    throw (
      missing ??
      new ChromiumMissing(
        'No font can show Chinese; install one (Debian and Ubuntu: `apt-get install fontconfig fonts-noto-cjk`).',
      )
    );
  }
  await apt(prefix, ['update']);
  if (chromium === null) {
    const { stdout } = await run('apt-cache', ['policy', 'chromium']);
    if (!offersChromium(stdout)) {
      throw new ChromiumMissing(
        'This system (Ubuntu, for one) has Chromium only as a snap, which cannot read the test folders. Install another one with `npx playwright-core install --with-deps chromium`, or set CHROMIUM_PATH to one.',
      );
    }
    await apt(prefix, ['install', '--yes', '--no-install-recommends', 'chromium']);
  }
  if (!chineseFont) {
    const fonts = ['fontconfig', 'fonts-noto-cjk'];
    await apt(prefix, ['install', '--yes', '--no-install-recommends', ...fonts]);
  }
  return chromium ?? (await findChromium(env));
}
