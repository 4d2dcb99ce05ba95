import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passphrase, postForm, postJson } from './testing/serve.ts';
import { startRelay } from './testing/start.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baosong-main-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const main = fileURLToPath(new URL('main.ts', import.meta.url));

async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: unknown; out: string; complaints: string }> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, BAOSONG_DATA: dataDir, ...env },
  });
  const [out, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[unknown]>,
  ]);
  return { code, out, complaints };
}

/** Starting a process takes a second or more on a busy machine. */
const timeout = 30_000;

describe('the relay as a process', { timeout }, () => {
  it('leads a newcomer from the first start to a log-in, and later starts say less', async () => {
    const first = await startRelay({ dataDir });
    expect(first.setupLink).toMatch(new RegExp(`^${first.origin}/setup/[\\w-]{43}$`));
    expect(first.enrolmentCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const enrolled = await postJson(`${first.origin}/api/v1/enrolments`, {
      protocol: 1,
      code: first.enrolmentCode,
      device: '试用机',
    });
    expect(await enrolled.json()).toMatchObject({
      unit: {
        name: '云溪市城市管理局',
        unifiedSocialCreditCode: '11420200011012349Q',
        kinds: ['licence', 'penalty'],
      },
    });
    const done = await postForm(first.setupLink ?? '', {
      name: '管理员',
      passphrase,
      repeated: passphrase,
    });
    expect(done.status).toBe(303);
    expect(await first.stop()).toBe(0);
    // Folded into the file by the orderly stop.
    expect(existsSync(join(dataDir, 'relay.sqlite-wal'))).toBe(false);

    const second = await startRelay({ dataDir, hasAdministrator: true });
    expect(second.setupLink).toBeNull();
    const { out } = await run(['setup-link'], { PORT: new URL(second.origin).port });
    const [, link] = /^管理员设置链接（一次有效）：(\S+)\n$/.exec(out) ?? [];
    expect((await fetch(link ?? '')).status).toBe(200);
    await second.stop();
  });

  it('makes the try-out unit once, however often it starts without an administrator', async () => {
    const first = await startRelay({ dataDir });
    await first.stop();
    const second = await startRelay({ dataDir });
    const enrolled = await postJson(`${second.origin}/api/v1/enrolments`, {
      protocol: 1,
      code: second.enrolmentCode,
      device: '试用机',
    });
    const { token } = (await enrolled.json()) as { token: string };
    const answer = await fetch(`${second.origin}/api/v1/statistics/monthly`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(((await answer.json()) as { units: unknown[] }).units).toHaveLength(1);
    await second.stop();
  });

  it('finds its statistics in order', async () => {
    const { code, out } = await run(['rebuild-statistics']);
    expect({ code, out }).toEqual({ code: 0, out: '统计与记录一致。\n' });
  });

  it('refuses to start with one sentence', async () => {
    const running = await startRelay({ dataDir });
    const { port } = new URL(running.origin);
    const taken = await run([], { PORT: port });
    await running.stop();
    expect(taken.code).toBe(1);
    expect(taken.complaints).toContain(`端口 ${port} 已被占用`);
    expect(taken.complaints.trim().split('\n')).toHaveLength(1);
    expect(await run([], { PORT: 'x' })).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('PORT') as string,
    });
    expect(await run(['unknown'])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('用法') as string,
    });
  });
});
