/** The calendar page in a real browser, at a moment in November 2026. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheets } from '@baosong/shared/workbook/sheets.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { setUp } from '../../e2e/harness/office.ts';
import { shiftedBuild } from '../../e2e/harness/shifted-build.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

/** Made up, under a document number that does not exist. */
const imagined = {
  year: 2027,
  notices: ['国办发明电〔2026〕99号'],
  daysOff:
    '01-01 02-05 02-08 02-09 02-10 02-11 02-12 04-05 05-03 05-04 05-05 06-09 09-15 10-01 10-04 10-05 10-06 10-07'.split(
      ' ',
    ),
  makeUpWorkdays: ['01-30', '02-20', '05-08', '09-26', '10-09'],
};

describe('the calendar', () => {
  let folder: string;
  let browser: ExtensionBrowser;
  let desk: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-calendar-'));
    const open = async (moment: string): Promise<void> => {
      browser = await launchWithExtension({
        extensionDir: await shiftedBuild(
          extensionDir,
          join(folder, 'extension'),
          new Date(`${moment}+08:00`),
        ),
        userDataDir: join(folder, 'profile'),
      });
    };
    await open('2026-11-04T10:00:00');
    const settings = await setUp(browser);
    await settings.getByLabel('每月报送的事项').fill('荣誉表彰信息');
    await settings.getByRole('button', { name: '保存' }).click();
    await settings.getByText('已保存').waitFor();
    await browser.close();
    await open('2026-11-25T10:00:00');
    desk = await browser.page('desk.html#/calendar');
    await desk.getByRole('region', { name: '2026年报送日历' }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows each week and month, what is coming and what was late', async () => {
    const november = desk.getByRole('region', { name: '11月', exact: true });
    const states = (subject: string) =>
      november.getByRole('img', { name: new RegExp(`^${subject}：`) });
    await expect.poll(() => states('行政许可').count()).toBe(4);
    expect(await states('行政许可').nth(0).getAttribute('aria-label')).toBe('行政许可：已逾期');
    expect(await states('行政许可').nth(3).getAttribute('aria-label')).toBe('行政许可：未到期');
    expect(await states('荣誉表彰信息').getAttribute('aria-label')).toBe('荣誉表彰信息：应办');
    const coming = desk.getByRole('region', { name: '即将到期' });
    await coming.getByText('每月报送：荣誉表彰信息').first().waitFor();
    await coming.getByText('12月4日').first().waitFor();
    const late = desk.getByRole('region', { name: '2026年逾期的' });
    expect(await late.getByRole('listitem').count()).toBe(6);
  });

  it('hands the year over as a calendar file and as a workbook', async () => {
    const save = async (button: string, name: string): Promise<Buffer> => {
      const download = desk.waitForEvent('download');
      await desk.getByRole('button', { name: button }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(name);
      await file.saveAs(join(folder, name));
      return readFile(join(folder, name));
    };
    const calendar = (await save('导出日历（.ics）', '2026年报送日历.ics')).toString('utf8');
    expect(calendar.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    // Nine weeks of two kinds, and two months.
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(20);
    expect(calendar).toContain('DTEND:20261127T093000Z');
    const [sheet] = await readSheets(await save('导出 Excel', '2026年报送日历.xlsx'));
    expect(
      sheet?.rows
        .at(3)
        ?.map(({ text }) => text)
        .slice(0, 5),
    ).toEqual(['每周报送', '行政许可', '2026-11-02', '2026-11-08', '2026-11-06']);
    expect(sheet?.rows).toHaveLength(3 + 20);
  });

  it('says where a year is not published, and takes its days off from a file', async () => {
    await desk.getByRole('button', { name: '下一年' }).click();
    const uncovered = desk.getByText('2027年放假安排尚未导入：暂按周一至周五上班推算');
    await uncovered.waitFor();
    const choose = async (year: object): Promise<void> => {
      const path = join(folder, '放假安排.json');
      await writeFile(path, JSON.stringify(year));
      await desk.getByLabel('选择放假安排文件').setInputFiles(path);
    };
    await choose({ ...imagined, notices: [] });
    await desk.getByText(/文号：缺少通知的文号/).waitFor();
    await choose({ ...imagined, daysOff: imagined.daysOff.slice(0, 13) });
    await desk.getByText('2027-10-01 是法定节假日，却没有列为放假。').waitFor();
    await choose(imagined);
    await desk.getByRole('button', { name: '采用', exact: true }).click();
    const said = () => desk.locator('.notices').innerText();
    await expect.poll(said, { timeout: 10_000 }).toBe('已采用2027年放假安排。');
    await expect.poll(() => uncovered.count(), { timeout: 10_000 }).toBe(0);
    const row = desk.getByRole('table', { name: '放假安排' }).getByRole('row');
    await row.filter({ hasText: '国办发明电〔2026〕99号' }).getByText('放假安排.json').waitFor();
    const october = desk.getByRole('region', { name: '10月', exact: true });
    expect(await october.locator('.off').filter({ hasText: /^1$/ }).count()).toBe(1);
    await desk.getByRole('button', { name: '移除2027年放假安排' }).click();
    await uncovered.waitFor();
  });
});
