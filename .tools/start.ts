/**
 * `npm start`: builds the extension for the practice platform, starts the relay and the practice
 * platform as processes of their own, and opens a Chromium with the extension where there is a screen.
 *
 * `PORT` and `PRACTICE_PORT` choose the ports (8787 and 8788), `BAOSONG_DATA` the folder for everything
 * that is kept (`data/`).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from './build.ts';
import { ChromiumMissing, findChromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How long the servers get to stop, in ms; the relay lets requests under way take 10 s of it. */
const patience = 15_000;

/** Something that the person at the keyboard can put right; the message says how. */
class CannotStart extends Error {}

interface Server {
  readonly name: string;
  readonly script: string;
  /** The environment variable that chooses the port. */
  readonly variable: 'PORT' | 'PRACTICE_PORT';
  readonly port: number;
  /** What the server prints, before its address, once it answers. */
  readonly readyLine: string;
}

function portFrom(variable: Server['variable'], otherwise: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new CannotStart(`${variable}=${text} 不是端口号，请写 1 到 65535 之间的整数。`);
}

/** Refuses a port that something else listens on, before anything is built or started. */
async function mustBeFree({ name, port, variable }: Server): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CannotStart(
      `${name}要用的端口 ${port} 已被占用。请停掉占用它的程序，或换一个端口，例如：${variable}=${port + 10} npm start`,
      { cause: error },
    );
  }
  probe.close();
  await once(probe, 'close');
}

/** Starts a server and waits until it says that it is ready; everything that it prints is shown. */
async function start(server: Server, data: string, running: ChildProcess[]): Promise<void> {
  const child = spawn(process.execPath, [server.script], {
    cwd: root,
    env: { ...process.env, PORT: String(server.port), BAOSONG_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
    // Ctrl-C then reaches this process alone, which stops the servers once and in order.
    detached: process.platform !== 'win32',
  });
  running.push(child);
  child.stdout.pipe(process.stdout);
  await new Promise<void>((ready, fail) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes(server.readyLine)) ready();
    });
    child.on('error', fail);
    child.on('exit', () => fail(new CannotStart(`${server.name}没有启动成功，原因见上。`)));
  });
}

/** Asks the processes to stop, insists after a while, and returns when all are gone. */
async function stop(running: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    running.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), patience);
      await gone;
      clearTimeout(insist);
    }),
  );
}

function hasScreen(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Opens the practice platform in a Chromium that has the extension, with a profile of its own. */
async function openBrowser(
  executable: string,
  extension: string,
  address: string,
  data: string,
): Promise<ChildProcess> {
  const profile = join(data, 'browser');
  await mkdir(profile, { recursive: true });
  // Chromium talks a lot about the desktop that it runs on; that must not bury the set-up link.
  const logPath = join(data, 'browser.log');
  const log = await open(logPath, 'w');
  const child = spawn(
    executable,
    [
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      address,
    ],
    { stdio: ['ignore', log.fd, log.fd], detached: process.platform !== 'win32' },
  );
  await log.close();
  child.on('error', (error) => console.error(`浏览器没有打开：${error.message}`));
  child.on('exit', (code) => {
    if (code !== null && code !== 0) console.error(`浏览器没有正常运行，详见 ${logPath}`);
  });
  return child;
}

/** The path of a Chromium that loads extensions; says why when there is none. */
async function usableBrowser(): Promise<string | null> {
  try {
    return (await findChromium()).path;
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    console.log(error.message);
    return null;
  }
}

function sayHowToLoad(extension: string, address: string): void {
  console.log(
    `在 Chromium 里打开 chrome://extensions，打开“开发者模式”，点“加载已解压的扩展程序”，选文件夹：${extension}`,
  );
  console.log(`然后打开演练平台 ${address} 开始填报。`);
}

async function main(): Promise<void> {
  const relay: Server = {
    name: '报送中继',
    script: 'relay/main.ts',
    variable: 'PORT',
    port: portFrom('PORT', 8787),
    readyLine: '报送中继已就绪',
  };
  const practice: Server = {
    name: '演练平台',
    script: 'relay/practice/main.ts',
    variable: 'PRACTICE_PORT',
    port: portFrom('PRACTICE_PORT', 8788),
    readyLine: '演练平台已就绪',
  };
  const address = `http://127.0.0.1:${practice.port}/`;
  const data = resolve(root, process.env['BAOSONG_DATA'] || 'data');

  const running: ChildProcess[] = [];
  // npm passes the signal of the terminal on, so Ctrl-C may arrive twice.
  const interrupted = new Promise<'interrupted'>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => settle('interrupted'));
    }
  });
  const unlessInterrupted = <T>(work: Promise<T>) => Promise.race([work, interrupted]);
  try {
    await mustBeFree(relay);
    await mustBeFree(practice);
    const extension = await unlessInterrupted(buildExtension('practice', `${address}*`));
    if (extension === 'interrupted') return;
    for (const server of [relay, practice]) {
      if ((await unlessInterrupted(start(server, data, running))) === 'interrupted') return;
    }
    const died = new Promise<'died'>((settle) => {
      for (const child of running) child.on('exit', () => settle('died'));
    });

    const browser = hasScreen() ? await usableBrowser() : null;
    if (browser === null) sayHowToLoad(extension, address);
    else running.push(await openBrowser(browser, extension, address, data));
    console.log('按 Ctrl-C 停止。');
    if ((await unlessInterrupted(died)) === 'died') {
      throw new CannotStart('有一个服务意外停止了，原因见上。');
    }
  } finally {
    await stop(running);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
