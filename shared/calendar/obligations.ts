/**
 * Who owes which report when (报送义务): a pure function of the policy, the calendar, the unit's catalogue,
 * what was reported, and the present instant. Nothing stores an obligation.
 */
import type { Period } from '../records/zero-report.ts';
import { monthOf, shanghaiDate, weekOf } from './dates.ts';
import { decisionObligations } from './decisions.ts';
import { reportedByDay } from './facts-by-day.ts';
import { monthlyObligations } from './monthly.ts';
import type { Obligation, ObligationFacts } from './obligation.ts';
import { isOwed } from './obligation.ts';
import { weeklyObligations } from './weekly.ts';

/**
 * The obligations of the current week and month, whatever their state, those of earlier ones that are
 * still undischarged, and the decisions that wait; oldest first, then in the order of the kinds.
 */
export function obligations(facts: ObligationFacts): Obligation[] {
  const today = shanghaiDate(facts.now);
  const from = facts.catalogue.map((item) => item.effectiveFrom).sort()[0];
  if (from === undefined) return [];
  const reportedIn = reportedByDay(facts.reports);
  const isCurrent = ({ period }: Obligation): boolean =>
    period.start <= today && today <= period.end;
  const periodic = [
    ...weeklyObligations(facts, reportedIn, { start: from, end: weekOf(today).end }),
    ...monthlyObligations(facts, reportedIn, { start: from, end: monthOf(today).end }),
  ].filter((duty) => isCurrent(duty) || isOwed(duty));
  const waiting = facts.reports.filter(({ submittedOn }) => submittedOn === null);
  return byEnd([...periodic, ...decisionObligations(facts, waiting)]);
}

/**
 * Every obligation of the weeks, months and decisions that touch a span of days, past and to come, in the
 * order of `obligations`.
 */
export function obligationsWithin(facts: ObligationFacts, span: Period): Obligation[] {
  const reportedIn = reportedByDay(facts.reports);
  const decided = facts.reports.filter(
    ({ decisionDate }) => span.start <= decisionDate && decisionDate <= span.end,
  );
  return byEnd([
    ...weeklyObligations(facts, reportedIn, span),
    ...monthlyObligations(facts, reportedIn, span),
    ...decisionObligations(facts, decided),
  ]);
}

function byEnd(duties: readonly Obligation[]): Obligation[] {
  return [...duties].sort((a, b) => a.period.end.localeCompare(b.period.end));
}
