/** What the pages of a tab are told: the lines about duties, and what a zero report there would answer for. */
import { periodLabel, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Reminder } from '@baosong/shared/calendar/reminders.ts';
import type { DutyLine, Payload } from '../../messages.ts';
import { passwordLine } from '../first-login/first-login.ts';
import type { Guide } from '../zero-report/guide.ts';
import type { Duties } from './duties.ts';
import { zeroReportFacts } from './duties.ts';

/** A page has room for so many lines beside its own form; the popup has all. */
const linesOnPage = 3;

/** The first lines, and how many others there are. */
export function firstLines(lines: Reminder['lines']): readonly DutyLine[] {
  const shown = lines.slice(0, linesOnPage).map(({ text, urgent }) => ({ text, urgent }));
  const others = lines.slice(linesOnPage);
  if (others.length === 0) return shown;
  const text = `另有${others.length}项报送待办，请点浏览器工具栏上的“报送”查看`;
  return [...shown, { text, urgent: others.some(({ urgent }) => urgent) }];
}

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
    duties: [...firstLines(duties.reminder.lines), ...(password === null ? [] : [password])],
  };
}
