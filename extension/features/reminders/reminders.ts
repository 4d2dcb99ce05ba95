/**
 * Reminders: keeps badge, notification and the lines on open pages in step with what is owed. An alarm
 * is only a hint, since it is missed while the browser is closed; so this runs on every start.
 */
import { browser } from 'wxt/browser';
import { publishedCalendar } from '@baosong/shared/calendar/workdays.ts';
import { toEngine } from '../../messages.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import { readLedger } from '../../store/records.ts';
import { readZeroReports } from '../../store/zero-reports.ts';
import { forgetFrame, knownFrames } from '../capture/frames.ts';
import { extensionUrl } from '../pages.ts';
import { jurisdictionOf } from '../settings/jurisdictions.ts';
import { kindsOf, readSettings } from '../settings/settings.ts';
import { dutiesOf } from './duties.ts';
import type { Duties } from './duties.ts';
import { nextDueMorning } from './schedule.ts';

const tickAlarm = 'reminders';
const dueAlarm = 'reminders-due';
const tickMinutes = 30;

const notifiedKey = 'notified';
/** More than a year of working days. */
const rememberedNotifications = 300;

/** The red of what is owed, dark enough for white figures. */
const badgeColour = '#c62828';

/** Names of the alarms that call for `reconcile`. */
export const reminderAlarms: ReadonlySet<string> = new Set([tickAlarm, dueAlarm]);

/** What is owed now. */
export async function readDuties(now: Date): Promise<Duties> {
  const [settings, ledger, zeroReports] = await Promise.all([
    readSettings(),
    readLedger(),
    readZeroReports(),
  ]);
  return dutiesOf({
    policy: jurisdictionOf(settings.jurisdiction).obligationPolicy,
    kinds: kindsOf(settings),
    setUpOn: settings.setUpOn,
    records: ledger.map((entry) => entry.record),
    zeroReports: zeroReports.filter((report) => !report.withdrawn),
    now: now.toISOString(),
  });
}

async function notify(notification: Duties['reminder']['notification']): Promise<void> {
  if (!notification) return;
  const { id, title, message } = notification;
  const notified = ((await readMeta(notifiedKey)) as readonly string[] | undefined) ?? [];
  if (notified.includes(id)) return;
  await writeMeta(notifiedKey, [...notified, id].slice(-rememberedNotifications));
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: extensionUrl('/icon/128.png'),
    title,
    message,
    requireInteraction: true,
  });
}

async function tellPages({ zeroReport, reminder }: Duties): Promise<void> {
  const facts = { zeroReport, duties: reminder.lines };
  await Promise.all(
    (await knownFrames()).map(async ({ tabId, frameId }) => {
      try {
        await toEngine(tabId, frameId, 'engine/facts', facts);
      } catch {
        // Nobody answers there any more: the page has gone, or is about to say hello anew.
        await forgetFrame(tabId, frameId);
      }
    }),
  );
}

async function ensureAlarms(
  policy: Parameters<typeof nextDueMorning>[0],
  now: Date,
): Promise<void> {
  const tick = await browser.alarms.get(tickAlarm);
  if (tick?.periodInMinutes !== tickMinutes) {
    await browser.alarms.create(tickAlarm, { periodInMinutes: tickMinutes });
  }
  const morning = nextDueMorning(policy, publishedCalendar, now.toISOString());
  if (morning === null) await browser.alarms.clear(dueAlarm);
  else await browser.alarms.create(dueAlarm, { when: Date.parse(morning) });
}

/** Brings everything in step with what is owed now. Calls wait for one another. */
export async function reconcile(clock: () => Date): Promise<void> {
  await navigator.locks.request('reminders', async () => {
    const now = clock();
    const duties = await readDuties(now);
    await browser.action.setBadgeBackgroundColor({ color: badgeColour });
    await browser.action.setBadgeText({ text: duties.reminder.badge });
    await notify(duties.reminder.notification);
    // Not waited for: a frozen tab answers when it wakes.
    tellPages(duties).catch((error: unknown) => {
      console.error('报送：未能更新网页上的提醒', error);
    });
    const { jurisdiction } = await readSettings();
    await ensureAlarms(jurisdictionOf(jurisdiction).obligationPolicy, now);
  });
}
