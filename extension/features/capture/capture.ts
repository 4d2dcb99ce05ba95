/**
 * Keeps what was sent: books a submission when it is let through, and settles it when the page answers.
 * Until then it counts as 已提交，待确认.
 */
import { maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { uuidv7 } from 'uuidv7';
import { currentSubmission } from '@baosong/shared/records/state.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { Evidence, Override, Submission } from '@baosong/shared/records/record.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import {
  addRecords,
  addRevision,
  addSubmission,
  confirmSubmission,
  readRecords,
  readRecordsByDocument,
  withdrawSubmission,
} from '../../store/records.ts';
import { addZeroReports, confirmZeroReport, withdrawZeroReport } from '../../store/zero-reports.ts';
import { newRecord, nextRevision, subjectCategoryOf } from '../ledger/ledger.ts';
import { dutiesOf } from '../reminders/duties.ts';
import { readDutyFacts } from '../reminders/read-duties.ts';
import { readSettings, signature } from '../settings/settings.ts';
import { guideOf, rememberZeroReportPage } from '../zero-report/guide.ts';
import { type Awaiting, clearAwaiting, readAwaiting, writeAwaiting } from './awaiting.ts';
import { hasSent } from './requests.ts';
import { bookingFor } from './booking.ts';
import { knownFrames } from './frames.ts';
import { uncheckedCode } from '../../form/guard.ts';

/** The tab, frame and page from which a message came. */
export interface Origin {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
}

const changedOnPage = '在平台网页上修改后提交';

/** Less, in milliseconds, than pages wait for their platform's words. */
const longSilence = 25_000;
const nothingSent = '网页没有发出任何请求，可能在确认框里点了取消';

/** The platform's words as they are kept: short, and free of identity numbers. */
function quoted(text: string): string {
  return maskResidentIds(text.replace(/\s+/g, ' ').trim()).slice(0, 200);
}

function freeOfResidentIds(overrides: readonly Override[]): readonly Override[] {
  return overrides.map(({ code, reason }) => ({ code, reason: maskResidentIds(reason) }));
}

/**
 * Begins to wait for an answer. What the tab waited for before gets none any more: where its page has moved
 * on and nothing was sent back, it counts as taken; else it stays open, and the clerk decides.
 *
 * @param sentBack ids of earlier submissions of the same record, which was sent again.
 */
async function awaitAnswer(
  { tabId, frameId }: Origin,
  sent: Pick<Awaiting, 'type' | 'ids' | 'at' | 'unchecked' | 'sent'>,
  sentBack: readonly string[],
): Promise<void> {
  const { ids, at } = sent;
  const before = await readAwaiting(tabId, new Date(at));
  if (before?.movedOn === true) {
    for (const id of before.ids) {
      if (ids.includes(id) || sentBack.includes(id)) continue;
      await confirmationOf(before)(id, { kind: 'navigation', at });
    }
  }
  const frames = await knownFrames();
  const ofForms = frames.filter((frame) => frame.tabId === tabId && frame.status?.kind);
  const frameIds = [frameId, ...ofForms.map((frame) => frame.frameId)];
  await writeAwaiting(tabId, { ...sent, frameIds, movedOn: false });
}

function confirmationOf({ type }: Awaiting): typeof confirmSubmission {
  return type === 'submission' ? confirmSubmission : confirmZeroReport;
}

/**
 * Books a submission with evidence `attempted`. A second click while the first is unanswered books
 * nothing new.
 *
 * @returns the id of the submission.
 */
export async function bookSubmission(
  sent: {
    readonly kind: DoublePublicityKind;
    readonly values: RecordValues;
    readonly overrides: readonly Override[];
    readonly filledRecordId: string | null;
  },
  from: Origin,
  now: Date,
): Promise<string> {
  // One at a time: two frames or tabs must not both find that a record is new.
  return await navigator.locks.request('capture', async () => {
    const at = now.toISOString();
    const clerk = signature(await readSettings());
    const [filled] = sent.filledRecordId === null ? [] : await readRecords([sent.filledRecordId]);
    const candidates = await readRecordsByDocument(sent.kind, sent.values.documentNumber ?? '');
    const booking = bookingFor(sent, filled, candidates);
    const submissionOf = (revision: number): Submission => ({
      id: uuidv7(),
      revision,
      platform: new URL(from.url).origin,
      at,
      evidence: { kind: 'attempted', at },
      by: clerk,
      overrides: freeOfResidentIds(sent.overrides),
    });
    const unchecked = sent.overrides.some(({ code }) => code === uncheckedCode);
    const awaitSubmission = async (id: string, before: readonly Submission[]): Promise<string> => {
      await awaitAnswer(
        from,
        { type: 'submission', ids: [id], at, unchecked, sent: Object.values(sent.values) },
        before.map((submission) => submission.id),
      );
      return id;
    };

    switch (booking.on) {
      case 'newRecord': {
        const record = await newRecord(sent.kind, booking.values, clerk, at);
        const submission = submissionOf(1);
        await addRecords([{ ...record, submissions: [submission] }]);
        return await awaitSubmission(submission.id, []);
      }
      case 'newRevision': {
        const { record, values } = booking;
        const revision = await nextRevision(record, values, changedOnPage, clerk, at);
        const submission = submissionOf(revision.number);
        await addRevision(record.id, subjectCategoryOf(values), revision, submission);
        return await awaitSubmission(submission.id, record.submissions);
      }
      case 'latestRevision': {
        const { record } = booking;
        const unanswered = currentSubmission(record);
        const awaited = await readAwaiting(from.tabId, now);
        if (unanswered?.evidence.kind === 'attempted' && awaited?.ids[0] === unanswered.id) {
          return await awaitSubmission(unanswered.id, record.submissions);
        }
        const submission = submissionOf(latestRevision(record).number);
        await addSubmission(record.id, submission);
        return await awaitSubmission(submission.id, record.submissions);
      }
    }
  });
}

/** As the relay takes it. */
const longestPage = 300;

/**
 * Books a zero report of each kind with evidence `attempted`: for the week that the clerk was led there for,
 * or else for the current one. The page's one answer settles them all.
 */
export async function bookZeroReport(
  pressed: {
    readonly kinds: readonly DoublePublicityKind[];
    readonly overrideReason: string | null;
  },
  from: Origin,
  now: Date,
): Promise<void> {
  await navigator.locks.request('capture', async () => {
    const at = now.toISOString();
    const { origin, pathname } = new URL(from.url);
    const guide = await guideOf(from.tabId, now);
    const { zeroReport } = dutiesOf(await readDutyFacts(now));
    await rememberZeroReportPage(`${origin}${pathname}`);
    const kinds = pressed.kinds.length > 0 ? pressed.kinds : zeroReport.kinds;
    const person = signature(await readSettings());
    const reports = kinds.map((kind) => ({
      id: uuidv7(),
      kind,
      period: guide !== null && kinds.includes(guide.kind) ? guide.period : zeroReport.week,
      person,
      at,
      platform: origin,
      page: `${origin}${pathname}`.slice(0, longestPage),
      evidence: { kind: 'attempted', at } as const,
    }));
    await addZeroReports(
      reports,
      pressed.overrideReason === null ? null : maskResidentIds(pressed.overrideReason),
    );
    const ids = reports.map(({ id }) => id);
    await awaitAnswer(from, { type: 'zeroReport', ids, at, unchecked: false, sent: [] }, []);
  });
}

/**
 * What a new document of a tab may answer: what its own frame sent or held, or, for the tab's own document,
 * whatever frame sent it. On a busy machine the page that answers says hello before the booking of the one that sent
 * is written; hence after it.
 */
export async function awaitedBy(
  { tabId, frameId }: Pick<Origin, 'tabId' | 'frameId'>,
  now: Date,
): Promise<Awaiting | null> {
  return await navigator.locks.request('capture', async () => {
    const awaiting = await readAwaiting(tabId, now);
    if (awaiting === null || (frameId !== 0 && !awaiting.frameIds.includes(frameId))) return null;
    await writeAwaiting(tabId, { ...awaiting, movedOn: true });
    return awaiting;
  });
}

/**
 * Settles what the tab waits for where its page has said nothing for long: what nobody has sent, because the
 * clerk said no to the browser's own question or the page did not like something, was not submitted.
 */
export async function settleBySilence(tabId: number, now: Date): Promise<void> {
  const awaiting = await readAwaiting(tabId, now);
  if (awaiting?.movedOn !== false) return;
  // The silence of another frame may be about what was sent before.
  if (now.getTime() - Date.parse(awaiting.at) < longSilence) return;
  if (await hasSent(tabId, awaiting.at)) return;
  await settleByPage(tabId, { outcome: 'failure', evidence: 'message', text: nothingSent }, now);
}

/** Settles what the tab waits for by what its page showed; nothing where it waits for nothing. */
export async function settleByPage(
  tabId: number,
  seen: {
    readonly outcome: 'success' | 'failure';
    readonly evidence: 'navigation' | 'message' | 'list';
    readonly text: string;
  },
  now: Date,
): Promise<void> {
  // The page may answer before the booking of what it answers is written; hence after it.
  const awaiting = await navigator.locks.request('capture', () => readAwaiting(tabId, now));
  if (!awaiting) return;
  await clearAwaiting(tabId);
  const at = now.toISOString();
  const text = quoted(seen.text);
  if (seen.outcome === 'failure') {
    const withdraw = awaiting.type === 'submission' ? withdrawSubmission : withdrawZeroReport;
    const withdrawal = { at, text: text === '' ? '平台未接受' : text };
    for (const id of awaiting.ids) await withdraw(id, withdrawal);
    return;
  }
  const evidence: Evidence = { kind: seen.evidence, at, ...(text === '' ? {} : { text }) };
  for (const id of awaiting.ids) await confirmationOf(awaiting)(id, evidence);
}
