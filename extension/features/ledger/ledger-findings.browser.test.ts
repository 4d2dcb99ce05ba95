/** What ledger and relay know, said on a reporting page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { usccFor } from '@baosong/shared/testing/records.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licence as licenceMessage, recordsRequest } from '../../../relay/testing/messages.ts';
import { startRelay } from '../../../relay/testing/start.ts';
import type { RunningRelay } from '../../../relay/testing/start.ts';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { forgetEverything, setUp, takeIn } from '../../e2e/harness/office.ts';
import { overlayOf, toEngineOf } from '../../e2e/harness/overlay.ts';
import { servePages } from '../../e2e/harness/pages.ts';
import type { PageServer } from '../../e2e/harness/pages.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
const today = shanghaiDate(new Date().toISOString());

const licence: RecordValues = {
  subjectName: '示例市云溪商贸有限公司',
  subjectCategory: 'legalPerson',
  unifiedSocialCreditCode: usccFor(1),
  legalRepresentative: '张三',
  documentTitle: '关于准予食品经营许可的决定',
  documentNumber: `云示许〔${today.slice(0, 4)}〕5号`,
  licenceCategory: '普通',
  licenceContent: '准予食品经营许可',
  decisionDate: today,
  validFrom: today,
  validUntil: '2099-12-31',
  authorityName: '示例市市场监督管理局',
  authorityCode: '11420200011012349Q',
  status: 'valid',
  sourceUnitName: '示例市市场监督管理局',
  sourceUnitCode: '11420200011012349Q',
};
const formerName = '示例市旧名商贸有限公司';
const other = (number: number, changes: RecordValues = {}): RecordValues => ({
  ...licence,
  documentNumber: `云示许〔${today.slice(0, 4)}〕${String(number)}号`,
  ...changes,
});

let browser: ExtensionBrowser;
let pages: PageServer;
let desk: Page;

beforeAll(async () => {
  browser = await launchWithExtension({ extensionDir });
  pages = await servePages();
});

afterAll(async () => {
  await browser.close();
  await pages.close();
});

beforeEach(async () => {
  pages.received.length = 0;
  desk = await setUp(browser);
});

afterEach(() => forgetEverything(browser));

async function fillIn(values: RecordValues, recordId: string | null = null): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${pages.origin}/licence-table.html`);
  await overlayOf(page, { state: 'watching' });
  await toEngineOf(browser, page, 'engine/fill', { values, recordId });
  await page.bringToFront();
  return page;
}

/** What lies in a table of the database. */
async function rowsOf(table: string): Promise<unknown[]> {
  const worker = await browser.worker();
  return await worker.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('baosong');
        opening.onerror = () => {
          reject(new Error('The database does not open.'));
        };
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll();
          rows.onsuccess = () => {
            resolve(rows.result as unknown[]);
            opening.result.close();
          };
        };
      }),
    table,
  );
}

const submit = (page: Page): Promise<void> => page.getByRole('button', { name: '提 交' }).click();

/** Sends a licence as a clerk does, and waits until the ledger has it. */
async function submitted(values: RecordValues): Promise<void> {
  const page = await fillIn(values);
  await submit(page);
  await page.getByText('提交成功').waitFor();
  await desk.bringToFront();
  await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
  await desk
    .getByRole('row')
    .filter({ hasText: values.documentNumber ?? '' })
    .getByText('已提交', { exact: true })
    .waitFor();
  // Not before: the page's answer is read in it.
  await page.close();
}

describe('a decision that was reported already', () => {
  it('is held with the place where it stands, and goes through with a reason', async () => {
    await submitted(licence);
    const page = await fillIn(licence);
    await overlayOf(page, { errors: '1' });
    await submit(page);
    await overlayOf(page, { state: 'held' });
    await page
      .locator('[data-panel]')
      .getByText(`与台账里已有的一条（${today}提交）重复`)
      .waitFor();
    expect(pages.received).toHaveLength(1);

    await page.getByLabel('确认无误、仍要提交的理由').fill('平台要求重报');
    await page.getByRole('button', { name: '仍要提交' }).click();
    await submit(page);
    await page.getByText('提交成功').waitFor();
    expect(pages.received).toHaveLength(2);
  });

  it('is none where another number stands in the form, nor before it was sent', async () => {
    await submitted(other(7));
    const again = await fillIn(other(7));
    await overlayOf(again, { errors: '1' });
    await again.locator('[name=XK_WSH]').fill(`云示许〔${today.slice(0, 4)}〕8号`);
    await overlayOf(again, { errors: '0' });
    await again.locator('[name=XK_WSH]').press('Tab');
    await submit(again);
    await again.getByText('提交成功').waitFor();

    await desk.bringToFront();
    await takeIn(desk, 'licence', [licence, other(6, { subjectName: formerName })]);
    const page = await fillIn(licence);
    // The ledger has answered.
    await overlayOf(page, { errors: '0', warnings: '1' });
  });

  it('is not a repetition of the record that is sent again', async () => {
    await submitted(other(9));
    await takeIn(desk, 'licence', [other(6, { subjectName: formerName })]);
    const kept = (await rowsOf('records')) as { id: string; documentKey: string }[];
    const recordId = kept.find(({ documentKey }) => documentKey === other(9).documentNumber)?.id;
    expect(recordId).toBeDefined();
    const page = await fillIn(other(9), recordId ?? null);
    // The other name of the ledger shows that it has answered.
    await overlayOf(page, { errors: '0', warnings: '1' });
  });
});

describe('the name of a code', () => {
  it('that differs from those that are known is warned of, and each of them is offered', async () => {
    await takeIn(desk, 'licence', [
      other(6, { subjectName: formerName }),
      other(7, { subjectName: '示例市新名商贸有限公司' }),
    ]);
    const page = await browser.context.newPage();
    await page.goto(`${pages.origin}/licence-table.html`);
    await overlayOf(page, { state: 'watching' });
    await page.locator('[name=XK_XDR_SHXYM]').fill(usccFor(1));
    const name = page.locator('[name=XK_XDR_MC]');
    await name.fill('示例市误名商贸有限公司');
    await name.press('Tab');
    await overlayOf(page, { warnings: '1' });
    await name.focus();
    const popover = page.locator('[data-popover=subjectName]');
    await popover.getByText('以前对应的名称是“示例市新名商贸有限公司”').waitFor();
    expect(await popover.getByRole('button').allTextContents()).toEqual([
      '改为 示例市新名商贸有限公司',
      '改为 示例市旧名商贸有限公司',
    ]);
    const picture = process.env['BAOSONG_PICTURES'];
    if (picture !== undefined) await page.screenshot({ path: `${picture}/both-names.png` });

    await popover.getByRole('button', { name: '改为 示例市旧名商贸有限公司' }).click();
    await expect.poll(() => name.inputValue(), { timeout: 10_000 }).toBe('示例市旧名商贸有限公司');
  });
});

describe('what a colleague has reported', () => {
  let folder: string;
  let relay: RunningRelay;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-known-'));
    relay = await startRelay({ dataDir: folder });
  });
  afterEach(async () => {
    await relay.kill();
    await rm(folder, { recursive: true });
  });

  /** Sends as a device of the unit on which the ledger does not hold the record. */
  async function sendElsewhere(message: unknown): Promise<Response> {
    const worker = await browser.worker();
    const token = await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<Record<string, string>> } } };
      };
      return (await chrome.storage.local.get('relayToken'))['relayToken'] ?? '';
    });
    return await fetch(`${relay.origin}/api/v1/records`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(recordsRequest(message)),
    });
  }

  it('is known by its number and by the name of its code', async () => {
    const number = licence.documentNumber ?? '';
    const message = licenceMessage({
      decisionDate: today,
      documentNumber: number,
      content: {
        subjectName: licence.subjectName ?? '',
        unifiedSocialCreditCode: usccFor(1),
        documentNumber: number,
      },
    });
    await desk.getByRole('navigation').getByRole('link', { name: '设置' }).click();
    await desk.getByLabel('中继地址').fill(relay.origin);
    await desk.getByLabel('接入码').fill(relay.enrolmentCode ?? '');
    await desk.getByRole('button', { name: '接入', exact: true }).click();
    await desk.getByText('已接入报送中继').waitFor();
    expect((await sendElsewhere(message)).status).toBe(200);
    const unrelated = {
      subjectName: '示例市无关商贸有限公司',
      unifiedSocialCreditCode: usccFor(2),
    };
    await takeIn(desk, 'licence', [other(30, unrelated)]);
    await expect.poll(() => rowsOf('relayRecords'), { timeout: 10_000 }).toHaveLength(1);

    const page = await fillIn(licence);
    await overlayOf(page, { errors: '1' });
    await submit(page);
    await page.locator('[data-panel]').getByText('与本单位在另一台电脑上报送的一条').waitFor();
    await page.locator('[name=XK_XDR_MC]').fill('示例市误名商贸有限公司');
    await page.locator('[name=XK_XDR_MC]').press('Tab');
    await page
      .locator('[data-panel]')
      .getByText('以前对应的名称是“示例市云溪商贸有限公司”')
      .waitFor();
  });
});
