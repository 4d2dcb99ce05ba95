/**
 * Reminders (提醒): what the badge, the notification, the line on the page and the popup say of the
 * obligations. One pure function for all four, so that they never disagree.
 */
import { recordKindLabels, doublePublicityKinds } from '../standards/index.ts';
import { dateLabel, shanghaiDate, shanghaiTime, weekOf } from './dates.ts';
import type { Obligation } from './obligation.ts';
import { isOwed } from './obligation.ts';
import { officeHours, reminderTimes } from './office-hours.ts';
import type { WorkdayCalendar } from './workdays.ts';
import { lastWorkdayOnOrBefore } from './workdays.ts';

/** A notification names this many duties, and the number of the others. */
const linesInNotification = 3;

/** A badge has room for two digits and a sign. */
const mostOnBadge = 99;

/** How far the time of a duty has run: a first notice, the last working day, its last hours, past it. */
export type Stage = 'first' | 'today' | 'lastHours' | 'late';

/** What the clerk asked of notifications; badge, page and popup go on regardless. */
export interface Quiet {
  /** Instant until which they are put off (稍后提醒), or `null`. */
  readonly snoozedUntil: string | null;
  /** Monday of the week in which there are to be none (不再提醒本周), or `null`. */
  readonly mutedWeek: string | null;
}

export const notQuiet: Quiet = { snoozedUntil: null, mutedWeek: null };

/** One line about what is owed; decisions of one kind share one. */
export interface ReminderLine {
  readonly duties: readonly Obligation[];
  readonly text: string;
  /** Whether today is the last working day for it, or it is late. */
  readonly urgent: boolean;
  readonly late: boolean;
}

/** What to show now. */
export interface Reminder {
  /** The number of lines, or `''`. */
  readonly badge: string;
  /**
   * What to notify of, or `null`: nobody is disturbed outside office hours or on days off. `stages` names
   * each duty with how far its time has run; nothing new is to be said where all of them were said before.
   */
  readonly notification: {
    readonly stages: readonly string[];
    readonly title: string;
    readonly message: string;
  } | null;
  /** What is due today, then what is late, the latest first, then what is due on later days. */
  readonly lines: readonly ReminderLine[];
}

/** How far the time of a duty that is owed has run on a day of the calendar. */
export function stageOf(duty: Obligation, now: string, calendar: WorkdayCalendar): Stage {
  if (duty.state === 'late' || duty.dueOn === null) return 'late';
  // Where the last day is off, its last working day is what counts.
  if (shanghaiDate(now) < lastWorkdayOnOrBefore(duty.dueOn, calendar)) return 'first';
  return shanghaiTime(now) < reminderTimes.lastHours ? 'today' : 'lastHours';
}

/** What to show of the obligations at an instant. */
export function reminderFor(
  obligations: readonly Obligation[],
  now: string,
  calendar: WorkdayCalendar,
  quiet: Quiet,
): Reminder {
  const owed = obligations.filter(isOwed);
  const lines = linesOf(owed, now, calendar);
  return {
    badge:
      lines.length === 0
        ? ''
        : lines.length > mostOnBadge
          ? `${mostOnBadge}+`
          : String(lines.length),
    notification: isQuiet(quiet, now) ? null : notificationOf(owed, now, calendar),
    lines,
  };
}

function isQuiet({ snoozedUntil, mutedWeek }: Quiet, now: string): boolean {
  const snoozed = snoozedUntil !== null && now < snoozedUntil;
  return snoozed || mutedWeek === weekOf(shanghaiDate(now)).start;
}

function linesOf(
  owed: readonly Obligation[],
  now: string,
  calendar: WorkdayCalendar,
): ReminderLine[] {
  const line = (duties: readonly Obligation[], text: string): ReminderLine => {
    const stages = duties.map((duty) => stageOf(duty, now, calendar));
    return {
      duties,
      text,
      urgent: stages.some((stage) => stage !== 'first'),
      late: stages.includes('late'),
    };
  };
  const periodic = owed.filter(({ duty }) => duty !== 'decision');
  /** A week that is owed counts the decisions that it waits for. */
  const isCounted = ({ kinds, period }: Obligation): boolean =>
    periodic.some(
      (duty) =>
        kinds.every((kind) => duty.kinds.includes(kind)) &&
        duty.period.start <= period.start &&
        period.end <= duty.period.end,
    );
  const decisions = owed.filter(
    (duty) => duty.duty === 'decision' && (duty.state === 'late' || !isCounted(duty)),
  );
  const lines = [
    ...periodic.map((duty) => line([duty], duty.explanation)),
    ...doublePublicityKinds.flatMap((kind) =>
      (['late', 'due'] as const).flatMap((state) => {
        const group = decisions.filter((duty) => duty.state === state && duty.kinds[0] === kind);
        const [earliest] = [...group].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
        if (earliest === undefined) return [];
        if (group.length === 1) return [line(group, earliest.explanation)];
        const dueOn = dateLabel(earliest.dueOn ?? '', shanghaiDate(now));
        const text =
          state === 'late'
            ? `${recordKindLabels[kind]}有${group.length}件已逾期（${earliest.subject}等），最早的应于${dueOn}前报送，请尽快补报`
            : `${recordKindLabels[kind]}有${group.length}件待报（${earliest.subject}等），最早的请在${dueOn}前报送`;
        return [line(group, text)];
      }),
    ),
  ];
  const lastDue = ({ duties }: ReminderLine): string =>
    duties.reduce((last, { dueOn }) => (last > (dueOn ?? '') ? last : (dueOn ?? '')), '');
  return [
    ...lines.filter(({ urgent, late }) => urgent && !late),
    ...lines.filter(({ late }) => late).sort((a, b) => lastDue(b).localeCompare(lastDue(a))),
    ...lines.filter(({ urgent }) => !urgent),
  ];
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
  const staged = owed
    .map((duty) => ({ duty, stage: stageOf(duty, now, calendar) }))
    .filter(({ duty, stage }) => {
      if (stage === 'late') return true;
      // Whoever has just written a decision down need not be told of it.
      return time >= reminderTimes.notices && !(stage === 'first' && duty.duty === 'decision');
    });
  const lines = linesOf(
    staged.map(({ duty }) => duty),
    now,
    calendar,
  );
  if (lines.length === 0) return null;
  const named = lines.slice(0, linesInNotification).map(({ text }) => text);
  const others = lines.length - named.length;
  const has = (stage: Stage): boolean => staged.some((one) => one.stage === stage);
  return {
    stages: staged.map(({ duty, stage }) =>
      stage === 'first' ? `${duty.id}/first` : `${duty.id}/${stage}/${today}`,
    ),
    title: has('lastHours')
      ? `今天 ${officeHours.end} 前有${lines.length}项报送待办`
      : has('late')
        ? `有${lines.length}项报送待办，含已逾期的`
        : `有${lines.length}项报送待办`,
    message: [...named, ...(others > 0 ? [`另有${others}项，请在扩展中查看`] : [])].join('\n'),
  };
}

/** Those of a notification's stages that none before it has said; where there are none it stays away. */
export function unsaid(stages: readonly string[], said: readonly string[]): string[] {
  const before = new Set(said);
  return stages.filter((stage) => !before.has(stage));
}

/**
 * What is to be remembered of what was said, once more of it was: first notices for good, the others for
 * their day. Nothing else may go, or it would be said again.
 */
export function remembered(
  said: readonly string[],
  fresh: readonly string[],
  now: string,
): string[] {
  const today = shanghaiDate(now);
  const counts = (stage: string): boolean =>
    stage.endsWith('/first') || stage.slice(stage.lastIndexOf('/') + 1) >= today;
  return [...said.filter(counts), ...fresh];
}

/**
 * The next instant after `now` at which a reminder may change by itself: at one of the day's times, or when
 * notifications that were put off may come again.
 */
export function nextReminderMoment(now: string, { snoozedUntil }: Quiet): string {
  const today = shanghaiDate(now);
  const tomorrow = shanghaiDate(new Date(Date.parse(now) + 24 * 3_600_000).toISOString());
  const moments = [today, tomorrow].flatMap((day) =>
    Object.values(reminderTimes).map((time) => new Date(`${day}T${time}:00+08:00`).toISOString()),
  );
  if (snoozedUntil !== null) moments.push(snoozedUntil);
  const [next] = moments.filter((moment) => moment > now).sort();
  if (next === undefined) throw new Error('Tomorrow always comes');
  return next;
}
