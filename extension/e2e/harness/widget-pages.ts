/** Tests that every page of a widget library has to pass; a page is an entry in a list, not a copy. */
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, withoutFocusEmulation } from './browser.ts';
import { overlayOf, toEngineOf } from './overlay.ts';
import { forgetLedger } from './office.ts';
import { type PageServer, servePages } from './pages.ts';
import { fullRecord, modelOf, posted } from './platform.ts';

/** A page in `e2e/pages/widgets/` that posts what its own model holds. */
export interface WidgetPage {
  /** File name without `.html`. */
  readonly name: string;
  readonly kind: DoublePublicityKind;
  /** Page of the frame that holds the form, where it is not the top one. */
  readonly frame?: string;
  /** What the clerk does until the form shows. */
  readonly open?: (page: Page) => Promise<void>;
}

/** The shown form is recognised whole: every control that it has is a field of the standard. */
async function recognisedWhole(form: Frame, kind: DoublePublicityKind): Promise<void> {
  await form.waitForFunction(
    (kind) => {
      const data = document.querySelector<HTMLElement>('baosong-overlay')?.dataset;
      return (
        data?.['recordKind'] === kind &&
        Number(data['fieldsTotal']) > 12 &&
        data['fieldsRecognised'] === data['fieldsTotal']
      );
    },
    kind,
    { timeout: 10_000 },
  );
}

/** Keeps a picture of the filled page where `BAOSONG_PICTURES` names a folder, to be looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BAOSONG_PICTURES'];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What libraries open beside a field: calendars and lists. */
const popups =
  '.el-popper,.el-picker-panel,.el-select-dropdown,.ant-select-dropdown,.ant-picker-dropdown,.ivu-select-dropdown,' +
  '.arco-trigger-popup,.t-popup,.n-date-panel,.n-base-select-menu,.layui-laydate,.datetimepicker,.select2-dropdown,' +
  '.combo-p,.WdateDiv';

/** Presses the button; a list with fixed columns has it once more in each copy of itself. */
const submit = (form: Frame): Promise<void> =>
  form
    .getByText(/^\s*(提\s*交|上\s*报)\s*$/)
    .locator('visible=true')
    .click();

/** The frame that shows a page, once it is there. */
async function frameOf(page: Page, name: string): Promise<Frame> {
  const find = (): Frame | undefined =>
    page.frames().find((frame) => frame.url().endsWith(`/widgets/${name}.html`));
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return find() ?? page.mainFrame();
}

/** Declares the tests of these pages, all in one browser. */
export function testWidgetPages(pages: readonly WidgetPage[]): void {
  let browser: ExtensionBrowser;
  let server: PageServer;
  let page: Page;

  beforeAll(async () => {
    server = await servePages();
    browser = await launchWithExtension({ extensionDir: process.env['BAOSONG_EXTENSION'] ?? '' });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe.each(pages)('$name', ({ name, kind, frame = name, open }) => {
    let form: Frame;
    const fill = (values: RecordValues): ReturnType<typeof toEngineOf<'engine/fill'>> =>
      toEngineOf(browser, page, 'engine/fill', { values, recordId: null }, form);

    beforeEach(async () => {
      await forgetLedger(browser);
      server.received.length = 0;
      page = await browser.context.newPage();
      onTestFinished(() => page.close());
      await withoutFocusEmulation(page);
      await page.goto(`${server.origin}/widgets/${name}.html`);
      await open?.(page);
      form = await frameOf(page, frame);
      await recognisedWhole(form, kind);
    });

    it.each(['legalPerson', 'naturalPerson'] as const)(
      'is filled with the record of a %s so that its own model holds it',
      async (subject) => {
        const values = fullRecord(kind, subject);
        const { results, findings } = await fill(values);
        expect(results).toEqual(
          Object.fromEntries(Object.keys(values).map((id) => [id, 'filled'])),
        );
        expect(findings).toEqual([]);
        await overlayOf(form, { state: 'filled', errors: '0', warnings: '0' });
        await recognisedWhole(form, kind);
        await picture(page, `${name}-${subject}`);

        await submit(form);
        await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(1);
        expect(posted(server.received[0] ?? {})).toEqual(modelOf(kind, values));
        await expect.poll(() => form.locator(popups).filter({ visible: true }).count()).toBe(0);
      },
    );

    it('holds a record with a wrong check digit', async () => {
      const values = fullRecord(kind, 'legalPerson');
      const { results } = await fill({
        ...values,
        unifiedSocialCreditCode: '91350100M000100Y44',
      });
      expect(results.unifiedSocialCreditCode).toBe('filled');
      await submit(form);
      await overlayOf(form, { state: 'held' });
      expect(server.received).toEqual([]);
    });
  });
}
