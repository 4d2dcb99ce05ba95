/** What is owed, from what the ledger holds: the one way for badge, notification, page and popup. */
import { shanghaiDate, weekOf } from '@baosong/shared/calendar/dates.ts';
import { obligations } from '@baosong/shared/calendar/obligations.ts';
import type { Obligation, ObligationPolicy } from '@baosong/shared/calendar/obligations.ts';
import { reminderFor } from '@baosong/shared/calendar/reminders.ts';
import type { Reminder } from '@baosong/shared/calendar/reminders.ts';
import { publishedCalendar } from '@baosong/shared/calendar/workdays.ts';
import { isConfirmed, latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import type { ZeroReport } from '@baosong/shared/records/zero-report.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ZeroReportFacts } from '../../messages.ts';

/** What duties follow from. */
export interface DutyFacts {
  readonly policy: ObligationPolicy;
  readonly kinds: readonly DoublePublicityKind[];
  /** Day of the set-up; `null` before, and then nothing is owed. */
  readonly setUpOn: string | null;
  readonly records: readonly CreditRecord[];
  /** Those that were not withdrawn. */
  readonly zeroReports: readonly ZeroReport[];
  /** The present instant. */
  readonly now: string;
}

export interface Duties {
  readonly obligations: readonly Obligation[];
  readonly reminder: Reminder;
  readonly zeroReport: ZeroReportFacts;
}

/** Whatever the ledger holds of the week, sent or not, speaks against a zero report. */
function recordedInWeek(
  records: readonly CreditRecord[],
  kind: DoublePublicityKind,
  week: ZeroReportFacts['week'],
): string[] {
  return records.flatMap((record) => {
    const { decisionDate = '', documentNumber } = latestRevision(record).values;
    const inWeek = week.start <= decisionDate && decisionDate <= week.end;
    return record.kind === kind && inWeek ? [documentNumber ?? '（无文书号）'] : [];
  });
}

/** Computes what is owed and how it is said. */
export function dutiesOf(facts: DutyFacts): Duties {
  const { policy, kinds, setUpOn, records, zeroReports, now } = facts;
  const week = weekOf(shanghaiDate(now));
  const owed =
    setUpOn === null
      ? []
      : obligations({
          policy,
          calendar: publishedCalendar,
          catalogue: kinds.map((kind) => ({
            kind,
            effectiveFrom: weekOf(setUpOn).start,
            effectiveUntil: null,
          })),
          reports: records.map((record) => ({
            kind: record.kind,
            decisionDate: latestRevision(record).values.decisionDate ?? '',
            submittedOn: firstSubmittedOn(record),
          })),
          zeroReports,
          now,
        });
  return {
    obligations: owed,
    reminder: reminderFor(owed, now, publishedCalendar),
    zeroReport: {
      week,
      recorded: {
        licence: recordedInWeek(records, 'licence', week),
        penalty: recordedInWeek(records, 'penalty', week),
      },
    },
  };
}

/** The day of the first submission that is known to have reached the platform, or `null`. */
function firstSubmittedOn(record: CreditRecord): string | null {
  const [first] = record.submissions.filter(isConfirmed).map((submission) => submission.at);
  return first === undefined ? null : shanghaiDate(first);
}
