/** The whole way with real parts only: from a clerk's workbook and two web forms to a monthly statistic. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DoublePublicityKind,
  type RecordValues,
  standards,
} from '@baosong/shared/standards/index.ts';
import { canonicalize } from '@baosong/shared/standards/written.ts';
import { importRecords } from '@baosong/shared/workbook/import.ts';
import { readSheets } from '@baosong/shared/workbook/sheets.ts';
import { type ExtensionBrowser, badgeOf, launchWithExtension } from '../harness/browser.ts';
import { popupOf } from '../harness/office.ts';
import { type FirstRelay, type Server, startPractice, startRelay } from '../harness/servers.ts';
import { shiftedBuild } from '../harness/shifted-build.ts';
import * as clerk from './clerk.ts';
import * as journey from './journey.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
const patience = { timeout: 30_000, interval: 200 } as const;

let folder: string;
let relay: FirstRelay;
let practice: Server;
/** The administrator's own browser, without the extension, logged in at the relay. */
let office: Browser;
let administrator: Page;
/** Enrolment code of the unit with an empty week. */
let quietCode: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-way-'));
  [relay, practice] = await Promise.all([startRelay(join(folder, 'relay')), startPractice(1)]);
  office = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  administrator = await office.newPage();
  await clerk.becomeAdministrator(administrator, relay.setupLink);
  quietCode = await clerk.addUnit(administrator, relay.origin, journey.quietUnit);
});

afterAll(async () => {
  await office.close();
  await Promise.all([relay.stop(), practice.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** A browser whose extension sees this moment; the profile is kept under a name. */
async function openBrowser(profile: string, moment: Date): Promise<ExtensionBrowser> {
  const build = join(folder, `extension-${profile}`);
  return launchWithExtension({
    extensionDir: await shiftedBuild(extensionDir, build, moment),
    userDataDir: join(folder, profile),
  });
}

/** The line above the ledger that counts its records by state. */
function tally(desk: Page): Promise<string | null> {
  return desk.getByRole('status').filter({ hasText: /^共/ }).textContent();
}

/** What the platform has stored of a record, in the words of the standard. */
async function storedValues(
  page: Page,
  number: string,
  kind: DoublePublicityKind,
): Promise<RecordValues> {
  await page.goto(`${practice.origin}/records/${number}`);
  const written = new Map<string, string>();
  for (const row of await page.locator('#values tr[data-code]').all()) {
    const code = (await row.getAttribute('data-code')) ?? '';
    written.set(code, (await row.locator('td.value').textContent()) ?? '');
  }
  return Object.fromEntries(
    standards[kind].fields.flatMap((field) => {
      const value = canonicalize(field, written.get(field.code) ?? '');
      return value === '' ? [] : [[field.id, value]];
    }),
  );
}

describe('a unit with a full week', () => {
  let browser: ExtensionBrowser;
  let page: Page;
  let desk: Page;
  let meant: { readonly kind: DoublePublicityKind; readonly values: RecordValues }[];

  beforeAll(async () => {
    browser = await openBrowser('busy', journey.thursday);
    page = await browser.context.newPage();
  });

  afterAll(() => browser.close());

  it('enrols by the code that the relay printed, and learns its own name', async () => {
    const welcome = await clerk.setUp(browser, relay, '陈填报');
    await expect
      .poll(() => welcome.getByLabel('单位名称').inputValue(), patience)
      .toBe(journey.busyUnit);
    await welcome.close();
  });

  it('imports its workbook, mends what is flagged and takes 20 records into the ledger', async () => {
    await clerk.chooseUnit(page, practice.origin, journey.busyUnit);
    const file = await clerk.download(
      page,
      `${practice.origin}/sample.xlsx?date=${journey.thursdayDate}`,
      '台账.xlsx',
    );
    const sheets = await importRecords(new Uint8Array(file.buffer));
    const mended = new Map(
      journey.slips.map(({ sheet, row, field, right }) => [`${sheet}/${row}`, { [field]: right }]),
    );
    meant = sheets.flatMap(({ kind, rows }, sheet) =>
      rows.map(({ values }, row) => ({
        kind,
        values: { ...values, ...mended.get(`${sheet}/${row}`) },
      })),
    );

    desk = await clerk.importWorkbook(browser, file);
    await desk.getByText('共 20 行').waitFor();
    for (const slip of journey.slips) {
      const sheet = sheets[slip.sheet];
      const number = sheet?.rows[slip.row]?.rowNumber;
      if (sheet === undefined || number === undefined) throw new Error('the workbook is shorter');
      const flagged = desk.getByRole('row').filter({
        has: desk.getByLabel(`修改${sheet.sheetName}第 ${String(number)} 行`),
      });
      expect(await flagged.locator('.findings li').count()).toBeGreaterThan(0);
      await clerk.mendRow(desk, { sheet: sheet.sheetName, number }, slip.label, slip.right);
    }
    await desk.getByText('0 行有错误，0 行有提醒，20 行没有问题').waitFor();
    await desk.getByRole('button', { name: '加入台账（20 条）' }).click();
    await desk.getByText('已把 20 条加入台账').waitFor();
  });

  it('holds back a wrong key field, leads to it, and lets the mended form through', async () => {
    const popup = await clerk.openForm(browser, page, practice.origin, 'licence');
    await clerk.fillNext(popup);
    await page.bringToFront();
    const code = page.locator('[name=XK_XDR_SHXYM]');
    const right = await code.inputValue();
    await code.fill(right.replace(/.$/, (last) => (last === '1' ? '2' : '1')));
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const held = page.getByRole('alert').filter({ hasText: '已拦下这次提交' });
    await held.waitFor();
    expect(page.url()).toBe(`${practice.origin}/licence/new`);
    await page
      .getByRole('region', { name: /已拦下这次提交/ })
      .getByRole('button', { name: /统一社会信用代码/ })
      .click();
    await expect
      .poll(() => code.evaluate((element) => element === document.activeElement), patience)
      .toBe(true);
    await code.fill(right);
    expect(await clerk.submit(page, 'licence')).toMatch(/YX-L-000001/);
    await popup.close();
  });

  it.each(['licence', 'penalty'] as const)(
    'fills and submits the rest of the %s records one by one',
    async (kind) => {
      const already = kind === 'licence' ? 1 : 0;
      for (let done = already; done < journey.counts[kind]; done++) {
        const popup = await clerk.openForm(browser, page, practice.origin, kind);
        expect(await clerk.fillNext(popup)).not.toMatch(/拒收|手工|错误/);
        await popup.close();
        await page.bringToFront();
        await clerk.submit(page, kind);
      }
      await desk.goto(desk.url().replace(/#.*/, '#/ledger'));
      await desk.getByLabel('信息类别').selectOption(kind);
      const count = journey.counts[kind];
      await expect.poll(() => tally(desk), patience).toBe(`共 ${count} 条，已提交 ${count}`);
    },
    240_000,
  );

  it('finds every value on the platform as it was meant', async () => {
    const received = new Map<string, RecordValues>();
    for (const kind of ['licence', 'penalty'] as const) {
      await page.goto(`${practice.origin}/records`);
      const rows = await page.locator(`#records-${kind} tr[data-number]`).all();
      const numbers = await Promise.all(rows.map((row) => row.getAttribute('data-number')));
      expect(numbers).toHaveLength(journey.counts[kind]);
      for (const number of numbers) {
        const values = await storedValues(page, number ?? '', kind);
        received.set(values.documentNumber ?? '', values);
      }
    }
    for (const { values } of meant) {
      expect(received.get(values.documentNumber ?? '')).toEqual(
        Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
      );
    }
  });

  it('reads the platform’s verdicts back: 18 accepted, two sent back with the reason', async () => {
    await page.goto(`${practice.origin}/records`);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('td.status').filter({ hasText: '处理中' }).count();
      }, patience)
      .toBe(0);
    const results = await clerk.download(page, `${practice.origin}/results.xlsx`, '结果.xlsx');
    const read = await clerk.readResults(browser, results);
    await read.goto(read.url().replace(/#.*/, '#/ledger'));
    await expect.poll(() => tally(read), patience).toBe('共 20 条，入库 18，退回 2');
    for (const number of journey.sentBack) {
      const row = read.getByRole('row').filter({ hasText: number });
      expect(await row.textContent()).toContain('1001');
    }
    await read.close();
  });

  it('shows the month on the relay, as a page and as a workbook, with an acceptance rate of 90 %', async () => {
    const figures = async (): Promise<Record<string, string | undefined>> => {
      await administrator.goto(`${relay.origin}/?month=2026-11&axis=submitted`);
      const names = await administrator.locator('table.figures thead th').allTextContents();
      const line = administrator.getByRole('row').filter({ hasText: journey.busyUnit });
      const cells = await line.first().locator('th,td').allTextContents();
      return Object.fromEntries(names.map((name, index) => [name.trim(), cells[index]?.trim()]));
    };
    await expect.poll(figures, patience).toMatchObject({
      上报量: '20',
      行政许可: '12',
      行政处罚: '8',
      更新: '0',
      入库: '18',
      退回: '2',
      待定: '0',
      入库率: '90.00%',
      及时率: '100.00%',
      报送天数: '1',
      最后报送日期: journey.thursdayDate,
    });

    const file = await clerk.download(
      administrator,
      `${relay.origin}/exports/monthly.xlsx?month=2026-11&axis=submitted`,
      '统计.xlsx',
    );
    const [sheet] = await readSheets(new Uint8Array(file.buffer));
    const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => cell.text));
    const titles = rows.find((row) => row.includes('入库率')) ?? [];
    const unit = rows.find((row) => row.includes(journey.busyUnit)) ?? [];
    expect(unit[titles.indexOf('上报量')]).toBe('20');
    expect(Number(unit[titles.indexOf('入库率')])).toBeCloseTo(0.9, 10);
  });

  it('holds back a zero report for the week, with the list of what was reported', async () => {
    await page.goto(`${practice.origin}/zero`);
    await page
      .getByRole('row')
      .filter({ hasText: '行政处罚' })
      .getByRole('button', { name: '本周无数据' })
      .click();
    const overlay = page.locator('baosong-overlay');
    await overlay.getByText('已拦下零报送：本周已有 8 条行政处罚记录').waitFor();
    expect(await overlay.getByText(/^云城管罚〔2026〕\d+号$/).count()).toBe(8);
    expect(page.url()).toBe(`${practice.origin}/zero`);
  });
});

describe('a unit with an empty week', () => {
  it('is reminded on Friday after a browser closed since Wednesday, until it has filed for each kind', async () => {
    const before = await openBrowser('quiet', journey.wednesday);
    await clerk.setUp(before, { origin: relay.origin, enrolmentCode: quietCode }, '林档案');
    await expect.poll(() => badgeOf(before), patience).toBe('');
    await before.close();

    const browser = await openBrowser('quiet', journey.friday);
    await expect.poll(() => badgeOf(browser), patience).toBe('2');
    const page = await browser.context.newPage();
    await clerk.chooseUnit(page, practice.origin, journey.quietUnit.name);
    await page.goto(`${practice.origin}/zero`);
    const overlay = page.locator('baosong-overlay');
    const duty = (kind: string) => overlay.getByText(new RegExp(`${kind}.*零报送`)).first();
    await duty('行政许可').waitFor();
    await duty('行政处罚').waitFor();
    const popup = await popupOf(browser, page);
    await expect.poll(() => popup.locator('li.duty').count(), patience).toBe(2);

    for (const [kind, left] of [
      ['行政许可', '1'],
      ['行政处罚', ''],
    ] as const) {
      await page.bringToFront();
      await page.goto(`${practice.origin}/zero`);
      await duty(kind).waitFor();
      await page
        .getByRole('row')
        .filter({ hasText: kind })
        .getByRole('button', { name: '本周无数据' })
        .click();
      await page.getByText(/零报送已登记，回执号 YX-Z-/).waitFor();
      await expect.poll(() => badgeOf(browser), patience).toBe(left);
    }
    await expect.poll(() => popup.locator('li.duty').count(), patience).toBe(0);
    await page.goto(`${practice.origin}/zero`);
    await expect.poll(() => overlay.getByText(/尚未报送|零报送或补报/).count(), patience).toBe(0);

    const desk = await browser.page('desk.html#/zero');
    const receipts = desk.getByRole('table', { name: '零报送记录' }).getByRole('row');
    await expect.poll(() => receipts.filter({ hasText: '林档案' }).count(), patience).toBe(2);
    expect(await receipts.filter({ hasText: '零报送已登记' }).count()).toBe(2);
    await browser.close();
  }, 120_000);
});
