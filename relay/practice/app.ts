/**
 * The practice platform (演练平台): a made-up reporting site to train on, which behaves as real ones
 * do. It knows nothing of Baosong, keeps everything in memory and says 演练 on every page.
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { assetFile } from './asset-files.ts';
import { beijingDate, beijingWeek } from './beijing-time.ts';
import { refusals } from './checks.ts';
import { fieldsOf, type FormValues, type Kind } from './form.ts';
import { licenceForm } from './licence-form.ts';
import { homePage } from './pages/home.ts';
import { licencePage } from './pages/licence.ts';
import { penaltyPage } from './pages/penalty.ts';
import { recordPage, recordsPage, type Entry } from './pages/records.ts';
import { resultPage } from './pages/result.ts';
import { zeroPage } from './pages/zero.ts';
import { penaltyForm } from './penalty-form.ts';
import { createReceipts } from './receipts.ts';
import { resultsWorkbook } from './results.ts';
import { sampleWorkbook } from './sample.ts';

/** What a platform needs from outside. */
export interface PracticeOptions {
  /** The clock. */
  readonly now: () => Date;
  /** Seconds from the arrival of a record to the decision on it. */
  readonly decideAfterSeconds: number;
}

const unitCookie = 'practice_unit';
const kinds: readonly Kind[] = ['licence', 'penalty'];
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A platform that has received nothing yet. */
export function createPractice({ now, decideAfterSeconds }: PracticeOptions) {
  const app = new Hono<{ Variables: { unit: string } }>();
  const receipts = createReceipts(now, decideAfterSeconds);
  const entriesOf = (unit: string): readonly Entry[] =>
    kinds.flatMap((kind) =>
      receipts
        .list(unit, kind)
        .map((receipt) => ({ receipt, outcome: receipts.outcomeOf(receipt) })),
    );

  app.use(
    bodyLimit({
      maxSize: 256 * 1024,
      onError: (c) => c.text('提交的内容过大，请删减后重新提交', 413),
    }),
  );

  app.get('/assets/:name', async (c) => {
    const file = await assetFile(c.req.param('name'));
    if (file === undefined) return c.notFound();
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });

  app.get('/', (c) => c.html(homePage(getCookie(c, unitCookie))));

  app.post('/unit', async (c) => {
    const unit = text((await c.req.parseBody())['unit']).trim();
    if (unit !== '') {
      setCookie(c, unitCookie, unit, { path: '/', httpOnly: true, sameSite: 'Lax' });
    }
    return c.redirect('/', 303);
  });

  // A trainer who prepares for another day names it: /sample.xlsx?date=2026-11-19.
  app.get('/sample.xlsx', async (c) => {
    const date = c.req.query('date') ?? beijingDate(now());
    if (!isDate(date)) return c.text('日期请写成 2026-11-19 这样的形式', 400);
    return workbook(c, await sampleWorkbook(date), 'sample', `练习用表格_${date}`);
  });

  // Everything below belongs to a reporting unit.
  app.use(async (c, next) => {
    const unit = getCookie(c, unitCookie);
    if (unit === undefined) {
      return c.req.path.startsWith('/api/')
        ? c.json({ errorCode: 4001, errorMsg: '未选择报送单位，请回到首页选择后重试' })
        : c.redirect('/', 303);
    }
    c.set('unit', unit);
    await next();
    return undefined;
  });

  app.get('/licence/new', (c) => {
    const values = receipts.draftOf('licence', c.var.unit);
    const notice = values && '已载入保存的草稿，草稿尚未报送。';
    return c.html(licencePage({ unit: c.var.unit, values, notice }));
  });

  app.post('/licence/draft', async (c) => {
    receipts.saveDraft('licence', c.var.unit, licenceValues(await c.req.parseBody()));
    return c.redirect('/licence/new', 303);
  });

  app.post('/licence', async (c) => {
    const { unit } = c.var;
    const values = licenceValues(await c.req.parseBody());
    const refused = refusals(licenceForm, values, beijingDate(now()));
    if (refused.length > 0) return c.html(licencePage({ unit, values, refusals: refused }));
    const { number } = receipts.receive('licence', unit, values);
    return c.redirect(`/licence/done/${number}`, 303);
  });

  app.get('/licence/done/:number', (c) => {
    const receipt = receipts.find(c.var.unit, c.req.param('number'));
    if (receipt === undefined) return c.notFound();
    return c.html(
      resultPage({
        title: '行政许可填报',
        unit: c.var.unit,
        succeeded: true,
        message: `提交成功，受理编号 ${receipt.number}`,
        links: [
          { href: '/licence/new', label: '继续填报' },
          { href: '/records', label: '查看已报数据' },
        ],
      }),
    );
  });

  app.get('/penalty/new', (c) => c.html(penaltyPage(c.var.unit)));

  // Answers carry their own code and always come with status 200, the habit of such interfaces.
  app.get('/api/penalty/form', (c) => {
    const values = receipts.draftOf('penalty', c.var.unit);
    return c.json({
      errorCode: 200,
      errorMsg: '',
      groups: penaltyForm.groups.map(({ title, fields }) => ({
        title,
        // The page is not told the column codes.
        fields: fields.map(({ name, label, control, maxLength, required, appliesTo, ...rest }) => ({
          ...{ name, label, control, maxLength, required, appliesTo },
          ...{ options: rest.options, wide: rest.wide },
        })),
      })),
      draft: values && penaltyDraft(values),
    });
  });

  app.post('/api/penalty/draft', async (c) => {
    const values = penaltyValues(await jsonOf(c.req.raw));
    if (typeof values === 'string') return c.json({ errorCode: 6002, errorMsg: values });
    receipts.saveDraft('penalty', c.var.unit, values);
    return c.json({ errorCode: 200, errorMsg: '暂存成功' });
  });

  app.post('/api/penalty', async (c) => {
    const values = penaltyValues(await jsonOf(c.req.raw));
    if (typeof values === 'string') return c.json({ errorCode: 6002, errorMsg: values });
    const [refused] = refusals(penaltyForm, values, beijingDate(now()));
    if (refused !== undefined) return c.json({ errorCode: 500, errorMsg: refused.message });
    const { number } = receipts.receive('penalty', c.var.unit, values);
    return c.json({ errorCode: 200, errorMsg: '提交成功', number });
  });

  app.get('/zero', (c) => {
    const { unit } = c.var;
    const week = beijingWeek(now());
    const thisWeek = (kind: Kind): number =>
      receipts.list(unit, kind).filter(({ receivedAt }) => beijingDate(receivedAt) >= week.from)
        .length;
    return c.html(
      zeroPage({
        unit,
        week,
        reported: { licence: thisWeek('licence'), penalty: thisWeek('penalty') },
        zeroReports: receipts.zeroReportsThisWeek(unit),
      }),
    );
  });

  app.post('/zero', async (c) => {
    const { unit } = c.var;
    const written = text((await c.req.parseBody())['kind']);
    const kind = kinds.find((known) => known === written);
    const back = [{ href: '/zero', label: '返回' }];
    const title = '本周无数据';
    if (kind === undefined) {
      const message = '请选择一个信息类别后再登记零报送';
      return c.html(resultPage({ title, unit, succeeded: false, message, links: back }));
    }
    const { report, repeated } = receipts.fileZeroReport(unit, kind);
    if (repeated) {
      const message = `本周已登记零报送，请勿重复登记，回执号 ${report.number}`;
      return c.html(resultPage({ title, unit, succeeded: false, message, links: back }));
    }
    return c.redirect(`/zero/done/${report.number}`, 303);
  });

  app.get('/zero/done/:number', (c) => {
    const report = receipts.findZeroReport(c.var.unit, c.req.param('number'));
    if (report === undefined) return c.notFound();
    return c.html(
      resultPage({
        title: '本周无数据',
        unit: c.var.unit,
        succeeded: true,
        message: `零报送已登记，回执号 ${report.number}`,
        links: [{ href: '/zero', label: '返回' }],
      }),
    );
  });

  app.get('/records', (c) => c.html(recordsPage(c.var.unit, entriesOf(c.var.unit))));

  app.get('/records/:number', (c) => {
    const receipt = receipts.find(c.var.unit, c.req.param('number'));
    if (receipt === undefined) return c.notFound();
    return c.html(recordPage({ receipt, outcome: receipts.outcomeOf(receipt) }));
  });

  app.get('/results.xlsx', async (c) => {
    const body = await resultsWorkbook(c.var.unit, entriesOf(c.var.unit));
    return workbook(c, body, 'results', `报送结果_${beijingDate(now())}`);
  });

  app.notFound((c) =>
    c.html(
      resultPage({
        title: '页面不存在',
        unit: getCookie(c, unitCookie),
        succeeded: false,
        message: '没有这个页面，或这条数据不属于当前报送单位',
        links: [{ href: '/', label: '返回首页' }],
      }),
      404,
    ),
  );

  return app;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The values of the licence form as the browser sent them, under their column codes. */
function licenceValues(body: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    fieldsOf(licenceForm).map(({ code, name }) => [code, text(body[name])]),
  );
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/**
 * The values of the penalty form under their column codes, or why the message is no such form.
 * Numbers are kept as they print, several choices joined by `;`.
 */
function penaltyValues(message: unknown): FormValues | string {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return '数据结构格式不正确';
  }
  const sent = new Map<string, unknown>(Object.entries(message));
  const values: Record<string, string> = {};
  for (const { code, name, label } of fieldsOf(penaltyForm)) {
    const value = sent.get(name) ?? '';
    if (typeof value === 'string' || typeof value === 'number') values[code] = String(value);
    else if (Array.isArray(value)) values[code] = value.map(text).join(';');
    else return `${label}的数据结构格式不正确`;
  }
  return values;
}

/** A stored penalty as the page's script holds it. */
function penaltyDraft(values: FormValues): Readonly<Record<string, unknown>> {
  const held: Record<string, unknown> = {};
  for (const { code, name, control } of fieldsOf(penaltyForm)) {
    const value = values[code] ?? '';
    if (value === '') continue;
    if (control === 'multiselect') held[name] = value.split(';');
    else held[name] = control === 'amount' ? Number(value) : value;
  }
  return held;
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
function isDate(written: string): boolean {
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === written;
}

/** Sends a workbook under a Chinese name, and a plain one for browsers that know no better. */
function workbook(c: Context, body: Uint8Array, plainName: string, name: string): Response {
  return c.body(new Uint8Array(body), 200, {
    'Content-Type': workbookType,
    'Content-Disposition': `attachment; filename="${plainName}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  });
}
