import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('start.ts', import.meta.url));
const minute = 60_000;

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'baosong-start-'));
});
afterEach(() => rm(data, { recursive: true }));

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** A port that the system has just given and taken back. */
async function freePort(): Promise<number> {
  const { server, port } = await listening();
  server.close();
  await once(server, 'close');
  return port;
}

/** `npm start` on a machine without a screen. */
function npmStart(port: number, practicePort: number) {
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      PORT: String(port),
      PRACTICE_PORT: String(practicePort),
      BAOSONG_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => output,
    /** Waits for a sentence; fails with what was printed instead when the process ends before. */
    prints: (sentence: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (output.includes(sentence)) resolve();
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`never printed "${sentence}", but:\n${output}`)));
      }),
  };
}

it(
  'brings both servers up, says how to load the extension, and takes both down again',
  async () => {
    const [port, practicePort] = [await freePort(), await freePort()];
    const started = npmStart(port, practicePort);
    try {
      await started.prints(`报送中继已就绪：http://127.0.0.1:${port}`);
      await started.prints(`演练平台已就绪：http://127.0.0.1:${practicePort}`);
      await started.prints('加载已解压的扩展程序');
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      expect(await (await fetch(`http://127.0.0.1:${practicePort}/`)).text()).toContain('演练');
      await started.prints('按 Ctrl-C 停止');
    } finally {
      started.child.kill('SIGINT');
      // npm sends the signal a second time.
      started.child.kill('SIGINT');
    }
    expect(await started.ended).toBe(0);
    for (const closed of [port, practicePort]) {
      await expect(fetch(`http://127.0.0.1:${closed}/`)).rejects.toThrow('fetch failed');
    }
  },
  2 * minute,
);

it(
  'names a port that is taken and how to choose another',
  async () => {
    const taken = await listening();
    try {
      const started = npmStart(await freePort(), taken.port);
      expect(await started.ended).toBe(1);
      expect(started.output()).toContain(`演练平台要用的端口 ${taken.port} 已被占用`);
      expect(started.output()).toContain('PRACTICE_PORT=');
    } finally {
      taken.server.close();
    }
  },
  minute,
);
