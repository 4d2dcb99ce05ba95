import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthlyStatisticsSchema } from '@baosong/shared/protocol/statistics.ts';
import type { MonthlyStatistics } from '@baosong/shared/protocol/statistics.ts';
import {
  licence,
  outcome,
  personalPenalty,
  recordsRequest,
  submission,
} from '../testing/messages.ts';
import { otherUnit, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay, TestDevice } from '../testing/serve.ts';

let relay: ServedRelay;
let device: TestDevice;
beforeEach(async () => {
  relay = await serveRelay();
  device = await relay.enrol(testUnit);
  const other = await relay.enrol(otherUnit);
  await device.post('/api/v1/records', recordsRequest(...testRecords()));
  await other.post('/api/v1/records', recordsRequest(licence()));
});
afterEach(() => relay.close());

/** Ten licences: eight accepted, one rejected, one pending; one of them late. A duplicate, and a penalty mended and accepted. */
function testRecords(): unknown[] {
  const licences = Array.from({ length: 10 }, (_, index) => {
    const sent = submission({ at: `2026-11-${String(11 + (index % 3))}T02:00:00.000Z` });
    const verdict = index < 8 ? 'accepted' : 'rejected';
    return licence({
      documentNumber: `云城许〔2026〕70${String(index)}号`,
      decisionDate: index === 0 ? '2026-10-30' : '2026-11-10',
      submissions: [sent],
      outcomes: index < 9 ? [outcome(sent.id, { verdict })] : [],
    });
  });
  const duplicate = licence({
    documentNumber: ' 云城许[2026]701号',
    decisionDate: '2026-11-10',
    submissions: [submission()],
  });
  const first = submission({ at: '2026-11-16T02:00:00.000Z' });
  const second = submission({ at: '2026-11-18T16:30:00.000Z' });
  const penalty = personalPenalty({
    decisionDate: '2026-11-13',
    submissions: [first, second],
    outcomes: [outcome(first.id, { verdict: 'rejected' }), outcome(second.id)],
  });
  return [...licences, duplicate, penalty];
}

async function monthly(answer: Response): Promise<MonthlyStatistics> {
  expect(answer.status).toBe(200);
  return monthlyStatisticsSchema.parse(await answer.json());
}

const path = '/api/v1/statistics/monthly?month=2026-11&axis=submitted';

describe('GET /api/v1/statistics/monthly', () => {
  it('shows a device the figures of its own unit', async () => {
    const { units, total } = await monthly(await device.get(path));
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({
      unit: { name: testUnit.name },
      received: 12,
      licences: 10,
      penalties: 2,
      updated: 1,
      accepted: 9,
      rejected: 2,
      pending: 1,
      timelyEligible: 11,
      timely: 10,
      duplicates: 1,
      acceptanceRate: 9 / 11,
      timelinessRate: 10 / 11,
      lateReportRate: 1 / 12,
      // 11, 12, 13 and 16 November, and the 19th in Shanghai; the duplicate of the 25th does not count.
      reportingDays: 5,
      lastReportedOn: '2026-11-19',
    });
    expect(total.received).toBe(12);
  });

  it('counts by the day of the decision where that is asked for', async () => {
    const october = await monthly(
      await device.get('/api/v1/statistics/monthly?month=2026-10&axis=decided'),
    );
    expect(october.total).toMatchObject({
      received: 1,
      timely: 0,
      reportingDays: 0,
      lastReportedOn: null,
    });
    const november = await monthly(
      await device.get('/api/v1/statistics/monthly?month=2026-11&axis=decided'),
    );
    expect(november.total).toMatchObject({ received: 11, duplicates: 1, reportingDays: 5 });
  });

  it('remembers the last report in months without one', async () => {
    const december = await monthly(await device.get('/api/v1/statistics/monthly?month=2026-12'));
    expect(december.total).toMatchObject({
      received: 0,
      acceptanceRate: null,
      timelinessRate: null,
      lateReportRate: null,
      reportingDays: 0,
      lastReportedOn: '2026-11-19',
    });
  });

  it('shows an administrator all units and their sum, this month by default', async () => {
    const cookie = await relay.logIn();
    const answer = await fetch(`${relay.origin}/api/v1/statistics/monthly`, {
      headers: { Cookie: cookie },
    });
    const { month, axis, units, total } = await monthly(answer);
    expect({ month, axis }).toEqual({ month: '2026-11', axis: 'submitted' });
    expect(units.map(({ unit, received }) => [unit.name, received])).toEqual([
      [otherUnit.name, 1],
      [testUnit.name, 12],
    ]);
    expect(total).toMatchObject({ received: 13, reportingDays: 6, lastReportedOn: '2026-11-25' });
  });

  it.each(['month=2026-13', 'month=november', 'axis=both'])('refuses %s', async (query) => {
    const answer = await device.get(`/api/v1/statistics/monthly?${query}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: `/${query.split('=')[0] ?? ''}` }],
    });
  });

  it('shows nothing to strangers', async () => {
    expect((await fetch(relay.origin + path)).status).toBe(401);
    const forged = await fetch(relay.origin + path, { headers: { Authorization: 'Bearer x' } });
    expect(forged.status).toBe(401);
  });
});

describe('GET /exports/monthly.xlsx', () => {
  it('is the table of the dashboard as a workbook', async () => {
    const cookie = await relay.logIn();
    const answer = await fetch(
      `${relay.origin}/exports/monthly.xlsx?month=2026-11&axis=submitted`,
      {
        headers: { Cookie: cookie },
      },
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('monthly-2026-11.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.worksheets[0];
    const rows = (sheet?.getSheetValues() ?? [])
      .filter((row) => Array.isArray(row))
      .map((row) => row.slice(1) as unknown[]);
    const header = rows.find((row) => row[0] === '单位');
    const line = rows.find((row) => row[0] === testUnit.name) ?? [];
    const total = rows.find((row) => row[0] === '合计') ?? [];
    expect(header).toEqual([
      '单位',
      '上报量',
      '行政许可',
      '行政处罚',
      '更新',
      '入库',
      '退回',
      '待定',
      '入库率',
      '及时率',
      '报送天数',
      '最后报送日期',
      '重复',
    ]);
    expect(line.slice(1, 11)).toEqual([12, 10, 2, 1, 9, 2, 1, 9 / 11, 10 / 11, 5]);
    expect(line[11]).toEqual(new Date('2026-11-19T00:00:00Z'));
    expect(line[12]).toBe(1);
    expect(total[1]).toBe(13);
  });

  it('is for administrators', async () => {
    const answer = await fetch(`${relay.origin}/exports/monthly.xlsx`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/login');
  });
});
