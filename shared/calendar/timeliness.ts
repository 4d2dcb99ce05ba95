/**
 * Timeliness (及时): whether a decision was reported within the time allowed. The one function of
 * that name; the clock on the form, rule X20, the relay's statistics and the bulletin all use it.
 *
 * 发改办财金〔2018〕424号 allows 7 working days from the decision; a city may ask for less.
 */
import { addDays, daysBetween } from './dates.ts';
import { uncertaintyOf } from './uncertainty.ts';
import type { WorkdayCalendar } from './workdays.ts';
import { addWorkdays } from './workdays.ts';

/** How much time a jurisdiction allows. */
export interface TimelinessRule {
  /** Working days, the day after the decision being the first; the last one is still timely. */
  readonly workdays: number;
  /** The city's own limit in calendar days, the day after the decision being the first; shown beside the other. */
  readonly localDays: number;
}

/** Seven working days, and the two days that cities commonly ask for. */
export const nationalRule: TimelinessRule = { workdays: 7, localDays: 2 };

/** How timely one submission was. */
export interface Timeliness {
  /**
   * The working day of the submission: 0 on the day of the decision, then counted from the day after.
   * A day off counts as the working day that follows it, so that a Saturday after the seventh
   * working day is the eighth.
   */
  readonly workday: number;
  readonly timely: boolean;
  readonly withinLocalLimit: boolean;
  /** `false` where the judgement hangs on a year whose holidays are not known; see `WorkdayCalendar.covers`. */
  readonly certain: boolean;
}

/** The last days on which a decision is reported in time. */
export interface ReportDeadlines {
  readonly national: string;
  readonly local: string;
  /** As `Timeliness.certain`. */
  readonly certain: boolean;
}

/** The last days on which a decision of `decisionDate` is reported in time. */
export function reportDeadlines(
  decisionDate: string,
  rule: TimelinessRule,
  calendar: WorkdayCalendar,
): ReportDeadlines {
  const national = addWorkdays(decisionDate, rule.workdays, calendar);
  return {
    national,
    local: addDays(decisionDate, rule.localDays),
    certain: calendar.covers(decisionDate) && calendar.covers(national),
  };
}

/**
 * Judges one submission. Both dates are `YYYY-MM-DD` in Asia/Shanghai; `submittedOn` is the day of
 * submission to the platform, not of its receipt anywhere else. A submission that is dated before
 * its decision (a slip of the pen, rule X05) counts as made on the day itself.
 */
export function timelinessOf(
  report: { readonly decisionDate: string; readonly submittedOn: string },
  rule: TimelinessRule,
  calendar: WorkdayCalendar,
): Timeliness {
  const { decisionDate, submittedOn } = report;
  const offDay = submittedOn > decisionDate && !calendar.isWorkday(submittedOn);
  const workday = calendar.workdaysBetween(decisionDate, submittedOn) + (offDay ? 1 : 0);
  const timely = workday <= rule.workdays;
  return {
    workday,
    timely,
    withinLocalLimit: daysBetween(decisionDate, submittedOn) <= rule.localDays,
    certain: timely
      ? calendar.covers(decisionDate) && calendar.covers(submittedOn)
      : reportDeadlines(decisionDate, rule, calendar).certain,
  };
}

/** The earliest days of decision that are still in time; see `earliestTimely`. */
export interface TimelyFrom {
  readonly national: string;
  /** By the city's own limit. */
  readonly local: string;
  /** A Chinese remark that `national` hangs on a year whose days off are not known; `''` where they are. */
  readonly caution: string;
}

/**
 * The earliest days of which a decision would still be timely if it were submitted on a day, both
 * `YYYY-MM-DD` in Asia/Shanghai: `timelinessOf` the other way round, for places that know no calendar.
 */
export function earliestTimely(
  submittedOn: string,
  rule: TimelinessRule,
  calendar: WorkdayCalendar,
): TimelyFrom {
  let national = submittedOn;
  for (let day = national; ; day = addDays(day, -1)) {
    if (!timelinessOf({ decisionDate: day, submittedOn }, rule, calendar).timely) break;
    national = day;
  }
  return {
    national,
    local: addDays(submittedOn, -rule.localDays),
    caution: uncertaintyOf(calendar.covers(national) ? submittedOn : national, calendar),
  };
}
