import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { companyPenalty, personPenalty } from './testing/values.ts';
import { startPractice, visit } from './testing/visitor.ts';

const unit = '云溪市城市管理局';

let browser: Browser;
let page: Page;
let platform: Awaited<ReturnType<typeof startPractice>>;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

afterAll(() => browser.close());

beforeEach(async () => {
  platform = await startPractice({
    now: () => new Date('2026-11-24T02:00:00Z'),
    decideAfterSeconds: 0,
  });
  page = await browser.newPage({ baseURL: platform.address, locale: 'zh-CN' });
  page.setDefaultTimeout(10_000);
  await page.goto('/');
  await page.locator('input[name=unit]').fill(unit);
  await page.getByRole('button', { name: '进入平台' }).click();
  await page.goto('/penalty/new');
  await page.getByText('处罚决定信息').waitFor();
});

afterEach(async () => {
  await page.close();
  await platform.stop();
});

const item = (label: string) =>
  page
    .locator('.el-form-item')
    .filter({ has: page.locator('.el-form-item__label').getByText(label, { exact: true }) });

const type = (label: string, value: string | undefined) =>
  item(label).locator('input, textarea').fill(value!);

/** Waits for a list to be there or gone; on its way in or out it takes no press. */
async function listIs(state: 'visible' | 'hidden'): Promise<void> {
  await page.locator('.el-select-dropdown:visible').first().waitFor({ state });
  await page.locator('[class*=el-zoom-in][class*=-active]').first().waitFor({ state: 'detached' });
}

async function choose(label: string, ...options: readonly string[]): Promise<void> {
  await item(label).locator('.el-select').click();
  await listIs('visible');
  for (const option of options) {
    await page
      .locator('.el-select-dropdown__item:visible')
      .getByText(option, { exact: true })
      .click();
  }
  await page.keyboard.press('Escape');
  await listIs('hidden');
}

async function date(label: string, value: string | undefined): Promise<void> {
  await type(label, value);
  await page.keyboard.press('Enter');
}

/** Fills everything that is not about the subject, by hand as a clerk would. */
async function fillDecision(): Promise<void> {
  await type('行政处罚决定文书号', companyPenalty['CF_WSH']);
  await date('处罚决定日期', companyPenalty['CF_JDRQ']);
  await type('违法行为类型', companyPenalty['CF_WFXW']);
  await type('违法事实', companyPenalty['CF_SY']);
  await type('处罚依据', companyPenalty['CF_YJ']);
  await choose('处罚类别', '警告', '罚款');
  await type('处罚内容', companyPenalty['CF_NR']);
  await type('处罚金额（万元）', companyPenalty['CF_NR_FK']);
  await date('处罚有效期', companyPenalty['CF_YXQ']);
  await date('公示截止日期', companyPenalty['CF_GSJZQ']);
  await type('处罚机关', companyPenalty['CF_CFJG']);
  await type('处罚机关统一社会信用代码', companyPenalty['CF_CFJGDM']);
  await type('数据来源单位', companyPenalty['CF_SJLY']);
  await type('数据来源单位统一社会信用代码', companyPenalty['CF_SJLYDM']);
}

async function stored(number: string): Promise<Record<string, string>> {
  const clerk = await visit(platform.address, unit);
  return clerk.stored(number);
}

it('stores a company’s penalty as it was filled in, and empties the form', async () => {
  await choose('行政相对人类别', '法人及非法人组织');
  await type('行政相对人名称', companyPenalty['CF_XDR_MC']);
  await type('统一社会信用代码', companyPenalty['CF_XDR_SHXYM']);
  await type('法定代表人', companyPenalty['CF_FRDB']);
  await fillDecision();
  expect(await item('处罚金额（万元）').locator('input').inputValue()).toBe('0.200000');
  await page.getByRole('button', { name: '提交上报' }).click();

  await page.getByText('提交成功，受理编号 YX-P-000001', { exact: true }).waitFor();
  expect(await stored('YX-P-000001')).toEqual(companyPenalty);
  expect(await item('行政相对人名称').locator('input').inputValue()).toBe('');
  expect(await page.locator('.el-form-item__error').count()).toBe(0);
});

it('asks a person for a document instead of codes, and keeps what the server refuses', async () => {
  expect(await item('证件号码').count()).toBe(0);
  await choose('行政相对人类别', '自然人');
  await item('统一社会信用代码').waitFor({ state: 'detached' });
  await type('行政相对人名称', personPenalty['CF_XDR_MC']);
  await choose('证件类型', '身份证');
  await type('证件号码', personPenalty['CF_XDR_ZJHM']);
  await fillDecision();
  await date('处罚决定日期', '2026-11-25');
  await page.getByRole('button', { name: '提交上报' }).click();
  await page.getByText('处罚决定日期不能大于当前日期！').waitFor();

  await date('处罚决定日期', personPenalty['CF_JDRQ']);
  await page.getByRole('button', { name: '提交上报' }).click();
  await page.getByText('提交成功，受理编号 YX-P-000001').waitFor();
  expect(await stored('YX-P-000001')).toEqual(personPenalty);
});

it('holds back an incomplete form by itself, and brings a draft back', async () => {
  await type('行政相对人名称', '程一帆');
  await page.getByRole('button', { name: '提交上报' }).click();
  await page.getByText('请先填写标红的必填项').waitFor();
  await page.getByRole('button', { name: '暂存' }).click();
  await page.getByText('暂存成功').waitFor();
  await page.reload();
  await page.getByText('处罚决定信息').waitFor();
  expect(await item('行政相对人名称').locator('input').inputValue()).toBe('程一帆');
  await page.getByRole('button', { name: '重置' }).click();
  expect(await item('行政相对人名称').locator('input').inputValue()).toBe('');
});

it('shows no column code anywhere', async () => {
  expect(await page.content()).not.toMatch(/CF_|XK_/);
});
