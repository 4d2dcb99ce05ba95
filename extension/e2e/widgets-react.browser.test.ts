/** Forms built with Ant Design on React, and with no library at all. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type ExtensionBrowser,
  launchWithExtension,
  withoutFocusEmulation,
} from './harness/browser.ts';
import { forgetLedger } from './harness/office.ts';
import { overlayOf, toEngineOf } from './harness/overlay.ts';
import { type PageServer, servePages } from './harness/pages.ts';
import { fullRecord, modelOf, posted } from './harness/platform.ts';
import { testWidgetPages } from './harness/widget-pages.ts';

testWidgetPages([
  { name: 'antd-3', kind: 'licence' },
  { name: 'antd-4', kind: 'licence' },
  { name: 'antd-5', kind: 'penalty' },
  { name: 'antd-6', kind: 'penalty' },
  { name: 'arco-react', kind: 'penalty' },
  { name: 'aria', kind: 'penalty' },
]);

describe('steps that are forms of their own', () => {
  let browser: ExtensionBrowser;
  let server: PageServer;

  beforeAll(async () => {
    server = await servePages();
    browser = await launchWithExtension({ extensionDir: process.env['BAOSONG_EXTENSION'] ?? '' });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(['legalPerson', 'naturalPerson'] as const)(
    'are filled one after the other with the record of a %s',
    async (subject) => {
      await forgetLedger(browser);
      server.received.length = 0;
      const page = await browser.context.newPage();
      onTestFinished(() => page.close());
      await withoutFocusEmulation(page);
      await page.goto(`${server.origin}/widgets/antd-steps.html`);
      await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
      const values = fullRecord('penalty', subject);
      const { results } = await toEngineOf(browser, page, 'engine/fill', {
        values,
        recordId: null,
      });
      expect(Object.values(results)).not.toContain('manual');
      expect(results).toMatchObject({ subjectName: 'filled', documentNumber: 'later' });

      await page.getByRole('button', { name: '下一步' }).click();
      await overlayOf(page, {
        state: 'filled',
        'fields-recognised': '17',
        errors: '0',
        warnings: '0',
      });
      await page.getByRole('button', { name: /^提\s?交$/ }).click();
      await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(1);
      expect(posted(server.received[0] ?? {})).toEqual(modelOf('penalty', values));
    },
  );
});
