/** What the pages of a tab are told: the lines about duties, and what a zero report there would answer for. */
import { periodLabel, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Payload } from '../../messages.ts';
import { passwordLine } from '../first-login/first-login.ts';
import type { Guide } from '../zero-report/guide.ts';
import type { Duties } from './duties.ts';
import { zeroReportFacts } from './duties.ts';

/**
 * For a page of an origin in a tab. In a tab that was led to an earlier week's zero report, what is known of
 * that week speaks against it.
 *
 * @param guide what the tab was led to, or `null`.
 */
export async function linesFor(
  guide: Guide | null,
  origin: string | null,
  duties: Duties,
  now: Date,
): Promise<Payload<'engine/facts'>> {
  const password = origin === null ? null : await passwordLine(origin);
  const isEarlier = guide !== null && guide.period.end < duties.zeroReport.week.end;
  return {
    zeroReport: isEarlier
      ? zeroReportFacts(
          duties.reports,
          guide.period,
          periodLabel(guide.period, shanghaiDate(now.toISOString())),
          duties.zeroReport,
        )
      : duties.zeroReport,
    duties: [
      ...duties.reminder.lines.map(({ text, urgent }) => ({ text, urgent })),
      ...(password === null ? [] : [password]),
    ],
  };
}
