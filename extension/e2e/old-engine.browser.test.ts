/** Everything that is injected into pages, run in Chromium 88: it reviews, marks and holds as in a current one. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { validate } from '@baosong/shared/validation/validate.ts';
import { recognise } from '../features/recognition.ts';
import { controlChoices } from '../features/teach/control-choices.ts';
import type { RecognitionQuestion } from '../form/recogniser.ts';
import type { CheckQuestion } from '../messages.ts';
import { type OldBrowser, type OldPage, launchChromium88 } from './harness/chromium88.ts';
import { type PageServer, servePages } from './harness/pages.ts';

const folder = process.env['BAOSONG_EXTENSION'] ?? '';
const scriptOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const driverScripts = readdirSync(folder).filter((name) => /^widgets-.+\.js$/.test(name));

/** A double of the extension's API in a page, since this browser takes no extensions. */
const stub = `
  globalThis.asked = [];
  globalThis.browser = {
    runtime: {
      id: 'stub',
      getManifest: () => ({ version: '0.0.0' }),
      sendMessage: async ({ baosong, payload }) => {
        asked.push({ name: baosong, payload });
        if (baosong === 'page/recognise' || baosong === 'page/check')
          return new Promise((resolve) => { asked[asked.length - 1].answer = (answer) => resolve({ answer }); });
        if (baosong === 'page/ledger-findings') return { answer: [] };
        if (baosong === 'page/control-choices') return { answer: ${JSON.stringify(controlChoices)} };
        return { answer: baosong === 'page/hello'
          ? { zeroReport: { week: { start: '2026-01-05', end: '2026-01-11' }, recorded: { licence: [], penalty: [] } },
              duties: [], awaiting: null, profiles: [], taught: false }
          : { injected: true } };
      },
      onMessage: { addListener() {}, removeListener() {} },
    },
  };
`;

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

let browser: OldBrowser;
let page: OldPage;
let server: PageServer;

beforeAll(async () => {
  server = await servePages();
  browser = await launchChromium88();
  ({ page } = browser);
  await page.atStart(`${stub};${scriptOf('loader.js')}`);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const wanted = (name: string): Promise<unknown> =>
  page.inWorld(`asked.some((one) => one.name === '${name}')`);

type Question =
  | { readonly name: 'page/recognise'; readonly payload: RecognitionQuestion }
  | { readonly name: 'page/check'; readonly payload: CheckQuestion };

function answerTo({ name, payload }: Question): unknown {
  if (name === 'page/check') return validate(payload.values, payload);
  return recognise(payload);
}

/** Answers the oldest open question of the engine, or the oldest of a name, as the background does. */
async function answerNext(name: Question['name'] | '' = ''): Promise<void> {
  const open = `asked.find((one) => one.answer && one.name.startsWith('${name}'))`;
  const question = await page.inWorld(`${open} ?? null`);
  if (question === null) return;
  const answer = JSON.stringify(answerTo(question as Question));
  await page.inWorld(
    `(() => { const one = ${open}; one.answer(${answer}); delete one.answer; })()`,
  );
}

/** What the overlay says once the engine has its answers. */
const answered = (name: string) =>
  eventually(async () => {
    await answerNext();
    return overlay(name);
  });

const overlay = (name: string): Promise<unknown> =>
  page.evaluate(`document.querySelector('baosong-overlay')?.dataset.${name}`);

async function type(text: string): Promise<void> {
  for (const key of text) {
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key });
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }
}

async function press(key: string, code: number): Promise<void> {
  for (const kind of ['keyDown', 'keyUp']) {
    const event = { type: kind, key, code: key, windowsVirtualKeyCode: code };
    await page.send('Input.dispatchKeyEvent', event);
  }
}

async function click(element: string): Promise<void> {
  const [x, y] = (await page.evaluate(`(() => {
    const element = ${element};
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`)) as [number, number];
  for (const kind of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', {
      type: kind,
      x,
      y,
      button: 'left',
      clickCount: 1,
    });
  }
}

const submitButton = `[...document.querySelectorAll('button,input')].find((one) => /提\\s*交/.test(one.value || one.textContent))`;

it('is the old engine', () => {
  expect(browser.version).toMatch(/Chrome\/88\./);
  expect(driverScripts.length).toBeGreaterThan(0);
});

it('reviews a licence form, marks a wrong code and holds the submission', async () => {
  await page.open(`${server.origin}/licence-table.html`);
  await eventually(() => wanted('page/engine-wanted')).toBe(true);
  for (const name of ['profiles.js', 'engine.js', 'cards.js', ...driverScripts]) {
    await page.inWorld(scriptOf(name));
  }
  await answered('recordKind').toBe('licence');
  expect(await overlay('fieldsRecognised')).toBe('28');

  await page.evaluate(`document.querySelector('[name=XK_XDR_SHXYM]').focus()`);
  await type('91350100M000100Y44');
  expect(await overlay('warnings')).toBe('0');
  await press('Tab', 9);
  await answered('warnings').toBe('1');
  const mark = `document.querySelector('baosong-overlay').shadowRoot.querySelector('[data-mark=unifiedSocialCreditCode].warning')`;
  await eventually(() => page.evaluate(`${mark}?.getClientRects().length`)).toBe(1);
  const note = `document.getElementById(document.querySelector('[name=XK_XDR_SHXYM]').getAttribute('aria-describedby')).textContent`;
  expect(await page.evaluate(note)).toContain('校验码不符');

  await click(submitButton);
  await answered('state').toBe('held');
  expect(await page.evaluate('window.submits')).toBe(0);
  expect(server.received).toEqual([]);
  const panel = `document.querySelector('baosong-overlay').shadowRoot.querySelector('[data-panel]').textContent`;
  expect(await page.evaluate(panel)).toContain('已拦下这次提交');
});

it('diagnoses the form, and lets it be taught', async () => {
  const diagnosis = (await page.inWorld(scriptOf('diagnosis.js'))) as {
    readonly forms: readonly { readonly kind: string }[];
  };
  expect(diagnosis.forms[0]?.kind).toBe('licence');

  // Teaching has the form recognised before it answers.
  let refusal: unknown = 'teaching has not begun';
  const begun = page.inWorld(scriptOf('teach.js')).then((answer) => (refusal = answer));
  await eventually(async () => {
    await answerNext();
    return refusal;
  }).toBeNull();
  await begun;
  const lines = `document.querySelector('baosong-teach').shadowRoot.querySelectorAll('.line').length`;
  expect(await page.evaluate(lines)).toBeGreaterThan(28);
  await press('Escape', 27);
  await eventually(() => page.evaluate(`document.querySelector('baosong-teach')`)).toBeNull();
});

it('lets a press through where nobody says what is wrong', async () => {
  await page.open(`${server.origin}/licence-table.html`);
  await eventually(() => wanted('page/engine-wanted')).toBe(true);
  for (const name of ['engine.js', 'cards.js', ...driverScripts]) {
    await page.inWorld(scriptOf(name));
  }
  await eventually(async () => {
    await answerNext('page/recognise');
    return overlay('recordKind');
  }).toBe('licence');
  await page.evaluate(`document.querySelector('[name=XK_XDR_SHXYM]').focus()`);
  await type('91350100M000100Y44');
  await click(submitButton);
  expect(server.received).toEqual([]);
  await eventually(() => server.received.length).toBe(1);
});

it('throws nothing on the way', () => {
  expect(page.exceptions).toEqual([]);
});
