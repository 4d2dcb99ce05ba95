/**
 * Reminders (提醒): what the badge, the notification, the line on the page and the popup say of the
 * obligations. One pure function for all four, so that they never disagree.
 */
import { shanghaiDate, shanghaiTime } from './dates.ts';
import type { Obligation } from './obligations.ts';
import { officeHours } from './office-hours.ts';
import type { WorkdayCalendar } from './workdays.ts';

/** From this time of the target day on, Shanghai time, a notification is shown. */
const firstNotification = '09:00';

/** A notification names this many obligations, and the number of the others. */
const linesInNotification = 3;

/** What to show now. */
export interface Reminder {
  /** The number of reports owed, or `''`. */
  readonly badge: string;
  /**
   * What to notify of, or `null`: nobody is disturbed outside office hours or on days off. The id changes
   * with the day and with what is owed, so that a notification of an id once shown need not be shown again.
   */
  readonly notification: {
    readonly id: string;
    readonly title: string;
    readonly message: string;
  } | null;
  /** One line for each report owed; urgent on the target day and after it. */
  readonly lines: readonly { readonly text: string; readonly urgent: boolean }[];
}

/** What to show of the obligations at an instant. */
export function reminderFor(
  obligations: readonly Obligation[],
  now: string,
  calendar: WorkdayCalendar,
): Reminder {
  const today = shanghaiDate(now);
  const owed = obligations.filter(({ state }) => state === 'due' || state === 'late');
  return {
    badge: owed.length > 0 ? String(owed.length) : '',
    notification: notificationOf(owed, now, calendar),
    lines: owed.map(({ explanation, state, dueOn }) => ({
      text: explanation,
      urgent: state === 'late' || dueOn === today,
    })),
  };
}

function notificationOf(
  owed: readonly Obligation[],
  now: string,
  calendar: WorkdayCalendar,
): Reminder['notification'] {
  const today = shanghaiDate(now);
  const time = shanghaiTime(now);
  const inOffice = calendar.isWorkday(today) && officeHours.start <= time && time < officeHours.end;
  if (!inOffice) return null;
  const timely = owed.filter(({ state }) => state === 'late' || time >= firstNotification);
  if (timely.length === 0) return null;
  const lines = timely.slice(0, linesInNotification).map(({ explanation }) => explanation);
  const others = timely.length - lines.length;
  return {
    id: `obligations:${today}:${timely.map(({ id }) => id).join(',')}`,
    title: `有${timely.length}项报送待办`,
    message: [...lines, ...(others > 0 ? [`另有${others}项，请在扩展中查看`] : [])].join('\n'),
  };
}
