import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { importRecords } from '@baosong/shared/workbook/import.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import {
  forgetEverything,
  licenceOf,
  popupOf,
  setUp,
  takeIn,
  workbookOf,
} from '../../e2e/harness/office.ts';
import { servePages } from '../../e2e/harness/pages.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

const today = shanghaiDate(new Date().toISOString());

const licence = licenceOf(today);
const number = licence.documentNumber ?? '';

describe('the desk', () => {
  let browser: ExtensionBrowser;
  let folder: string;
  let desk: Page;

  beforeAll(async () => {
    browser = await launchWithExtension({ extensionDir });
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-desk-'));
    desk = await setUp(browser);
  });

  afterEach(async () => {
    await forgetEverything(browser);
    await rm(folder, { recursive: true });
  });

  afterAll(async () => {
    await browser.close();
  });

  const row = () => desk.getByRole('row').filter({ hasText: number });
  const go = (place: string) =>
    desk.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();

  it('says what to do first where there is nothing yet', async () => {
    for (const [place, sentence] of [
      ['台账', '台账还是空的'],
      ['模板', '还没有模板'],
      ['零报送', '还没有零报送记录'],
    ] as const) {
      await go(place);
      await desk.getByText(sentence).waitFor();
    }
  });

  it('keeps imported rows until they are mended and taken in', async () => {
    await go('导入');
    const future = { ...licence, decisionDate: '2099-01-01', validFrom: '2099-01-01' };
    await desk
      .getByLabel('选择要报送的 Excel 文件')
      .setInputFiles(await workbookOf('licence', [future, licence]));
    await desk.getByText('共 2 行：1 行有错误').waitFor();
    await desk.getByText('读入 2 行，请核对').waitFor();

    await desk.reload();
    await desk.getByRole('button', { name: '加入台账（1 条）' }).waitFor();
    await desk
      .getByLabel(/^修改行政许可第/)
      .first()
      .click();
    const editor = desk.getByRole('group', { name: /^第 \d+ 行$/ });
    await editor.getByRole('button', { name: '显示全部字段' }).click();
    await editor.getByLabel('有效期自', { exact: true }).fill(today);
    await editor.getByLabel('许可决定日期', { exact: true }).fill(today.replaceAll('-', '/'));
    await editor.getByLabel('许可决定日期', { exact: true }).blur();
    // Mended, the first row is the same decision as the second, which it stands above.
    await desk.getByText(/与“.+”表第\d+行重复/).waitFor();
    await desk.getByRole('button', { name: '加入台账（1 条）' }).click();
    await desk.getByText('已把 1 条加入台账').waitFor();
    await desk.getByText('与台账里已有的一条（待报）重复').waitFor();
    await desk.getByRole('button', { name: '全部移除' }).click();
    await desk.getByText('已移除 1 行').waitFor();

    await go('台账');
    await desk.getByText('共 1 条，待报 1').waitFor();
    expect(await row().count()).toBe(1);
  });

  it('corrects a record with a reason and keeps what was before', async () => {
    await takeIn(desk, 'licence', [licence]);
    await row().getByRole('button', { name: number }).click();
    await desk.getByRole('button', { name: '更正' }).click();
    const form = desk.getByRole('form', { name: '更正' });
    await form.getByLabel('许可内容').fill('准予餐饮服务');
    await form.getByLabel('更正原因').fill('内容有误');
    await form.getByRole('button', { name: '保存更正' }).click();
    await desk.getByText('已更正为第 2 版').waitFor();
    await desk.getByText('准予餐饮服务').waitFor();
    await desk.getByText('第 2 版，示例乙，原因：内容有误').waitFor();
    await desk.getByText('第 1 版，示例乙').first().waitFor();
  });

  it('masks identity numbers on the screen and in the exported workbook', async () => {
    await takeIn(desk, 'licence', [licence]);
    await row().getByRole('button', { name: number }).click();
    await desk.getByText('1101**********002X').waitFor();
    expect(await desk.getByText('11010519491231002X').count()).toBe(0);
    await desk.getByRole('button', { name: '显示法定代表人证件号码' }).click();
    await desk.getByText('11010519491231002X').waitFor();

    const download = desk.waitForEvent('download');
    await desk.getByRole('button', { name: '导出 Excel' }).click();
    const path = join(folder, 'ledger.xlsx');
    await (await download).saveAs(path);
    const [sheet] = await importRecords(await readFile(path));
    expect(sheet?.rows.map(({ values }) => values)).toMatchObject([
      {
        subjectName: licence.subjectName,
        documentNumber: number,
        legalRepresentativeDocumentNumber: '1101**********002X',
      },
    ]);
  });

  it('finds records by words and state', async () => {
    const other = {
      ...licence,
      subjectName: '示例市望云餐饮店',
      documentNumber: `云示许〔${today.slice(0, 4)}〕6号`,
    };
    await takeIn(desk, 'licence', [licence, other]);
    await desk.getByText('共 2 条').waitFor();
    await desk.getByLabel('查找').fill('望云');
    await desk.getByText('共 1 条').waitFor();
    expect(await row().count()).toBe(0);
    await desk.getByLabel('状态').selectOption('accepted');
    await desk.getByText('没有符合条件的记录').waitFor();
  });

  it('saves a form as a template without its subject, and fills another form from it', async () => {
    const pages = await servePages();
    try {
      await takeIn(desk, 'licence', [licence]);
      const page = await browser.context.newPage();
      await page.goto(`${pages.origin}/licence-table.html`);
      const popup = await popupOf(browser, page);
      await popup.getByRole('button', { name: '填入下一条（1/1）' }).click();
      await popup.getByText(/已填 \d+ 项/).waitFor();
      await popup.getByRole('button', { name: '存为模板' }).click();
      await popup.getByLabel('模板名称').fill('食品经营');
      await popup.getByRole('button', { name: '保存' }).click();
      await popup.getByText('已存为模板「食品经营」').waitFor();

      await page.reload();
      await popup.getByRole('button', { name: '从模板填写' }).click();
      await popup.getByText(/已填 \d+ 项/).waitFor();
      expect(await page.locator('[name=XK_XKJG]').inputValue()).toBe(licence.authorityName);
      expect(await page.locator('[name=XK_XDR_MC]').inputValue()).toBe('');
      expect(await page.locator('[name=XK_WSH]').inputValue()).toBe('');

      await go('模板');
      await desk.getByRole('button', { name: '删除模板食品经营' }).click();
      await desk.getByText('还没有模板').waitFor();
    } finally {
      await pages.close();
    }
  });
});
