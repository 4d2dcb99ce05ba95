import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  licence,
  outcome,
  recordsRequest,
  submission,
  zeroReport,
  zeroReportRequest,
} from '../testing/messages.ts';
import { passphrase, postForm, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay } from '../testing/serve.ts';

let relay: ServedRelay;
beforeEach(async () => {
  relay = await serveRelay();
});
afterEach(() => relay.close());

const get = (path: string, cookie = ''): Promise<Response> =>
  fetch(relay.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' });
const page = async (path: string, cookie = ''): Promise<string> => (await get(path, cookie)).text();
const code = (html: string): string | undefined => /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){2}/.exec(html)?.[0];

describe('set-up', () => {
  const fields = { name: '管理员', passphrase, repeated: passphrase };

  it('works once', async () => {
    const link = await relay.newSetupLink();
    expect((await fetch(link)).status).toBe(200);
    const done = await postForm(link, fields);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/login']);
    expect((await fetch(link)).status).toBe(404);
    expect((await postForm(link, fields)).status).toBe(404);
    expect((await postForm(`${relay.origin}/login`, fields)).headers.get('location')).toBe('/');
  });

  it.each([
    [
      'a short passphrase',
      { ...fields, passphrase: '12345678901', repeated: '12345678901' },
      '口令须有 12',
    ],
    ['two different passphrases', { ...fields, repeated: 'another one altogether' }, '不一致'],
    ['no name', { ...fields, name: ' ' }, '请填写用户名'],
  ])('refuses %s and stays open', async (_, bad, sentence) => {
    const link = await relay.newSetupLink();
    const refused = await postForm(link, bad);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(sentence);
    expect((await fetch(link)).status).toBe(200);
  });

  it('closes a link when a newer one is opened, and after a day', async () => {
    const older = await relay.newSetupLink();
    const newer = await relay.newSetupLink();
    expect((await fetch(older)).status).toBe(404);
    relay.clock.now = new Date(relay.clock.now.getTime() + 86_400_000);
    expect((await fetch(newer)).status).toBe(404);
  });

  it('gives an administrator a new passphrase and ends the old sessions', async () => {
    const cookie = await relay.logIn();
    const next = 'a different long passphrase';
    await postForm(await relay.newSetupLink(), {
      name: '管理员',
      passphrase: next,
      repeated: next,
    });
    expect((await get('/', cookie)).headers.get('location')).toBe('/login');
    const old = await postForm(`${relay.origin}/login`, fields);
    expect(old.status).toBe(401);
    const right = await postForm(`${relay.origin}/login`, { name: '管理员', passphrase: next });
    expect(right.status).toBe(303);
  });
});

describe('log-in', () => {
  it('sets a cookie that scripts and other sites cannot use, and ends with log-out', async () => {
    await relay.logIn();
    const answer = await postForm(`${relay.origin}/login`, { name: '管理员', passphrase });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const [pair = ''] = cookie.split(';');
    expect((await get('/', pair)).status).toBe(200);
    await postForm(`${relay.origin}/logout`, {}, pair);
    expect((await get('/', pair)).headers.get('location')).toBe('/login');
  });

  it('ends after twelve hours', async () => {
    const cookie = await relay.logIn();
    relay.clock.now = new Date(relay.clock.now.getTime() + 12 * 3_600_000);
    expect((await get('/', cookie)).headers.get('location')).toBe('/login');
  });

  it('says the same of a wrong name and a wrong passphrase, and stops guessing', async () => {
    await relay.logIn();
    const wrongName = await postForm(`${relay.origin}/login`, { name: '别人', passphrase });
    const wrongPhrase = await postForm(`${relay.origin}/login`, {
      name: '管理员',
      passphrase: 'x',
    });
    const sentence = /<p class="notice"[\s\S]*?<\/p>/;
    expect(wrongName.status).toBe(401);
    expect(sentence.exec(await wrongName.text())?.[0]).toBe(
      sentence.exec(await wrongPhrase.text())?.[0],
    );
    // Eight more fill the measure, however many come at once.
    const more = await Promise.all(
      Array.from({ length: 10 }, () =>
        postForm(`${relay.origin}/login`, { name: '管理员', passphrase: 'x' }),
      ),
    );
    expect(more.map(({ status }) => status).toSorted()).toEqual([
      ...Array.from({ length: 8 }, () => 401),
      429,
      429,
    ]);
    expect((await postForm(`${relay.origin}/login`, { name: '管理员', passphrase })).status).toBe(
      429,
    );
  });

  it('is not taken from forms of other sites', async () => {
    const cookie = await relay.logIn();
    const answer = await fetch(`${relay.origin}/units`, {
      method: 'POST',
      headers: { Origin: 'http://example.com', Cookie: cookie },
      body: new URLSearchParams({ name: 'x' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('请求来自其他网站');
  });

  it.each(['/', '/units', '/charts/monthly.svg', '/exports/monthly.xlsx'])(
    'is asked for at %s',
    async (path) => {
      expect((await get(path)).headers.get('location')).toBe('/login');
    },
  );
});

describe('every page', () => {
  it('lets nothing run or load but its own style sheet and images', async () => {
    const cookie = await relay.logIn();
    const answer = await get('/', cookie);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await answer.text();
    expect(html).not.toMatch(/<script| style=| on\w+=/);
    const sheet = /href="(\/assets\/[\da-f]{16}-style\.css)"/.exec(html)?.[1] ?? '';
    const css = await get(sheet);
    expect(css.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('shows a refusal as a page', async () => {
    const answer = await get('/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有这个地址');
    const month = await get('/?month=2026-99', await relay.logIn());
    expect(month.status).toBe(422);
    expect(await month.text()).toContain('/month');
  });
});

describe('units', () => {
  const fields = {
    name: '云溪市<文化>局',
    unifiedSocialCreditCode: ' 12420200420420423k ',
    district: '云溪区',
    kinds: 'licence',
  };

  it('are made, listed as typed, and get codes that enrol', async () => {
    const cookie = await relay.logIn();
    expect((await postForm(`${relay.origin}/units`, fields, cookie)).status).toBe(303);
    const html = await page('/units', cookie);
    expect(html).toContain('云溪市&lt;文化&gt;局');
    expect(html).toContain('12420200420420423K');
    const [, unitId] = /action="\/units\/([\w-]+)\/enrolment-codes"/.exec(html) ?? [];
    const issued = await postForm(
      `${relay.origin}/units/${unitId ?? ''}/enrolment-codes`,
      {},
      cookie,
    );
    expect(issued.status).toBe(201);
    const enrolled = await fetch(`${relay.origin}/api/v1/enrolments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ protocol: 1, code: code(await issued.text()), device: '一号机' }),
    });
    expect(await enrolled.json()).toMatchObject({ unit: { id: unitId, kinds: ['licence'] } });
    expect(code(await page('/units', cookie))).toBeUndefined();
  });

  it.each([
    ['a wrong code', { unifiedSocialCreditCode: '12420200420420423A' }, '统一社会信用代码不正确'],
    ['no name', { name: '' }, '请填写单位全称'],
    ['no district', { district: '' }, '请填写所属区划'],
    ['no kind', { kinds: 'other' }, '请至少选择一种'],
  ])('are refused with %s, and what was typed stays', async (_, change, sentence) => {
    const cookie = await relay.logIn();
    const answer = await postForm(`${relay.origin}/units`, { ...fields, ...change }, cookie);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(sentence);
    expect(html).toContain('value="');
    expect(await relay.store.listUnits('2026-12-31', null)).toEqual([]);
  });

  it('are refused where the code is taken', async () => {
    const cookie = await relay.logIn();
    await postForm(`${relay.origin}/units`, fields, cookie);
    const again = await postForm(`${relay.origin}/units`, fields, cookie);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('已有单位使用这个统一社会信用代码');
  });
});

describe('the dashboard', () => {
  it('shows the figures, the sum first, the chart and the zero reports of the month', async () => {
    const device = await relay.enrol(testUnit);
    await device.post('/api/v1/zero-reports', zeroReportRequest(zeroReport({ kind: 'penalty' })));
    const sent = [submission(), submission(), submission()];
    const records = sent.map((one, index) =>
      licence({
        submissions: [one],
        outcomes:
          index === 2 ? [] : [outcome(one.id, { verdict: index === 0 ? 'accepted' : 'rejected' })],
      }),
    );
    await device.post('/api/v1/records', recordsRequest(...records));
    const cookie = await relay.logIn();
    const html = await page('/?month=2026-11&axis=submitted', cookie);
    const rows = [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.trim()),
    );
    const figures = [
      '3',
      '3',
      '0',
      '0',
      '1',
      '1',
      '1',
      '50.00%',
      '100.00%',
      '1',
      '2026-11-25',
      '0',
    ];
    expect(rows[1]).toEqual(['合计', ...figures]);
    expect(rows[2]).toEqual([testUnit.name, ...figures]);
    expect(html).toContain('ZR-20261127-000001');
    expect(html).toContain('/exports/monthly.xlsx?month=2026-11&amp;axis=submitted');
    const [, chart = ''] = /<img class="chart" src="([^"]+)"/.exec(html) ?? [];
    const svg = await get(chart.replaceAll('&amp;', '&'), cookie);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const drawing = await svg.text();
    expect(drawing).toContain('3 条 · 入库率 50.00%');
    // Well-formed: no attribute goes on behind its closing quotation mark.
    expect(drawing).not.toMatch(/="[^"]*"[^\s/>]/);
  });

  it('shows an empty month with dashes and without a chart', async () => {
    await relay.enrol(testUnit);
    const html = await page('/?month=2026-10', await relay.logIn());
    expect(html).toContain('—');
    expect(html).not.toContain('<img');
    expect(html).toContain('本月没有零报送');
  });

  it('keeps passphrases and cookies out of the database', async () => {
    const cookie = await relay.logIn();
    const db = new DatabaseSync(relay.file, { readOnly: true });
    const kept = JSON.stringify([
      db.prepare('SELECT * FROM administrator').all(),
      db.prepare('SELECT * FROM session').all(),
    ]);
    db.close();
    expect(kept).toContain('$argon2id$');
    expect(kept).not.toContain(passphrase);
    expect(kept).not.toContain(cookie.split('=')[1] ?? '');
  });
});
