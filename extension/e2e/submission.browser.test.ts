/** What holds a submission, whatever way the page sends it; what is told of it; what the page answers. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, withoutFocusEmulation } from './harness/browser.ts';
import { heard, listen, overlayOf, refuse, toEngineOf } from './harness/overlay.ts';
import { forgetLedger } from './harness/office.ts';
import { endOnPages, rightOnPaths as right, startOnPages } from './harness/on-pages.ts';
import type { PageServer } from './harness/pages.ts';

const { resolve } = createRequire(import.meta.url);

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

const values = {
  subjectName: right.name,
  subjectCategory: 'legalPerson',
  unifiedSocialCreditCode: right.code,
  documentNumber: right.number,
  violationFacts: right.facts,
  penaltyContent: right.content,
  authorityName: right.authority,
};

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
  await page.route('**/lib/layui/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/lib/', '');
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    await route.fulfill({ contentType: type, body: await readFile(resolve(path)) });
  });
  await listen(browser);
  onTestFinished(() => page.close());
});

async function fillIn(
  frame: Pick<Page, 'locator'>,
  written: Record<string, string>,
): Promise<void> {
  for (const [name, value] of Object.entries(written))
    await frame.locator(`[name=${name}]`).fill(value);
}

/** Enters a value and presses the button in one turn, so that nobody can have answered in between. */
function enter(name: string, value: string, ...then: readonly string[]): Promise<void> {
  return page.evaluate(
    (now) => {
      const field = document.querySelector<HTMLInputElement>(`[name=${now.name}]`);
      const button = document.querySelector('#ajax');
      if (field === null || button === null) throw new Error('The page has another form.');
      field.value = now.value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (const type of now.then) button.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    },
    { name, value, then },
  );
}

const done = (): Promise<unknown> => page.evaluate('window.done');
const told = () => heard(browser, 'page/submitted');
const evidence = () => heard(browser, 'page/evidence');

describe('a page that sends its form in many ways', () => {
  beforeEach(async () => {
    await page.goto(`${server.origin}/paths.html`);
    await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
    await page.bringToFront();
  });

  it.each(['button', 'input', 'inline', 'link', 'role', 'ajax', 'drawn', 'down'])(
    'is held at its #%s while something is wrong',
    async (id) => {
      await fillIn(page, { ...right, code: '91350100M000100Y44' });
      await page.locator(`#${id}`).click();
      await overlayOf(page, { state: 'held' });
      expect(await done()).toEqual([]);
      expect(server.received).toEqual([]);
      expect(await told()).toEqual([]);
    },
  );

  it('is held at Enter in a field, and at a submission that a script asks for', async () => {
    await fillIn(page, { ...right, code: '91350100M000100Y44' });
    await page.locator('[name=name]').press('Enter');
    await overlayOf(page, { state: 'held' });
    await page.keyboard.press('Escape');
    await overlayOf(page, { state: 'watching' });
    await page.evaluate(() => document.forms[0]?.requestSubmit());
    await overlayOf(page, { state: 'held' });
    expect(await done()).toEqual([]);
  });

  it('holds or sends what is pressed before it is known what is wrong; the clerk presses once', async () => {
    await fillIn(page, right);
    await overlayOf(page, { state: 'watching', errors: '0' });
    await enter('code', '91350100M000100Y44', 'click');
    await overlayOf(page, { state: 'held' });
    expect(await done()).toEqual([]);

    await fillIn(page, { code: right.code });
    await enter('number', '云示罚〔2026〕6号', 'click');
    await eventually(done).toEqual(['ajax']);
    const documentNumber = '云示罚〔2026〕6号';
    await eventually(told).toMatchObject([
      { values: { ...values, documentNumber }, overrides: [] },
    ]);
    await eventually(evidence).toHaveLength(1);
    expect(await done()).toEqual(['ajax']);
  });

  it('goes on where the background cannot say what is wrong, and says so', async () => {
    onTestFinished(await refuse(browser, 'page/check'));
    await fillIn(page, { ...right, code: '91350100M000100Y44' });
    await page.getByText('未能核验').waitFor();
    expect(await page.locator('[data-mark]').count()).toBe(0);
    await page.locator('#ajax').click();
    expect(await done()).toEqual(['ajax']);
    await eventually(told).toMatchObject([{ overrides: [{ code: 'UNCHECKED' }] }]);
  });

  it('forgets a press that came too early once the clerk does something else', async () => {
    await fillIn(page, { ...right, code: '' });
    await enter('code', right.code, 'click', 'pointerdown');
    await page.locator('[name=code]').focus();
    await page.locator('[name=name]').focus();
    // The answer has come by the time that the mark of the field is there.
    await page.locator('[data-mark=unifiedSocialCreditCode].ok').waitFor();
    expect(await done()).toEqual([]);
    await page.locator('#ajax').click();
    await eventually(done).toEqual(['ajax']);
  });

  it.each(['查询', '暂存', '取消', '上一步', '下一步', '重置', '提交记录查询'])(
    'is never held at %s',
    async (name) => {
      await fillIn(page, { code: '91350100M000100Y44' });
      await page.getByRole('button', { name, exact: true }).click();
      expect(await done()).toEqual([name]);
      await overlayOf(page, { state: 'watching' });
      expect(await told()).toEqual([]);
    },
  );

  it('is not told twice what it says itself, and is held all the same', async () => {
    await fillIn(page, { ...right, name: '' });
    await page.locator('#ajax').click();
    await overlayOf(page, { state: 'held', errors: '1' });
    await page.locator('[data-mark=subjectName].error').waitFor();
    await page.evaluate(() => {
      const said = document.createElement('label');
      said.className = 'error';
      said.textContent = '请填写名称';
      document.querySelector('[name=name]')?.after(said);
    });
    await page.locator('[data-mark=subjectName]').waitFor({ state: 'detached' });
    await overlayOf(page, { state: 'held', errors: '1' });
    await page.locator('#ajax').click();
    expect(await done()).toEqual([]);
  });

  it('holds what is pressed before it is known what has just appeared', async () => {
    await fillIn(page, { ...right, code: '91350100M000100Y44' });
    await page.evaluate(async () => {
      const form = document.forms[0];
      if (form === undefined) throw new Error('The page has another form.');
      const another = form.cloneNode(true) as HTMLFormElement;
      // What the new form is has to be asked anew.
      form.remove();
      document.title = '行政处罚信息登记';
      document.body.prepend(another);
      await new Promise(requestAnimationFrame);
      another.querySelector<HTMLElement>('#inline')?.click();
    });
    await overlayOf(page, { state: 'held' });
    expect(await done()).toEqual([]);
  });

  it('takes no word of what was sent for its answer', async () => {
    await fillIn(page, { ...right, facts: '拒绝检查，提供错误资料' });
    await page.evaluate(() => {
      document.querySelector('#inline')?.addEventListener('click', () => {
        const said = document.querySelector('#said');
        if (said !== null) said.textContent = '违法事实：拒绝检查，提供错误资料';
        requestAnimationFrame(() => said?.insertAdjacentHTML('beforeend', '<p>保存成功</p>'));
      });
    });
    await page.locator('#inline').click();
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'message', text: '保存成功' },
    ]);
  });

  it('is told when it stays and says so', async () => {
    await fillIn(page, right);
    await page.locator('#ajax').click();
    await eventually(told).toMatchObject([{ values, overrides: [] }]);
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'message', text: '提交成功' },
    ]);
  });

  it('is told when it stays and says that it failed, and may be sent again', async () => {
    await page.evaluate(() => (document.body.dataset['fails'] = 'yes'));
    await fillIn(page, right);
    await page.locator('#ajax').click();
    await eventually(evidence).toEqual([
      { outcome: 'failure', evidence: 'message', text: '提交失败：文号重复' },
    ]);
    await page.evaluate(() => {
      document.body.removeAttribute('data-fails');
      const said = document.querySelector('#said');
      if (said !== null) said.textContent = '';
    });
    await page.locator('#ajax').click();
    await eventually(evidence).toHaveLength(2);
    expect((await evidence())[1]).toMatchObject({ outcome: 'success' });
  });

  it('is not taken for submitted when the clerk says no to its question, and is when it is yes', async () => {
    await fillIn(page, right);
    await page.locator('#asking').click();
    await eventually(told).toHaveLength(1);
    await page.getByRole('button', { name: '取 消' }).click();
    await eventually(evidence).toEqual([
      { outcome: 'failure', evidence: 'message', text: '在网页的确认框里取消了提交' },
    ]);
    await page.locator('#asking').click();
    await eventually(told).toHaveLength(2);
    await page.getByRole('button', { name: '确 定' }).click();
    await eventually(evidence).toHaveLength(2);
    expect((await evidence())[1]).toMatchObject({ outcome: 'success', text: '提交成功' });
    expect(await done()).toEqual(['asking']);
    expect(await told()).toHaveLength(2);
  });

  it('is told when it empties its form without a word', async () => {
    await fillIn(page, right);
    await page.locator('#clearing').click();
    await eventually(told).toHaveLength(1);
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'navigation', text: '表单已清空' },
    ]);
  });

  it('keeps what is filled while it owes the answer to what an earlier document sent', async () => {
    const again = await readFile(new URL('pages/paths.html', import.meta.url), 'utf8');
    await page.route('**/sent', (route) =>
      route.fulfill({ contentType: 'text/html', body: again }),
    );
    await fillIn(page, right);
    await page.locator('#button').click();
    await page.waitForURL('**/sent');
    await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
    const filled = { values: { ...values, documentNumber: '云示罚〔2026〕7号' }, recordId: 'next' };
    await toEngineOf(browser, page, 'engine/fill', filled, page.mainFrame());
    await eventually(evidence).toMatchObject([{ outcome: 'success', evidence: 'navigation' }]);

    await page.locator('#ajax').click();
    await eventually(told).toHaveLength(2);
    expect((await told())[1]).toMatchObject({ values: filled.values, filledRecordId: 'next' });
  });

  it('is no evidence when the clerk empties the form', async () => {
    await fillIn(page, right);
    await page.route('**/sent.json', () => undefined);
    await page.locator('#ajax').click();
    await eventually(told).toHaveLength(1);
    await page.getByRole('button', { name: '重置' }).click();
    await page.evaluate(() => document.forms[0]?.reset());
    // Longer than an emptied form has to stay empty to count.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    expect(await evidence()).toEqual([]);
  });

  it('is recognised after the fact when a script of its own sends the form', async () => {
    await fillIn(page, { ...right, code: '91350100M000100Y44' });
    await page.evaluate(() => {
      setTimeout(() => document.forms[0]?.submit());
    });
    await eventually(() => server.received.length).toBe(1);
    await eventually(told).toMatchObject([
      {
        values: { ...values, unifiedSocialCreditCode: '91350100M000100Y44' },
        overrides: [{ code: 'UNCHECKED', reason: '网页自行提交，未能事先检查' }],
      },
    ]);
    await page.getByText('网页自行提交了，这次没有经过检查').waitFor();
    await eventually(evidence).toMatchObject([{ outcome: 'success' }]);
  });

  it('is recognised after the fact when it answers Enter with a request', async () => {
    await page.evaluate(() => (document.body.dataset['enter'] = 'yes'));
    await fillIn(page, { ...right, code: '91350100M000100Y44' });
    await page.locator('[name=content]').press('Enter');
    await overlayOf(page, { state: 'unchecked' });
    await eventually(told).toMatchObject([{ overrides: [{ code: 'UNCHECKED' }] }]);
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'message', text: '保存成功' },
    ]);
    const shot = process.env['BAOSONG_SCREENSHOTS'];
    if (shot !== undefined) await page.screenshot({ path: `${shot}/unchecked.png` });
  });

  it('is not suspected when its form data is only read', async () => {
    await fillIn(page, right);
    await page.evaluate(() => new FormData(document.forms[0]));
    await page.locator('#ajax').click();
    await eventually(told).toMatchObject([{ overrides: [] }]);
    expect(await told()).toHaveLength(1);
  });
});

describe('a form in the frame of a dialog whose buttons stand around it', () => {
  const frame = () => page.frameLocator('.layui-layer iframe');

  async function open(hash = ''): Promise<void> {
    await page.goto(`${server.origin}/layer.html${hash}`);
    await page.bringToFront();
    await page.locator('#add').click();
    await frame().locator('baosong-overlay[data-state=watching]').waitFor({ state: 'attached' });
  }
  const confirm = () => page.locator('.layui-layer-btn0').click();

  it('is held at 确定, led back to its field, and let go when it is right', async () => {
    await open();
    await fillIn(frame(), { ...right, code: '91350100M000100Y44' });
    await confirm();
    await overlayOf(page, { state: 'held' });
    expect(await page.evaluate('window.pressed')).toEqual([]);
    const shot = process.env['BAOSONG_SCREENSHOTS'];
    if (shot !== undefined) await page.screenshot({ path: `${shot}/layer.png` });

    await page.locator('[data-panel] button.line').first().click();
    await frame().locator('[name=code]:focus').waitFor();
    await frame().locator('[name=code]').fill(right.code);
    await eventually(() => page.locator('baosong-overlay').count()).toBe(0);

    await confirm();
    await eventually(() => server.received).toEqual([right]);
    await eventually(told).toMatchObject([{ kind: 'penalty', values, overrides: [] }]);
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'message', text: '新增成功' },
    ]);
  });

  it('goes through with a reason', async () => {
    await open();
    await fillIn(frame(), { ...right, code: '91350100M000100Y44' });
    await confirm();
    await overlayOf(page, { state: 'held' });
    await page.locator('[data-panel] textarea').fill('与营业执照一致');
    await page.getByRole('button', { name: '仍要提交' }).click();
    await overlayOf(page, { state: 'open' });
    await confirm();
    await eventually(told).toMatchObject([{ overrides: [{ reason: '与营业执照一致' }] }]);
  });

  it('is known to be taken when its dialog closes and the list shows it', async () => {
    await open('#silent');
    await fillIn(frame(), right);
    await confirm();
    await eventually(told).toMatchObject([{ values }]);
    await eventually(evidence).toEqual([
      { outcome: 'success', evidence: 'list', text: right.number },
    ]);
  });

  it('is not held at 取消, nor by a frame that has gone', async () => {
    await open();
    await fillIn(frame(), { code: '91350100M000100Y44' });
    await page.locator('.layui-layer-btn1').click();
    expect(await page.evaluate('window.pressed')).toEqual(['取消']);
    await eventually(() => page.locator('iframe').count()).toBe(0);
    expect(await told()).toEqual([]);

    await page.locator('#add').click();
    await frame().locator('baosong-overlay[data-state=watching]').waitFor({ state: 'attached' });
    await fillIn(frame(), right);
    await confirm();
    await eventually(told).toMatchObject([{ values, overrides: [] }]);
  });
});

describe('a form in a frame beside that of its buttons', () => {
  const frame = (name: string) => page.frameLocator(`frame[name=${name}]`);
  const work = () => frame('work');
  const pressed = () => frame('bar').locator('body').evaluate('window.pressed');

  beforeEach(async () => {
    await page.goto(`${server.origin}/beside.html`);
    await page.bringToFront();
    await work().locator('baosong-overlay[data-state=watching]').waitFor({ state: 'attached' });
  });

  it('is held at a picture that says 提交, shows it beside its fields, and goes through with a reason', async () => {
    await fillIn(work(), { ...right, code: '91350100M000100Y44' });
    await frame('bar').locator('#send').click();
    await work().locator('baosong-overlay[data-state=held]').waitFor({ state: 'attached' });
    expect(await pressed()).toEqual([]);

    await work().locator('[data-panel] textarea').fill('与营业执照一致');
    await work().getByRole('button', { name: '仍要提交' }).click();
    await work().locator('baosong-overlay[data-state=open]').waitFor({ state: 'attached' });
    await frame('bar').locator('#send').click();
    await eventually(() => server.received).toHaveLength(1);
    await eventually(told).toMatchObject([{ overrides: [{ reason: '与营业执照一致' }] }]);
  });

  it('goes through when it is right', async () => {
    await fillIn(work(), right);
    await frame('bar').locator('#send').click();
    await eventually(() => server.received).toEqual([right]);
    await eventually(told).toMatchObject([{ kind: 'penalty', values, overrides: [] }]);
    await eventually(evidence).toMatchObject([{ outcome: 'success' }]);
  });

  it('is not held at other buttons, nor by a menu that leads elsewhere', async () => {
    await fillIn(work(), { code: '91350100M000100Y44' });
    await frame('bar').getByText('返回').click();
    expect(await pressed()).toEqual(['返回']);
    await frame('menu').getByText('提交数据').click();
    await work().getByText('查询').first().waitFor();
    expect(await told()).toEqual([]);
  });
});
