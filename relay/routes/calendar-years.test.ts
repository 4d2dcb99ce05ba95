import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedYears } from '@baosong/shared/calendar/published-years.ts';
import { calendarYearsAnswerSchema } from '@baosong/shared/protocol/calendar-years.ts';
import { monthlyStatisticsSchema } from '@baosong/shared/protocol/statistics.ts';
import { licence, recordsRequest, submission } from '../testing/messages.ts';
import { otherUnit, postForm, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay } from '../testing/serve.ts';

let relay: ServedRelay;
let cookie: string;
beforeEach(async () => {
  relay = await serveRelay();
  cookie = await relay.logIn();
});
afterEach(() => relay.close());

const published = publishedYears.at(-1);
const arrangement = JSON.stringify(published);

const enter = (fields: Readonly<Record<string, string>>, as = cookie): Promise<Response> =>
  postForm(`${relay.origin}/calendar`, fields, as);

const served = async () => {
  const device = await relay.enrol(testUnit);
  const answer = await device.get('/api/v1/calendar-years');
  return calendarYearsAnswerSchema.parse(await answer.json()).years;
};

describe('calendar years', () => {
  it('are entered by the administrator and fetched by devices', async () => {
    expect(await served()).toEqual([]);
    const entered = await enter({ arrangement });
    expect(entered.status).toBe(303);
    expect(await served()).toEqual([published]);
    const page = await fetch(`${relay.origin}/calendar`, { headers: { Cookie: cookie } });
    expect(await page.text()).toContain(published?.notices[0]);
  });

  it('take the place of what was entered for the year before', async () => {
    await enter({ arrangement });
    const amended = { ...published, notices: ['国办发明电〔2026〕99号'] };
    await enter({ arrangement: JSON.stringify(amended) });
    expect(await served()).toEqual([amended]);
  });

  it('are refused where they are wrong, with a sentence, and what was written stays', async () => {
    const answer = await enter({ arrangement: '{"year": 2027, "daysOff": "<b>"}' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('文号：缺少这一栏或格式不对');
    expect(page).toContain('{&quot;year&quot;: 2027, &quot;daysOff&quot;: &quot;&lt;b&gt;&quot;}');
    expect(await served()).toEqual([]);
  });

  it('that look wrong are taken only once they were compared with the notice', async () => {
    const cut = JSON.stringify({ ...published, daysOff: published?.daysOff.slice(0, 8) });
    const doubted = await enter({ arrangement: cut });
    expect(doubted.status).toBe(422);
    expect(await doubted.text()).toContain('2026-10-01 是法定节假日，却没有列为放假');
    expect((await enter({ arrangement: cut, confirmed: 'yes' })).status).toBe(303);
    expect(await served()).toHaveLength(1);
  });

  it('are nobody else’s to enter or to fetch', async () => {
    expect((await enter({ arrangement }, '')).headers.get('location')).toBe('/login');
    expect((await fetch(`${relay.origin}/api/v1/calendar-years`)).status).toBe(401);
    expect(await served()).toEqual([]);
  });
});

describe('the statistics', () => {
  /** Made up, under a document number that does not exist. */
  const imagined = {
    year: 2027,
    notices: ['国办发明电〔2026〕99号'],
    daysOff:
      '01-01 02-05 02-08 02-09 02-10 02-11 02-12 04-05 05-03 05-04 05-05 06-09 09-15 10-01 10-04 10-05 10-06 10-07'.split(
        ' ',
      ),
    makeUpWorkdays: ['01-30', '02-20', '05-08', '09-26', '10-09'],
  };
  /** Submitted on the eighth weekday after the decision, which is the seventh workday where New Year is off. */
  const acrossNewYear = () =>
    licence({
      decisionDate: '2026-12-31',
      submissions: [submission({ at: '2027-01-12T02:00:00.000Z' })],
    });

  async function monthly(query: string) {
    const answer = await fetch(`${relay.origin}/api/v1/statistics/monthly?${query}`, {
      headers: { Cookie: cookie },
    });
    return monthlyStatisticsSchema.parse(await answer.json());
  }
  const page = async (path: string) =>
    (await fetch(relay.origin + path, { headers: { Cookie: cookie } })).text();

  beforeEach(async () => {
    relay.clock.now = new Date('2027-01-20T02:00:00.000Z');
    cookie = await relay.logIn();
    const device = await relay.enrol(testUnit);
    const other = await relay.enrol(otherUnit);
    const again = acrossNewYear();
    // The second is a repetition, and stays one.
    const repetition = licence({ ...again, id: licence().id, submissions: [submission()] });
    await device.post('/api/v1/records', recordsRequest(again, repetition));
    await other.post('/api/v1/records', recordsRequest(acrossNewYear()));
  });

  it('go by the year from the moment it is entered, for records old and new', async () => {
    const query = 'month=2026-12&axis=decided';
    const before = await monthly(query);
    expect(before.total).toMatchObject({ timelyEligible: 2, timely: 0, duplicates: 1 });
    expect((await enter({ arrangement: JSON.stringify(imagined) })).status).toBe(303);
    expect((await monthly(query)).total).toMatchObject({
      timelyEligible: 2,
      timely: 2,
      duplicates: 1,
    });
    const device = await relay.enrol(testUnit);
    await device.post('/api/v1/records', recordsRequest(acrossNewYear()));
    expect((await monthly(query)).total).toMatchObject({ timelyEligible: 3, timely: 3 });
    expect(await relay.store.rebuildStatistics()).toBe(0);
  });

  it('go by it again where it is amended', async () => {
    await enter({ arrangement: JSON.stringify(imagined) });
    const amended = { ...imagined, makeUpWorkdays: ['01-09', ...imagined.makeUpWorkdays] };
    await enter({ arrangement: JSON.stringify(amended), confirmed: 'yes' });
    expect((await monthly('month=2026-12&axis=decided')).total.timely).toBe(0);
    expect(await relay.store.rebuildStatistics()).toBe(0);
  });

  it.each([
    ['month=2026-12&axis=decided', [2027]],
    ['month=2026-12&axis=submitted', []],
    ['month=2027-01&axis=submitted', [2027]],
    ['month=2026-11&axis=decided', []],
    ['month=2027-03&axis=decided', []],
  ])('say of %s which years are missing', async (query, missing) => {
    expect((await monthly(query)).uncoveredYears).toEqual(missing);
    const note = '2027年放假安排尚未录入，及时率暂按周一至周五上班推算，录入后自动重算。';
    expect((await page(`/?${query}`)).includes(note)).toBe(missing.length > 0);
    await enter({ arrangement: JSON.stringify(imagined) });
    expect((await monthly(query)).uncoveredYears).toEqual([]);
    expect(await page(`/?${query}`)).not.toContain('尚未录入');
  });
});
