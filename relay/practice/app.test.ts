import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licenceForm } from './licence-form.ts';
import { penaltyForm } from './penalty-form.ts';
import { companyPenalty, licence, personPenalty } from './testing/values.ts';
import { named, startPractice, visit } from './testing/visitor.ts';

const unit = '云溪市城市管理局';
const decideAfterSeconds = 8;

let clock: Date;
let platform: Awaited<ReturnType<typeof startPractice>>;
let clerk: Awaited<ReturnType<typeof visit>>;

beforeEach(async () => {
  clock = new Date('2026-11-24T02:00:00Z');
  platform = await startPractice({ now: () => clock, decideAfterSeconds });
  clerk = await visit(platform.address, unit);
});

afterEach(() => platform.stop());

function pass(seconds: number): void {
  clock = new Date(clock.getTime() + seconds * 1000);
}

const sendLicence = (values = licence) => clerk.post('/licence', named(licenceForm, values));

/** A penalty as the page sends it: a list for several choices, a number for an amount. */
function penaltyMessage(values = companyPenalty): Record<string, unknown> {
  const message = named(penaltyForm, values);
  return {
    ...message,
    penaltyTypes: message['penaltyTypes']?.split(';'),
    fine: Number(message['fine']),
    confiscated: null,
  };
}

describe('the practice platform', () => {
  it('marks every page as practice', async () => {
    const licenceDone = (await sendLicence()).headers.get('location') ?? '';
    const zeroDone = (await clerk.post('/zero', { kind: 'penalty' })).headers.get('location') ?? '';
    const paths = ['/', '/licence/new', licenceDone, '/penalty/new', '/zero', zeroDone];
    for (const path of [...paths, '/records', '/records/YX-L-000001', '/nowhere']) {
      const page = await clerk.page(path);
      expect(page, path).toContain('<span class="banner-mark">演练</span>');
      expect(page, path).toMatch(/<title>[^<]+（演练）<\/title>/);
    }
  });

  it('lets nobody report before a unit is chosen', async () => {
    const page = await fetch(`${platform.address}/licence/new`, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/']);
    const answer: unknown = await (
      await fetch(`${platform.address}/api/penalty`, { method: 'POST', body: '{}' })
    ).json();
    expect(answer).toEqual({ errorCode: 4001, errorMsg: '未选择报送单位，请回到首页选择后重试' });
  });

  it('serves the files of its pages and nothing else', async () => {
    const statusOf = async (name: string): Promise<number> =>
      (await fetch(`${platform.address}/assets/${name}`)).status;
    for (const name of [
      ...['practice.css', 'penalty.js', 'vue.global.prod.js'],
      ...['element-plus.js', 'element-plus.css', 'element-plus-zh-cn.js'],
    ]) {
      expect(await statusOf(name), name).toBe(200);
    }
    for (const name of ['app.ts', '..%2Fapp.ts', 'constructor', 'vue.global.js']) {
      expect(await statusOf(name), name).not.toBe(200);
    }
  });

  it('refuses a message of more than 256 KB', async () => {
    const response = await clerk.post('/licence', { BZ: 'x'.repeat(300_000) });
    expect(response.status).toBe(413);
  });
});

describe('licences', () => {
  it('are taken from a native form and stored value for value', async () => {
    const response = await sendLicence();
    expect(response.status).toBe(303);
    const done = await clerk.page(response.headers.get('location') ?? '');
    expect(done).toContain('提交成功，受理编号 YX-L-000001');
    expect(done).toContain('>继续填报</a>');
    expect(await clerk.stored('YX-L-000001')).toEqual(licence);
  });

  it('have a form whose names are the column codes, the content field with a trailing blank', async () => {
    const page = await clerk.page('/licence/new');
    const names = new Set(
      Array.from(page.matchAll(/ name="([A-Z_]+ ?)"/g), ([, name = '']) => name),
    );
    const codes = Object.keys(licence).map((code) => (code === 'XK_NR' ? 'XK_NR ' : code));
    expect([...names].sort()).toEqual(codes.sort());
  });

  it('come back with every refusal and with the values as they were', async () => {
    const response = await sendLicence({ ...licence, XK_XDR_MC: '', XK_JDRQ: '2026-11-20' });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<li>行政相对人名称不能为空</li>');
    expect(page).toContain('<li>许可决定日期：请输入正确的日期格式！（YYYY/MM/DD）</li>');
    expect(page).toContain('value="2026-11-20"');
    expect(page).toContain(
      '准予&quot;清源水务&quot;占用&lt;1&gt;处 &amp; 修复；\r\n期限 30 天 </text',
    );
    expect(page).toMatch(/<option value="01" selected\s*>\s*普通/);
    expect(page).toMatch(/value="1"\s+checked/);
    // The line break right after the tag is not part of a text area's value.
    const areas = Array.from(
      page.matchAll(/<textarea[^>]*>([^]*?)<\/textarea>/g),
      ([, text]) => text,
    );
    expect(areas.map((text) => text?.slice(0, 4))).toEqual(['\n 准予', '\n']);
    expect(await clerk.page('/records')).toContain('行政许可（0 条）');
  });

  it('may rest as a draft, which counts as nothing and goes when the record is sent', async () => {
    const draft = { ...licence, XK_XDR_MC: '' };
    await clerk.post('/licence/draft', named(licenceForm, draft));
    const page = await clerk.page('/licence/new');
    expect(page).toContain('已载入保存的草稿');
    expect(page).toContain('value="云城管许〔2026〕101号"');
    expect(await clerk.page('/records')).toContain('行政许可（0 条）');
    await sendLicence();
    expect(await clerk.page('/licence/new')).not.toContain('云城管许');
  });
});

describe('penalties', () => {
  it('are taken as JSON and stored value for value', async () => {
    expect(await clerk.send('/api/penalty', penaltyMessage())).toEqual({
      errorCode: 200,
      errorMsg: '提交成功',
      number: 'YX-P-000001',
    });
    await clerk.send('/api/penalty', penaltyMessage(personPenalty));
    expect(await clerk.stored('YX-P-000001')).toEqual(companyPenalty);
    expect(await clerk.stored('YX-P-000002')).toEqual(personPenalty);
  });

  it('are refused with one message at a time, which never repeats a value', async () => {
    const message = { ...penaltyMessage(personPenalty), cardType: '', cardNo: '', docNo: '' };
    expect(await clerk.send('/api/penalty', message)).toEqual({
      errorCode: 500,
      errorMsg: '证件类型不能为空',
    });
    expect(await clerk.page('/records')).toContain('行政处罚（0 条）');
  });

  it.each([
    ['no JSON', '{', '数据结构格式不正确'],
    ['a list', [], '数据结构格式不正确'],
    ['an object for a text', { partyName: {} }, '行政相对人名称的数据结构格式不正确'],
  ])('are refused as %s', async (_case, message, errorMsg) => {
    expect(await clerk.send('/api/penalty', message)).toEqual({ errorCode: 6002, errorMsg });
    expect(await clerk.send('/api/penalty/draft', message)).toEqual({ errorCode: 6002, errorMsg });
  });

  it('have a form description without a single column code, and a draft in it', async () => {
    await clerk.send('/api/penalty/draft', {
      partyName: '程一帆',
      penaltyTypes: ['罚款'],
      fine: 0.2,
    });
    const text = await clerk.page('/api/penalty/form');
    expect(text).not.toMatch(/CF_|"BZ"/);
    expect(JSON.parse(text)).toMatchObject({
      errorCode: 200,
      draft: { partyName: '程一帆', penaltyTypes: ['罚款'], fine: 0.2 },
    });
  });
});

describe('decisions', () => {
  it('are made some seconds after a record came', async () => {
    await sendLicence();
    pass(decideAfterSeconds - 1);
    expect((await clerk.listed('YX-L-000001'))[4]).toBe('处理中');
    pass(1);
    expect(await clerk.listed('YX-L-000001')).toEqual([
      ...['YX-L-000001', '云城管许〔2026〕101号', '云溪市清源水务有限公司'],
      ...['2026-11-24 10:00:00', '入库', '', ''],
    ]);
  });

  it('reject the old name of a renamed company, and take the corrected record', async () => {
    const renamed = { ...licence, XK_XDR_SHXYM: '91420200MA4A12223K' };
    await sendLicence({ ...renamed, XK_XDR_MC: '云溪市老街坊食品有限公司' });
    await sendLicence({ ...renamed, XK_XDR_MC: '云溪市老街坊食品科技有限公司' });
    pass(decideAfterSeconds);
    const [rejected, accepted] = [
      await clerk.listed('YX-L-000001'),
      await clerk.listed('YX-L-000002'),
    ];
    expect(rejected.slice(4, 6)).toEqual(['退回', '1001']);
    expect(rejected[6]).toContain('名称与统一社会信用代码不匹配');
    expect(accepted.slice(4)).toEqual(['入库', '', '']);
  });

  it('reject a repeated record as such, but not one that follows a rejected one', async () => {
    await sendLicence({ ...licence, XK_XDR_SHXYM: '91420200MA4900002A' });
    await sendLicence();
    await sendLicence();
    await sendLicence({ ...licence, XK_WSH: '云城管许〔2026〕102号' });
    pass(decideAfterSeconds);
    const outcomes = [];
    for (const number of ['YX-L-000001', 'YX-L-000002', 'YX-L-000003', 'YX-L-000004']) {
      outcomes.push((await clerk.listed(number)).slice(4, 6));
    }
    expect(outcomes).toEqual([
      ['退回', '1001'],
      ['入库', ''],
      ['退回', '20001'],
      ['入库', ''],
    ]);
  });

  it('can be downloaded as a workbook', async () => {
    await clerk.send('/api/penalty', penaltyMessage());
    await sendLicence();
    pass(decideAfterSeconds);
    await sendLicence();

    const response = await clerk.request('/results.xlsx');
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const rows: string[][] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push(Array.from({ length: 9 }, (_, index) => row.getCell(index + 1).text));
    });
    const header = rows.findIndex(([first]) => first === '信息类别');
    expect(rows[header]).toEqual([
      ...['信息类别', '受理编号', '决定文书号', '行政相对人名称', '决定日期'],
      ...['处理结果', '错误代码', '错误描述', '处理时间'],
    ]);
    const [pending, accepted, penalty] = rows.slice(header + 1);
    expect(pending?.slice(0, 2)).toEqual(['行政许可', 'YX-L-000002']);
    expect(pending?.slice(5)).toEqual(['处理中', '', '', '']);
    expect(accepted?.slice(1, 5)).toEqual([
      ...['YX-L-000001', '云城管许〔2026〕101号', '云溪市清源水务有限公司', '2026/11/20'],
    ]);
    expect(accepted?.slice(5)).toEqual(['入库', '', '', '2026-11-24 10:00:08']);
    expect(penalty?.slice(0, 2)).toEqual(['行政处罚', 'YX-P-000001']);
  });
});

describe('zero reports', () => {
  it('are filed once a week and kind, each with a number', async () => {
    const filed = await clerk.post('/zero', { kind: 'licence' });
    expect(await clerk.page(filed.headers.get('location') ?? '')).toContain(
      '零报送已登记，回执号 YX-Z-000001',
    );
    const other = await clerk.post('/zero', { kind: 'penalty' });
    expect(await clerk.page(other.headers.get('location') ?? '')).toContain('YX-Z-000002');

    const again = await clerk.post('/zero', { kind: 'licence' });
    expect(await again.text()).toContain('本周已登记零报送，请勿重复登记，回执号 YX-Z-000001');
    const page = await clerk.page('/zero');
    expect(page).toContain('本周（2026-11-23 至 2026-11-29）');
    expect(page.match(/YX-Z-\d+/g)).toEqual(['YX-Z-000001', 'YX-Z-000002']);

    pass(7 * 24 * 60 * 60);
    expect(await clerk.page('/zero')).toContain('本周暂无零报送');
    const next = await clerk.post('/zero', { kind: 'licence' });
    expect(next.headers.get('location')).toBe('/zero/done/YX-Z-000003');
  });

  it('need a kind', async () => {
    const refused = await clerk.post('/zero', { kind: 'weather' });
    expect(await refused.text()).toContain('请选择一个信息类别');
  });
});

describe('units', () => {
  it('see only what they reported themselves', async () => {
    await sendLicence();
    await clerk.post('/zero', { kind: 'penalty' });
    const other = await visit(platform.address, '云溪市交通运输局');
    expect(await other.page('/records')).toContain('行政许可（0 条）');
    expect(await other.page('/zero')).toContain('本周暂无零报送');
    for (const path of ['/records/YX-L-000001', '/licence/done/YX-L-000001']) {
      expect((await other.request(path)).status, path).toBe(404);
    }
    expect((await other.request('/zero/done/YX-Z-000001')).status).toBe(404);
  });
});
