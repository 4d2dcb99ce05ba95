/** Prints what is owed and shown at many instants; run as a process of its own, in whatever time zone. */
import { obligations } from '../obligations.ts';
import { nextReminderMoment, notQuiet, reminderFor } from '../reminders.ts';
import { nationalRule } from '../timeliness.ts';
import { publishedCalendar } from '../workdays.ts';

const catalogue = [
  { kind: 'licence', name: '行政许可', cycle: 'weekly' },
  { kind: 'penalty', name: '行政处罚', cycle: 'weekly' },
  { kind: 'other', name: '荣誉表彰信息', cycle: 'monthly' },
] as const;

const hour = 3_600_000;
const from = Date.parse('2026-09-20T15:00:00.000Z');

const shown = Array.from({ length: 200 }, (_, n) => {
  const now = new Date(from + n * 7 * hour).toISOString();
  const owed = obligations({
    policy: {
      weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
      weeklyNoticeWorkdays: 1,
      weeklyScope: 'eachKind',
      monthlyTarget: { remindFromDay: 20, dueByDay: 24, lateFromDay: 26 },
    },
    timelinessRule: nationalRule,
    calendar: publishedCalendar,
    catalogue: catalogue.map((item) => ({
      ...item,
      effectiveFrom: '2026-09-14',
      effectiveUntil: null,
    })),
    reports: [
      {
        id: 'r1',
        kind: 'licence',
        decisionDate: '2026-09-24',
        documentNumber: '示许〔2026〕1号',
        submittedOn: null,
      },
    ],
    zeroReports: [],
    statements: [],
    colleaguesKnownUntil: null,
    now,
  });
  const reminder = reminderFor(owed, now, publishedCalendar, notQuiet);
  return { now, owed, reminder, next: nextReminderMoment(now, notQuiet) };
});

// eslint-disable-next-line no-console -- what it prints is what it is for
console.log(
  JSON.stringify({ zone: new Date(from).getTimezoneOffset(), shown: JSON.stringify(shown) }),
);
