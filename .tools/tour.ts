/**
 * `npm run tour`: drives the whole way in a headless Chromium, from a clerk's workbook and two web forms
 * to a monthly statistic, says each step with its time, and writes the screenshots that the README shows.
 * Relay and practice platform are started for it, on free ports and with empty folders.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, chromium } from 'playwright-core';
import { importRecords } from '@baosong/shared/workbook/import.ts';
import { launchWithExtension } from '../extension/e2e/harness/browser.ts';
import { startPractice, startRelay } from '../extension/e2e/harness/servers.ts';
import { shiftedBuild } from '../extension/e2e/harness/shifted-build.ts';
import * as clerk from '../extension/e2e/way/clerk.ts';
import * as journey from '../extension/e2e/way/journey.ts';
import { buildExtension, sitesOfTests } from './build.ts';
import { ChromiumMissing, ensureChromium } from './chromium.ts';

const screenshots = fileURLToPath(new URL('../extension/e2e/way/screenshots', import.meta.url));

let number = 0;

/** Does one step, and says what it was and how long it took. */
async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  number += 1;
  console.log(`${String(number).padStart(2)}. ${name}（${seconds} 秒）`);
  return result;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  // What moves into its place is shown where it ends.
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}

/** Looks at the statistics again and again until what was sent last has arrived there. */
async function untilArrived(statistics: Page): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const text = await statistics.locator('body').innerText();
    if (text.includes('90.00%') && text.split('ZR-').length > 2) return;
    if (Date.now() > deadline) throw new Error('统计里没有等到最后报送的数据。');
    await statistics.reload();
  }
}

async function tour(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baosong-tour-'));
  await mkdir(screenshots, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const closedAtTheEnd = <Part>(part: Part, close: () => Promise<void>): Part => {
    stops.unshift(close);
    return part;
  };
  try {
    const extensionDir = await step('构建扩展', () => buildExtension('test', sitesOfTests));
    const [relay, practice] = await step('启动报送中继和演练平台', () =>
      Promise.all([startRelay(join(folder, 'relay')), startPractice(1)]),
    );
    stops.push(relay.stop, practice.stop);
    const open = async (profile: string, moment: Date) => {
      const build = await shiftedBuild(extensionDir, join(folder, `build-${profile}`), moment);
      const browser = await launchWithExtension({
        extensionDir: build,
        userDataDir: join(folder, profile),
      });
      return closedAtTheEnd(browser, browser.close);
    };
    const office = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    closedAtTheEnd(office, () => office.close());
    const administrator = await office.newPage({ viewport: { width: 1280, height: 900 } });

    const quietCode = await step('管理员完成设置，添加单位', async () => {
      await clerk.becomeAdministrator(administrator, relay.setupLink);
      return clerk.addUnit(administrator, relay.origin, journey.quietUnit);
    });

    const busy = await open('busy', journey.thursday);
    const page = await busy.context.newPage();
    await step('经办人用接入码接入中继，填写单位和姓名', async () => {
      const welcome = await clerk.setUp(busy, relay, '陈填报');
      await shoot(welcome, '01-welcome');
      await welcome.close();
    });

    const { desk, sheets } = await step('导入本单位的 Excel 台账', async () => {
      await clerk.chooseUnit(page, practice.origin, journey.busyUnit);
      const url = `${practice.origin}/sample.xlsx?date=${journey.thursdayDate}`;
      const file = await clerk.download(page, url, '台账.xlsx');
      const imported = await clerk.importWorkbook(busy, file);
      await imported.getByText('共 20 行').waitFor();
      await shoot(imported, '02-import');
      return { desk: imported, sheets: await importRecords(new Uint8Array(file.buffer)) };
    });
    await step('改好标出的三处，存入台账', async () => {
      for (const slip of journey.slips) {
        const sheet = sheets[slip.sheet];
        const row = sheet?.rows[slip.row]?.rowNumber;
        if (sheet === undefined || row === undefined) throw new Error('练习用表格比预期的短。');
        const where = { sheet: sheet.sheetName, number: row };
        await clerk.mendRow(desk, where, slip.label, slip.right);
      }
      await desk.getByRole('button', { name: '加入台账（20 条）' }).click();
      await desk.getByText('已把 20 条加入台账').waitFor();
    });

    await step('填错一位信用代码，提交被拦下', async () => {
      const popup = await clerk.openForm(busy, page, practice.origin, 'licence');
      await clerk.fillNext(popup);
      await popup.setViewportSize({ width: 420, height: 640 });
      await shoot(popup, '03-popup');
      await popup.close();
      await page.bringToFront();
      const code = page.locator('[name=XK_XDR_SHXYM]');
      const right = await code.inputValue();
      await code.fill(right.replace(/.$/, (last) => (last === '1' ? '2' : '1')));
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: '已拦下这次提交' }).waitFor();
      await shoot(page, '04-held');
      await code.fill(right);
      await clerk.submit(page, 'licence');
    });
    for (const [kind, from, name] of [
      ['licence', 1, '逐条填入、核对、提交其余 11 条行政许可'],
      ['penalty', 0, '逐条填入、核对、提交 8 条行政处罚'],
    ] as const) {
      await step(name, async () => {
        for (let done = from; done < journey.counts[kind]; done++) {
          const popup = await clerk.openForm(busy, page, practice.origin, kind);
          await clerk.fillNext(popup);
          await popup.close();
          // The first penalty is a company's, so that no person's number gets into a picture.
          if (kind === 'penalty' && done === 0) await shoot(page, '05-penalty-filled');
          await page.bringToFront();
          await clerk.submit(page, kind);
        }
      });
    }
    await step('下载平台的处理结果，读回台账', async () => {
      await page.goto(`${practice.origin}/records`);
      await page.waitForFunction(() => !document.body.innerText.includes('处理中'), null, {
        polling: 500,
      });
      const url = `${practice.origin}/results.xlsx`;
      const results = await clerk.download(page, url, '结果.xlsx');
      const read = await clerk.readResults(busy, results);
      await read.goto(read.url().replace(/#.*/, '#/ledger'));
      await read.getByText('入库 18，退回 2').waitFor();
      await shoot(read, '06-ledger');
      await read.close();
    });
    await step('本周已有数据，零报送被拦下并列出文书号', async () => {
      await page.bringToFront();
      await page.goto(`${practice.origin}/zero`);
      const row = page.getByRole('row').filter({ hasText: '行政处罚' });
      await row.getByRole('button', { name: '本周无数据' }).click();
      await page.locator('baosong-overlay').getByText('已拦下零报送').waitFor();
      await shoot(page, '07-zero-held');
    });

    const quiet = await step(
      '另一单位周三关了浏览器，周五 15 点打开：网页上方和图标都有提醒',
      async () => {
        const before = await open('quiet', journey.wednesday);
        await clerk.setUp(before, { ...relay, enrolmentCode: quietCode }, '林档案');
        await before.close();
        const browser = await open('quiet', journey.friday);
        const zero = await browser.context.newPage();
        await clerk.chooseUnit(zero, practice.origin, journey.quietUnit.name);
        await zero.goto(`${practice.origin}/zero`);
        await zero.locator('baosong-overlay').getByText('行政许可尚未报送').waitFor();
        await shoot(zero, '09-friday');
        return zero;
      },
    );
    await step('许可、处罚各点一次“本周无数据”，提醒消失', async () => {
      for (const kind of ['行政许可', '行政处罚']) {
        await quiet.goto(`${practice.origin}/zero`);
        const row = quiet.getByRole('row').filter({ hasText: kind });
        await row.getByRole('button', { name: '本周无数据' }).click();
        await quiet.getByText(/零报送已登记，回执号 YX-Z-/).waitFor();
      }
    });

    await step('中继的月度统计', async () => {
      await administrator.goto(`${relay.origin}/?month=2026-11&axis=submitted`);
      const line = administrator.getByRole('row').filter({ hasText: journey.busyUnit }).first();
      await untilArrived(administrator);
      console.log(`    ${(await line.locator('th,td').allTextContents()).join(' | ')}`);
      await administrator.screenshot({
        path: join(screenshots, '08-statistics.png'),
        fullPage: true,
      });
    });
    console.log(`截图在 ${screenshots}`);
  } finally {
    for (const stop of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  process.env['CHROMIUM_PATH'] = (await ensureChromium()).path;
  await tour();
} catch (error) {
  if (!(error instanceof ChromiumMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
