/** The reported decisions, found by kind and day without looking at all of them. */
import type { Period } from '../records/zero-report.ts';
import { addDays } from './dates.ts';
import type { ItemKind, ReportedDecision } from './obligation.ts';

/** What is known of some days. */
export interface Reported {
  readonly sent: number;
  readonly waiting: number;
  /** Day of the first submission, or `null`. */
  readonly firstSentOn: string | null;
}

/** Answers for a period what was decided in it, of these kinds. */
export type ReportedIn = (kinds: readonly ItemKind[], period: Period) => Reported;

/** Takes the decisions in once; a decision of no valid date lies in no period. */
export function reportedByDay(reports: readonly ReportedDecision[]): ReportedIn {
  const days = new Map<string, ReportedDecision[]>();
  for (const report of reports) {
    const key = `${report.kind} ${report.decisionDate}`;
    const known = days.get(key);
    if (known) known.push(report);
    else days.set(key, [report]);
  }
  return (kinds, { start, end }) => {
    let sent = 0;
    let waiting = 0;
    let firstSentOn: string | null = null;
    if (days.size === 0) return { sent, waiting, firstSentOn };
    for (let day = start; day <= end; day = addDays(day, 1)) {
      for (const kind of kinds) {
        for (const { submittedOn } of days.get(`${kind} ${day}`) ?? []) {
          if (submittedOn === null) waiting += 1;
          else {
            sent += 1;
            if (firstSentOn === null || submittedOn < firstSentOn) firstSentOn = submittedOn;
          }
        }
      }
    }
    return { sent, waiting, firstSentOn };
  };
}
