import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  type ExtensionBrowser,
  launchWithExtension,
  withoutFocusEmulation,
} from './harness/browser.ts';
import {
  heard,
  listen,
  overlayOf,
  removeExtension,
  toEngineOf,
  updateExtension,
} from './harness/overlay.ts';
import { forgetLedger } from './harness/office.ts';
import { endOnPages, licence, startOnPages } from './harness/on-pages.ts';
import type { PageServer } from './harness/pages.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

const penalty: RecordValues = {
  subjectName: '张三',
  subjectCategory: 'naturalPerson',
  subjectDocumentType: 'residentId',
  subjectDocumentNumber: '11010519491231002X',
  documentNumber: '云示罚〔2026〕5号',
  violationType: '违反城市市容管理规定',
  violationFacts: '占道经营\n经劝阻不改',
  penaltyBasis: '《示例市市容管理条例》第五条',
  penaltyCategory: '警告;罚款',
  penaltyContent: '警告，罚款2000元',
  fineAmount: '0.2',
  decisionDate: '2026-01-06',
  validUntil: '2027-01-06',
  authorityName: '示例市城市管理局',
  authorityCode: '11420200011012349Q',
  sourceUnitName: '示例市城市管理局',
  sourceUnitCode: '11420200011012349Q',
};

/** Expects what will be so once page and background have done their part, on a busy machine too. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

beforeEach(async () => {
  await forgetLedger(browser);
  server.received.length = 0;
  page = await browser.context.newPage();
  await withoutFocusEmulation(page);
  await listen(browser);
  onTestFinished(() => page.close());
});

async function openLicence(): Promise<void> {
  await page.goto(`${server.origin}/licence-table.html`);
  await overlayOf(page, { state: 'watching', 'record-kind': 'licence' });
  await page.bringToFront();
}

const submit = (): Promise<void> => page.getByRole('button', { name: '提 交' }).click();
const posted = (): Promise<void> => eventually(() => server.received.length).toBe(1);

describe('a table form with the standard’s codes', () => {
  beforeEach(openLicence);

  it('is recognised whole and marks a field only once it was left', async () => {
    await overlayOf(page, { 'fields-recognised': '28', 'fields-total': '28', errors: '0' });
    const code = page.locator('[name=XK_XDR_SHXYM]');
    await code.pressSequentially('91350100M000100Y4');
    await overlayOf(page, { errors: '0' });
    expect(await code.getAttribute('aria-invalid')).toBeNull();

    await code.press('Tab');
    await overlayOf(page, { errors: '1' });
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    const described = await code.getAttribute('aria-describedby');
    expect(await page.locator(`#${described ?? ''}`).textContent()).toContain('统一社会信用代码');
    await eventually(() =>
      page.locator('[data-mark=unifiedSocialCreditCode].error').isVisible(),
    ).toBe(true);

    await code.fill('91350100M000100Y43');
    await overlayOf(page, { errors: '0' });
    expect(await code.getAttribute('aria-invalid')).toBeNull();
    expect(await code.getAttribute('aria-describedby')).toBeNull();
    await page.locator('[data-mark=unifiedSocialCreditCode].ok').waitFor();
  });

  it('changes nothing in the page’s layout', async () => {
    const sizes = (): Promise<number[]> =>
      page.evaluate(() => [document.body.scrollHeight, document.documentElement.scrollWidth]);
    const before = await sizes();
    await submit();
    await overlayOf(page, { state: 'held' });
    expect(await sizes()).toEqual(before);
  });

  it('covers neither the field that is typed into nor a button with its bar', async () => {
    const covered = (): Promise<string[]> =>
      page.evaluate(() => {
        const bar = document
          .querySelector('baosong-overlay')
          ?.shadowRoot?.querySelector('[data-bar]')
          ?.getBoundingClientRect();
        if (bar === undefined) return ['no bar'];
        const focused = document.activeElement ?? document.body;
        return [focused, ...document.querySelectorAll('button')].flatMap((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isCovered =
            left < bar.right && bar.left < right && top < bar.bottom && bar.top < bottom;
          return isCovered ? [element.outerHTML] : [];
        });
      });
    // In so small a window every corner has a field at some time.
    await page.setViewportSize({ width: 900, height: 500 });
    const names = await page
      .locator('form [name]:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? ''));
    expect(names.length).toBeGreaterThan(20);
    for (const name of new Set(names)) {
      await page.locator(`form [name="${name}"]`).first().focus();
      await eventually(covered).toEqual([]);
    }
  });

  it('holds a faulty submission before the page’s own handlers, and leads to the field', async () => {
    await submit();
    await overlayOf(page, { state: 'held' });
    expect(await page.evaluate('window.submits')).toBe(0);

    const firstLine = page.locator('[data-panel] button.line').first();
    expect(await firstLine.textContent()).toContain('行政相对人名称');
    await firstLine.click();
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'XK_XDR_MC',
    );

    await page.locator('[name=XK_XDR_MC]').press('Enter');
    await overlayOf(page, { state: 'held' });
    expect(await page.evaluate('window.submits')).toBe(0);

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await overlayOf(page, { state: 'watching' });
    expect(server.received).toEqual([]);
    expect(await heard(browser, 'page/submitted')).toEqual([]);
  });

  it('lets drafts, resets and links pass', async () => {
    await page.getByRole('button', { name: '暂存' }).click();
    expect(await page.evaluate('window.drafts')).toBe(1);
    await page.locator('[name=XK_WSH]').fill('云示许〔2026〕5号');
    await page.getByRole('button', { name: '重置' }).click();
    expect(await page.locator('[name=XK_WSH]').inputValue()).toBe('');
    await page.getByRole('link', { name: '数据报送' }).click();
    await overlayOf(page, { state: 'watching' });
  });

  it('goes through with a reason and a second press, and tells both', async () => {
    await submit();
    const go = page.getByRole('button', { name: '仍要提交' });
    expect(await go.isDisabled()).toBe(true);
    await page.locator('[data-panel] textarea').fill('纸质材料待补，先行登记');
    await go.click();
    await overlayOf(page, { state: 'open' });
    expect(server.received).toEqual([]);

    await submit();
    await posted();
    await eventually(() => heard(browser, 'page/submitted')).toHaveLength(1);
    const [sent] = await heard(browser, 'page/submitted');
    expect(sent?.kind).toBe('licence');
    expect(sent?.overrides.length).toBeGreaterThan(0);
    expect(sent?.overrides[0]?.reason).toBe('纸质材料待补，先行登记');
  });

  it('is filled value for value in the page’s own words, and submitted', async () => {
    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: licence,
      recordId: '01900000-0000-7000-8000-000000000001',
    });
    expect(new Set(Object.values(results))).toEqual(new Set(['filled']));
    expect(Object.keys(results).sort()).toEqual(Object.keys(licence).sort());
    await overlayOf(page, { state: 'filled', errors: '0' });

    await submit();
    await posted();
    expect(server.received[0]).toMatchObject({
      XK_XDR_MC: '示例市云溪商贸有限公司',
      XK_XDR_LB: '法人及非法人组织',
      XK_XDR_SHXYM: '91350100M000100Y43',
      XK_WSH: '云示许〔2026〕5号',
      XK_XKLB: '普通',
      XK_JDRQ: '2026/01/05',
      XK_YXQZ: '2026/01/05',
      XK_YXQZI: '2031/01/04',
      XK_ZT: '1',
      XK_LYDWDM: '11420200011012349Q',
      XK_FR_ZJHM: '',
    });
    await eventually(() => heard(browser, 'page/submitted')).toEqual([
      {
        kind: 'licence',
        values: licence,
        overrides: [],
        filledRecordId: '01900000-0000-7000-8000-000000000001',
      },
    ]);
    await eventually(() => heard(browser, 'page/evidence')).toMatchObject([
      { outcome: 'success', evidence: 'message', text: '提交成功，受理编号 20260001' },
    ]);
  });
});

describe('an Element Plus form', () => {
  beforeEach(async () => {
    await page.goto(`${server.origin}/penalty-element.html`);
    await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
  });

  it('is filled so that its own model holds the record, fields that appear later too', async () => {
    // The clerk is elsewhere: this window has no focus.
    const elsewhere = await browser.context.newPage();
    onTestFinished(() => elsewhere.close());
    await elsewhere.bringToFront();
    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: penalty,
      recordId: null,
    });
    expect(results).toEqual(Object.fromEntries(Object.keys(penalty).map((id) => [id, 'filled'])));

    await page.bringToFront();
    await page.getByRole('button', { name: '上报' }).click();
    await posted();
    expect(server.received[0]).toEqual({
      name: '张三',
      category: '01',
      documentType: '01',
      documentNumber: '11010519491231002X',
      number: '云示罚〔2026〕5号',
      violation: '违反城市市容管理规定',
      facts: '占道经营\n经劝阻不改',
      basis: '《示例市市容管理条例》第五条',
      kinds: ['警告', '罚款'],
      content: '警告，罚款2000元',
      fine: 0.2,
      decided: '2026-01-06',
      until: '2027-01-06',
      authority: '示例市城市管理局',
      authorityCode: '11420200011012349Q',
      source: '示例市城市管理局',
      sourceCode: '11420200011012349Q',
      open: '1',
    });
    await eventually(async () => (await heard(browser, 'page/submitted'))[0]?.values).toEqual(
      penalty,
    );
    await eventually(() => heard(browser, 'page/evidence')).toMatchObject([
      { outcome: 'success', evidence: 'message', text: '提交成功' },
    ]);
  });

  it('gives back what stood there before when the fill is undone', async () => {
    await page.bringToFront();
    await page
      .locator('.el-form-item', { hasText: '违法行为类型' })
      .locator('input')
      .fill('原来的话');
    await toEngineOf(browser, page, 'engine/fill', {
      values: { violationType: '另一种', penaltyCategory: '罚款' },
      recordId: null,
    });
    await page.getByRole('button', { name: '撤销这次填写' }).click();
    await eventually(() => toEngineOf(browser, page, 'engine/read', {})).toEqual({
      kind: 'penalty',
      values: { violationType: '原来的话' },
    });
  });

  it('says what the page has no option or no field for', async () => {
    const { results } = await toEngineOf(browser, page, 'engine/fill', {
      values: { penaltyCategory: '行政拘留', publicityEndDate: '2027-01-01', remarks: '无' },
      recordId: null,
    });
    expect(results).toEqual({
      penaltyCategory: 'manual',
      publicityEndDate: 'manual',
      remarks: 'filled',
    });
  });
});

it('a form is recognised by its labels, wherever they stand, and filled in its own words', async () => {
  await page.goto(`${server.origin}/labels.html`);
  await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
  await overlayOf(page, { 'fields-recognised': '16', 'fields-total': '16' });
  const { results } = await toEngineOf(browser, page, 'engine/fill', {
    values: {
      subjectName: '示例市云溪商贸有限公司',
      unifiedSocialCreditCode: '91350100M000100Y43',
      documentNumber: '云示罚〔2026〕6号',
      violationType: '违反食品安全规定',
      violationFacts: '未索证索票',
      penaltyBasis: '《示例条例》第六条',
      penaltyContent: '警告，罚款2000元',
      penaltyCategory: '警告;罚款',
      decisionDate: '2026-01-06',
      fineAmount: '0.2',
      authorityName: '示例市市场监督管理局',
      legalRepresentative: '张三',
      legalRepresentativeDocumentType: 'residentId',
      legalRepresentativeDocumentNumber: '11010519491231002X',
      validUntil: '2027-01-06',
      remarks: '无',
    },
    recordId: null,
  });
  expect(Object.entries(results).filter(([, result]) => result !== 'filled')).toEqual([]);
  await page.getByRole('button', { name: '提交' }).click();
  await posted();
  expect(server.received[0]).toEqual({
    f1: '示例市云溪商贸有限公司',
    f2: '91350100M000100Y43',
    f3: '云示罚〔2026〕6号',
    f4: '违反食品安全规定',
    f5: '未索证索票',
    f6: '《示例条例》第六条',
    f7: '警告，罚款2000元',
    f8: 'a,b',
    f9: '2026年01月06日',
    f10: '2000',
    f11: '示例市市场监督管理局',
    f12: '张三',
    f13: '01',
    f14: '11010519491231002X',
    f15: '2027-01-06',
    f16: '无',
  });
});

describe('a form in a dialog', () => {
  beforeEach(async () => {
    await page.goto(`${server.origin}/penalty-dialog.html`);
    await page.bringToFront();
    await page.getByRole('button', { name: '新增' }).click();
    await overlayOf(page, {
      state: 'watching',
      'record-kind': 'penalty',
      'fields-recognised': '7',
    });
  });

  it('is held by its 确定, takes a reason although the dialog keeps the focus, and is let go', async () => {
    const send = page.getByRole('button', { name: '确 定' });
    await send.click();
    await overlayOf(page, { state: 'held' });
    expect(server.received).toEqual([]);

    const reason = page.locator('[data-panel] textarea');
    await reason.click();
    await page.keyboard.type('演练数据');
    expect(await reason.inputValue()).toBe('演练数据');
    await page.getByRole('button', { name: '仍要提交' }).click();
    await overlayOf(page, { state: 'open' });
    await send.click();
    await posted();
    await eventually(() => heard(browser, 'page/evidence')).toMatchObject([
      { outcome: 'success', text: '新增成功' },
    ]);
    await eventually(() => page.locator('baosong-overlay').count()).toBe(0);
  });

  it('drops a line of the held summary as soon as the field is put right', async () => {
    await page.getByRole('button', { name: '确 定' }).click();
    const line = page.locator('[data-panel] button.line', { hasText: '行政相对人名称' });
    await line.waitFor();
    await page.locator('.el-dialog input').first().fill('示例市云溪商贸有限公司');
    await line.waitFor({ state: 'detached' });
    await overlayOf(page, { state: 'held' });
  });
});

describe('other pages', () => {
  it.each(['login.html', 'query.html'])('%s shows nothing and is not held', async (path) => {
    await page.goto(`${server.origin}/${path}`);
    await eventually(() => heard(browser, 'page/status')).toContainEqual({
      kind: null,
      fieldsRecognised: 0,
      fieldsTotal: 0,
      errors: 0,
      warnings: 0,
      profile: null,
    });
    await page.locator('button[type=submit]').click();
    await posted();
    expect(await heard(browser, 'page/submitted')).toEqual([]);
  });

  it('a form in a nested frame is held inside that frame', async () => {
    await page.goto(`${server.origin}/frames.html`);
    const frame = page.frame('work');
    if (frame === null) throw new Error('The page has no such frame.');
    await overlayOf(frame, { state: 'watching', 'fields-recognised': '28' });
    await frame.getByRole('button', { name: '提 交' }).click();
    await overlayOf(frame, { state: 'held' });
    expect(await frame.evaluate('window.submits')).toBe(0);
    expect(await page.locator('body > baosong-overlay').count()).toBe(0);
  });
});

describe('a zero report', () => {
  const press = (kind: 'licence' | 'penalty'): Promise<void> =>
    page.locator(`button[data-kind=${kind}]`).click();

  it('goes through for the kind that has no records, and is told', async () => {
    await page.goto(`${server.origin}/zero-report.html`);
    await press('penalty');
    await posted();
    expect(server.received).toEqual([{ zero: 'penalty' }]);
    await eventually(() => heard(browser, 'page/zero-pressed')).toEqual([
      { kinds: ['penalty'], overrideReason: null },
    ]);
    await eventually(() => heard(browser, 'page/evidence')).toMatchObject([
      { outcome: 'success', text: expect.stringContaining('已零报送') as string },
    ]);
  });

  it('is held for the kind that has, with the list, until a reason is given', async () => {
    const today = shanghaiDate(new Date().toISOString());
    await openLicence();
    const values = {
      ...licence,
      documentNumber: '云示许〔2026〕77号',
      decisionDate: today,
      validFrom: today,
    };
    await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
    await submit();
    await posted();
    await eventually(() => heard(browser, 'page/evidence')).toHaveLength(1);
    server.received.length = 0;

    await page.goto(`${server.origin}/zero-report.html`);
    await press('licence');
    await overlayOf(page, { state: 'held' });
    const panel = page.locator('[data-panel]');
    expect(await panel.textContent()).toContain('云示许〔2026〕77号');
    expect(server.received).toEqual([]);

    await panel.locator('textarea').fill('该条已由上级报送');
    await panel.getByRole('button', { name: '仍要零报送' }).click();
    await overlayOf(page, { state: 'open' });
    await press('licence');
    await posted();
    await eventually(() => heard(browser, 'page/zero-pressed')).toEqual([
      { kinds: ['licence'], overrideReason: '该条已由上级报送' },
    ]);
  });
});

it('an extension that is gone costs the clerk nothing: the submission goes through, and the page says so', async () => {
  const own = await launchWithExtension({ extensionDir });
  onTestFinished(() => own.close());
  const form = await own.context.newPage();
  await form.goto(`${server.origin}/labels.html`);
  await overlayOf(form, { state: 'watching' });
  await form.evaluate(() => {
    document.forms[0]?.addEventListener('submit', (event) => event.preventDefault());
  });
  await removeExtension(own);
  await form.getByRole('button', { name: '提交' }).click();
  await overlayOf(form, { state: 'stale' });
  expect(await form.locator('baosong-overlay').textContent()).toBe('');
  await form.getByText('扩展已更新，请刷新页面').waitFor();
  expect(await form.locator('baosong-overlay').count()).toBe(1);
});

it('a page that was open during an update is taken over by the new version, once', async () => {
  const own = await launchWithExtension({ extensionDir });
  onTestFinished(() => own.close());
  const form = await own.context.newPage();
  await form.goto(`${server.origin}/licence-table.html`);
  await overlayOf(form, { state: 'watching' });
  await form.evaluate(() => {
    document.querySelector('baosong-overlay')?.setAttribute('data-old', '');
  });
  await updateExtension(own);
  await eventually(() => form.locator('baosong-overlay[data-old]').count()).toBe(0);
  await overlayOf(form, { state: 'watching' });
  await form.getByRole('button', { name: '提 交' }).click();
  await overlayOf(form, { state: 'held' });
  expect(await form.locator('baosong-overlay').count()).toBe(1);
  expect(await form.evaluate('window.submits')).toBe(0);
});
