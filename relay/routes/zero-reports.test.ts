import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema, zeroReportAnswerSchema } from '@baosong/shared/protocol/messages.ts';
import type { ZeroReportMessage } from '@baosong/shared/protocol/messages.ts';
import {
  licence,
  personalPenalty,
  recordsRequest,
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

const file = (report: ZeroReportMessage, by = device): Promise<Response> =>
  by.post('/api/v1/zero-reports', zeroReportRequest(report));

describe('POST /api/v1/zero-reports', () => {
  it('gives a receipt, and the same one again for the same report', async () => {
    const report = zeroReport();
    const first = await file(report);
    expect(first.status).toBe(201);
    expect(zeroReportAnswerSchema.parse(await first.json())).toMatchObject({
      receipt: 'ZR-20261127-000001',
      status: 'created',
    });
    const again = await file(report);
    expect(again.status).toBe(200);
    expect(zeroReportAnswerSchema.parse(await again.json())).toMatchObject({
      receipt: 'ZR-20261127-000001',
      status: 'unchanged',
    });
  });

  it('counts receipts by the day in Shanghai', async () => {
    await file(zeroReport());
    const second = await file(zeroReport({ kind: 'licence' }));
    expect(await second.json()).toMatchObject({ receipt: 'ZR-20261127-000002' });
    relay.clock.now = new Date('2026-11-27T16:00:00.000Z');
    const nextDay = await file(zeroReport());
    expect(await nextDay.json()).toMatchObject({ receipt: 'ZR-20261128-000001' });
  });

  it('refuses the same id with other content', async () => {
    const report = zeroReport();
    await file(report);
    const other = await file({ ...report, person: '经办人乙' });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ title: '零报送编号重复' });
  });

  it('refuses a week of which records of the kind are known, and lists them', async () => {
    const known = [
      personalPenalty({ documentNumber: '云城罚〔2026〕1号', decisionDate: '2026-11-23' }),
      personalPenalty({ documentNumber: '云城罚〔2026〕2号', decisionDate: '2026-11-29' }),
      personalPenalty({ documentNumber: '云城罚〔2026〕3号', decisionDate: '2026-11-22' }),
      licence({ documentNumber: '云城许〔2026〕4号', decisionDate: '2026-11-24' }),
    ];
    await device.post('/api/v1/records', recordsRequest(...known));
    const answer = await file(zeroReport({ kind: 'penalty' }));
    expect(answer.status).toBe(409);
    const { title, errors } = problemSchema.parse(await answer.json());
    expect(title).toBe('本期已有数据，不能零报送');
    expect(errors).toEqual([
      { pointer: '/zeroReport/period', detail: '云城罚〔2026〕1号' },
      { pointer: '/zeroReport/period', detail: '云城罚〔2026〕2号' },
    ]);
  });

  it('does not hold the records of one unit against another', async () => {
    await device.post('/api/v1/records', recordsRequest(licence()));
    const other = await relay.enrol(otherUnit);
    expect((await file(zeroReport({ kind: 'licence' }), other)).status).toBe(201);
  });

  it('still knows a report that records have overtaken', async () => {
    const report = zeroReport({ kind: 'licence' });
    await file(report);
    await device.post('/api/v1/records', recordsRequest(licence()));
    expect((await file(report)).status).toBe(200);
    const [listed] = await relay.store.listZeroReports({ start: '2026-11-01', end: '2026-11-30' });
    expect(listed).toMatchObject({ unitName: testUnit.name, superseded: true });
  });

  it.each([
    [
      'a period that ends before it begins',
      { period: { start: '2026-11-29', end: '2026-11-23' } },
      '/zeroReport/period/end',
    ],
    ['no name', { person: ' ' }, '/zeroReport/person'],
    ['an id that is none', { id: 'x' }, '/zeroReport/id'],
  ])('refuses %s', async (_, change, pointer) => {
    const answer = await file(zeroReport(change));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it('refuses a resident ID in place of a name', async () => {
    const answer = await file(zeroReport({ id: uuidv7(), person: '甲420202199003070024' }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/zeroReport/person' }] });
  });
});
