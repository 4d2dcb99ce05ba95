/**
 * What the background does, in one place: which event leads to what. Every listener is added in the first
 * turn of the service worker, so that the event that woke it is not missed.
 */
import { browser } from 'wxt/browser';
import { answer, toFrames } from '../messages.ts';
import { forgetTab, rememberFrame, rememberStatus } from './capture/frames.ts';
import { clearAwaiting } from './capture/awaiting.ts';
import {
  awaitedBy,
  bookSubmission,
  bookZeroReport,
  settleByPage,
  settleBySilence,
} from './capture/capture.ts';
import type { Origin } from './capture/capture.ts';
import { checkForm } from './check-form.ts';
import { ledgerFindings } from './ledger/ledger-findings.ts';
import { openDesk, openWelcome } from './pages.ts';
import { flushOutbox, outboxAlarm } from './outbox/outbox.ts';
import { pull } from './outbox/pull.ts';
import { recognise } from './recognition.ts';
import { restartIfOutdated } from './own-update.ts';
import { linesFor } from './reminders/page-lines.ts';
import { muteWeek, snooze } from './reminders/quiet.ts';
import {
  isTimeToLook,
  readDuties,
  reconcile,
  reminderAlarms,
  reminderNotification,
} from './reminders/reminders.ts';
import { startTeach, taughtAt } from './teach/teach.ts';
import { isSetUp, onSettingsChanged, readSettings } from './settings/settings.ts';
import { forgetGuide, guideOf, markButtons } from './zero-report/guide.ts';

const clock = (): Date => new Date();

function report(doing: string) {
  return (error: unknown): void => {
    console.error(`报送：${doing}`, error);
  };
}

/** Sends what waits, and learns what colleagues sent meanwhile; says whether it learnt anything. */
async function exchange(force: boolean): Promise<boolean> {
  await flushOutbox(clock);
  return await pull(clock, force);
}

/**
 * The ledger or the clock moved on: what is owed and what is to be sent are looked at anew.
 *
 * @param force asks the relay although it was asked a moment ago.
 */
async function lookAgain(force = false): Promise<void> {
  const [, hasLearnt] = await Promise.all([
    reconcile(clock).catch(report('未能更新提醒')),
    exchange(force).catch(report('未能发送到报送中继')),
  ]);
  if (hasLearnt === true) await reconcile(clock).catch(report('未能更新提醒'));
}

function originOf({
  tabId,
  frameId,
  url,
}: {
  readonly [Part in keyof Origin]: Origin[Part] | undefined;
}): Origin {
  if (tabId === undefined || frameId === undefined || url === undefined) {
    throw new Error('只有网页标签页可以登记提交。');
  }
  return { tabId, frameId, url };
}

/** Starts listening; call it synchronously when the service worker starts. */
export function startBackground(): void {
  startTeach();
  answer({
    'page/hello': async ({ first }, sender) => {
      const now = clock();
      const { tabId, frameId, url } = originOf(sender);
      await rememberFrame(tabId, frameId);
      const guide = await guideOf(tabId, now);
      if (guide !== null) {
        markButtons(tabId, frameId).catch(report('未能标出零报送的按钮'));
      }
      if (isTimeToLook(now)) void lookAgain();
      const [duties, awaiting, taught] = await Promise.all([
        readDuties(now),
        first ? awaitedBy({ tabId, frameId }, now) : null,
        taughtAt(sender.origin, url),
      ]);
      const lines = await linesFor(guide, new URL(url).origin, duties, now);
      return {
        ...lines,
        awaiting: awaiting && { unchecked: awaiting.unchecked, sent: awaiting.sent },
        ...taught,
      };
    },
    'page/check': checkForm,
    'page/recognise': recognise,
    'page/ledger-findings': (form) => ledgerFindings(form, clock()),
    'page/status': async (status, { tabId, frameId }) => {
      if (tabId !== undefined && frameId !== undefined) {
        await rememberStatus(tabId, frameId, status);
      }
      return null;
    },
    'page/to-frames': (news, { tabId }) => {
      if (tabId !== undefined) toFrames(tabId, 'engine/from-frame', news);
      return null;
    },
    'page/submitted': async (sent, sender) => {
      const submissionId = await bookSubmission(sent, originOf(sender), clock());
      void lookAgain();
      return { submissionId };
    },
    'page/zero-pressed': async (pressed, sender) => {
      await bookZeroReport(pressed, originOf(sender), clock());
      void lookAgain();
      return null;
    },
    'page/evidence': async (seen, sender) => {
      await settleByPage(originOf(sender).tabId, seen, clock());
      void lookAgain();
      return null;
    },
    'page/unanswered': async (_nothing, sender) => {
      await settleBySilence(originOf(sender).tabId, clock());
      return null;
    },
    'page/open-desk': async ({ place }) => {
      await openDesk(place);
      return null;
    },
    'desk/changed': () => {
      void lookAgain(true);
      return null;
    },
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcomeIfNew().catch(report('未能打开欢迎页'));
  });
  browser.runtime.onStartup.addListener(() => void lookAgain());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (reminderAlarms.has(name) || name === outboxAlarm) void lookAgain();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void Promise.all([forgetTab(tabId), clearAwaiting(tabId), forgetGuide(tabId)]);
  });
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void openDesk('zero').catch(report('未能打开工作台'));
  });
  browser.notifications.onButtonClicked.addListener((id, button) => {
    if (id !== reminderNotification) return;
    void (button === 0 ? snooze : muteWeek)(clock())
      .then(() => lookAgain())
      .catch(report('未能推迟提醒'));
  });
  onSettingsChanged(() => void lookAgain());
  void restartIfOutdated().catch(report('未能换用新版本'));
  void lookAgain();
}

async function welcomeIfNew(): Promise<void> {
  if (!isSetUp(await readSettings())) await openWelcome();
}
