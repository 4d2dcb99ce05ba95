/** What most browser tests begin with: the extension in a browser, and the pages that it is tried on. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { type PageServer, servePages } from './pages.ts';

/** A browser with the extension, and a server of the pages. */
export interface OnPages {
  readonly browser: ExtensionBrowser;
  readonly server: PageServer;
}

/** Starts both. */
export async function startOnPages(): Promise<OnPages> {
  const server = await servePages();
  const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
  return { server, browser: await launchWithExtension({ extensionDir }) };
}

/** Ends both. */
export async function endOnPages({ browser, server }: OnPages): Promise<void> {
  await browser.close();
  await server.close();
}

/** Shows a page of the test's own at `/made.html`; what it holds is asked for with every load. */
export function routeMadePage(page: Page, html: () => string): Promise<unknown> {
  return page.route('**/made.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html() }),
  );
}

/** What `paths.html` is filled in with by hand, by the names of its controls; nothing in it is wrong. */
export const rightOnPaths = {
  name: '示例市云溪商贸有限公司',
  code: '91350100M000100Y43',
  number: '云示罚〔2026〕5号',
  facts: '未索证索票',
  content: '警告',
  authority: '示例市市场监督管理局',
};

/** A licence without errors, with the least that a legal person's has. */
export const licence: RecordValues = {
  subjectName: '示例市云溪商贸有限公司',
  subjectCategory: 'legalPerson',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '张三',
  documentTitle: '关于准予食品经营许可的决定',
  documentNumber: '云示许〔2026〕5号',
  licenceCategory: '普通',
  licenceContent: '准予食品经营许可',
  decisionDate: '2026-01-05',
  validFrom: '2026-01-05',
  validUntil: '2031-01-04',
  authorityName: '示例市市场监督管理局',
  authorityCode: '11420200011012349Q',
  status: 'valid',
  sourceUnitName: '示例市市场监督管理局',
  sourceUnitCode: '11420200011012349Q',
};
