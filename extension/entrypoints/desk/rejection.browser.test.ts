import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExplanations, writeExplanations } from '@baosong/shared/rejections/file.ts';
import { fieldOf } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../e2e/harness/browser.ts';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { storedDocumentNumber, storeVersion1 } from '../../e2e/harness/ledger-version-1.ts';
import type { StoredRejection } from '../../e2e/harness/ledger-version-1.ts';
import { forgetEverything, setUp } from '../../e2e/harness/office.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

const labels = (['subjectName', 'unifiedSocialCreditCode'] as const)
  .map((id) => fieldOf('licence', id)?.label)
  .join('、');

describe('a record that was sent back', () => {
  let browser: ExtensionBrowser;
  let folder: string;
  let desk: Page;

  beforeAll(async () => {
    browser = await launchWithExtension({ extensionDir });
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baosong-rejection-'));
    desk = await setUp(browser);
  });

  afterEach(async () => {
    await forgetEverything(browser);
    await rm(folder, { recursive: true });
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Opens the record of a ledger that the first version left behind. */
  async function openRecord(rejection: StoredRejection): Promise<void> {
    await desk.close();
    await storeVersion1(browser, rejection);
    desk = await browser.page('desk.html#/ledger');
    await desk.getByText('共 1 条，退回 1').waitFor();
    await desk.getByRole('button', { name: storedDocumentNumber }).click();
    await desk.getByRole('region', { name: '退回原因' }).waitFor();
  }

  const note = () => desk.getByRole('region', { name: '退回原因' });
  const settings = () => desk.getByRole('region', { name: '退回原因说明' });

  it('is explained from the dictionary, in a ledger of the first version too', async () => {
    await openRecord({ code: '1001', message: '未查询到主体或查询到的主体信息不匹配.' });
    await note().getByText('平台的主体库里没有这个主体').waitFor();
    await note().getByText(labels).waitFor();
    await note().getByText('宝鸡市信用平台的公开答疑').waitFor();

    // What is said stays in sight while the record is mended.
    await desk.getByRole('button', { name: '更正' }).click();
    await desk.getByRole('form', { name: '更正' }).waitFor();
    await note().getByText('平台的主体库里没有这个主体').waitFor();
  });

  it('is explained once by a clerk, and from then on everywhere', async () => {
    await openRecord({ code: 'E77', message: '第3行示例市云溪商贸有限公司未登记' });
    await note().getByText('还没有人解释过这条提示').waitFor();
    await note().getByRole('button', { name: '写说明' }).click();
    expect(await note().getByLabel('平台代码').inputValue()).toBe('E77');
    expect(await note().getByLabel('平台提示').inputValue()).toBe('第#行*未登记');
    await note().getByLabel('意思').fill('平台要求先登记主体，问过420202199003070016。');
    await note().getByLabel('怎么办').fill('先在平台登记主体，再提交。');
    await note().getByLabel('看哪个字段').selectOption('subjectName');
    await note().getByRole('button', { name: '保存说明' }).click();
    await desk.getByText('“意思”里有身份证号码，请删去').waitFor();
    await note().getByLabel('意思').fill('平台要求先登记主体。');
    await note().getByRole('button', { name: '保存说明' }).click();
    await note().getByText('示例市市场监督管理局所写').waitFor();
    await note().getByText('平台要求先登记主体。').waitFor();

    await desk.getByRole('navigation').getByRole('link', { name: '设置' }).click();
    const download = desk.waitForEvent('download');
    await settings().getByRole('button', { name: '导出说明（1 条）' }).click();
    const path = join(folder, 'explanations.json');
    await (await download).saveAs(path);
    const { explanations, origin } = readExplanations(await readFile(path, 'utf8'));
    expect(origin).toEqual({ kind: 'unit', name: '示例市市场监督管理局' });
    expect(explanations).toMatchObject([
      { code: 'E77', message: '第#行*未登记', fields: ['subjectName'] },
    ]);

    // Given back with another advice, it is told and not overwritten.
    const centre = { kind: 'centre', name: '示例市信用中心' } as const;
    const changed = explanations.map((each) => ({
      ...each,
      origin: centre,
      advice: '联系信用中心。',
    }));
    const second = { ...changed[0]!, code: 'E78' };
    await settings()
      .getByLabel('导入退回原因说明')
      .setInputFiles({
        name: '说明.json',
        mimeType: 'application/json',
        buffer: Buffer.from(
          writeExplanations([...changed, second], centre, new Date().toISOString()),
        ),
      });
    await desk.getByText('导入 1 条，已有 0 条，与本机不同 1 条').waitFor();
    const table = settings().getByRole('table');
    expect(await table.getByText('先在平台登记主体，再提交。').count()).toBe(1);
    await settings().getByRole('button', { name: '改用文件里的' }).click();
    await desk.getByText('已改用文件里的说明').waitFor();
    await table.getByText('先在平台登记主体，再提交。').waitFor({ state: 'detached' });
    await settings().getByRole('button', { name: '导出说明（2 条）' }).waitFor();

    await settings()
      .getByLabel('导入退回原因说明')
      .setInputFiles({ name: '别.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await desk.getByText('这个文件不是退回原因说明').waitFor();

    await settings()
      .getByRole('button', { name: /^删除说明E78/ })
      .click();
    await settings().getByRole('button', { name: '导出说明（1 条）' }).waitFor();
    await desk.getByRole('navigation').getByRole('link', { name: '台账' }).click();
    await desk.getByRole('button', { name: storedDocumentNumber }).click();
    await note().getByText('示例市信用中心（信用中心）所写').waitFor();
  });
});
