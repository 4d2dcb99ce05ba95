import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...env } });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

it('says where it listens, serves its pages and ends on SIGTERM', async () => {
  const child = start({ PORT: '0' });
  const ended = once(child, 'exit');
  try {
    const [line] = (await once(child.stdout, 'data')) as [string];
    const address = /^演练平台已就绪：(http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line)?.[1];
    expect(address).toBeDefined();
    const page = await (await fetch(address!)).text();
    expect(page).toContain('云溪市信用信息报送平台');
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});

it.each([
  ['PORT', '80a', '环境变量 PORT 应为 0 到 65535 的整数，请修改后重新启动。\n'],
  [
    'PRACTICE_DECIDE_SECONDS',
    '-1',
    '环境变量 PRACTICE_DECIDE_SECONDS 应为 0 到 86400 的整数，请修改后重新启动。\n',
  ],
])('refuses to start with a wrong %s', async (name, value, sentence) => {
  const child = start({ PORT: '0', [name]: value });
  const complained = once(child.stderr, 'data');
  const ended = once(child, 'exit');
  expect(await complained).toEqual([sentence]);
  expect(await ended).toEqual([1, null]);
});
