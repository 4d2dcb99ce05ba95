/**
 * Who owes which report when (报送义务): a pure function of the policy, the calendar, the unit's catalogue,
 * what was reported, and the present instant. Nothing stores an obligation.
 *
 * So far there is one duty, the weekly zero report for licences and penalties (周五零报送): a week
 * in which a kind had nothing to report must be said to have had nothing. A record belongs to the week
 * of its decision date.
 */
import type { DoublePublicityKind } from '../standards/index.ts';
import { recordKindLabels, doublePublicityKinds } from '../standards/index.ts';
import type { Period, ZeroReport } from '../records/zero-report.ts';
import { addDays, dateLabel, periodLabel, shanghaiDate, shanghaiTime, weekOf } from './dates.ts';
import { officeHours } from './office-hours.ts';
import type { WorkdayCalendar } from './workdays.ts';
import { lastWorkdayOnOrBefore } from './workdays.ts';

/**
 * The day of the week on which the weekly zero report is due: a day of the week (1 Monday to 7 Sunday),
 * or the last working day before it in the same week where it is off; or the week's last working
 * day, which a make-up Saturday or Sunday may be.
 */
export type WeeklyTarget =
  | { readonly rule: 'weekdayOrLastWorkdayBefore'; readonly weekday: number }
  | { readonly rule: 'lastWorkdayOfWeek' };

/** What a jurisdiction asks of its units, as data. */
export interface ObligationPolicy {
  readonly weeklyTarget: WeeklyTarget;
}

/** From when until when, both days included, a unit's catalogue (目录) has a kind. */
export interface CatalogueItem {
  readonly kind: DoublePublicityKind;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

/** What obligations need to know of a record: `submittedOn` is `null` while it waits to be sent. */
export interface ReportedDecision {
  readonly kind: DoublePublicityKind;
  readonly decisionDate: string;
  readonly submittedOn: string | null;
}

/**
 * `notDue` before the target day; `due` on it; `late` after it; `doneByRecords` where a record of the
 * week was sent; `doneByZeroReport`; `replacedByRecords` where both happened (已由后报数据替代);
 * `carriedOver` for a week without any working day, whose days the next week's duty takes over (顺延).
 */
export type ObligationState =
  | 'notDue'
  | 'due'
  | 'late'
  | 'doneByRecords'
  | 'doneByZeroReport'
  | 'replacedByRecords'
  | 'carriedOver';

/** One duty of one period. */
export interface Obligation {
  /** Stable, such as `weekly:licence:2026-11-23`, by the week's Monday. */
  readonly id: string;
  readonly duty: 'weeklyZeroReport';
  readonly kind: DoublePublicityKind;
  /** The days it answers for: the week, and before it any week that was carried over into it. */
  readonly period: Period;
  /** The target day, or `null` for a week without any working day. */
  readonly dueOn: string | null;
  readonly state: ObligationState;
  /** One Chinese sentence: how things stand, and what to do. */
  readonly explanation: string;
}

/** Everything that obligations follow from. */
export interface ObligationFacts {
  readonly policy: ObligationPolicy;
  readonly calendar: WorkdayCalendar;
  readonly catalogue: readonly CatalogueItem[];
  readonly reports: readonly ReportedDecision[];
  readonly zeroReports: readonly ZeroReport[];
  /** The present instant. */
  readonly now: string;
}

/**
 * The obligations of the current week, whatever their state, and those of earlier weeks that are still
 * undischarged; oldest first, then in the order of the kinds. A kind is owed for a week if the
 * catalogue has it on the week's target day.
 */
export function obligations(facts: ObligationFacts): Obligation[] {
  const today = shanghaiDate(facts.now);
  const currentWeek = weekOf(today);
  const owed: Obligation[] = [];
  for (const kind of doublePublicityKinds) {
    const items = facts.catalogue.filter((item) => item.kind === kind);
    const ofKind = {
      ...facts,
      reports: facts.reports.filter((report) => report.kind === kind),
      zeroReports: facts.zeroReports.filter((report) => report.kind === kind),
    };
    const from = items.map((item) => item.effectiveFrom).sort()[0];
    if (from === undefined) continue;
    for (let week = weekOf(from); week.start <= currentWeek.start; week = nextWeek(week)) {
      const dueOn = weeklyTargetDay(week, facts.policy, facts.calendar);
      if (!items.some((item) => isOwed(item, week, dueOn))) continue;
      const obligation = weeklyObligation(kind, week, dueOn, ofKind, today);
      if (week.start === currentWeek.start || obligation.state === 'late') owed.push(obligation);
    }
  }
  return owed.sort((a, b) => a.period.end.localeCompare(b.period.end));
}

/** The day on which a week's zero report is due, or `null` for a week without any working day. */
export function weeklyTargetDay(
  week: Period,
  policy: ObligationPolicy,
  calendar: WorkdayCalendar,
): string | null {
  const { weeklyTarget } = policy;
  const latest =
    weeklyTarget.rule === 'lastWorkdayOfWeek'
      ? week.end
      : addDays(week.start, weeklyTarget.weekday - 1);
  const day = lastWorkdayOnOrBefore(latest, calendar);
  if (day >= week.start) return day;
  // A make-up day after the target is the week's only working day: still a week with a duty.
  const last = lastWorkdayOnOrBefore(week.end, calendar);
  return last >= week.start ? last : null;
}

function nextWeek(week: Period): Period {
  return weekOf(addDays(week.end, 1));
}

function isOwed(item: CatalogueItem, week: Period, dueOn: string | null): boolean {
  const until = item.effectiveUntil ?? '9999-12-31';
  return item.effectiveFrom <= (dueOn ?? week.end) && until >= (dueOn ?? week.start);
}

/** The week, preceded by the weeks that had no working day and so no target of their own. */
function periodAnsweredFor(week: Period, facts: ObligationFacts): Period {
  let start = week.start;
  for (;;) {
    const before = weekOf(addDays(start, -1));
    if (weeklyTargetDay(before, facts.policy, facts.calendar) !== null) break;
    start = before.start;
  }
  return { start, end: week.end };
}

function weeklyObligation(
  kind: DoublePublicityKind,
  week: Period,
  dueOn: string | null,
  facts: ObligationFacts,
  today: string,
): Obligation {
  const period = dueOn === null ? week : periodAnsweredFor(week, facts);
  const common = {
    id: `weekly:${kind}:${week.start}`,
    duty: 'weeklyZeroReport',
    kind,
    period,
    dueOn,
  } as const;
  const isCurrent = week.start <= today && today <= week.end;
  const name = `${isCurrent ? `本周（${periodLabel(period, today)}）` : periodLabel(period, today)}${recordKindLabels[kind]}`;
  if (dueOn === null) {
    return { ...common, state: 'carriedOver', explanation: `${name}：全周放假，报送顺延至下周。` };
  }

  const inPeriod = facts.reports.filter(
    ({ decisionDate }) => period.start <= decisionDate && decisionDate <= period.end,
  );
  const sent = inPeriod.filter(({ submittedOn }) => submittedOn !== null).length;
  const waiting = inPeriod.length - sent;
  const stillWaiting = waiting > 0 ? `，另有${waiting}条尚未报送` : '';
  const statements = facts.zeroReports.filter(
    (report) => report.period.start <= week.start && week.end <= report.period.end,
  );
  const zeroReport = statements.find(({ evidence }) => evidence.kind !== 'attempted');

  if (sent > 0) {
    return zeroReport
      ? {
          ...common,
          state: 'replacedByRecords',
          explanation: `${name}已零报送，后又报送${sent}条，零报送已由后报数据替代${stillWaiting}。`,
        }
      : {
          ...common,
          state: 'doneByRecords',
          explanation: `${name}已报送${sent}条，不需零报送${stillWaiting}。`,
        };
  }
  if (zeroReport && waiting === 0) {
    const at = `${dateLabel(shanghaiDate(zeroReport.at), today)}${shanghaiTime(zeroReport.at)}`;
    return {
      ...common,
      state: 'doneByZeroReport',
      explanation: `${name}已由${zeroReport.person}于${at}零报送。`,
    };
  }

  const covered = facts.calendar.covers(period.end);
  // Where the holidays are not known the target day itself may turn out to be off.
  const dueFrom = covered ? dueOn : addDays(dueOn, -1);
  const state = today < dueFrom ? 'notDue' : today <= dueOn ? 'due' : 'late';
  const standing =
    waiting > 0
      ? `有${waiting}条尚未报送${zeroReport ? '，与已作的零报送不符' : ''}`
      : statements.length > 0
        ? '已按下零报送，尚未确认'
        : '尚未报送';
  const action =
    waiting > 0 ? '补报' : statements.length > 0 ? '确认零报送结果或补报' : '零报送或补报';
  const dueDay = dateLabel(dueOn, today);
  const demand =
    state === 'late'
      ? `应于${dueDay}前办理，已逾期，请尽快${action}`
      : dueOn > today
        ? `请在${dueDay}${officeHours.end}前${action}`
        : shanghaiTime(facts.now) < officeHours.end
          ? `今天 ${officeHours.end} 前请${action}`
          : `请在今天内${action}`;
  const caution = covered
    ? ''
    : `（${period.end.slice(0, 4)}年放假安排尚未导入，暂按周一至周五上班推算）`;
  return { ...common, state, explanation: `${name}${standing}，${demand}${caution}` };
}
