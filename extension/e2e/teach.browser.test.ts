/** Teaching a form whose labels say nothing: once, by pointing and by keyboard, and what comes of it. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, withoutFocusEmulation } from './harness/browser.ts';
import { forgetLedger, popupOf, setUp, takeIn } from './harness/office.ts';
import { overlayOf, toEngineOf } from './harness/overlay.ts';
import { endOnPages, licence, startOnPages } from './harness/on-pages.ts';
import type { PageServer } from './harness/pages.ts';

const posted = {
  name: '示例市云溪商贸有限公司',
  category: '法人及非法人组织',
  code: '91350100M000100Y43',
  person: '张三',
  title: '关于准予食品经营许可的决定',
  number: '云示许〔2026〕5号',
  kind: '普通',
  content: '准予食品经营许可',
  decided: '2026-01-05',
  from: '2026-01-05',
  until: '2031-01-04',
  authority: '示例市市场监督管理局',
  authorityCode: '11420200011012349Q',
  status: '有效',
  unit: '示例市市场监督管理局',
  unitCode: '11420200011012349Q',
};

/** Label on the page, and what the clerk types to find its meaning. */
const lessons = [
  ['编号一', '行政相对人名称'],
  ['种类甲', '行政相对人类别'],
  ['编号二', '统一社会信用代码'],
  ['人员', 'XK_FRDB'],
  ['标题', 'XK_XKWS'],
  ['编号三', '文书号'],
  ['种类乙', '许可类别'],
  ['内容甲', '许可内容'],
  ['时间一', '许可决定日期'],
  ['时间二', '有效期自'],
  ['时间三', '有效期至'],
  ['内容乙', 'XK_XKJG'],
  ['编号四', 'XK_XKJGDM'],
  ['种类丙', '当前状态'],
  ['内容丙', 'XK_LYDW'],
  ['编号五', 'XK_LYDWDM'],
  ['内部备注', '不是报送字段'],
] as const;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

let browser: ExtensionBrowser;
let server: PageServer;
let file: string;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

async function open(build: number): Promise<Page> {
  return openAt(build === 1 ? 'teach-nonsense.html' : `teach-nonsense.html?build=${build}`);
}

async function openAt(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  onTestFinished(() => page.close());
  await withoutFocusEmulation(page);
  await page.goto(`${server.origin}/${path}`);
  return page;
}

async function startTeaching(page: Page): Promise<void> {
  const popup = await popupOf(browser, page);
  onTestFinished(() => popup.close());
  await popup.getByRole('button', { name: '教它认这个表单' }).click();
  await popup.getByText('请到网页上指认').waitFor();
  await page.bringToFront();
  await page.getByRole('dialog', { name: '教它认这个表单' }).waitFor();
}

/** Types into the open list of meanings and takes the first. */
async function say(page: Page, meaning: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '是什么？' });
  await box.waitFor();
  await eventually(() =>
    page.evaluate(
      () =>
        document
          .querySelector('baosong-teach')
          ?.shadowRoot?.activeElement?.hasAttribute('data-search') ?? false,
    ),
  ).toBe(true);
  await page.keyboard.insertText(meaning);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'detached' });
}

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

describe('a form that says nothing about its fields', () => {
  it('is taught by pointing and by keyboard while nothing of the page runs, and then filled and posted', async () => {
    const page = await open(1);
    await startTeaching(page);
    for (const [place, [label, meaning]] of lessons.entries()) {
      if (place % 3 === 0) {
        await page
          .getByRole('list', { name: '栏目' })
          .getByRole('button', { name: label, exact: false })
          .first()
          .focus();
        await page.keyboard.press('Enter');
      } else {
        const row = page.locator('#form tr').nth(place);
        await row.scrollIntoViewIfNeeded();
        // The label stands for its control, and so does the control.
        const box = await row
          .locator(place % 3 === 1 ? 'td:first-child' : 'input,select,textarea')
          .boundingBox();
        await pointAt(page, (box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
      }
      await say(page, meaning);
    }
    for (const [words, meaning] of [
      ['走起', '提交按钮'],
      ['本期空', '零报送按钮（行政许可）'],
    ] as const) {
      const button = page.locator('body > p > button', { hasText: words });
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      await pointAt(page, (box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
      await say(page, meaning);
    }
    expect(await page.evaluate('window.touched + window.zeros')).toBe(0);
    expect(server.received).toEqual([]);

    await page.getByRole('textbox', { name: '名称' }).fill('业务登记（许可）');
    await page.getByRole('button', { name: '保存' }).click();
    await overlayOf(page, {
      profile: 'used',
      'record-kind': 'licence',
      'fields-recognised': '16',
      'fields-total': '17',
    });
    expect(await page.locator('baosong-teach').count()).toBe(0);

    await toEngineOf(browser, page, 'engine/fill', {
      values: { ...licence, unifiedSocialCreditCode: '91350100M000100Y44' },
      recordId: null,
    });
    const go = page.getByRole('button', { name: '走起' });
    await go.click();
    await overlayOf(page, { state: 'held' });
    expect(server.received).toEqual([]);

    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: licence,
      recordId: null,
    });
    expect(new Set(Object.values(results))).toEqual(new Set(['filled']));
    await go.click();
    await eventually(() => server.received.length).toBe(1);
    expect(server.received[0]).toEqual(posted);
  });

  it('is known again when it is built anew, with other ids and one more field', async () => {
    await forgetLedger(browser);
    server.received.length = 0;
    const page = await open(2);
    await overlayOf(page, { profile: 'used', 'fields-recognised': '16', 'fields-total': '18' });
    await toEngineOf(browser, page, 'engine/fill', { values: licence, recordId: null });
    await page.getByRole('button', { name: '走起' }).click();
    await eventually(() => server.received.length).toBe(1);
    expect(server.received[0]).toEqual(posted);
  });

  it('is said to be another one when it has changed too much, and nothing of the profile is used', async () => {
    const page = await open(3);
    await overlayOf(page, { profile: 'changed', 'fields-recognised': '0' });
    await page.getByText('表单与教过的「业务登记（许可）」不同，已改用自动识别').waitFor();
    const popup = await popupOf(browser, page);
    onTestFinished(() => popup.close());
    await popup.getByText('这个表单和教过的「业务登记（许可）」不一样').waitFor();
  });

  it('is taught in a panel in which everything has a name and enough contrast', async () => {
    const page = await open(1);
    await startTeaching(page);
    const { resolve } = createRequire(import.meta.url);
    await page.addScriptTag({ path: resolve('axe-core') });
    const violations = async (): Promise<string[]> =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(of: string): Promise<AxeResult> } };
        const found = (await axe.run('baosong-teach')).violations;
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
      });
    expect(await violations()).toEqual([]);
    await page.getByRole('list', { name: '栏目' }).getByRole('button').first().click();
    await page.getByRole('combobox', { name: '是什么？' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  it('is left as it was by Esc, which asks first where something was said', async () => {
    const page = await open(3);
    await startTeaching(page);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('baosong-teach').count()).toBe(0);

    await startTeaching(page);
    await page.getByRole('list', { name: '栏目' }).getByRole('button').first().click();
    await say(page, '文书号');
    await page.keyboard.press('Escape');
    await page.getByText('还没有保存').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('baosong-teach').count()).toBe(0);
    await overlayOf(page, { profile: 'changed' });
  });

  it('holds a taught zero report in a week that has records', async () => {
    const desk = await setUp(browser);
    onTestFinished(() => desk.close());
    const today = shanghaiDate(new Date().toISOString());
    await takeIn(desk, 'licence', [{ ...licence, decisionDate: today, validFrom: today }]);
    const page = await open(1);
    await overlayOf(page, { profile: 'used' });
    await page.getByRole('button', { name: '本期空' }).click();
    await overlayOf(page, { state: 'held' });
    await page.getByText('已拦下零报送').waitFor();
    expect(await page.evaluate('window.zeros')).toBe(0);
  });
});

it('begins with what is recognised already, and with the kind that it is recognised as', async () => {
  const page = await openAt('labels.html');
  await startTeaching(page);
  const list = page.getByRole('list', { name: '栏目' });
  await list.getByText('自动：行政处罚决定书文号').waitFor();
  const kind = page.getByRole('combobox', { name: '信息类别' });
  expect(await kind.inputValue()).toBe('penalty');

  await kind.selectOption('licence');
  await list.getByText('自动：行政处罚决定书文号').waitFor({ state: 'detached' });
  await kind.selectOption('penalty');
  await list.getByText('自动：行政处罚决定书文号').waitFor();
});

describe('profiles in the desk', () => {
  it('are renamed, exported, removed and imported', async () => {
    const desk = await browser.page('desk.html#/settings');
    onTestFinished(() => desk.close());
    const list = desk.getByRole('list', { name: '识别方案' });
    await list.getByText('业务登记（许可）').waitFor();
    await list.getByText('指认 17 项栏目、2 个按钮').waitFor();

    await desk.getByRole('button', { name: '改名 业务登记（许可）' }).click();
    await desk.getByRole('textbox', { name: '方案名称' }).fill('许可登记');
    await list.getByRole('button', { name: '保存' }).click();
    await list.getByText('许可登记').waitFor();

    const downloading = desk.waitForEvent('download');
    await desk.getByRole('button', { name: '导出', exact: true }).click();
    file = await readFile(await (await downloading).path(), 'utf8');
    for (const value of Object.values(licence)) {
      // Words of the standard name fields and meanings; what was filled does not occur.
      if (/[^A-Za-z]/.test(value) && value !== '普通') expect(file).not.toContain(value);
    }
    expect(file).not.toContain('el-id-');

    await desk.getByRole('button', { name: '删除 许可登记' }).click();
    await desk.getByText('还没有。').waitFor();
    const page = await open(1);
    await page.waitForFunction(() => document.querySelector('baosong-overlay') === null);

    const upload = (text: string): Promise<void> =>
      desk.getByLabel('导入识别方案').setInputFiles({
        name: '识别方案.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await upload('{"format":"other"}');
    await desk.getByText('这个文件不是识别方案').waitFor();
    await upload(file);
    await list.getByText('许可登记').waitFor();
    // The page that is open learns of it at once.
    await overlayOf(page, { profile: 'used', 'fields-recognised': '16' });
  });
});
