/** Starts the real relay and the real practice platform as processes of their own, on free ports. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A server that has said that it is ready. */
export interface Server {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** What it printed until then. */
  readonly printed: string;
  /** Asks it to stop and waits until it has. */
  readonly stop: () => Promise<void>;
}

async function start(
  script: string,
  env: Readonly<Record<string, string>>,
  lastLine: RegExp,
): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (lastLine.test(text)) resolve(text);
    });
    child.on('exit', (code) => {
      reject(new Error(`${script} ended with ${String(code)} before it was ready:\n${text}`));
    });
  });
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
  if (origin === undefined) throw new Error(`${script} printed no address:\n${printed}`);
  return {
    origin,
    printed,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The practice platform; it decides a record `decideAfterSeconds` after it came. */
export function startPractice(decideAfterSeconds: number): Promise<Server> {
  return start(
    'relay/practice/main.ts',
    { PRACTICE_DECIDE_SECONDS: String(decideAfterSeconds) },
    /演练平台已就绪：\S+\n/,
  );
}

/** A relay at its first start, with what it prints then. */
export interface FirstRelay extends Server {
  readonly setupLink: string;
  /** Enrolment code of the try-out unit 云溪市城市管理局. */
  readonly enrolmentCode: string;
}

/** A relay over an empty data folder. */
export async function startRelay(dataDir: string): Promise<FirstRelay> {
  const server = await start(
    'relay/main.ts',
    { BAOSONG_DATA: dataDir },
    /试用接入码（[^）]*）：\S+\n/,
  );
  const setupLink = /管理员设置链接（一次有效）：(\S+)/.exec(server.printed)?.[1];
  const enrolmentCode = /试用接入码（[^）]*）：(\S+)/.exec(server.printed)?.[1];
  if (setupLink === undefined || enrolmentCode === undefined) {
    throw new Error(`the relay printed no link or code:\n${server.printed}`);
  }
  return { ...server, setupLink, enrolmentCode };
}
