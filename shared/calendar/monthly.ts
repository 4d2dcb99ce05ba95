/**
 * The monthly duty for other credit information (其他信用信息每月零报送): for every item of the catalogue that
 * is reported by the month, a record of the month, or a statement that names how much there was.
 */
import type { MonthlyStatement } from '../records/monthly-statement.ts';
import type { Period } from '../records/zero-report.ts';
import { addDays, dateLabel, monthOf, shanghaiDate } from './dates.ts';
import type { ReportedIn } from './facts-by-day.ts';
import type { CatalogueItem, MonthlyTarget, Obligation, ObligationFacts } from './obligation.ts';
import type { WorkdayCalendar } from './workdays.ts';
import { lastWorkdayOnOrBefore } from './workdays.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { closingOf, demandBy, knownUntil, momentLabel } from './wording.ts';

/** The days of a month that count for its duty. */
export interface MonthlyDays {
  readonly remindFrom: string;
  readonly dueOn: string;
  readonly lateFrom: string;
}

/** When a month's report is due, by a jurisdiction's rule. */
export function monthlyDays(
  month: Period,
  target: MonthlyTarget,
  calendar: WorkdayCalendar,
): MonthlyDays {
  const day = (number: number): string => addDays(month.start, number - 1);
  const dueOn = lastWorkdayOnOrBefore(day(target.dueByDay), calendar);
  const remindFrom = day(target.remindFromDay);
  return {
    // A long holiday may leave no working day in between: then one is reminded on the day itself.
    remindFrom: remindFrom < dueOn ? remindFrom : dueOn,
    dueOn,
    lateFrom: day(target.lateFromDay),
  };
}

/** The monthly duties of the months that touch a span of days: one for each month in which items are owed. */
export function monthlyObligations(
  facts: ObligationFacts,
  reportedIn: ReportedIn,
  span: Period,
): Obligation[] {
  const items = facts.catalogue.filter((item) => item.cycle === 'monthly');
  const from = items.map((item) => item.effectiveFrom).sort()[0];
  if (from === undefined) return [];
  const duties: Obligation[] = [];
  let month = monthOf(from > span.start ? from : span.start);
  for (; month.start <= span.end; month = monthOf(addDays(month.end, 1))) {
    const days = monthlyDays(month, facts.policy.monthlyTarget, facts.calendar);
    const owed = items.filter(
      ({ effectiveFrom, effectiveUntil }) =>
        effectiveFrom <= days.dueOn && (effectiveUntil ?? '9999-12-31') >= days.dueOn,
    );
    if (owed.length > 0) duties.push(monthlyObligation(owed, month, days, facts, reportedIn));
  }
  return duties;
}

/** How one item stands in a month. */
interface Standing {
  readonly name: string;
  readonly state: 'doneByRecords' | 'doneByZeroReport' | 'replacedByRecords' | 'open';
  readonly doneOn: string | null;
  readonly waiting: number;
  readonly statement: MonthlyStatement | undefined;
}

/** The statements on an item of a month, oldest first. */
function statementsOn(
  statements: readonly MonthlyStatement[],
  name: string,
  month: string,
): { readonly statement: MonthlyStatement; readonly reported: number }[] {
  return statements
    .filter((statement) => statement.month === month)
    .flatMap((statement) =>
      statement.items
        .filter((item) => item.name === name)
        .map(({ reported }) => ({ statement, reported })),
    )
    .sort((a, b) => a.statement.at.localeCompare(b.statement.at));
}

function standingOf(
  { kind, name }: CatalogueItem,
  month: Period,
  facts: ObligationFacts,
  reportedIn: ReportedIn,
): Standing {
  const { sent, waiting, firstSentOn } = reportedIn([kind], month);
  const said = statementsOn(facts.statements, name, month.start.slice(0, 7));
  const last = said.at(-1);
  const saidZero = said.some(({ reported }) => reported === 0);
  const common = { name, waiting, statement: last?.statement };
  const sayings = said.map(({ statement }) => shanghaiDate(statement.at));
  if (sent > 0 || (last && last.reported > 0)) {
    const [doneOn = null] = [firstSentOn, ...sayings].filter((day) => day !== null).sort();
    return { ...common, state: saidZero ? 'replacedByRecords' : 'doneByRecords', doneOn };
  }
  // What was decided after the statement was made does not belie it.
  const belied =
    last === undefined
      ? waiting
      : reportedIn([kind], {
          start: month.start,
          end:
            shanghaiDate(last.statement.at) < month.end
              ? shanghaiDate(last.statement.at)
              : month.end,
        }).waiting;
  if (last && belied === 0) {
    return { ...common, state: 'doneByZeroReport', doneOn: sayings[0] ?? null };
  }
  return { ...common, state: 'open', doneOn: null };
}

function monthlyObligation(
  items: readonly CatalogueItem[],
  month: Period,
  days: MonthlyDays,
  facts: ObligationFacts,
  reportedIn: ReportedIn,
): Obligation {
  const { now, policy } = facts;
  const today = shanghaiDate(now);
  const { remindFrom, dueOn, lateFrom } = days;
  const subject = items.map(({ name }) => name).join('、');
  const label = `${month.start.slice(0, 4) === today.slice(0, 4) ? '' : `${month.start.slice(0, 4)}年`}${Number(month.start.slice(5, 7))}月`;
  const { dueByDay, lateFromDay } = policy.monthlyTarget;
  const usual = addDays(month.start, dueByDay - 1);
  const moved =
    usual === dueOn
      ? ''
      : `；${dateLabel(usual, today)}休息，提前到${dateLabel(dueOn, today)}（最后一个工作日）`;
  const common = {
    id: `monthly:${month.start.slice(0, 7)}`,
    duty: 'monthlyZeroReport',
    kinds: [...new Set(items.map(({ kind }) => kind))],
    subject,
    period: month,
    remindFrom,
    dueOn,
    dueAt: closingOf(dueOn),
    lateFrom,
    why: `当月无信息的，应在25日前向信用信息中心零报送：${dueByDay}日以前最后一个工作日到期，${lateFromDay}日起算逾期${moved}。`,
  } as const;

  const standings = items.map((item) => standingOf(item, month, facts, reportedIn));
  const open = standings.filter(({ state }) => state === 'open');
  if (open.length === 0) {
    const doneOn =
      standings
        .map((standing) => standing.doneOn ?? '')
        .sort()
        .at(-1) ?? null;
    const any = (state: Standing['state']): boolean =>
      standings.some((standing) => standing.state === state);
    if (any('replacedByRecords')) {
      return {
        ...common,
        state: 'replacedByRecords',
        doneOn,
        explanation: `${label}${subject}已零报送，后又报送，零报送已由后报数据替代。`,
      };
    }
    if (any('doneByRecords')) {
      return {
        ...common,
        state: 'doneByRecords',
        doneOn,
        explanation: `${label}${subject}已报送。`,
      };
    }
    const statement = standings
      .flatMap((standing) => standing.statement ?? [])
      .sort((a, b) => a.at.localeCompare(b.at))
      .at(-1);
    return {
      ...common,
      state: 'doneByZeroReport',
      doneOn,
      explanation: `${label}${subject}已由${statement?.person ?? ''}于${statement ? momentLabel(statement.at, now) : ''}作零报送说明。`,
    };
  }

  const state = today < remindFrom ? 'notDue' : today < lateFrom ? 'due' : 'late';
  const waiting = open.reduce((sum, standing) => sum + standing.waiting, 0);
  const action = waiting > 0 ? '补报' : '报送或作零报送说明';
  const demand =
    state === 'late'
      ? `应于${dateLabel(dueOn, today)}前办理，已逾期，请尽快${action}`
      : today > dueOn
        ? `应于${dateLabel(dueOn, today)}前办理，${dateLabel(lateFrom, today)}起算逾期，请尽快${action}`
        : demandBy(dueOn, action, now);
  const names = open.map(({ name }) => name).join('、');
  const standing = waiting > 0 ? `有${waiting}条尚未报送` : '尚未报送';
  return {
    ...common,
    state,
    doneOn: null,
    explanation: `${label}${names}${standing}，${demand}${uncertaintyOf(dueOn, facts.calendar)}${knownUntil(facts)}`,
  };
}
