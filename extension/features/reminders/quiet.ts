/** What the clerk asked of notifications: to be reminded later, or not at all this week. */
import { shanghaiDate, weekOf } from '@baosong/shared/calendar/dates.ts';
import { notQuiet, remembered } from '@baosong/shared/calendar/reminders.ts';
import type { Quiet } from '@baosong/shared/calendar/reminders.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';

const quietKey = 'quiet';
const saidKey = 'said';

/** How long 稍后提醒 puts notifications off. */
export const snoozeMinutes = 60;

/** What holds now. */
export async function readQuiet(): Promise<Quiet> {
  return ((await readMeta(quietKey)) as Quiet | undefined) ?? notQuiet;
}

/** What notifications have said so far. */
export async function readSaid(): Promise<readonly string[]> {
  return ((await readMeta(saidKey)) as readonly string[] | undefined) ?? [];
}

/** Notes what a notification is about to say. */
export async function noteSaid(stages: readonly string[], now: Date): Promise<void> {
  await writeMeta(saidKey, remembered(await readSaid(), stages, now.toISOString()));
}

/** Puts notifications off (稍后提醒); what was said today is to be said again. */
export async function snooze(now: Date): Promise<void> {
  const snoozedUntil = new Date(now.getTime() + snoozeMinutes * 60_000).toISOString();
  await writeMeta(quietKey, { ...(await readQuiet()), snoozedUntil });
  const today = shanghaiDate(now.toISOString());
  await writeMeta(
    saidKey,
    (await readSaid()).filter((stage) => !stage.endsWith(`/${today}`)),
  );
}

/** Silences notifications for the rest of the week (不再提醒本周). */
export async function muteWeek(now: Date): Promise<void> {
  const mutedWeek = weekOf(shanghaiDate(now.toISOString())).start;
  await writeMeta(quietKey, { ...(await readQuiet()), mutedWeek });
}

/** Lets notifications come again. */
export async function endQuiet(): Promise<void> {
  await writeMeta(quietKey, notQuiet);
}
