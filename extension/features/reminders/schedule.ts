/** When the service worker is woken for reminders, beside the tick every half hour. */
import { addDays, shanghaiDate, weekOf } from '@baosong/shared/calendar/dates.ts';
import { weeklyTargetDay } from '@baosong/shared/calendar/obligations.ts';
import type { ObligationPolicy } from '@baosong/shared/calendar/obligations.ts';
import type { WorkdayCalendar } from '@baosong/shared/calendar/workdays.ts';

/** Shanghai time; when the day's first notification may be shown. */
const morning = '09:00';

/** A year has no longer run of weeks without a working day than this. */
const weeksAhead = 4;

/** The next instant after `now` at which a weekly report falls due in the morning, or `null`. */
export function nextDueMorning(
  policy: ObligationPolicy,
  calendar: WorkdayCalendar,
  now: string,
): string | null {
  const thisWeek = weekOf(shanghaiDate(now));
  for (let ahead = 0; ahead <= weeksAhead; ahead += 1) {
    const day = weeklyTargetDay(weekOf(addDays(thisWeek.start, 7 * ahead)), policy, calendar);
    if (day === null) continue;
    const instant = new Date(`${day}T${morning}:00+08:00`).toISOString();
    if (instant > now) return instant;
  }
  return null;
}
