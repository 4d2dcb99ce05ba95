/**
 * The weekly duty for licences and penalties (双公示当周零报送): a week in which a kind had nothing to report
 * must be said to have had nothing. A record belongs to the week of its decision date.
 */
import type { Period, ZeroReport } from '../records/zero-report.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import { recordKindLabels, doublePublicityKinds } from '../standards/index.ts';
import { addDays, dateLabel, periodLabel, shanghaiDate, weekday, weekOf } from './dates.ts';
import type { ReportedIn } from './facts-by-day.ts';
import type { CatalogueItem, Obligation, ObligationFacts, ObligationPolicy } from './obligation.ts';
import type { WorkdayCalendar } from './workdays.ts';
import { lastWorkdayOnOrBefore } from './workdays.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { closingOf, demandBy, knownUntil, momentLabel } from './wording.ts';

/** The day on which a week's zero report is due, or `null` for a week without any working day. */
export function weeklyTargetDay(
  week: Period,
  { weeklyTarget }: Pick<ObligationPolicy, 'weeklyTarget'>,
  calendar: WorkdayCalendar,
): string | null {
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

/** The week, preceded by the weeks that had no working day and so no target of their own. */
export function weekAnsweredFor(
  week: Period,
  policy: ObligationPolicy,
  calendar: WorkdayCalendar,
): Period {
  let { start } = week;
  for (;;) {
    const before = weekOf(addDays(start, -1));
    if (weeklyTargetDay(before, policy, calendar) !== null) break;
    start = before.start;
  }
  return { start, end: week.end };
}

/** The weekly duties of the weeks that touch a span of days, in the order of weeks, then of kinds. */
export function weeklyObligations(
  facts: ObligationFacts,
  reportedIn: ReportedIn,
  span: Period,
): Obligation[] {
  const items = facts.catalogue.filter((item) => item.cycle === 'weekly');
  const from = items.map((item) => item.effectiveFrom).sort()[0];
  if (from === undefined) return [];
  const answering = answeringByWeek(facts.zeroReports);
  const duties: Obligation[] = [];
  let week = weekOf(from > span.start ? from : span.start);
  for (; week.start <= span.end; week = weekOf(addDays(week.end, 1))) {
    const dueOn = weeklyTargetDay(week, facts.policy, facts.calendar);
    const kinds = doublePublicityKinds.filter((kind) =>
      items.some((item) => item.kind === kind && isOwed(item, week, dueOn)),
    );
    const scopes =
      facts.policy.weeklyScope === 'combined'
        ? kinds.length === 0
          ? []
          : [kinds]
        : kinds.map((kind) => [kind]);
    for (const scope of scopes)
      duties.push(weeklyObligation(scope, week, dueOn, facts, reportedIn, answering));
  }
  return duties;
}

/** A kind is owed for a week if the catalogue has it on the week's target day. */
function isOwed(item: CatalogueItem, week: Period, dueOn: string | null): boolean {
  const until = item.effectiveUntil ?? '9999-12-31';
  return item.effectiveFrom <= (dueOn ?? week.end) && until >= (dueOn ?? week.start);
}

/** The first day on which one is reminded of a duty that is due on a day. */
function firstNotice(dueOn: string, { policy, calendar }: ObligationFacts): string {
  const week = weekOf(dueOn);
  // Where the holidays are not known the target day itself may turn out to be off.
  const ahead = Math.max(policy.weeklyNoticeWorkdays, calendar.covers(dueOn) ? 0 : 1);
  let day = dueOn;
  for (let left = ahead; left > 0; left -= 1) {
    const before = lastWorkdayOnOrBefore(addDays(day, -1), calendar);
    if (before < week.start) break;
    day = before;
  }
  return day;
}

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;
const weekdayName = (date: string): string => `周${weekdayNames[weekday(date) - 1] ?? ''}`;

function whyDueOn(dueOn: string, period: Period, facts: ObligationFacts, today: string): string {
  const { weeklyTarget } = facts.policy;
  const week = weekOf(dueOn);
  const usual =
    weeklyTarget.rule === 'lastWorkdayOfWeek'
      ? null
      : addDays(week.start, weeklyTarget.weekday - 1);
  const label = `${dateLabel(dueOn, today)}（${weekdayName(dueOn)}）`;
  const rule =
    usual === null
      ? `当周最后一个工作日为${label}`
      : usual === dueOn
        ? `每${weekdayName(dueOn)}为零报送日`
        : `${dateLabel(usual, today)}（${weekdayName(usual)}）放假，零报送日为${label}`;
  const makeUp = weekday(dueOn) > 5 ? '，是调休上班日' : '';
  const carried =
    period.start < week.start
      ? `；含全周放假而顺延的${periodLabel({ start: period.start, end: addDays(week.start, -1) }, today)}`
      : '';
  return `${rule}${makeUp}${carried}。`;
}

function earlier(day: string | null, other: string): string {
  return day !== null && day < other ? day : other;
}

/** The zero reports of a kind that answer for the week of a Monday. */
type Answering = (kind: DoublePublicityKind, monday: string) => readonly ZeroReport[];

function answeringByWeek(reports: readonly ZeroReport[]): Answering {
  const weeks = new Map<string, ZeroReport[]>();
  for (const report of reports) {
    const { kind, period } = report;
    const first = weekOf(period.start).start;
    let monday = first < period.start ? addDays(first, 7) : first;
    for (; addDays(monday, 6) <= period.end; monday = addDays(monday, 7)) {
      const known = weeks.get(`${kind} ${monday}`);
      if (known) known.push(report);
      else weeks.set(`${kind} ${monday}`, [report]);
    }
  }
  return (kind, monday) => weeks.get(`${kind} ${monday}`) ?? [];
}

function weeklyObligation(
  kinds: readonly DoublePublicityKind[],
  week: Period,
  dueOn: string | null,
  facts: ObligationFacts,
  reportedIn: ReportedIn,
  answering: Answering,
): Obligation {
  const { now } = facts;
  const today = shanghaiDate(now);
  const period = dueOn === null ? week : weekAnsweredFor(week, facts.policy, facts.calendar);
  const subject = kinds.map((kind) => recordKindLabels[kind]).join('、');
  const isCurrent = week.start <= today && today <= week.end;
  const name = `${isCurrent ? `本周（${periodLabel(period, today)}）` : periodLabel(period, today)}${subject}`;
  const common = {
    id: `weekly:${kinds.join('+')}:${week.start}`,
    duty: 'weeklyZeroReport',
    kinds,
    subject,
    period,
    dueOn,
  } as const;
  if (dueOn === null) {
    return {
      ...common,
      remindFrom: null,
      dueAt: null,
      lateFrom: null,
      state: 'carriedOver',
      doneOn: null,
      explanation: `${name}：全周放假，报送顺延至下周。`,
      why: '全周没有工作日，与下一周一并办理。',
    };
  }
  const timed = {
    ...common,
    remindFrom: firstNotice(dueOn, facts),
    dueAt: closingOf(dueOn),
    lateFrom: addDays(dueOn, 1),
    why: whyDueOn(dueOn, period, facts, today),
  };

  const { sent, waiting, firstSentOn } = reportedIn(kinds, period);
  const stillWaiting = waiting > 0 ? `，另有${waiting}条尚未报送` : '';
  const statements = kinds.map((kind) => answering(kind, week.start));
  const confirmed = statements.map((reports) =>
    reports.find(({ evidence }) => evidence.kind !== 'attempted'),
  );
  // With several kinds in one duty, the last statement completes it.
  const last = confirmed
    .filter((report) => report !== undefined)
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  const zeroReport = confirmed.every((report) => report !== undefined) ? last : undefined;

  /** What was decided after a zero report was made does not belie it; it has a clock of its own. */
  const belied =
    zeroReport === undefined
      ? waiting
      : reportedIn(kinds, {
          start: period.start,
          end: earlier(period.end, shanghaiDate(zeroReport.at)),
        }).waiting;

  if (sent > 0) {
    return last
      ? {
          ...timed,
          state: 'replacedByRecords',
          doneOn: earlier(firstSentOn, shanghaiDate(last.at)),
          explanation: `${name}已零报送，后又报送${sent}条，零报送已由后报数据替代${stillWaiting}。`,
        }
      : {
          ...timed,
          state: 'doneByRecords',
          doneOn: firstSentOn,
          explanation: `${name}已报送${sent}条，不需零报送${stillWaiting}。`,
        };
  }
  if (zeroReport && belied === 0) {
    return {
      ...timed,
      state: 'doneByZeroReport',
      doneOn: shanghaiDate(zeroReport.at),
      explanation: `${name}已由${zeroReport.person}于${momentLabel(zeroReport.at, now)}零报送${stillWaiting}。`,
    };
  }

  const state = today < timed.remindFrom ? 'notDue' : today < timed.lateFrom ? 'due' : 'late';
  const attempted = statements.some((reports) => reports.length > 0) && last === undefined;
  const missing = kinds.filter((_, index) => confirmed[index] === undefined);
  const standing =
    waiting > 0
      ? `有${waiting}条尚未报送${zeroReport ? '，与已作的零报送不符' : ''}`
      : attempted
        ? '已按下零报送，尚未确认'
        : last
          ? `尚缺${missing.map((kind) => recordKindLabels[kind]).join('、')}的零报送`
          : '尚未报送';
  const action = waiting > 0 ? '补报' : attempted ? '确认零报送结果或补报' : '零报送或补报';
  const demand =
    state === 'late'
      ? `应于${dateLabel(dueOn, today)}前办理，已逾期，请尽快${action}`
      : demandBy(dueOn, action, now);
  const cautions = `${uncertaintyOf(period.end, facts.calendar)}${knownUntil(facts)}`;
  return { ...timed, state, doneOn: null, explanation: `${name}${standing}，${demand}${cautions}` };
}
