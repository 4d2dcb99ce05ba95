/**
 * What every page of a widget library is tried with: recognised whole without configuration, filled with
 * full records of a legal and of a natural person so that the page's own model holds them, held when a
 * check digit is wrong. A page posts its model as JSON or as a form, by the field ids of the standard.
 */
import {
  type FieldId,
  type RecordKind,
  type RecordValues,
  fieldOf,
  standards,
} from '@baosong/shared/standards/index.ts';
import { renderDate } from '@baosong/shared/standards/written.ts';
import {
  registrationNumberFor,
  residentIdFor,
  validLicence,
  validNaturalPersonLicence,
  validNaturalPersonPenalty,
  validPenalty,
} from '@baosong/shared/testing/records.ts';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, withoutFocusEmulation } from './browser.ts';
import { listen, overlayOf, toEngineOf } from './overlay.ts';
import { type PageServer, servePages } from './pages.ts';

/** One page and what is particular about it. */
export interface WidgetPage {
  /** File in `e2e/pages/`. */
  readonly path: string;
  readonly kind: RecordKind;
  /** Path of the document that holds the form, where it is not the top one. */
  readonly frame?: string;
  /** What the clerk does until the form shows. */
  readonly open?: (page: Page) => Promise<void>;
  /** Words on what submits. */
  readonly submit: string;
  /** What the model holds for a choice, by canonical value; the words of the standard where nothing is said. */
  readonly codes?: Partial<Record<FieldId, Readonly<Record<string, unknown>>>>;
  /** How the model writes a date; `YYYY-MM-DD` where nothing is said. */
  readonly date?: (date: string) => unknown;
  /** How the model writes an amount; as in the record where nothing is said. */
  readonly amount?: (amount: string) => unknown;
  /** How the model holds several choices; an array where nothing is said. */
  readonly many?: (choices: readonly string[]) => unknown;
}

/** The codes that the pages here share, where their model holds codes and not words. */
export const platformCodes: NonNullable<WidgetPage['codes']> = {
  subjectCategory: { legalPerson: '02', individualBusiness: '04', naturalPerson: '01' },
  legalRepresentativeDocumentType: { residentId: '01', passport: '02' },
  subjectDocumentType: { residentId: '01', passport: '02' },
  licenceCategory: { 普通: '01', 核准: '04' },
  status: { valid: '1', invalid: '0' },
};

const legalPerson: RecordValues = {
  registrationNumber: registrationNumberFor(7),
  taxRegistrationNumber: '420200000012345',
  legalRepresentativeDocumentType: 'residentId',
  legalRepresentativeDocumentNumber: residentIdFor(7),
  remarks: '无',
};

/** Full records, by kind and subject. */
export const records: Readonly<Record<RecordKind, Readonly<Record<string, RecordValues>>>> = {
  licence: {
    'a legal person': validLicence(legalPerson),
    'a natural person': validNaturalPersonLicence({ remarks: '无', status: 'invalid' }),
  },
  penalty: {
    'a legal person': validPenalty({
      ...legalPerson,
      penaltyCategory: '罚款;没收违法所得;吊销许可证件',
      penaltyContent: '罚款2000元，没收违法所得1500元，吊销许可证件。',
      confiscatedAmount: '0.15',
      revokedCertificate: '食品经营许可证JY14202000000001',
    }),
    'a natural person': validNaturalPersonPenalty({ remarks: '无' }),
  },
};

/** What a page's model should hold after a record was filled in. */
export function modelOf(page: WidgetPage, values: RecordValues): Record<string, unknown> {
  const held = (id: FieldId, value: string): unknown => {
    const field = fieldOf(page.kind, id);
    const wordsOf = (choice: string): string =>
      field?.choices?.find((one) => one.value === choice)?.label ?? choice;
    switch (field?.type) {
      case 'date':
        return (page.date ?? ((date) => renderDate(date, 'YYYY-MM-DD')))(value);
      case 'amount':
        return (page.amount ?? ((amount) => amount))(value);
      case 'choice':
        return page.codes?.[id]?.[value] ?? wordsOf(value);
      case 'choices': {
        const choices = value.split(';').map(wordsOf);
        return (page.many ?? ((many) => many))(choices);
      }
      default:
        return value;
    }
  };
  return Object.fromEntries(
    (Object.entries(values) as [FieldId, string][])
      .filter(([, value]) => value !== '')
      .map(([id, value]) => [id, held(id, value)]),
  );
}

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);

/** What was posted, blank entries left out. */
const written = (posted: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(posted ?? {}).filter(([, value]) => !isBlank(value)));

/** Expects what will be so once page and background have done their part, on a busy machine too. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

function frameOf(page: Page, { frame }: WidgetPage): Frame {
  const found =
    frame === undefined
      ? page.mainFrame()
      : page.frames().find((one) => new URL(one.url()).pathname === `/${frame}`);
  if (found === undefined) throw new Error(`The page has no frame that shows ${frame ?? ''}.`);
  return found;
}

/** Describes the tests of these pages, in one browser. */
export function describeWidgetPages(pages: readonly WidgetPage[]): void {
  const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';
  let browser: ExtensionBrowser;
  let server: PageServer;
  let page: Page;

  beforeAll(async () => {
    server = await servePages();
    browser = await launchWithExtension({ extensionDir });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe.each(pages)('$path', (of) => {
    let form: Frame;
    const submit = (): Promise<void> => form.getByText(of.submit, { exact: true }).click();

    beforeEach(async () => {
      server.received.length = 0;
      page = await browser.context.newPage();
      onTestFinished(() => page.close());
      await withoutFocusEmulation(page);
      await listen(browser);
      await page.goto(`${server.origin}/${of.path}`);
      await of.open?.(page);
      await eventually(() => frameOf(page, of)).toBeDefined();
      form = frameOf(page, of);
      await overlayOf(form, { state: 'watching', 'record-kind': of.kind });
    });

    it('is recognised whole', async () => {
      const total = String(standards[of.kind].fields.length);
      await overlayOf(form, { 'fields-recognised': total, 'fields-total': total });
    });

    it.each(Object.entries(records[of.kind]))(
      'holds the record of %s in its own model',
      async (_subject, values) => {
        // The clerk is elsewhere: this window has no focus.
        const elsewhere = await browser.context.newPage();
        onTestFinished(() => elsewhere.close());
        await elsewhere.bringToFront();
        const { results, findings } = await toEngineOf(
          browser,
          page,
          'engine/fill',
          { values, recordId: null },
          form,
        );
        expect(Object.entries(results).filter(([, result]) => result !== 'filled')).toEqual([]);
        expect(findings).toEqual([]);

        await page.bringToFront();
        const shot = process.env['BAOSONG_SCREENSHOTS'];
        if (shot !== undefined) {
          await page.screenshot({ path: `${shot}/${of.path}-${_subject}.png`, fullPage: true });
        }
        await submit();
        await eventually(() => server.received.length).toBe(1);
        expect(written(server.received[0])).toEqual(modelOf(of, values));
      },
    );

    it('is held over a wrong check digit', async () => {
      const values = Object.values(records[of.kind])[0] ?? {};
      const code = values.unifiedSocialCreditCode ?? '';
      const wrong = code.slice(0, -1) + (code.endsWith('1') ? '2' : '1');
      const payload = { values: { ...values, unifiedSocialCreditCode: wrong }, recordId: null };
      await toEngineOf(browser, page, 'engine/fill', payload, form);
      await page.bringToFront();
      await submit();
      await overlayOf(form, { state: 'held' });
      expect(server.received).toEqual([]);
    });
  });
}
