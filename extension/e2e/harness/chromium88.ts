/**
 * A Chromium of January 2021 (88), the oldest engine that npm carries (`chrome-aws-lambda`), driven by
 * plain CDP: what runs in pages is built for Chromium 86, and a page tells what parsing does not.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);
const packed = join(
  dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')),
  'bin',
);

async function unpack(archive: string, target: string): Promise<void> {
  const file = createReadStream(join(packed, archive));
  await pipeline(file, createBrotliDecompress(), createWriteStream(target));
}

/** The folder with the unpacked browser: one per machine and content, made when it is first wanted. */
async function unpacked(): Promise<string> {
  const hash = createHash('sha256');
  for (const archive of ['chromium.br', 'aws.tar.br']) {
    hash.update(await readFile(join(packed, archive)));
  }
  const folder = join(tmpdir(), `baosong-chromium-88-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const making = await mkdtemp(`${folder}-`);
  await unpack('chromium.br', join(making, 'chromium'));
  await chmod(join(making, 'chromium'), 0o755);
  await unpack('aws.tar.br', join(making, 'aws.tar'));
  await mkdir(join(making, 'aws'));
  await run('tar', ['-xf', join(making, 'aws.tar'), '-C', join(making, 'aws')]);
  await rm(join(making, 'aws.tar'));
  try {
    await rename(making, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
    await rm(making, { recursive: true });
  }
  return folder;
}

const howToMend =
  'It needs Linux on x64 with libnss3 and the libraries that come with it (Debian and Ubuntu: `apt-get install chromium`, or `apt-get install libnss3`).';

interface Started {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the browser; resolves with its DevTools address, or rejects with what it said. */
function start(path: string, profile: string, libraries: string | null): Promise<Started> {
  const child = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--no-first-run',
      '--lang=zh-CN',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }) },
    },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    const gone = new Promise<void>((over) => child.once('exit', () => over()));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(said.trim() || 'it ended at once')));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      resolve({
        address,
        stop: async () => {
          child.kill('SIGKILL');
          await gone;
        },
      });
    });
  });
}

type Parameters = Readonly<Record<string, unknown>>;

/** One page of the old browser, and the isolated world in which a content script runs. */
export interface OldPage {
  /** Sends a command of the DevTools protocol to the page. */
  readonly send: (method: string, parameters?: Parameters) => Promise<Record<string, unknown>>;
  /** Evaluates in the page's own world. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Evaluates in the content script's world; gives the value of its last expression. */
  readonly inWorld: (script: string) => Promise<unknown>;
  /** Runs a script in the content script's world of every document from now on, before the page's own. */
  readonly atStart: (script: string) => Promise<void>;
  readonly open: (url: string) => Promise<void>;
  /** Messages of exceptions that nobody caught. */
  readonly exceptions: readonly string[];
}

export interface OldBrowser {
  /** Such as `HeadlessChrome/88.0.4298.0`. */
  readonly version: string;
  readonly page: OldPage;
  readonly close: () => Promise<void>;
}

const worldName = 'baosong';

/** Launches Chromium 88. @throws an Error that says what the machine lacks */
export async function launchChromium88(): Promise<OldBrowser> {
  const folder = await unpacked();
  const profile = await mkdtemp(join(tmpdir(), 'baosong-old-profile-'));
  const path = join(folder, 'chromium');
  let browser: Started;
  try {
    browser = await start(path, profile, null).catch((error: unknown) => {
      // A machine without the libraries gets those that came with the browser.
      if (!String(error).includes('error while loading shared libraries')) throw error;
      return start(path, profile, join(folder, 'aws', 'lib'));
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`Chromium 88 does not start on this machine: ${said} ${howToMend}`, {
      cause: error,
    });
  }

  const socket = new WebSocket(browser.address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let last = 0;
  const owed = new Map<
    number,
    (answer: { result?: unknown; error?: { message: string } }) => void
  >();
  const exceptions: string[] = [];
  const waiting = new Map<string, () => void>();
  let world = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as {
      id?: number;
      method?: string;
      params?: Record<string, never>;
    };
    if (message.id !== undefined) {
      owed.get(message.id)?.(message as never);
      owed.delete(message.id);
      return;
    }
    const params: Record<
      string,
      { name?: string; id?: number; text?: string; exception?: { description?: string } }
    > = message.params ?? {};
    if (message.method === 'Runtime.executionContextCreated') {
      const { context } = params;
      if (context?.name === worldName) world = context.id ?? 0;
    } else if (message.method === 'Runtime.exceptionThrown') {
      const details = params['exceptionDetails'];
      exceptions.push(details?.exception?.description ?? details?.text ?? 'unknown');
    }
    if (message.method !== undefined) waiting.get(message.method)?.();
  };
  const command = (
    method: string,
    params: Parameters = {},
    sessionId?: string,
  ): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      last += 1;
      owed.set(last, ({ result, error }) => {
        if (error === undefined) resolve(result as Record<string, unknown>);
        else reject(new Error(`${method}: ${error.message}`));
      });
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });

  const { product } = await command('Browser.getVersion');
  const { targetId } = await command('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await command('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params?: Parameters): Promise<Record<string, unknown>> =>
    command(method, params, String(sessionId));
  await send('Page.enable');
  await send('Runtime.enable');

  const evaluateIn = async (expression: string, contextId?: number): Promise<unknown> => {
    const { result, exceptionDetails } = (await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
      ...(contextId === undefined ? {} : { contextId }),
    })) as {
      result: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };

  return {
    version: String(product),
    page: {
      send,
      exceptions,
      evaluate: (expression) => evaluateIn(expression),
      inWorld: (script) => evaluateIn(script, world),
      async atStart(source) {
        await send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
      },
      async open(url) {
        const loaded = new Promise<void>((resolve) => waiting.set('Page.loadEventFired', resolve));
        await send('Page.navigate', { url });
        await loaded;
      },
    },
    async close() {
      socket.close();
      await browser.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
