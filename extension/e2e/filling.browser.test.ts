/** Order and patience of a fill: what follows from choices, steps of a page, undoing. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, withoutFocusEmulation } from './harness/browser.ts';
import { heard, listen, overlayOf, toEngineOf } from './harness/overlay.ts';
import { endOnPages, licence, startOnPages } from './harness/on-pages.ts';
import type { PageServer } from './harness/pages.ts';
import { fullRecord, modelOf, posted } from './harness/platform.ts';

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

beforeEach(async () => {
  server.received.length = 0;
  page = await browser.context.newPage();
  await withoutFocusEmulation(page);
  await listen(browser);
  onTestFinished(() => page.close());
});

async function open(path: string): Promise<void> {
  await page.goto(`${server.origin}/${path}`);
  await overlayOf(page, { state: 'watching' });
  await page.bringToFront();
}

/** Takes the focus away, as a click in the extension's popup does. */
async function goElsewhere(): Promise<void> {
  const elsewhere = await browser.context.newPage();
  onTestFinished(() => elsewhere.close());
  await elsewhere.bringToFront();
}

describe('what follows from choices', () => {
  const values: RecordValues = {
    subjectName: '张三',
    subjectCategory: 'naturalPerson',
    subjectDocumentType: 'residentId',
    subjectDocumentNumber: '11010519491231002X',
    documentNumber: '云示罚〔2026〕5号',
    violationFacts: '占道经营',
    penaltyCategory: '警告',
    penaltyContent: '警告',
    decisionDate: '2026-01-06',
  };
  const inPage = (): Promise<Record<string, string>> =>
    page.evaluate(() => Object.fromEntries(new FormData(document.forms[0]))) as Promise<
      Record<string, string>
    >;

  beforeEach(() => open('linked.html'));

  it('is waited for: fields that appear, options that are loaded, fields that a choice empties', async () => {
    await goElsewhere();
    const { results } = await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
    expect(results).toEqual(Object.fromEntries(Object.keys(values).map((id) => [id, 'filled'])));
    expect(await inPage()).toEqual({
      name: '张三',
      category: '自然人',
      code: '',
      documentType: '身份证',
      documentNumber: '11010519491231002X',
      number: '云示罚〔2026〕5号',
      facts: '占道经营',
      kind: '警告',
      content: '警告',
      date: '2026-01-06',
      trade: '',
    });
  });

  it('is undone with the choice, fields of the platform’s own included', async () => {
    await page.locator('[name=category]').selectOption('法人及非法人组织');
    await page.locator('[name=kind] option', { hasText: '责令停产停业' }).waitFor({
      state: 'attached',
    });
    const written = {
      name: '示例市云溪商贸有限公司',
      code: '91350100M000100Y43',
      content: '停产停业一日',
      trade: '批发业',
    };
    for (const [name, value] of Object.entries(written))
      await page.locator(`[name=${name}]`).fill(value);
    await page.locator('[name=kind]').selectOption('责令停产停业');
    const before = await inPage();

    await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
    expect(await inPage()).toMatchObject({ name: '张三', trade: '' });
    await page.getByRole('button', { name: '撤销这次填写' }).click();
    await overlayOf(page, { state: 'watching' });
    expect(await inPage()).toEqual(before);
    expect(await page.locator('#person').isHidden()).toBe(true);
  });

  it('takes an option that never comes for one that the page does not have', async () => {
    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: { ...values, penaltyCategory: '行政拘留' },
      recordId: null,
    });
    expect(results).toMatchObject({ penaltyCategory: 'manual', penaltyContent: 'filled' });
  });
});

describe('a form of several steps', () => {
  const inPage = (): Promise<unknown> => page.evaluate('({ ...model })');

  beforeEach(() => open('steps.html'));

  it('is filled step by step as the clerk moves on, and captured whole', async () => {
    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: licence,
      recordId: null,
    });
    expect(results).toMatchObject({ subjectName: 'filled', decisionDate: 'later' });
    await page.getByText('还有 9 项在后面的步骤').waitFor();

    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('还有 6 项在后面的步骤').waitFor();
    expect(await inPage()).toMatchObject({ licenceCategory: '普通', decisionDate: '2026-01-05' });
    await page.getByRole('button', { name: '下一步' }).click();
    await eventually(inPage).toEqual({
      ...licence,
      subjectCategory: '法人及非法人组织',
      status: '有效',
    });
    await overlayOf(page, { state: 'filled', errors: '0' });
    expect(await page.getByText('项在后面的步骤').count()).toBe(0);

    await page.getByRole('button', { name: '提交', exact: true }).click();
    await eventually(() => server.received.length).toBe(1);
    await eventually(async () => (await heard(browser, 'page/submitted'))[0]?.values).toEqual(
      licence,
    );
  });

  it('is left as it was, step by step, when the fill is undone', async () => {
    const name = '示例市旧名商贸有限公司';
    await page.locator('#step input').first().fill(name);
    await toEngineOf(browser, page, 'engine/fill', { values: licence, recordId: null });
    await page.getByText('还有 9 项在后面的步骤').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('还有 6 项在后面的步骤').waitFor();

    await page.getByRole('button', { name: '撤销这次填写' }).click();
    await page.getByText('项在其他步骤，走到时撤销').waitFor();
    const halfway = (await inPage()) as Record<string, string>;
    expect(halfway).toMatchObject({ subjectName: licence.subjectName, decisionDate: '' });
    await page.getByRole('button', { name: '上一步' }).click();
    await expect.poll(() => page.getByText('走到时撤销').count(), { timeout: 10_000 }).toBe(0);
    const blank = Object.fromEntries(Object.keys(halfway).map((key) => [key, '']));
    expect(await inPage()).toEqual({ ...blank, subjectName: name });
  });

  it('judges a date against one of an earlier step', async () => {
    await toEngineOf(browser, page, 'engine/fill', { values: licence, recordId: null });
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('还有 6 项在后面的步骤').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await eventually(inPage).toMatchObject({ status: '有效' });
    await overlayOf(page, { state: 'filled' });
    await page.getByRole('button', { name: '知道了' }).click();
    const until = page.locator('#step input').first();
    await until.fill('2020-01-01');
    await until.press('Tab');
    await page.locator('[data-mark=validUntil].error').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await overlayOf(page, { state: 'held' });
    expect(server.received).toEqual([]);
  });

  it('is filled no further once the clerk says so', async () => {
    await toEngineOf(browser, page, 'engine/fill', { values: licence, recordId: null });
    await page.getByRole('button', { name: '不再填' }).click();
    expect(await page.getByText('项在后面的步骤').count()).toBe(0);
    await page.getByRole('button', { name: '下一步' }).click();
    await overlayOf(page, { 'fields-recognised': '3' });
    expect(await inPage()).not.toHaveProperty('decisionDate');
  });
});

describe('a form of which the first step is about the subject alone', () => {
  const next = (): Promise<void> => page.getByRole('button', { name: '下一步' }).click();
  const stepOf = (fields: string): Promise<void> =>
    overlayOf(page, { state: 'filled', 'fields-recognised': fields, 'fields-total': fields });

  beforeEach(() => open('widgets/element-steps.html'));

  it.each([
    ['legalPerson', '11'],
    ['naturalPerson', '4'],
  ] as const)('is filled with the record of a %s, step by step', async (subject, ofSubject) => {
    const values = fullRecord('penalty', subject);
    await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
    await stepOf(ofSubject);
    await next();
    await page.getByText('还有 8 项在后面的步骤').waitFor();
    await stepOf('9');
    await next();
    await expect.poll(() => page.getByText('项在后面的步骤').count(), { timeout: 10_000 }).toBe(0);
    await stepOf('8');
    await page.getByRole('button', { name: '提交' }).click();
    await eventually(() => server.received.length).toBe(1);
    expect(posted(server.received[0] ?? {})).toEqual(modelOf('penalty', values));
  });

  it('is held for what is wrong in a step that is not shown', async () => {
    const values = {
      ...fullRecord('penalty', 'legalPerson'),
      unifiedSocialCreditCode: '91350100M000100Y44',
    };
    await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
    await next();
    await page.getByText('还有 8 项在后面的步骤').waitFor();
    await next();
    await stepOf('8');
    await page.getByRole('button', { name: '提交' }).click();
    await overlayOf(page, { state: 'held' });
    await page.getByRole('button', { name: /在其他步骤.*校验码不符/ }).waitFor();
    expect(server.received).toEqual([]);
  });
});
