/**
 * Runs the relay. Without arguments it serves; `setup-link` prints a new set-up link, for a lost
 * passphrase; `rebuild-statistics` counts everything anew and says how much was wrong.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { checkRuntime, readConfig, StartError } from './config.ts';
import type { Config } from './config.ts';
import { firstStartLines, openSetupLink } from './first-start.ts';
import type { Store } from './store/port.ts';
import { openSqliteStore } from './store/sqlite.ts';

/** How long requests under way may take once the relay is told to stop. */
const patienceMs = 10_000;

const now = (): Date => new Date();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function openStore({ dataDir }: Config): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return openSqliteStore(join(dataDir, 'relay.sqlite'));
}

const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

async function run(config: Config): Promise<void> {
  const store = await openStore(config);
  const app = createApp({
    store,
    now,
    report: (error) => {
      complain(`${now().toISOString()} ${error.stack ?? error.message}`);
    },
  });
  const { server, port } = await listen(app.fetch, config);
  const origin = originOf(config.host, port);
  say(`报送中继已就绪：${origin}`);
  if ((await store.countAdministrators()) === 0) {
    for (const line of await firstStartLines(store, now(), origin)) say(line);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop(server, store).then(
        () => process.exit(0),
        (error: unknown) => {
          complain(`报送中继未能正常停止：${String(error)}`);
          process.exit(1);
        },
      );
    });
  }
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  { host, port }: Config,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (address) => {
      server.off('error', refuse);
      resolve({ server, port: address.port });
    });
    const refuse = (error: NodeJS.ErrnoException): void => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(
              `端口 ${String(port)} 已被占用，请用环境变量 PORT 换一个端口，或先停止占用它的程序。`,
            )
          : error,
      );
    };
    server.once('error', refuse);
  });
}

/** Takes no more, lets what is under way finish, and closes the database in order. */
async function stop(server: ServerType, store: Store): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  if ('closeIdleConnections' in server) {
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, patienceMs).unref();
  }
  await closed;
  await store.close();
}

async function withStore(config: Config, work: (store: Store) => Promise<string>): Promise<void> {
  const store = await openStore(config);
  try {
    say(await work(store));
  } finally {
    await store.close();
  }
}

async function main(command: string | undefined): Promise<void> {
  checkRuntime(process.versions.node);
  const config = readConfig(process.env);
  switch (command) {
    case undefined:
      return run(config);
    case 'setup-link':
      return withStore(config, async (store) => {
        const path = await openSetupLink(store, now());
        return `管理员设置链接（一次有效）：${originOf(config.host, config.port)}${path}`;
      });
    case 'rebuild-statistics':
      return withStore(config, async (store) => {
        const mended = await store.rebuildStatistics();
        return mended === 0 ? '统计与记录一致。' : `统计已重算，更正 ${String(mended)} 项。`;
      });
    default:
      throw new StartError(
        '用法：node relay/main.ts [setup-link | rebuild-statistics]，不带参数即启动报送中继。',
      );
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  complain(error instanceof StartError ? error.message : `报送中继无法启动：${String(error)}`);
  process.exit(1);
}
