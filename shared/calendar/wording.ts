/** The parts of sentences that every duty's explanation shares. */
import { dateLabel, shanghaiDate, shanghaiTime } from './dates.ts';
import type { ObligationFacts } from './obligation.ts';
import { officeHours } from './office-hours.ts';

/** The instant at which the office closes on a day. */
export function closingOf(date: string): string {
  return new Date(`${date}T${officeHours.end}:00+08:00`).toISOString();
}

/** What to do until when, for a duty that is not late, such as `今天 17:30 前请补报`. */
export function demandBy(dueOn: string, action: string, now: string): string {
  const today = shanghaiDate(now);
  if (dueOn > today) return `请在${dateLabel(dueOn, today)}${officeHours.end}前${action}`;
  return shanghaiTime(now) < officeHours.end
    ? `今天 ${officeHours.end} 前请${action}`
    : `请在今天内${action}`;
}

/** A day and its time, such as `11月27日15:20`. */
export function momentLabel(instant: string, now: string): string {
  return `${dateLabel(shanghaiDate(instant), shanghaiDate(now))}${shanghaiTime(instant)}`;
}

/** Says as of when colleagues' reports are known; `''` where that is now. */
export function knownUntil({ colleaguesKnownUntil, now }: ObligationFacts): string {
  return colleaguesKnownUntil === null
    ? ''
    : `（连不上报送中继，同事的报送情况截至${momentLabel(colleaguesKnownUntil, now)}）`;
}
