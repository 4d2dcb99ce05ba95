/**
 * The duty that each decision brings with it (逐件报送): within the days of the notice, and at the latest
 * within the working days that the State allows (`timeliness.ts`).
 */
import { recordKindLabels } from '../standards/index.ts';
import { isDate } from '../standards/written.ts';
import { addDays, dateLabel, shanghaiDate } from './dates.ts';
import type { Obligation, ObligationFacts, ReportedDecision } from './obligation.ts';
import type { ReportDeadlines } from './timeliness.ts';
import { reportDeadlines } from './timeliness.ts';
import { lastWorkdayOnOrBefore } from './workdays.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { closingOf, demandBy } from './wording.ts';

/**
 * The duties of these decisions, by date. A decision counts if the catalogue has its kind on its date; one
 * from before also counts if its time was not over when the item came into the catalogue.
 */
export function decisionObligations(
  facts: ObligationFacts,
  reports: readonly ReportedDecision[],
): Obligation[] {
  const { timelinessRule, calendar, catalogue } = facts;
  const known = new Map<string, ReportDeadlines>();
  const deadlinesOf = (date: string): ReportDeadlines => {
    const found = known.get(date) ?? reportDeadlines(date, timelinessRule, calendar);
    known.set(date, found);
    return found;
  };
  return reports
    .filter(({ decisionDate }) => isDate(decisionDate))
    .flatMap((report) => {
      const deadlines = deadlinesOf(report.decisionDate);
      const counts = catalogue.some(
        ({ kind, effectiveFrom, effectiveUntil }) =>
          kind === report.kind &&
          effectiveFrom <= deadlines.national &&
          report.decisionDate <= (effectiveUntil ?? '9999-12-31'),
      );
      return counts ? [decisionObligation(report, deadlines, facts)] : [];
    })
    .sort((a, b) => a.period.start.localeCompare(b.period.start));
}

function decisionObligation(
  { id, kind, decisionDate, documentNumber, submittedOn }: ReportedDecision,
  { local, national }: ReportDeadlines,
  facts: ObligationFacts,
): Obligation {
  const { now, calendar, timelinessRule } = facts;
  const today = shanghaiDate(now);
  const lastWorkday = lastWorkdayOnOrBefore(local, calendar);
  const dueOn = today <= local ? local : national;
  const subject = documentNumber === '' ? '（无文书号）' : documentNumber;
  const name = `${recordKindLabels[kind]}${subject}`;
  const common = {
    id: `decision:${id}`,
    duty: 'decision',
    kinds: [kind],
    subject,
    period: { start: decisionDate, end: decisionDate },
    // Nobody is at the desk on the second day where it is off; the decision may be of that very day.
    remindFrom: lastWorkday > decisionDate ? lastWorkday : decisionDate,
    dueOn,
    dueAt: closingOf(dueOn),
    lateFrom: addDays(national, 1),
    why: `${dateLabel(decisionDate, today)}作出决定：${timelinessRule.localDays}日内为${dateLabel(local, today)}前，最迟第${timelinessRule.workdays}个工作日${dateLabel(national, today)}。`,
  } as const;
  if (submittedOn !== null) {
    return {
      ...common,
      state: 'doneByRecords',
      doneOn: submittedOn,
      explanation: `${name}已于${dateLabel(submittedOn, today)}报送。`,
    };
  }
  const state = today < common.remindFrom ? 'notDue' : today < common.lateFrom ? 'due' : 'late';
  const demand =
    state === 'late'
      ? `应于${dateLabel(national, today)}前报送，已逾期，请尽快补报`
      : today > local
        ? `已过${timelinessRule.localDays}日，最迟${dateLabel(national, today)}，请尽快报送`
        : demandBy(local, '报送', now);
  return {
    ...common,
    state,
    doneOn: null,
    explanation: `${name}尚未报送，${demand}${uncertaintyOf(national, calendar)}`,
  };
}
