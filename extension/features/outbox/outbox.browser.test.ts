import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { forgetEverything, licenceOf, popupOf, setUp, takeIn } from '../../e2e/harness/office.ts';
import { servePages } from '../../e2e/harness/pages.ts';
import type { PageServer } from '../../e2e/harness/pages.ts';
import { startRelay } from '../../../relay/testing/start.ts';
import type { RunningRelay } from '../../../relay/testing/start.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

const today = shanghaiDate(new Date().toISOString());

/** The unit that the relay's trial code enrols. */
const unit = '云溪市城市管理局';
const licence = { ...licenceOf(today), authorityName: unit, sourceUnitName: unit };
const number = licence.documentNumber ?? '';

describe('from the page to the relay', () => {
  let folder: string;
  let relay: RunningRelay;
  let pages: PageServer;
  let browser: ExtensionBrowser;
  let desk: Page;

  beforeAll(async () => {
    browser = await launchWithExtension({ extensionDir });
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-outbox-'));
    relay = await startRelay({ dataDir: folder });
    pages = await servePages();
    desk = await setUp(browser);
  });

  afterEach(async () => {
    await forgetEverything(browser);
    await pages.close();
    await relay.kill();
    await rm(folder, { recursive: true });
  });

  const row = () => desk.getByRole('row').filter({ hasText: number });

  async function enrol(code: string): Promise<void> {
    await desk.getByRole('navigation').getByRole('link', { name: '设置' }).click();
    await desk.getByLabel('中继地址').fill(relay.origin);
    await desk.getByLabel('接入码').fill(code);
    await desk.getByRole('button', { name: '接入', exact: true }).click();
  }

  /** Fills the next record and presses the platform's button; gives the page that it led to. */
  async function submitNext(): Promise<Page> {
    const page = await browser.context.newPage();
    await page.goto(`${pages.origin}/licence-table.html`);
    const popup = await popupOf(browser, page);
    await popup.getByRole('button', { name: /^填入下一条/ }).click();
    await popup.getByText(/已填 \d+ 项/).waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: '提 交' }).click();
    await page.getByText('提交成功').waitFor();
    return page;
  }

  it('books what was sent on the record it was filled from, and sends it on', async () => {
    await enrol(relay.enrolmentCode ?? '');
    await desk.getByText('已接入报送中继').waitFor();
    await takeIn(desk, 'licence', [licence]);
    await submitNext();

    await desk.bringToFront();
    await row().getByText('已提交', { exact: true }).waitFor();
    await row().getByText('已送达').waitFor();
    await desk.getByText('共 1 条，已提交 1').waitFor();
    expect(pages.received).toHaveLength(1);
    await row().getByRole('button', { name: number }).click();
    await desk.getByText(/提交第 1 版到 .*示例乙，/).waitFor();
  });

  it('keeps everything while the relay is away, and sends it once when it is back', async () => {
    await enrol(relay.enrolmentCode ?? '');
    await desk.getByText('已接入报送中继').waitFor();
    await takeIn(desk, 'licence', [licence]);
    const port = new URL(relay.origin).port;
    await relay.kill();
    await submitNext();

    await desk.bringToFront();
    await row().getByText('待发送').waitFor();
    await desk.getByText('连不上报送中继').waitFor();
    relay = await startRelay({ dataDir: folder, port: Number(port) });
    await desk.getByRole('button', { name: '立即发送' }).click();
    await row().getByText('已送达').waitFor();
  });

  it('forgets the days off of the relay before, keeps those of a file, and asks for the new ones', async () => {
    await desk.evaluate(async () => {
      const row = { notices: ['国办发明电〔2026〕99号'], daysOff: ['01-01'], makeUpWorkdays: [] };
      const takenAt = new Date().toISOString();
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('baosong');
        opening.onerror = () => {
          reject(new Error('The database does not open.'));
        };
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['calendarYears', 'meta'], 'readwrite');
          const years = writing.objectStore('calendarYears');
          years.put({ ...row, year: 2027, source: 'http://127.0.0.1:1', takenAt });
          years.put({ ...row, year: 2028, source: '放假安排.json', takenAt });
          writing.objectStore('meta').put({ key: 'calendarYearsAskedAt', value: takenAt });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    });
    const asked = desk
      .context()
      .waitForEvent('request', (request) => request.url().endsWith('/api/v1/calendar-years'));
    await enrol(relay.enrolmentCode ?? '');
    await desk.getByText('已接入报送中继').waitFor();
    await asked;
    await desk.goto(desk.url().replace(/#.*/, '#/calendar'));
    const table = desk.getByRole('table', { name: '放假安排' });
    await table.getByText('放假安排.json').waitFor();
    expect(await table.getByText('http://127.0.0.1:1').count()).toBe(0);
  });

  it('says why a code is not taken, and shows no token anywhere', async () => {
    await enrol('AAAA-BBBB-CCCC');
    await desk.getByRole('alert').filter({ hasText: '接入码' }).waitFor();
    await enrol(relay.enrolmentCode ?? '');
    await desk.getByText('已接入报送中继').waitFor();
    const worker = await browser.worker();
    const token = await worker.evaluate(async () => {
      const api = (
        globalThis as unknown as {
          chrome: { storage: { local: { get(key: string): Promise<Record<string, string>> } } };
        }
      ).chrome;
      return (await api.storage.local.get('relayToken'))['relayToken'] ?? '';
    });
    expect(token.length).toBeGreaterThan(20);
    await desk.reload();
    await desk.getByText(relay.origin).waitFor();
    expect(await desk.content()).not.toContain(token);
  });
});
