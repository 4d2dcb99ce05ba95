/**
 * Years in an office, lived through in a moment: a clerk of some temperament, a browser that is open now and
 * then, decisions that are made, and everything that reminds. It keeps what a test asks about afterwards,
 * and tells the duties anew by a way of its own, day by day.
 */
import type { MonthlyStatement } from '../../records/monthly-statement.ts';
import type { ZeroReport } from '../../records/zero-report.ts';
import type { DoublePublicityKind } from '../../standards/index.ts';
import { doublePublicityKinds } from '../../standards/index.ts';
import { addDays, monthOf, shanghaiDate, shanghaiTime, weekday, weekOf } from '../dates.ts';
import type {
  CatalogueItem,
  Obligation,
  ObligationFacts,
  ObligationPolicy,
  ReportedDecision,
} from '../obligation.ts';
import { isOwed } from '../obligation.ts';
import { obligations } from '../obligations.ts';
import type { Reminder } from '../reminders.ts';
import { nextReminderMoment, notQuiet, reminderFor, remembered, unsaid } from '../reminders.ts';
import { nationalRule } from '../timeliness.ts';
import { publishedCalendar } from '../workdays.ts';

/** `diligent` comes every working day and does what is shown; `forgetful` now and then; `absent` nothing. */
export type Clerk = 'diligent' | 'forgetful' | 'absent';

/** What chance brings in one week. */
export interface WeekPlan {
  /** Days of the week, 0 for Monday, on which the browser stays closed. */
  readonly closed: readonly number[];
  /** When it is opened, in minutes of the day, and for how many hours. */
  readonly opensAt: number;
  readonly hours: number;
  readonly decisions: readonly { readonly kind: DoublePublicityKind; readonly day: number }[];
  /** Whether a forgetful clerk does this week what is shown. */
  readonly acts: boolean;
}

export interface Schedule {
  readonly clerk: Clerk;
  readonly policy: ObligationPolicy;
  /** A Monday. */
  readonly from: string;
  readonly weeks: readonly WeekPlan[];
}

/** One look of the extension at the clock: at the browser's start, or at an alarm. */
export interface Look {
  readonly at: string;
  readonly isStart: boolean;
  readonly owed: readonly Obligation[];
  readonly reminder: Reminder;
  /** What a notification said that none had said before; empty where none was shown. */
  readonly said: readonly string[];
  readonly facts: ObligationFacts;
}

const at = (date: string, minutes: number): string =>
  new Date(Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000).toISOString();

const item = '荣誉表彰信息';

/** Lives through a schedule and hands every look to `check` before the clerk acts on it. */
export function liveThrough(schedule: Schedule, check: (look: Look) => void): ObligationFacts {
  const { clerk, policy, from, weeks } = schedule;
  const catalogue: CatalogueItem[] = [
    ...doublePublicityKinds.slice(0, 2).map((kind): CatalogueItem => ({
      kind,
      name: kind,
      cycle: 'weekly',
      effectiveFrom: from,
      effectiveUntil: null,
    })),
    { kind: 'other', name: item, cycle: 'monthly', effectiveFrom: from, effectiveUntil: null },
  ];
  const reports: ReportedDecision[] = [];
  const zeroReports: ZeroReport[] = [];
  const statements: MonthlyStatement[] = [];
  let said: string[] = [];
  let made = 0;

  const factsAt = (now: string): ObligationFacts => ({
    policy,
    timelinessRule: nationalRule,
    calendar: publishedCalendar,
    catalogue,
    reports,
    zeroReports,
    statements,
    colleaguesKnownUntil: null,
    now,
  });

  const act = (duty: Obligation, now: string): void => {
    made += 1;
    const id = `x${made}`;
    if (duty.duty === 'monthlyZeroReport') {
      const month = duty.period.start.slice(0, 7);
      statements.push({ id, month, items: [{ name: item, reported: 0 }], person: '甲', at: now });
      return;
    }
    const today = shanghaiDate(now);
    const waiting = reports
      .map((report, index) => ({ report, index }))
      .filter(
        ({ report }) =>
          report.submittedOn === null &&
          duty.kinds.includes(report.kind) &&
          duty.period.start <= report.decisionDate &&
          report.decisionDate <= duty.period.end,
      );
    for (const { report, index } of waiting) reports[index] = { ...report, submittedOn: today };
    if (duty.duty === 'decision' || waiting.length > 0) return;
    for (const kind of duty.kinds) {
      if (kind === 'other') continue;
      zeroReports.push({
        id: `${id}${kind}`,
        kind,
        period: duty.period,
        person: '甲',
        at: now,
        platform: 'http://127.0.0.1:8788',
        evidence: { kind: 'message', at: now },
      });
    }
  };

  const look = (now: string, isStart: boolean, acts: boolean): void => {
    const facts = factsAt(now);
    const owed = obligations(facts).filter(isOwed);
    const reminder = reminderFor(owed, now, publishedCalendar, notQuiet);
    const fresh = unsaid(reminder.notification?.stages ?? [], said);
    said = remembered(said, fresh, now);
    check({ at: now, isStart, owed, reminder, said: fresh, facts });
    if (acts) for (const duty of owed) act(duty, now);
  };

  weeks.forEach((plan, index) => {
    const monday = addDays(from, index * 7);
    for (let day = 0; day < 7; day += 1) {
      const date = addDays(monday, day);
      for (const decision of plan.decisions.filter((one) => one.day === day)) {
        made += 1;
        reports.push({
          id: `r${made}`,
          kind: decision.kind,
          decisionDate: date,
          documentNumber: `示〔2026〕${made}号`,
          submittedOn: null,
        });
      }
      const inOffice = clerk === 'diligent' && publishedCalendar.isWorkday(date);
      if (!inOffice && plan.closed.includes(day)) continue;
      const opens = at(date, inOffice ? 8 * 60 : plan.opensAt);
      const closes = inOffice
        ? at(date, 18 * 60)
        : new Date(Date.parse(opens) + plan.hours * 3_600_000).toISOString();
      for (let now = opens; now < closes; now = nextReminderMoment(now, notQuiet)) {
        const time = shanghaiTime(now);
        const acts =
          clerk === 'diligent'
            ? inOffice && time >= '09:00' && time < '17:30'
            : clerk === 'forgetful' && plan.acts;
        look(now, now === opens, acts);
      }
    }
  });
  return factsAt(at(addDays(from, weeks.length * 7), 0));
}

/**
 * The ids of what is owed or late at an instant, told day by day: time runs from the first day on, and every
 * target day that comes asks what lies since the one before.
 */
export function owedByTheDay(facts: ObligationFacts, from: string): string[] {
  const today = shanghaiDate(facts.now);
  const { calendar, policy } = facts;
  const ids: string[] = [];
  const last = weekOf(today).end;
  for (const kind of doublePublicityKinds.slice(0, 2)) {
    let since = from;
    for (let monday = from; monday <= last; monday = addDays(monday, 7)) {
      const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
      const workdays = days.filter((day) => calendar.isWorkday(day));
      const upTo =
        policy.weeklyTarget.rule === 'lastWorkdayOfWeek' ? 7 : policy.weeklyTarget.weekday;
      const target = workdays.filter((day) => weekday(day) <= upTo).at(-1) ?? workdays.at(-1);
      if (target === undefined) continue;
      const sunday = addDays(monday, 6);
      const decided = facts.reports.filter(
        (report) =>
          report.kind === kind && since <= report.decisionDate && report.decisionDate <= sunday,
      );
      const saidNothing = facts.zeroReports.find(
        (zero) => zero.kind === kind && zero.period.start <= monday && sunday <= zero.period.end,
      );
      const isDone =
        decided.some((report) => report.submittedOn !== null) ||
        (saidNothing !== undefined &&
          decided.every((report) => report.decisionDate > shanghaiDate(saidNothing.at)));
      const ahead = Math.max(policy.weeklyNoticeWorkdays, calendar.covers(target) ? 0 : 1);
      const upToTarget = workdays.filter((day) => day <= target);
      const reminds = upToTarget.at(-1 - ahead) ?? upToTarget.at(0) ?? target;
      if (!isDone && reminds <= today) ids.push(`weekly:${kind}:${monday}`);
      since = addDays(sunday, 1);
    }
  }
  for (let first = monthOf(from).start; first <= today; first = addDays(monthOf(first).end, 1)) {
    let due = addDays(first, 23);
    while (!calendar.isWorkday(due)) due = addDays(due, -1);
    const reminds = due < addDays(first, 19) ? due : addDays(first, 19);
    const stated = facts.statements.some(({ month }) => month === first.slice(0, 7));
    if (!stated && due >= from && reminds <= today) ids.push(`monthly:${first.slice(0, 7)}`);
  }
  for (const { id, decisionDate, submittedOn } of facts.reports) {
    if (submittedOn !== null) continue;
    let reminds = addDays(decisionDate, 2);
    while (!calendar.isWorkday(reminds) && reminds > decisionDate) reminds = addDays(reminds, -1);
    if (reminds <= today) ids.push(`decision:${id}`);
  }
  return ids.sort();
}
