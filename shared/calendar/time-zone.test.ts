import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('testing/print-duties.ts', import.meta.url));

/** What a process whose clock shows the time of `zone` says is owed. */
async function dutiesIn(zone: string): Promise<{ zone: number; shown: string }> {
  const env = { ...process.env, TZ: zone };
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as { zone: number; shown: string };
}

it('owes and shows the same in UTC, in New York and in Shanghai', async () => {
  const [utc, newYork, shanghai] = await Promise.all(
    ['UTC', 'America/New_York', 'Asia/Shanghai'].map(dutiesIn),
  );
  // The processes really were elsewhere; summer time in New York.
  expect([utc?.zone, newYork?.zone, shanghai?.zone]).toEqual([0, 240, -480]);
  expect(newYork?.shown).toBe(utc?.shown);
  expect(shanghai?.shown).toBe(utc?.shown);
  expect(utc?.shown).toContain('今天 17:30 前请零报送或补报');
});
