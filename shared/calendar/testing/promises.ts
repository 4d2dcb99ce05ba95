/** What every reminder must keep over any schedule; the short and the long test ask for the same. */
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { expect } from 'vitest';
import { shanghaiDate, shanghaiTime, weekday } from '../dates.ts';
import type { ObligationPolicy } from '../obligation.ts';
import { isOwed, wasLate } from '../obligation.ts';
import { obligations, obligationsWithin } from '../obligations.ts';
import { liveThrough, owedByTheDay } from './office-years.ts';
import type { Clerk, Look, Schedule, WeekPlan } from './office-years.ts';

const policy = fc.record<ObligationPolicy>({
  weeklyTarget: fc.constantFrom(
    { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 } as const,
    { rule: 'lastWorkdayOfWeek' } as const,
  ),
  weeklyNoticeWorkdays: fc.integer({ min: 0, max: 2 }),
  weeklyScope: fc.constant('eachKind' as const),
  monthlyTarget: fc.constant({ remindFromDay: 20, dueByDay: 24, lateFromDay: 26 }),
});

const weekPlan = fc.record<WeekPlan>({
  closed: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  opensAt: fc.integer({ min: 0, max: 1439 }),
  hours: fc.integer({ min: 1, max: 14 }),
  decisions: fc.array(
    fc.record({
      kind: fc.constantFrom('licence' as const, 'penalty' as const),
      day: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 2 },
  ),
  acts: fc.boolean(),
});

/** Random schedules of so many weeks from a Monday on. */
export function schedules(clerk: Clerk, from: string, weeks: number): fc.Arbitrary<Schedule> {
  return fc.record<Schedule>({
    clerk: fc.constant(clerk),
    from: fc.constant(from),
    policy,
    weeks: fc.array(weekPlan, { minLength: weeks, maxLength: weeks, size: 'max' }),
  });
}

/** By a source other than our own calendar; where no year is published, by the weekday. */
function isDayOff(date: string): boolean {
  const published = date >= '2018-01-01' && date <= '2026-12-31';
  return published ? !chineseDays.isWorkday(date) : weekday(date) > 5;
}

/** Lives through a schedule and holds every look against the promises. `everyNth` look is told day by day. */
export function keepsItsPromises(schedule: Schedule, everyNth: number): void {
  const everSaid = new Set<string>();
  let looks = 0;
  const last = liveThrough(schedule, (look) => {
    noReminderDisturbs(look);
    saysNothingTwice(look, everSaid);
    missesNothing(look);
    looks += 1;
    if (looks % everyNth === 0) losesAndDoublesNothing(look, schedule.from);
  });
  const open = obligations(last).filter(isOwed);
  expect(open.map(({ id }) => id).sort()).toEqual(owedByTheDay(last, schedule.from));
  if (schedule.clerk !== 'diligent') return;
  const all = obligationsWithin(last, { start: schedule.from, end: shanghaiDate(last.now) });
  expect(
    all.filter((duty) => duty.duty !== 'decision' && wasLate(duty)).map(({ id }) => id),
  ).toEqual([]);
}

function noReminderDisturbs({ at, said }: Look): void {
  if (said.length === 0) return;
  const date = shanghaiDate(at);
  const time = shanghaiTime(at);
  const disturbs = isDayOff(date) || time < '08:30' || time >= '17:30';
  if (disturbs) expect.fail(`a notification at ${date} ${time}`);
}

function saysNothingTwice({ said }: Look, everSaid: Set<string>): void {
  for (const stage of said) {
    if (everSaid.has(stage)) expect.fail(`said twice: ${stage}`);
    everSaid.add(stage);
  }
}

/** Whatever was missed while the browser was closed shows at its next start, and on every look after it. */
function missesNothing({ at, owed, reminder, said, isStart }: Look): void {
  const shown = new Set(reminder.lines.flatMap(({ duties }) => duties.map(({ id }) => id)));
  for (const duty of owed) {
    if (shown.has(duty.id)) continue;
    const week = owed.some(
      (other) =>
        other.duty !== 'decision' &&
        duty.kinds.every((kind) => other.kinds.includes(kind)) &&
        other.period.start <= duty.period.start &&
        duty.period.end <= other.period.end,
    );
    if (duty.duty !== 'decision' || !week) expect.fail(`${duty.id} is not shown at ${at}`);
  }
  if ((reminder.badge === '') !== (owed.length === 0)) expect.fail(`a wrong badge at ${at}`);
  const inOffice =
    !isDayOff(shanghaiDate(at)) && shanghaiTime(at) >= '09:00' && shanghaiTime(at) < '17:30';
  const late = owed.filter(({ state }) => state === 'late');
  if (!isStart || !inOffice || late.length === 0) return;
  // The first start of a day tells of everything that is late.
  const stages = new Set(reminder.notification?.stages ?? []);
  for (const { id } of late) {
    if (!stages.has(`${id}/late/${shanghaiDate(at)}`)) {
      expect.fail(`nobody is told of ${id} at ${at}; new were ${said.join()}`);
    }
  }
}

function losesAndDoublesNothing({ owed, facts }: Look, from: string): void {
  expect(owed.map(({ id }) => id).sort()).toEqual(owedByTheDay(facts, from));
}
