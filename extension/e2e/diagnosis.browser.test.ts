/** 复制诊断信息 in a real popup, on forms that are filled: what support gets, and that no value is in it. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ExtensionBrowser } from './harness/browser.ts';
import { popupOf } from './harness/office.ts';
import { overlayOf, toEngineOf } from './harness/overlay.ts';
import { endOnPages, startOnPages } from './harness/on-pages.ts';
import type { PageServer } from './harness/pages.ts';

const values: RecordValues = {
  subjectName: '甲乙丙丁商行',
  subjectCategory: 'naturalPerson',
  subjectDocumentType: 'residentId',
  subjectDocumentNumber: '11010519491231002X',
  documentNumber: '云示罚〔2026〕77号',
  violationType: '违反城市市容规定甲',
  violationFacts: '当事人11010519491231002X占道经营',
  penaltyBasis: '《示例条例》第七十七条',
  penaltyCategory: '警告',
  penaltyContent: '给予警告处分乙',
  decisionDate: '2026-01-06',
  authorityName: '示例市城管局丙',
  authorityCode: '11420200011012349Q',
};

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  ({ browser, server } = await startOnPages());
});

afterAll(() => endOnPages({ browser, server }));

/** Opens a page, lets a test work in it, and returns what the popup then copies. */
async function diagnosisOf(path: string, work?: (page: Page) => Promise<void>): Promise<string> {
  const page = await browser.context.newPage();
  onTestFinished(() => page.close());
  await page.goto(`${server.origin}/${path}`);
  await work?.(page);
  const popup = await popupOf(browser, page);
  onTestFinished(() => popup.close());
  await popup.bringToFront();
  await popup.getByRole('button', { name: '复制诊断信息' }).click();
  await popup.getByText('已复制诊断信息').waitFor();

  // Pasted as support would, since a page may not simply read the clipboard.
  const paper = await browser.context.newPage();
  onTestFinished(() => paper.close());
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').focus();
  await paper.keyboard.press('Control+V');
  return paper.locator('textarea').inputValue();
}

it.each(['penalty-element.html', 'labels.html'])(
  'tells labels, widgets and decisions of %s, and no value',
  async (path) => {
    const report = await diagnosisOf(path, async (page) => {
      await overlayOf(page, { state: 'watching' });
      await toEngineOf(browser, page, 'engine/fill', { values, recordId: null });
      // Pages repeat what was typed: in titles, in headings, beside the control.
      await page.evaluate((name) => {
        const heading = document.createElement('h2');
        heading.textContent = `正在办理 ${name}`;
        const control = document.querySelector<HTMLElement>('form input, form textarea');
        control?.closest('form')?.prepend(heading);
        control?.setAttribute('title', name);
        control?.setAttribute('aria-label', `${name} 的名称`);
      }, values.subjectName ?? '');
    });

    expect(report).toMatch(/扩展 \d+\.\d+\.\d+；浏览器 .*Chrome\/\d+/);
    expect(report).toContain('认作行政处罚');
    expect(report).toMatch(/处罚决定书文号」.*认作 documentNumber（\d+\.\d 分）/);
    expect(report).toMatch(path.startsWith('penalty') ? /components choice/ : /general text/);
    expect(report).toContain('标准用语：');

    for (const [id, value] of Object.entries(values)) {
      if (id === 'subjectCategory' || id === 'subjectDocumentType') continue;
      // 警告 is a word of the standard, an option of this form.
      if (id !== 'penaltyCategory') expect(report, id).not.toContain(value);
    }
    expect(report).not.toMatch(/\d{17}[\dX]/);
  },
);

it('says why a form is not taken, and nothing of one that asks for a password', async () => {
  expect(await diagnosisOf('query.html')).toContain('未认作报送表单：有查询按钮');
  const login = await diagnosisOf('login.html');
  expect(login).toContain('含密码框的表单 1 个，未读取');
  expect(login).not.toContain('标签「');
});
