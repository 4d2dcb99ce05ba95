/** Recognition without configuration: which control holds which field, form by form, and what is left alone. */
import {
  type FieldId,
  type DoublePublicityKind,
  fieldOf,
} from '@baosong/shared/standards/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExtensionBrowser,
  launchWithExtension,
  withoutFocusEmulation,
} from './harness/browser.ts';
import { type Entry, type MadeForm, layouts, madeForm, nameAt } from './harness/made-form.ts';
import { routeMadePage } from './harness/on-pages.ts';
import { otherPages } from './harness/other-pages.ts';
import { overlayOf, toEngineOf } from './harness/overlay.ts';
import { type PageServer, servePages } from './harness/pages.ts';
import { specialForms } from './harness/special-forms.ts';
import {
  abbreviated,
  approvalOffice,
  certificates,
  codedEntries,
  enforcementOffice,
  groupedPenalty,
  individualBusinessesOnly,
  licenceOf2015,
  organisationsOnly,
  penaltyOf2015,
  personsOnly,
  regulator,
  standardLines,
  withAgents,
} from './harness/wordings.ts';

const extensionDir = process.env['BAOSONG_EXTENSION'] ?? '';

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;
let shown = '';

beforeAll(async () => {
  server = await servePages();
  browser = await launchWithExtension({ extensionDir });
  page = await browser.context.newPage();
  await withoutFocusEmulation(page);
  await routeMadePage(page, () => shown);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function show(html: string): Promise<void> {
  shown = html;
  await page.goto(`${server.origin}/made.html`);
}

/** What to put into the control at a place, in the page's words and canonically; no two alike. */
function valueAt(
  kind: DoublePublicityKind,
  { is }: Entry,
  place: number,
): [written: string, read: string] {
  const field = is === null ? undefined : fieldOf(kind, is);
  const number = String(place + 1);
  switch (field?.type) {
    case 'date': {
      const date = `2020-01-${number.padStart(2, '0')}`;
      return [date, date];
    }
    case 'amount':
      return [number, number];
    case 'choice': {
      const choices = field.choices ?? [];
      const choice = choices[place % choices.length];
      return [choice?.label ?? '', choice?.value ?? ''];
    }
    default:
      return [`v${number}`, `v${number}`];
  }
}

interface Count {
  readonly missed: string[];
  readonly misassigned: string[];
}

async function count({ kind, entries }: MadeForm): Promise<Count> {
  const written = entries.map((entry, place) => valueAt(kind, entry, place));
  await page.evaluate(
    (values) => {
      for (const [name, value] of values) {
        const control = document.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
        if (control === null) throw new Error(`The page has no control ${name}`);
        control.value = value;
      }
    },
    entries.map((entry, place): [string, string] => [
      nameAt(entry, place),
      written[place]?.[0] ?? '',
    ]),
  );
  const { values } = await toEngineOf(browser, page, 'engine/read', {});
  const wanted = new Map<FieldId, string>();
  entries.forEach(({ is }, place) => {
    if (is !== null) wanted.set(is, written[place]?.[1] ?? '');
  });
  const read = Object.entries(values) as [FieldId, string][];
  return {
    missed: [...wanted.keys()].filter((id) => values[id] === undefined),
    misassigned: read
      // A form that does not ask for the category implies it.
      .filter(
        ([id, value]) => wanted.get(id) !== value && (id !== 'subjectCategory' || wanted.has(id)),
      )
      .map(([id, value]) => `${id}: ${value}`),
  };
}

const everyLayout = Object.keys(layouts);
/** A few layouts for each wording, other ones each time. */
const some = (from: number, of = everyLayout): string[] =>
  of.filter((_layout, at) => at % 4 === from % 4);
const withHeadings = everyLayout.filter(
  (layout) => !/placeholders|labels over|several labels|star/.test(layout),
);

const headedForm = (heading: string, form: string): string =>
  `<h2>${heading}</h2><form>${form}<button type="button">提交</button></form>`;

const forms: readonly MadeForm[] = [
  ...everyLayout.map((layout) => madeForm('licence', 'licence', standardLines('licence'), layout)),
  ...everyLayout.map((layout) => madeForm('penalty', 'penalty', standardLines('penalty'), layout)),
  ...some(0).map((layout) => madeForm('approval office', 'licence', approvalOffice, layout)),
  ...some(1).map((layout) => madeForm('enforcement office', 'penalty', enforcementOffice, layout)),
  ...some(1, withHeadings).map((layout) => madeForm('groups', 'penalty', groupedPenalty, layout)),
  madeForm('groups', 'penalty', groupedPenalty, 'table with pairs beside their groups'),
  ...some(2).map((layout) => madeForm('organisations', 'licence', organisationsOnly, layout)),
  ...some(3).map((layout) => madeForm('persons', 'licence', personsOnly, layout)),
  ...some(0).map((layout) =>
    madeForm('individual businesses', 'penalty', individualBusinessesOnly, layout),
  ),
  ...some(2).map((layout) => madeForm('regulator', 'penalty', regulator, layout)),
  ...some(3).map((layout) => madeForm('certificates', 'licence', certificates, layout)),
  ...some(0, withHeadings).map((layout) =>
    madeForm('abbreviated', 'penalty', abbreviated, layout, (form) =>
      headedForm('行政处罚信息录入', form),
    ),
  ),
  ...some(0, withHeadings).map((layout) => madeForm('agents', 'licence', withAgents, layout)),
  ...some(1).map((layout) => madeForm('2015 labels', 'penalty', penaltyOf2015, layout)),
  madeForm('2015', 'licence', licenceOf2015, 'two-column table'),
  ...(
    [
      (code) => `Add${code}`,
      (code) => `edit_${code}`,
      (code) => `${code} `,
      (code) => `${code.toLowerCase()}1`,
      (code) => `ctl00$MainContent$txt${code}`,
      (code) => `form[${code}]`,
      (code) => `rows[0].${code}`,
      (code) => `record.${code}Str`,
      (code) =>
        `record.${code.toLowerCase().replace(/_./g, (part) => part.slice(1).toUpperCase())}Str`,
    ] satisfies ((code: string) => string)[]
  ).flatMap((write) => [
    madeForm(`codes ${write('XK_WSH')}`, 'licence', codedEntries('licence', write), 'list items'),
    madeForm(`codes ${write('CF_WSH')}`, 'penalty', codedEntries('penalty', write), 'list items'),
  ]),
  ...specialForms,
];

describe('a form to report with', () => {
  it.each(forms)('$name', async (form) => {
    await show(form.html);
    const generation = form.name.startsWith('2015') ? '2015' : '2019';
    await overlayOf(page, { 'record-kind': form.kind, generation });
    // The digits of the state in 2015 mean the opposite of later ones: it is left to the clerk.
    const missed = generation === '2015' ? ['status'] : [];
    expect(await count(form)).toEqual({ missed, misassigned: [] });
  });
});

describe('no form to report with', () => {
  it.each(Object.entries(otherPages))('%s', async (_name, html) => {
    await show(html);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await expect
      .poll(() => toEngineOf(browser, page, 'engine/status', {}).catch(() => ({ kind: null })), {
        timeout: 5_000,
      })
      .toMatchObject({ kind: null });
    expect(await page.locator('baosong-overlay').count()).toBe(0);
  });
});

describe('buttons beside a form that are none of it', () => {
  const list = `<table><tr><td>云示罚〔2026〕1号</td><td>示例市云溪商贸有限公司</td><td><a href="#">上报</a></td></tr></table>`;
  const menu = '<div class="left-menu"><a href="#">数据报送</a></div>';
  const [form] = specialForms.filter(({ name }) => name.startsWith('above a list'));
  const bare = form?.html.replace(/<\/?form>/g, '') ?? '';

  it.each([
    ['a row of a list', form?.html ?? '', '上报'],
    ['a row of a list in a form', form?.html.replace('</form>', `${list}</form>`) ?? '', '上报'],
    ['a menu of a page without a form', bare.replace('<body>', `<body>${menu}`), '数据报送'],
  ])('%s', async (_name, html, words) => {
    await show(html);
    await overlayOf(page, { state: 'watching', 'record-kind': 'penalty' });
    const count = await page.getByText(words, { exact: true }).count();
    for (let at = 0; at < count; at++) {
      await page.evaluate(() => {
        location.hash = 'before';
      });
      await page.getByText(words, { exact: true }).nth(at).click();
      expect(new URL(page.url()).hash).toBe('');
    }
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await overlayOf(page, { state: 'held' });
  });
});
