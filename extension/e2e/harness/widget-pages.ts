/** Tests that every page of a widget library has to pass; a page is an entry in a list, not a copy. */
import type { RecordKind, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, withoutFocusEmulation } from './browser.ts';
import { overlayOf, toEngineOf } from './overlay.ts';
import { type PageServer, servePages } from './pages.ts';
import { fullRecord, modelOf, posted } from './platform.ts';

/** A page in `e2e/pages/widgets/` that posts what its own model holds. */
export interface WidgetPage {
  /** File name without `.html`. */
  readonly name: string;
  readonly kind: RecordKind;
}

/** The shown form is recognised whole: every control that it has is a field of the standard. */
async function recognisedWhole(page: Page, kind: RecordKind): Promise<void> {
  await page.waitForFunction(
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

const submit = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^\s*(提\s*交|上\s*报)\s*$/ }).click();

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

  describe.each(pages)('$name', ({ name, kind }) => {
    const fill = (values: RecordValues): ReturnType<typeof toEngineOf<'engine/fill'>> =>
      toEngineOf(browser, page, 'engine/fill', { values, recordId: null });

    beforeEach(async () => {
      server.received.length = 0;
      page = await browser.context.newPage();
      onTestFinished(() => page.close());
      await withoutFocusEmulation(page);
      await page.goto(`${server.origin}/widgets/${name}.html`);
      await recognisedWhole(page, kind);
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
        await overlayOf(page, { state: 'filled', errors: '0', warnings: '0' });
        await recognisedWhole(page, kind);
        await picture(page, `${name}-${subject}`);

        await submit(page);
        await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(1);
        expect(posted(server.received[0] ?? {})).toEqual(modelOf(kind, values));
      },
    );

    it('holds a record with a wrong check digit', async () => {
      const values = fullRecord(kind, 'legalPerson');
      const { results } = await fill({
        ...values,
        unifiedSocialCreditCode: '91350100M000100Y44',
      });
      expect(results.unifiedSocialCreditCode).toBe('filled');
      await submit(page);
      await overlayOf(page, { state: 'held' });
      expect(server.received).toEqual([]);
    });
  });
}
