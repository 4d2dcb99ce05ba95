/** Runs the practice platform on 127.0.0.1: PORT (8788) and PRACTICE_DECIDE_SECONDS (8) set it up. */
import { serve } from '@hono/node-server';
import { createPractice } from './app.ts';

/** A whole number from the environment, or the end of the process with the reason. */
function wholeNumber(name: string, fallback: number, highest: number): number {
  const written = process.env[name] ?? String(fallback);
  const value = Number(written);
  if (/^\d+$/.test(written) && value <= highest) return value;
  console.error(`环境变量 ${name} 应为 0 到 ${highest} 的整数，请修改后重新启动。`);
  process.exit(1);
}

const port = wholeNumber('PORT', 8788, 65_535);
const app = createPractice({
  now: () => new Date(),
  decideAfterSeconds: wholeNumber('PRACTICE_DECIDE_SECONDS', 8, 86_400),
});

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
  console.log(`演练平台已就绪：http://127.0.0.1:${address.port}`);
});

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用，请用环境变量 PORT 换一个端口后重新启动。`
      : `演练平台无法启动：${error.message}`,
  );
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
