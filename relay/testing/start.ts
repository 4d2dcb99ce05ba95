/** Starts the real relay as a process of its own, on a port that the system chooses. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
/** A busy machine takes its time; a relay that cannot start ends by itself. */
const patienceMs = 60_000;

/** A relay that runs. */
export interface RunningRelay {
  readonly origin: string;
  /** What a start without an administrator prints; `null` once there is one. */
  readonly setupLink: string | null;
  readonly enrolmentCode: string | null;
  readonly process: ChildProcess;
  /** Ends it as a power failure would (SIGKILL). */
  kill(): Promise<void>;
  /** Ends it in order (SIGTERM). @returns its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the relay on a data folder and waits until it serves.
 *
 * @param hasAdministrator whether set-up was done before, so that only one line is to be expected.
 * @param port of an earlier run that devices know; the system chooses one by default.
 */
export async function startRelay({
  dataDir,
  hasAdministrator = false,
  port = 0,
}: {
  readonly dataDir: string;
  readonly hasAdministrator?: boolean;
  readonly port?: number;
}): Promise<RunningRelay> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', BAOSONG_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  };

  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const tooLong = setTimeout(() => void end('SIGKILL'), patienceMs);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === (hasAdministrator ? 1 : 3)) break;
  }
  clearTimeout(tooLong);

  const find = (pattern: RegExp): string | null =>
    lines.map((line) => pattern.exec(line)?.[1]).find((part) => part !== undefined) ?? null;
  const origin = find(/^报送中继已就绪：(\S+)$/);
  if (origin === null) throw new Error(`The relay did not start: ${complaints}`);
  return {
    origin,
    setupLink: find(/^管理员设置链接（一次有效）：(\S+)$/),
    enrolmentCode: find(/^试用接入码（.+）：(\S+)$/),
    process: child,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
