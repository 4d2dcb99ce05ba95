/** Sets an extension up as a clerk does, and puts records into its ledger the way a clerk does. */
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { writeLedger } from '@baosong/shared/workbook/templates.ts';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, tabIdOf } from './browser.ts';
import { licence } from './on-pages.ts';

/** Empties ledger and settings, so that the next test begins like a new installation. */
export async function forgetEverything({ context, worker }: ExtensionBrowser): Promise<void> {
  const blank = await context.newPage();
  for (const page of context.pages()) if (page !== blank) await page.close();
  await (
    await worker()
  ).evaluate(async () => {
    const api = (
      globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { clear(): Promise<void> }> };
      }
    ).chrome;
    await api.storage.local.clear();
    await api.storage.session.clear();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('baosong');
      request.onsuccess = resolve;
      request.onerror = () => {
        reject(new Error('The database was not deleted.'));
      };
    });
  });
}

/** Empties the ledger only, so that what a test sends is no repetition of what the one before it sent. */
export async function forgetLedger({ worker }: ExtensionBrowser): Promise<void> {
  await (
    await worker()
  ).evaluate(async () => {
    const known = await indexedDB.databases();
    if (known.every(({ name }) => name !== 'baosong')) return;
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('baosong');
      opening.onerror = () => {
        reject(new Error('The database does not open.'));
      };
      opening.onsuccess = () => {
        const tables = ['records', 'revisions', 'submissions', 'outcomes', 'outbox'];
        const emptying = opening.result.transaction(tables, 'readwrite');
        for (const table of tables) emptying.objectStore(table).clear();
        emptying.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
}

/** Fills in unit and clerk; gives the desk, at its settings. */
export async function setUp(browser: ExtensionBrowser): Promise<Page> {
  const desk = await browser.page('desk.html#/settings');
  await desk.getByLabel('单位名称').fill('示例市市场监督管理局');
  await desk.getByLabel('统一社会信用代码').fill('11420200011012349Q');
  await desk.getByLabel('经办人', { exact: true }).fill('示例乙');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.getByText('已保存').waitFor();
  return desk;
}

/** A licence without errors, decided on a day. */
export const licenceOf = (day: string): RecordValues => ({
  ...licence,
  legalRepresentativeDocumentType: 'residentId',
  legalRepresentativeDocumentNumber: '11010519491231002X',
  documentNumber: `云示许〔${day.slice(0, 4)}〕5号`,
  decisionDate: day,
  validFrom: day,
  validUntil: '2099-12-31',
});

/** A workbook of one sheet, as the ledger is exported. */
export async function workbookOf(
  kind: DoublePublicityKind,
  rows: readonly RecordValues[],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const bytes = await writeLedger(
    rows.map((values) => ({ kind, values, state: 'ready', submittedOn: null, outcome: '' })),
  );
  return {
    name: '登记.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  };
}

/** Imports records that have no errors and takes them into the ledger; ends at the ledger. */
export async function takeIn(
  desk: Page,
  kind: DoublePublicityKind,
  rows: readonly RecordValues[],
): Promise<void> {
  await desk.getByRole('link', { name: '导入', exact: true }).first().click();
  await desk.getByLabel('选择要报送的 Excel 文件').setInputFiles(await workbookOf(kind, rows));
  await desk.getByRole('button', { name: `加入台账（${rows.length} 条）` }).click();
  await desk.getByText(`已把 ${rows.length} 条加入台账`).waitFor();
  await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
}

/** Opens the popup of the tab that shows a page, as the window of its own that stays open. */
export async function popupOf(browser: ExtensionBrowser, page: Page): Promise<Page> {
  const popup = await browser.page(`popup.html?tab=${String(await tabIdOf(browser, page))}`);
  await popup.setViewportSize({ width: 420, height: 680 });
  return popup;
}
