import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedYears } from '@baosong/shared/calendar/published-years.ts';
import { calendarYearsAnswerSchema } from '@baosong/shared/protocol/calendar-years.ts';
import { postForm, serveRelay, testUnit } from '../testing/serve.ts';
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
