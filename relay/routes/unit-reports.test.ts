import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  monthlyStatementAnswerSchema,
  unitReportsAnswerSchema,
} from '@baosong/shared/protocol/duties.ts';
import type { MonthlyStatementMessage } from '@baosong/shared/protocol/duties.ts';
import {
  licence,
  personalPenalty,
  recordsRequest,
  submission,
  zeroReport,
  zeroReportRequest,
} from '../testing/messages.ts';
import { otherUnit, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay, TestDevice } from '../testing/serve.ts';

let relay: ServedRelay;
let device: TestDevice;
beforeEach(async () => {
  relay = await serveRelay();
  device = await relay.enrol(testUnit);
});
afterEach(() => relay.close());

const statement = (changes: Partial<MonthlyStatementMessage> = {}): MonthlyStatementMessage => ({
  id: uuidv7(),
  month: '2026-11',
  items: [{ name: '荣誉表彰信息', reported: 0 }],
  person: '经办人甲',
  at: '2026-11-24T02:00:00.000Z',
  ...changes,
});

const state = (message: unknown, by = device): Promise<Response> =>
  by.post('/api/v1/monthly-statements', { protocol: 1, statement: message });

describe('POST /api/v1/monthly-statements', () => {
  it('gives a receipt, and the same one again for the same statement', async () => {
    const message = statement();
    const first = await state(message);
    expect(first.status).toBe(201);
    expect(monthlyStatementAnswerSchema.parse(await first.json())).toMatchObject({
      receipt: 'ZM-20261127-000001',
      status: 'created',
    });
    const again = await state(message);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({
      receipt: 'ZM-20261127-000001',
      status: 'unchanged',
    });
    const other = await state({ ...message, person: '经办人乙' });
    expect(other.status).toBe(409);
    expect(await (await state(statement())).json()).toMatchObject({
      receipt: 'ZM-20261127-000002',
    });
  });

  it.each([
    ['a month to come', { month: '2026-12' }, '/statement/month'],
    ['a month that is none', { month: '2026-13' }, '/statement/month'],
    ['no items', { items: [] }, '/statement/items'],
    [
      'an item twice',
      {
        items: [
          { name: '甲', reported: 0 },
          { name: '甲', reported: 1 },
        ],
      },
      '/statement/items',
    ],
    ['no name', { person: ' ' }, '/statement/person'],
    ['a resident ID', { person: '甲420202199003070024' }, '/statement/person'],
  ])('refuses %s', async (_, changes, pointer) => {
    const answer = await state(statement(changes));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it('takes none without a token', async () => {
    const answer = await fetch(`${relay.origin}/api/v1/monthly-statements`, { method: 'POST' });
    expect(answer.status).toBe(401);
  });

  it('shows them to the administrator under the month', async () => {
    await state(
      statement({
        items: [
          { name: '荣誉表彰信息', reported: 0 },
          { name: '志愿服务信息', reported: 3 },
        ],
      }),
    );
    const headers = { Cookie: await relay.logIn() };
    const page = async (month: string) =>
      (await fetch(`${relay.origin}/?month=${month}`, { headers })).text();
    expect(await page('2026-11')).toContain('荣誉表彰信息：零报送；志愿服务信息：3 条');
    expect(await page('2026-10')).toContain('本月没有报送说明');
  });
});

describe('GET /api/v1/unit-reports', () => {
  const ask = (query: string, by = device): Promise<Response> =>
    by.get(`/api/v1/unit-reports?${query}`);

  it('tells a device what its unit’s other devices have reported', async () => {
    const record = licence({
      decisionDate: '2026-11-24',
      submissions: [
        submission({ at: '2026-11-26T02:00:00.000Z' }),
        // Past midnight in Shanghai.
        submission({ at: '2026-11-24T16:30:00.000Z' }),
      ],
    });
    const earlier = personalPenalty({ decisionDate: '2026-10-30' });
    await device.post('/api/v1/records', recordsRequest(record, earlier));
    const zero = zeroReport({ page: 'http://127.0.0.1:8788/zero' });
    await device.post('/api/v1/zero-reports', zeroReportRequest(zero));
    const said = statement();
    await state(said);

    const colleague = await relay.enrol(testUnit);
    expect(colleague.token).not.toBe(device.token);
    const answer = await ask('from=2026-11-01&to=2026-11-30', colleague);
    expect(answer.status).toBe(200);
    expect(unitReportsAnswerSchema.parse(await answer.json())).toEqual({
      protocol: 1,
      asOf: '2026-11-27T07:00:00.000Z',
      catalogue: await relay.store.catalogueOf(device.unit.id),
      records: [
        {
          id: record.id,
          kind: 'licence',
          decisionDate: '2026-11-24',
          documentNumber: record.documentNumber,
          submittedOn: '2026-11-25',
          subject: {
            name: '示例市甲乙商贸有限公司',
            unifiedSocialCreditCode: '91420200MA4900002A',
          },
        },
      ],
      zeroReports: [{ ...zero, receipt: 'ZR-20261127-000001' }],
      statements: [{ ...said, receipt: 'ZM-20261127-000001' }],
    });
  });

  it('names the subject as the latest revision does, and never a natural person', async () => {
    const { content, revision, ...record } = licence();
    const renamed = { ...content, subjectName: '示例市丙丁商贸有限公司' };
    await device.post('/api/v1/records', recordsRequest({ content, revision, ...record }));
    await device.post(
      '/api/v1/records',
      recordsRequest(
        {
          ...record,
          content: renamed,
          revision: { ...revision, number: 2, base: 1, reason: '更名' },
        },
        licence({ content: { documentNumber: '云城许〔2026〕900号' } }),
        licence({
          content: { subjectName: { sealed: { documentType: 'residentId', mask: '店****' } } },
        }),
        personalPenalty(),
      ),
    );
    const answer = unitReportsAnswerSchema.parse(
      await (await ask('from=2026-11-01&to=2026-11-30')).json(),
    );
    expect(answer.records).toHaveLength(4);
    expect(answer.records.flatMap(({ subject }) => subject ?? [])).toEqual([
      { name: renamed.subjectName, unifiedSocialCreditCode: '91420200MA4900002A' },
    ]);
  });

  it('finds a zero report by any day of its period', async () => {
    await device.post('/api/v1/zero-reports', zeroReportRequest(zeroReport()));
    const found = async (query: string) =>
      unitReportsAnswerSchema.parse(await (await ask(query)).json()).zeroReports.length;
    expect(await found('from=2026-11-29&to=2026-12-31')).toBe(1);
    expect(await found('from=2026-11-01&to=2026-11-23')).toBe(1);
    expect(await found('from=2026-11-30&to=2026-12-31')).toBe(0);
    expect(await found('from=2026-11-01&to=2026-11-22')).toBe(0);
  });

  it('tells nothing of another unit', async () => {
    await device.post('/api/v1/records', recordsRequest(licence()));
    await device.post('/api/v1/zero-reports', zeroReportRequest(zeroReport()));
    await state(statement());
    const stranger = await relay.enrol(otherUnit);
    const answer = await ask('from=2026-11-01&to=2026-11-30', stranger);
    expect(await answer.json()).toMatchObject({ records: [], zeroReports: [], statements: [] });
  });

  it.each([
    ['', 422],
    ['from=2026-11-30&to=2026-11-01', 422],
    ['from=2025-01-01&to=2026-11-30', 422],
    ['from=x&to=2026-11-30', 422],
    ['from=2026-01-01&to=2026-12-31', 200],
  ])('answers ?%s with %i', async (query, status) => {
    expect((await ask(query)).status).toBe(status);
  });

  it('answers nobody without a token, nor an administrator', async () => {
    const url = `${relay.origin}/api/v1/unit-reports?from=2026-11-01&to=2026-11-30`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Cookie: await relay.logIn() } })).status).toBe(401);
  });
});
