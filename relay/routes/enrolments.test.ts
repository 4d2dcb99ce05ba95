import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrolmentAnswerSchema, problemSchema } from '@baosong/shared/protocol/messages.ts';
import { postJson, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay } from '../testing/serve.ts';

let relay: ServedRelay;
beforeEach(async () => {
  relay = await serveRelay();
});
afterEach(() => relay.close());

const enrol = (code: string, extra: object = {}): Promise<Response> =>
  postJson(`${relay.origin}/api/v1/enrolments`, {
    protocol: 1,
    code,
    device: '许可科一号机',
    ...extra,
  });

describe('POST /api/v1/enrolments', () => {
  it('trades a code for a token that opens the door', async () => {
    const answer = await enrol(await relay.newCode(testUnit));
    expect(answer.status).toBe(201);
    const { token, unit, catalogue } = enrolmentAnswerSchema.parse(await answer.json());
    const { otherItems: _, ...profile } = testUnit;
    expect(unit).toMatchObject(profile);
    expect(catalogue).toEqual(await relay.store.catalogueOf(unit.id));
    const statistics = await fetch(`${relay.origin}/api/v1/statistics/monthly`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(statistics.status).toBe(200);
  });

  it('takes a code as people type it', async () => {
    const code = await relay.newCode(testUnit);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    expect((await enrol(typed)).status).toBe(201);
  });

  it('takes a code once', async () => {
    const code = await relay.newCode(testUnit);
    await enrol(code);
    const again = await enrol(code);
    expect(again.status).toBe(403);
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(await again.json())).toMatchObject({
      type: 'urn:baosong:problem:wrong-code',
      title: '接入码无效',
    });
  });

  it('refuses a code that is past its time', async () => {
    const code = await relay.newCode(testUnit);
    relay.clock.now = new Date(relay.clock.now.getTime() + 86_400_000);
    expect((await enrol(code)).status).toBe(403);
  });

  it('refuses an address after ten failures, and lets it try again a quarter of an hour later', async () => {
    const code = await relay.newCode(testUnit);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await enrol('AAAA-AAAA-AAAA')).status).toBe(403);
    }
    const refused = await enrol(code);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('900');
    relay.clock.now = new Date(relay.clock.now.getTime() + 15 * 60_000);
    expect((await enrol(code)).status).toBe(201);
  });

  it('refuses another protocol version before anything else about the shape', async () => {
    const answer = await enrol('whatever', { protocol: 2, extra: true });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ title: '协议版本不相符' });
  });

  it('keeps neither code nor token', async () => {
    const code = await relay.newCode(testUnit);
    const answer = (await (await enrol(code)).json()) as { token: string };
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(relay.file, { readOnly: true });
    const kept = JSON.stringify([
      db.prepare('SELECT * FROM enrolment_code').all(),
      db.prepare('SELECT * FROM device').all(),
      db.prepare('SELECT * FROM audit').all(),
    ]);
    db.close();
    expect(kept).toContain('许可科一号机');
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(kept).not.toContain(answer.token);
  });
});

describe('CORS', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${relay.origin}/api/v1/enrolments`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it.each(['chrome-extension://abcdefghijklmnop', 'moz-extension://3f9c'])(
    'lets %s in',
    async (origin) => {
      const answer = await preflight(origin);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  it.each(['https://example.com', 'http://127.0.0.1:8788'])('keeps %s out', async (origin) => {
    const answer = await preflight(origin);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
