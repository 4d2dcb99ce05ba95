/**
 * Reminders: keeps badge, notification and the lines on open pages in step with what is owed. An alarm
 * is only a hint, since it is missed while the browser is closed; so this runs on every start.
 */
import { browser } from 'wxt/browser';
import { nextReminderMoment, unsaid } from '@baosong/shared/calendar/reminders.ts';
import type { Quiet } from '@baosong/shared/calendar/reminders.ts';
import { toEngine } from '../../messages.ts';
import { forgetFrame, knownFrames } from '../capture/frames.ts';
import { extensionUrl } from '../pages.ts';
import { guideOf } from '../zero-report/guide.ts';
import { linesFor } from './page-lines.ts';
import { dutiesOf } from './duties.ts';
import type { Duties } from './duties.ts';
import { noteSaid, readSaid, snoozeMinutes } from './quiet.ts';
import { readDutyFacts } from './read-duties.ts';

const tickAlarm = 'reminders';
const momentAlarm = 'reminders-moment';
const tickMinutes = 30;

/** One notification for all duties: a new one takes the place of the last. */
export const reminderNotification = 'obligations';

/** The red of what is owed, dark enough for white figures. */
const badgeColour = '#c62828';

/** Names of the alarms that call for `reconcile`. */
export const reminderAlarms: ReadonlySet<string> = new Set([tickAlarm, momentAlarm]);

/** What is owed now. */
export async function readDuties(now: Date): Promise<Duties> {
  return dutiesOf(await readDutyFacts(now));
}

/** The notification's buttons, in this order. */
const buttons = [
  { title: `${snoozeMinutes / 60} 小时后再提醒` },
  { title: '不再提醒本周' },
] as const;

async function notify(notification: Duties['reminder']['notification'], now: Date): Promise<void> {
  if (!notification) {
    await browser.notifications.clear(reminderNotification);
    return;
  }
  const { stages, title, message } = notification;
  const fresh = unsaid(stages, await readSaid());
  if (fresh.length === 0) return;
  // Noted first: a service worker that is ended in between must not say it again and again.
  await noteSaid(fresh, now);
  const basic = {
    type: 'basic',
    iconUrl: extensionUrl('/icon/128.png'),
    title,
    message,
    requireInteraction: true,
  } as const;
  await browser.notifications.clear(reminderNotification);
  try {
    await browser.notifications.create(reminderNotification, { ...basic, buttons: [...buttons] });
  } catch {
    // Firefox knows no buttons and refuses them; the popup has them too.
    await browser.notifications.create(reminderNotification, basic);
  }
}

async function tellPages(duties: Duties, now: Date): Promise<void> {
  await Promise.all(
    (await knownFrames()).map(async ({ tabId, frameId }) => {
      try {
        const { url } = await browser.tabs.get(tabId);
        const origin = url === undefined ? null : new URL(url).origin;
        const lines = await linesFor(await guideOf(tabId, now), origin, duties, now);
        await toEngine(tabId, frameId, 'engine/facts', lines);
      } catch {
        // Nobody answers there any more: the page has gone, or is about to say hello anew.
        await forgetFrame(tabId, frameId);
      }
    }),
  );
}

async function ensureAlarms(now: Date, quiet: Quiet): Promise<void> {
  const tick = await browser.alarms.get(tickAlarm);
  // Set back, the clock leaves an alarm far in the future.
  const isAhead = (tick?.scheduledTime ?? 0) - now.getTime() > tickMinutes * 60_000;
  if (tick?.periodInMinutes !== tickMinutes || isAhead) {
    await browser.alarms.create(tickAlarm, { periodInMinutes: tickMinutes });
  }
  // By the time that is to pass, which holds whatever is done to the clock meanwhile; not below half a minute.
  const wait = Date.parse(nextReminderMoment(now.toISOString(), quiet)) - now.getTime();
  await browser.alarms.create(momentAlarm, { delayInMinutes: Math.max(wait / 60_000, 0.5) });
}

let lastLook: number | null = null;

/** After this long, or where the clock was set back, events that are no hint of a change call for a look too. */
const lookEvery = 5 * 60_000;

/** Whether it is a while since this service worker last looked. */
export function isTimeToLook(now: Date): boolean {
  const since = now.getTime() - (lastLook ?? -Infinity);
  return since < 0 || since > lookEvery;
}

/** Brings everything in step with what is owed now. Calls wait for one another. */
export async function reconcile(clock: () => Date): Promise<void> {
  await navigator.locks.request('reminders', async () => {
    const now = clock();
    lastLook = now.getTime();
    const facts = await readDutyFacts(now);
    // First of all: whatever fails below is done at the next alarm.
    await ensureAlarms(now, facts.quiet);
    const duties = dutiesOf(facts);
    await browser.action.setBadgeBackgroundColor({ color: badgeColour });
    await browser.action.setBadgeText({ text: duties.reminder.badge });
    await notify(duties.reminder.notification, now);
    // Not waited for: a frozen tab answers when it wakes.
    tellPages(duties, now).catch((error: unknown) => {
      console.error('报送：未能更新网页上的提醒', error);
    });
  });
}
