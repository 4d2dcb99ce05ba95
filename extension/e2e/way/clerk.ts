/**
 * What a clerk and the relay's administrator do with mouse and keyboard, in the words of their screens.
 * The browser test of the whole way and the tour walk with the same hands.
 */
import type { Page } from 'playwright-core';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ExtensionBrowser } from '../harness/browser.ts';
import { popupOf } from '../harness/office.ts';

/** A file as a browser's file chooser hands it over. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Downloads a workbook with the cookies of the browser. */
export async function download(page: Page, url: string, name: string): Promise<ChosenFile> {
  const answer = await page.request.get(url);
  if (!answer.ok()) throw new Error(`${url} answered ${String(answer.status())}`);
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await answer.body(),
  };
}

/** Sets the extension up on its welcome page: enrols at the relay, then adds the clerk's name. */
export async function setUp(
  browser: ExtensionBrowser,
  relay: { readonly origin: string; readonly enrolmentCode: string },
  clerk: string,
): Promise<Page> {
  const page = await browser.page('welcome.html');
  await page.getByLabel('中继地址').fill(relay.origin);
  await page.getByLabel('接入码').fill(relay.enrolmentCode);
  await page.getByLabel('设备名').fill('执法科一号机');
  await page.getByRole('button', { name: '接入', exact: true }).click();
  await page.getByText('已接入报送中继').waitFor();
  await page.getByLabel('经办人', { exact: true }).fill(clerk);
  await page.getByLabel('所在地').selectOption({ label: '云溪市（演练）' });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  return page;
}

/** Says on the practice platform for which unit one reports. */
export async function chooseUnit(page: Page, practice: string, unit: string): Promise<void> {
  await page.goto(practice);
  await page.locator('input[name=unit]').fill(unit);
  await page.getByRole('button', { name: /进入平台|切换单位/ }).click();
  await page.getByText(`报送单位：${unit}`).waitFor();
}

/** Opens the desk at the import and chooses a workbook. */
export async function importWorkbook(browser: ExtensionBrowser, file: ChosenFile): Promise<Page> {
  const page = await browser.page('desk.html#/import');
  await page.getByLabel('选择要报送的 Excel 文件').setInputFiles(file);
  await page.getByRole('table', { name: '导入预览' }).waitFor();
  return page;
}

/** Mends one cell of an imported row and waits until the row is clean. */
export async function mendRow(
  desk: Page,
  row: { readonly sheet: string; readonly number: number },
  label: string,
  value: string,
): Promise<void> {
  const name = `${row.sheet}第 ${String(row.number)} 行`;
  const line = desk.getByRole('row').filter({ has: desk.getByLabel(`修改${name}`) });
  await desk.getByLabel(`修改${name}`).click();
  const cell = desk
    .getByRole('group', { name: `第 ${String(row.number)} 行` })
    .getByLabel(label, { exact: true });
  await cell.fill(value);
  await cell.blur();
  await line.getByText('没有问题').waitFor();
  await desk.getByLabel(`修改${name}`).click();
}

/** The platform's page of a kind. */
export const formPath: Readonly<Record<DoublePublicityKind, string>> = {
  licence: '/licence/new',
  penalty: '/penalty/new',
};

/** Opens the platform's form and the popup pinned to it, and waits until the form is recognised. */
export async function openForm(
  browser: ExtensionBrowser,
  page: Page,
  practice: string,
  kind: DoublePublicityKind,
): Promise<Page> {
  await page.bringToFront();
  await page.goto(`${practice}${formPath[kind]}`);
  await page.locator(`baosong-overlay[data-record-kind=${kind}]`).waitFor({ state: 'attached' });
  return popupOf(browser, page);
}

/** Fills the next record from the popup and waits for its report. */
export async function fillNext(popup: Page): Promise<string> {
  await popup.getByRole('button', { name: /^填入下一条/ }).click();
  const report = popup.getByText(/^已填 \d+ 项/);
  await report.waitFor();
  return (await report.textContent()) ?? '';
}

/** Presses the platform's own button and waits for the platform's word. */
export async function submit(page: Page, kind: DoublePublicityKind): Promise<string> {
  if (kind === 'licence') {
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const said = page.getByText(/提交成功，受理编号/);
    await said.waitFor();
    return (await said.textContent()) ?? '';
  }
  await page.getByRole('button', { name: '提交上报' }).click();
  const said = page.locator('.el-message--success').last();
  await said.waitFor();
  const words = (await said.textContent()) ?? '';
  // The next record's message must not be mistaken for this one's.
  await said.waitFor({ state: 'detached' });
  return words;
}

/** Reads the platform's result list back in the desk. */
export async function readResults(browser: ExtensionBrowser, file: ChosenFile): Promise<Page> {
  const page = await browser.page('desk.html#/import');
  await page.getByLabel('选择平台导出的结果清单').setInputFiles(file);
  await page.getByRole('button', { name: /^记入台账/ }).click();
  await page.getByText(/已记入 \d+ 条平台结果/).waitFor();
  return page;
}

/** Makes oneself the relay's administrator by the link that its first start printed. */
export async function becomeAdministrator(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  const name = '中心管理员';
  await page.getByLabel('用户名').fill(name);
  const passphrase = `practice ${crypto.randomUUID()}`;
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一次口令').fill(passphrase);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByRole('heading', { name: '管理员登录' }).waitFor();
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '月度统计' }).waitFor();
}

/** Adds a unit on the relay's page and gives it an enrolment code. */
export async function addUnit(
  page: Page,
  relay: string,
  unit: { readonly name: string; readonly code: string; readonly district: string },
): Promise<string> {
  await page.goto(`${relay}/units`);
  await page.getByLabel('单位全称').fill(unit.name);
  await page.getByLabel('统一社会信用代码').fill(unit.code);
  await page.getByLabel('区划').fill(unit.district);
  await page.getByRole('button', { name: '新建单位' }).click();
  const row = page.getByRole('row').filter({ hasText: unit.name });
  await row.getByRole('button', { name: '生成接入码' }).click();
  return (await page.locator('p.code').textContent()) ?? '';
}
