import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '@baosong/shared/calendar/dates.ts';
import { unitReportsAnswerSchema } from '@baosong/shared/protocol/duties.ts';
import { otherUnit, postForm, serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay, TestDevice } from '../testing/serve.ts';

let relay: ServedRelay;
let device: TestDevice;
let cookie: string;
let address: string;
beforeEach(async () => {
  relay = await serveRelay();
  cookie = await relay.logIn();
  device = await relay.enrol(testUnit);
  address = `${relay.origin}/units/${device.unit.id}/catalogue`;
});
afterEach(() => relay.close());

/** What the device is told. */
async function told(by = device) {
  const answer = await by.get('/api/v1/unit-reports?from=2026-11-01&to=2026-11-30');
  return unitReportsAnswerSchema.parse(await answer.json()).catalogue;
}

type Line = Readonly<Partial<Record<'kind' | 'name' | 'from' | 'until' | 'removed', string>>>;

const formOf = (lines: readonly Line[]): URLSearchParams =>
  new URLSearchParams(
    lines.flatMap((line, n) =>
      Object.entries({ kind: '', name: '', from: '', until: '', ...line }).map(
        ([name, value]): [string, string] => [`${name}.${String(n)}`, value],
      ),
    ),
  );
const save = (lines: readonly Line[], as = cookie) => postForm(address, formOf(lines), as);
const page = async () => (await fetch(address, { headers: { Cookie: cookie } })).text();

const licences = {
  kind: 'licence',
  name: '行政许可',
  cycle: 'weekly',
  effectiveFrom: null,
  effectiveUntil: null,
};

describe('the catalogue of a unit', () => {
  it('begins with what the unit was entered with', async () => {
    expect(await told()).toEqual([licences, { ...licences, kind: 'penalty', name: '行政处罚' }]);
    const html = await page();
    expect(html).toContain(`${testUnit.name}：报送目录`);
    expect(html).toContain('<option value="penalty" selected>行政处罚（每周）</option>');
  });

  it('takes monthly items from the form of a new unit', async () => {
    const fields = new URLSearchParams({
      ...otherUnit,
      kinds: '',
      otherItems: ' 荣誉表彰信息\r\n\r\n志愿服务信息\r\n荣誉表彰信息',
    });
    expect((await postForm(`${relay.origin}/units`, fields, cookie)).status).toBe(303);
    const other = await relay.enrol(otherUnit);
    const item = { ...licences, kind: 'other', cycle: 'monthly' };
    expect((await told(other)).map((one) => ({ ...one }))).toEqual(
      expect.arrayContaining([
        { ...item, name: '荣誉表彰信息' },
        { ...item, name: '志愿服务信息' },
      ]),
    );
    const list = await (
      await fetch(`${relay.origin}/units`, { headers: { Cookie: cookie } })
    ).text();
    expect(list).toMatch(/<td>(荣誉表彰信息、志愿服务信息|志愿服务信息、荣誉表彰信息)<\/td>/);
  });

  it('is changed by the administrator: items come, end and go, with their days', async () => {
    const saved = await save([
      { kind: 'licence', until: '2026-12-31' },
      { kind: 'penalty', removed: 'yes' },
      { kind: 'other', name: '荣誉表彰信息', from: '2026-12-01' },
      {},
      { kind: 'licence', from: '2027-03-01' },
    ]);
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `/units/${device.unit.id}/catalogue`,
    ]);
    expect(await told()).toEqual([
      { ...licences, effectiveUntil: '2026-12-31' },
      { ...licences, effectiveFrom: '2027-03-01' },
      {
        kind: 'other',
        name: '荣誉表彰信息',
        cycle: 'monthly',
        effectiveFrom: '2026-12-01',
        effectiveUntil: null,
      },
    ]);
    expect(await page()).toContain('value="2026-12-31"');
    const [today] = await relay.store.listUnits('2026-11-27', device.unit.id);
    expect(today).toMatchObject({ kinds: ['licence'], otherItems: [] });
    const [later] = await relay.store.listUnits('2027-01-15', device.unit.id);
    expect(later).toMatchObject({ kinds: [], otherItems: ['荣誉表彰信息'] });
  });

  it('loses none of many items', async () => {
    const lines = Array.from({ length: 120 }, (_, n): Line => {
      const day = addDays('2027-01-01', n);
      return { kind: 'licence', from: day, until: day };
    });
    expect((await save(lines)).status).toBe(303);
    expect(await told()).toHaveLength(120);
  });

  it.each<[string, Line[], string]>([
    ['no kind', [{ name: '荣誉表彰信息' }], '请选择信息类别'],
    ['no name', [{ kind: 'other' }], '请填写事项名称'],
    ['a name that is too long', [{ kind: 'other', name: '长'.repeat(61) }], '不超过 60 个字'],
    ['a day that is none', [{ kind: 'licence', from: '2026-02-30' }], '日期请写成'],
    [
      'an end before the beginning',
      [{ kind: 'licence', from: '2026-12-02', until: '2026-12-01' }],
      '终止日期不得早于起始日期',
    ],
    [
      'one item twice at a time',
      [
        { kind: 'licence', until: '2026-12-01' },
        { kind: 'licence', from: '2026-12-01' },
      ],
      '互相重叠',
    ],
  ])('is refused with %s, and what was written stays', async (_, lines, sentence) => {
    const answer = await save(lines);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(sentence);
    for (const { name, from } of lines) {
      if (name !== undefined) expect(html).toContain(`value="${name}"`);
      if (from !== undefined) expect(html).toContain(`value="${from}"`);
    }
    expect(await told()).toHaveLength(2);
  });

  it('is shown and changed by administrators only', async () => {
    const shown = await fetch(address, { redirect: 'manual' });
    expect(shown.headers.get('location')).toBe('/login');
    expect((await save([{ kind: 'licence' }], '')).headers.get('location')).toBe('/login');
    expect(await told()).toHaveLength(2);
    const nobody = `${relay.origin}/units/nobody/catalogue`;
    expect((await postForm(nobody, formOf([{ kind: 'licence' }]), cookie)).status).toBe(404);
  });
});
