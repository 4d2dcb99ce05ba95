/** Zero reports from popup, page, desk and relay, as a clerk makes them; a colleague reports beside. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheets } from '@baosong/shared/workbook/sheets.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badgeOf, launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { licenceOf, popupOf, setUp, takeIn } from '../../e2e/harness/office.ts';
import { servePages } from '../../e2e/harness/pages.ts';
import type { PageServer } from '../../e2e/harness/pages.ts';
import { serviceWorkerSeenFrom } from '../../e2e/harness/service-worker.ts';
import { shiftedBuild } from '../../e2e/harness/shifted-build.ts';
import {
  personalPenalty,
  recordsRequest,
  zeroReport,
  zeroReportRequest,
} from '../../../relay/testing/messages.ts';
import { startRelay } from '../../../relay/testing/start.ts';
import type { RunningRelay } from '../../../relay/testing/start.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
const patience = { timeout: 30_000, interval: 200 } as const;
const friday = new Date('2026-11-27T10:00:00+08:00');

let folder: string;
let pages: PageServer;
let browser: ExtensionBrowser;
let desk: Page;

beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baosong-zero-'));
  browser = await launchWithExtension({
    extensionDir: await shiftedBuild(extensionDir, join(folder, 'extension'), friday),
    userDataDir: join(folder, 'profile'),
  });
  desk = await setUp(browser);
});
afterEach(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const go = (place: string) =>
  desk.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();

const buttonOf = (page: Page, kind: string) =>
  page.getByRole('row').filter({ hasText: kind }).getByRole('button', { name: '本周无数据' });

async function openZeroPage(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${pages.origin}/zero-report.html`);
  await page
    .locator('baosong-overlay')
    .getByText(/行政处罚尚未报送/)
    .waitFor();
  return page;
}

describe('a clerk alone', () => {
  it('is led to the page of the last zero report, where the buttons are marked until one is pressed', async () => {
    const first = await openZeroPage();
    await buttonOf(first, '行政许可').click();
    await expect.poll(() => badgeOf(browser), patience).toBe('1');

    const popup = await popupOf(browser, first);
    const opened = browser.context.waitForEvent('page');
    await popup.getByRole('button', { name: '去零报送' }).click();
    const page = await opened;
    await page.waitForURL(`${pages.origin}/zero-report.html`);
    await expect.poll(() => page.locator('[data-baosong-zero]').count(), patience).toBe(2);
    await buttonOf(page, '行政处罚').click();
    await expect.poll(() => page.locator('[data-baosong-zero]').count(), patience).toBe(0);
    await expect.poll(() => badgeOf(browser), patience).toBe('');
    await go('零报送');
    const receipts = desk.getByRole('table', { name: '零报送记录' }).getByRole('row');
    await expect.poll(() => receipts.filter({ hasText: '11月23日—29日' }).count()).toBe(2);
    await desk.getByText(`${pages.origin}/zero-report.html`).first().waitFor();
    expect(pages.received.filter((body) => 'zero' in body)).toHaveLength(2);
  }, 120_000);

  it('is asked to press again where the press came before the ledger had been looked at', async () => {
    const page = await browser.context.newPage();
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector<HTMLElement>('[data-kind=penalty]')?.click();
      });
    });
    await (await serviceWorkerSeenFrom(desk)).end();
    await page.goto(`${pages.origin}/zero-report.html`);
    const overlay = page.locator('baosong-overlay');
    await overlay.getByText('本周没有行政处罚记录，请再按一次').waitFor();
    expect(await page.locator('#penalty').textContent()).toBe('未报');
    await buttonOf(page, '行政处罚').click();
    await page.locator('#penalty').getByText('已零报送').waitFor();
    await expect.poll(() => badgeOf(browser), patience).toBe('1');
    expect(await overlay.getByText('零报送还没有发出').count()).toBe(0);
  }, 120_000);

  describe('on a page whose button names no kind', () => {
    const open = async (name: string): Promise<Page> => {
      const page = await browser.context.newPage();
      await page.goto(`${pages.origin}/${name}.html`);
      await page
        .locator('baosong-overlay')
        .getByText(/尚未报送/)
        .first()
        .waitFor();
      return page;
    };
    const press = async (page: Page, name = '本周无数据'): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('#state').getByText('已零报送').waitFor();
    };
    const kindsReported = async (): Promise<string[]> => {
      await go('零报送');
      const rows = desk.getByRole('table', { name: '零报送记录' }).getByRole('row');
      const words = await rows.allInnerTexts();
      return words.flatMap((text) => /行政(?:许可|处罚)/.exec(text) ?? []).sort();
    };

    it('reports both with one press, answered once, where the page speaks of both', async () => {
      const page = await open('zero-report-combined');
      await press(page);
      await expect.poll(() => badgeOf(browser), patience).toBe('');
      await expect.poll(kindsReported, patience).toEqual(['行政处罚', '行政许可']);
      await desk.bringToFront();
      expect(await desk.getByText('已按下，待确认').count()).toBe(0);
      expect(pages.received.filter(({ zero }) => zero === 'combined')).toHaveLength(1);
    }, 120_000);

    it('is held where there are records of either, until a reason is given', async () => {
      await takeIn(desk, 'licence', [licenceOf('2026-11-25')]);
      await expect.poll(() => badgeOf(browser), patience).not.toBe('');
      const page = await open('zero-report-combined');
      const before = pages.received.length;
      await page.getByRole('button', { name: '本周无数据' }).click();
      const overlay = page.locator('baosong-overlay');
      await overlay.getByText('已拦下零报送：本周已有 1 条行政许可、行政处罚记录').waitFor();
      await overlay.getByText('云示许〔2026〕5号').waitFor();
      expect(pages.received).toHaveLength(before);
      await overlay.getByLabel('台账有误、仍要零报送的理由').fill('许可已撤回，台账尚未更正');
      await overlay.getByRole('button', { name: '仍要零报送' }).click();
      await overlay.getByText(/再/).first().waitFor();
      await press(page);
      await expect.poll(kindsReported, patience).toEqual(['行政处罚', '行政许可']);
    }, 120_000);

    it('reports what the unit owes where the page names no kind at all', async () => {
      const page = await open('zero-report-plain');
      await press(page);
      await expect.poll(kindsReported, patience).toEqual(['行政处罚', '行政许可']);
      await expect.poll(() => badgeOf(browser), patience).toBe('');
    }, 120_000);

    it('reports the one kind where the unit owes but that', async () => {
      await go('设置');
      await desk.getByRole('checkbox', { name: '行政许可' }).uncheck();
      await desk.getByRole('button', { name: '保存' }).click();
      await desk.getByText('已保存').waitFor();
      await expect.poll(() => badgeOf(browser), patience).toBe('1');
      const plain = await open('zero-report-plain');
      await press(plain);
      await expect.poll(kindsReported, patience).toEqual(['行政处罚']);
      await expect.poll(() => badgeOf(browser), patience).toBe('');
    }, 120_000);

    it('reports the rows that are ticked in a list', async () => {
      const page = await open('zero-report-list');
      await page.getByLabel('选行政处罚').check();
      await press(page, '无数据上报');
      await expect.poll(kindsReported, patience).toEqual(['行政处罚']);
      await expect.poll(() => badgeOf(browser), patience).toBe('1');
    }, 120_000);
  });

  it('is asked about the initial password until it is confirmed', async () => {
    const page = await openZeroPage();
    const line = page.locator('baosong-overlay').getByText(/修改平台的初始密码/);
    await line.waitFor();
    const popup = await popupOf(browser, page);
    await page.reload();
    await line.waitFor();
    await popup.getByRole('button', { name: '已修改' }).click();
    await popup.getByText('已记下').waitFor();
    await expect.poll(() => line.count(), patience).toBe(0);
    await page.reload();
    await page
      .locator('baosong-overlay')
      .getByText(/行政处罚尚未报送/)
      .waitFor();
    expect(await line.count()).toBe(0);
    expect(await popup.getByRole('button', { name: '已修改' }).count()).toBe(0);
  }, 120_000);

  it('states the month by item, and saves the statement for the seal', async () => {
    await go('设置');
    await desk.getByLabel('每月报送的事项').fill('荣誉表彰信息\n志愿服务信息');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByText('已保存').waitFor();
    await expect.poll(() => badgeOf(browser), patience).toBe('3');
    await go('零报送');
    await desk
      .getByText(/11月荣誉表彰信息、志愿服务信息尚未报送，应于11月24日前办理，已逾期/)
      .waitFor();
    const form = desk.getByRole('form', { name: '作出说明' });
    await form.getByLabel('志愿服务信息当月已报送的条数').fill('3');
    await form.getByRole('button', { name: '作出说明' }).click();
    await desk.getByText('没有接入报送中继，请在下面打印盖章').waitFor();
    await expect.poll(() => badgeOf(browser), patience).toBe('2');
    const table = desk.getByRole('table', { name: '每月报送说明' });
    await table.getByText('荣誉表彰信息：零报送；志愿服务信息：3 条').waitFor();

    const download = desk.waitForEvent('download');
    await table.getByRole('button', { name: '导出 Excel' }).click();
    const path = join(folder, 'statement.xlsx');
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('2026年11月信用信息报送情况说明.xlsx');
    await saved.saveAs(path);
    const [sheet] = await readSheets(await readFile(path));
    const rows = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));
    expect(rows).toContainEqual(['1', '荣誉表彰信息', '0', '当月无信息，零报送']);
    expect(rows).toContainEqual(['—', '经办人', '—', '示例乙']);
  }, 120_000);
});

describe('a clerk with a colleague', () => {
  let relay: RunningRelay;
  let token: string;

  beforeEach(async () => {
    const dataDir = join(folder, 'relay');
    relay = await startRelay({ dataDir });
    const enrolled = await send('enrolments', {
      protocol: 1,
      code: relay.enrolmentCode,
      device: '同事的电脑',
    });
    ({ token } = (await enrolled.json()) as { token: string });
    // Each start without an administrator gives out a code of the same unit.
    await relay.stop();
    relay = await startRelay({ dataDir, port: Number(new URL(relay.origin).port) });
    await go('设置');
    await desk.getByLabel('中继地址').fill(relay.origin);
    await desk.getByLabel('接入码').fill(relay.enrolmentCode ?? '');
    await desk.getByRole('button', { name: '接入', exact: true }).click();
    await desk.getByText('已接入报送中继').first().waitFor();
    await expect.poll(() => badgeOf(browser), patience).toBe('2');
    await go('零报送');
  });
  afterEach(() => relay.kill());

  /** What the colleague's device sends. */
  function send(path: string, body: unknown): Promise<Response> {
    return fetch(`${relay.origin}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  }

  /** Has the extension ask the relay again, as any change at the desk does. */
  async function askRelay(): Promise<void> {
    await desk.evaluate(async () => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: {
            runtime: {
              getManifest(): { version: string };
              sendMessage(message: object): Promise<unknown>;
            };
          };
        }
      ).chrome;
      const { version } = runtime.getManifest();
      await runtime.sendMessage({ baosong: 'desk/changed', version, payload: {} });
    });
  }

  it('owes no more what the colleague reported, and is held by what the colleague decided', async () => {
    const filed = await send('zero-reports', zeroReportRequest(zeroReport({ kind: 'licence' })));
    expect(filed.status).toBe(201);
    await askRelay();
    await expect.poll(() => badgeOf(browser), patience).toBe('1');
    await desk.getByText(/行政许可已由经办人甲于11月27日14:00零报送/).waitFor();

    const page = await openZeroPage();
    const record = personalPenalty({ documentNumber: '云城罚〔2026〕77号' });
    const taken = await send('records', recordsRequest(record));
    expect(await taken.json()).toMatchObject({ results: [{ status: 'created' }] });
    await desk.bringToFront();
    await askRelay();
    await expect.poll(() => badgeOf(browser), patience).toBe('');
    await page.bringToFront();
    await buttonOf(page, '行政处罚').click();
    const overlay = page.locator('baosong-overlay');
    await overlay.getByText('已拦下零报送：本周已有 1 条行政处罚记录').waitFor();
    await overlay.getByText('云城罚〔2026〕77号').waitFor();
    expect(await page.locator('#penalty').textContent()).toBe('未报');
  }, 120_000);

  it('owes what the administrator enters in the unit’s catalogue', async () => {
    const post = (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
      fetch(path.startsWith('http') ? path : relay.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: relay.origin, Cookie: cookie },
        body: new URLSearchParams(fields),
      });
    const who = { name: '中心管理员', passphrase: `practice ${crypto.randomUUID()}` };
    await post(relay.setupLink ?? '', { ...who, repeated: who.passphrase });
    const cookie = (await post('/login', who)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const list = await fetch(`${relay.origin}/units`, { headers: { Cookie: cookie } });
    const [path = ''] = /\/units\/[\w-]+\/catalogue/.exec(await list.text()) ?? [];
    const saved = await post(
      path,
      {
        'kind.0': 'licence',
        'from.0': '',
        'kind.1': 'other',
        'name.1': '荣誉表彰信息',
        'from.1': '2026-10-01',
      },
      cookie,
    );
    expect(saved.status).toBe(303);

    await askRelay();
    await desk.getByText(/11月荣誉表彰信息尚未报送/).waitFor();
    await expect.poll(() => desk.getByText(/行政处罚尚未报送/).count(), patience).toBe(0);
    // One week of licences, and November of the new item.
    await expect.poll(() => badgeOf(browser), patience).toBe('2');
    await desk
      .getByRole('form', { name: '作出说明' })
      .getByRole('button', { name: '作出说明' })
      .click();
    await expect.poll(() => badgeOf(browser), patience).toBe('1');
    await go('设置');
    await desk
      .getByText(
        '报送目录由报送中继的管理员维护：行政许可（每周）；荣誉表彰信息（每月，2026-10-01起）。',
      )
      .waitFor();
    expect(await desk.getByRole('checkbox', { name: '行政处罚' }).isDisabled()).toBe(true);
  }, 120_000);

  it('gets a receipt for the page’s zero report and for the month’s statement', async () => {
    const page = await openZeroPage();
    await buttonOf(page, '行政许可').click();
    await desk.bringToFront();
    await desk
      .getByRole('table', { name: '零报送记录' })
      .getByText(/ZR-\d{8}-000001/)
      .waitFor();

    await go('设置');
    await desk.getByLabel('每月报送的事项').fill('荣誉表彰信息');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByText('已保存').waitFor();
    await go('零报送');
    await desk
      .getByRole('form', { name: '作出说明' })
      .getByRole('button', { name: '作出说明' })
      .click();
    await desk
      .getByRole('table', { name: '每月报送说明' })
      .getByText(/ZM-\d{8}-000001/)
      .waitFor();
    const known = await fetch(`${relay.origin}/api/v1/unit-reports?from=2026-11-01&to=2026-11-30`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await known.json()).toMatchObject({
      zeroReports: [
        { kind: 'licence', person: '示例乙', page: `${pages.origin}/zero-report.html` },
      ],
      statements: [{ items: [{ name: '荣誉表彰信息', reported: 0 }], person: '示例乙' }],
    });
  }, 120_000);
});
