import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ZeroReport } from '../records/zero-report.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import { addDays, weekOf } from './dates.ts';
import type { ObligationFacts, ObligationPolicy, ReportedDecision } from './obligations.ts';
import { obligations, weeklyTargetDay } from './obligations.ts';
import { publishedCalendar } from './workdays.ts';

const friday: ObligationPolicy = {
  weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
};
const lastWorkday: ObligationPolicy = { weeklyTarget: { rule: 'lastWorkdayOfWeek' } };

/** The instant of a Shanghai date and time. */
const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString();

function zeroReport(
  kind: DoublePublicityKind,
  monday: string,
  change: Partial<ZeroReport> = {},
): ZeroReport {
  const instant = at(addDays(monday, 4), '15:20');
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    kind,
    period: weekOf(monday),
    person: '张示例',
    at: instant,
    platform: 'http://127.0.0.1:8788',
    evidence: { kind: 'message', at: instant },
    ...change,
  };
}

const report = (
  kind: DoublePublicityKind,
  decisionDate: string,
  submittedOn: string | null,
): ReportedDecision => ({ kind, decisionDate, submittedOn });

function owed(facts: Partial<ObligationFacts> & { now: string }) {
  return obligations({
    policy: friday,
    calendar: publishedCalendar,
    catalogue: [{ kind: 'licence', effectiveFrom: '2026-11-23', effectiveUntil: null }],
    reports: [],
    zeroReports: [],
    ...facts,
  });
}

const states = (facts: Partial<ObligationFacts> & { now: string }) =>
  owed(facts).map(({ id, state }) => `${id} ${state}`);

describe('the target day', () => {
  test.each([
    ['2025-12-29', '2025-12-31', '2026-01-04'],
    ['2026-02-09', '2026-02-13', '2026-02-14'],
    ['2026-02-16', null, null],
    ['2026-02-23', '2026-02-27', '2026-02-28'],
    ['2026-04-27', '2026-04-30', '2026-04-30'],
    ['2026-05-04', '2026-05-08', '2026-05-09'],
    ['2026-06-15', '2026-06-18', '2026-06-18'],
    ['2026-09-14', '2026-09-18', '2026-09-20'],
    ['2026-09-21', '2026-09-24', '2026-09-24'],
    ['2026-09-28', '2026-09-30', '2026-09-30'],
    ['2026-10-05', '2026-10-09', '2026-10-10'],
  ])('of the week of %s is %s, or %s by the other rule', (monday, byFriday, byLastWorkday) => {
    const week = weekOf(monday);
    expect(weeklyTargetDay(week, friday, publishedCalendar)).toBe(byFriday);
    expect(weeklyTargetDay(week, lastWorkday, publishedCalendar)).toBe(byLastWorkday);
  });

  it('is the make-up day of a week that has no other working day', () => {
    // No such week was published so far.
    const onlySaturday = {
      ...publishedCalendar,
      isWorkday: (date: string) =>
        date === '2021-02-20' || (date < '2021-02-15' && publishedCalendar.isWorkday(date)),
    };
    expect(weeklyTargetDay(weekOf('2021-02-15'), friday, onlySaturday)).toBe('2021-02-20');
  });
});

describe('the current week', () => {
  test.each([
    ['2026-11-23', '00:00', 'notDue'],
    ['2026-11-26', '23:59', 'notDue'],
    ['2026-11-27', '00:00', 'due'],
    ['2026-11-27', '23:59', 'due'],
    ['2026-11-28', '00:00', 'late'],
    ['2026-11-29', '23:59', 'late'],
  ])('on %s at %s is %s', (date, time, state) => {
    expect(states({ now: at(date, time) })).toEqual([`weekly:licence:2026-11-23 ${state}`]);
  });

  it('says what to do', () => {
    const explanation = (date: string, time: string) =>
      owed({ now: at(date, time) }).map((obligation) => obligation.explanation);
    expect(explanation('2026-11-25', '09:00')).toEqual([
      '本周（11月23日—29日）行政许可尚未报送，请在11月27日17:30前零报送或补报',
    ]);
    expect(explanation('2026-11-27', '15:00')).toEqual([
      '本周（11月23日—29日）行政许可尚未报送，今天 17:30 前请零报送或补报',
    ]);
    expect(explanation('2026-11-27', '18:00')).toEqual([
      '本周（11月23日—29日）行政许可尚未报送，请在今天内零报送或补报',
    ]);
    expect(explanation('2026-11-28', '09:00')).toEqual([
      '本周（11月23日—29日）行政许可尚未报送，应于11月27日前办理，已逾期，请尽快零报送或补报',
    ]);
  });

  it('is done by one record that was sent, whenever it was sent', () => {
    const [done] = owed({
      now: at('2026-11-27', '15:00'),
      reports: [
        report('licence', '2026-11-29', '2026-11-30'),
        report('licence', '2026-11-24', null),
        report('penalty', '2026-11-24', '2026-11-24'),
      ],
    });
    expect(done).toMatchObject({
      state: 'doneByRecords',
      period: { start: '2026-11-23', end: '2026-11-29' },
      dueOn: '2026-11-27',
      explanation: '本周（11月23日—29日）行政许可已报送1条，不需零报送，另有1条尚未报送。',
    });
  });

  it('is not done by records of other weeks or kinds, nor by records that wait', () => {
    const facts = {
      now: at('2026-11-27', '15:00'),
      reports: [
        report('licence', '2026-11-22', '2026-11-24'),
        report('penalty', '2026-11-24', '2026-11-24'),
        report('licence', '2026-11-25', null),
      ],
    };
    expect(owed(facts)).toMatchObject([
      {
        state: 'due',
        explanation: '本周（11月23日—29日）行政许可有1条尚未报送，今天 17:30 前请补报',
      },
    ]);
  });

  it('is done by a zero report of its kind and week', () => {
    const now = at('2026-11-27', '16:00');
    expect(owed({ now, zeroReports: [zeroReport('licence', '2026-11-23')] })).toMatchObject([
      {
        state: 'doneByZeroReport',
        explanation: '本周（11月23日—29日）行政许可已由张示例于11月27日15:20零报送。',
      },
    ]);
    expect(states({ now, zeroReports: [zeroReport('penalty', '2026-11-23')] })).toEqual([
      'weekly:licence:2026-11-23 due',
    ]);
    expect(states({ now, zeroReports: [zeroReport('licence', '2026-11-16')] })).toEqual([
      'weekly:licence:2026-11-23 due',
    ]);
  });

  it('is not done by a zero report that was only attempted', () => {
    const now = at('2026-11-27', '16:00');
    const attempt = zeroReport('licence', '2026-11-23', {
      evidence: { kind: 'attempted', at: now },
    });
    expect(owed({ now, zeroReports: [attempt] })).toMatchObject([
      {
        state: 'due',
        explanation:
          '本周（11月23日—29日）行政许可已按下零报送，尚未确认，今天 17:30 前请确认零报送结果或补报',
      },
    ]);
  });

  it('replaces a zero report by records that were sent after it', () => {
    expect(
      owed({
        now: at('2026-11-28', '10:00'),
        zeroReports: [zeroReport('licence', '2026-11-23')],
        reports: [report('licence', '2026-11-26', '2026-11-28')],
      }),
    ).toMatchObject([{ state: 'replacedByRecords' }]);
  });

  it('stays owed where records wait that a zero report denies', () => {
    const facts = {
      now: at('2026-11-28', '10:00'),
      zeroReports: [zeroReport('licence', '2026-11-23')],
      reports: [report('licence', '2026-11-26', null)],
    };
    expect(owed(facts)).toMatchObject([
      {
        state: 'late',
        explanation:
          '本周（11月23日—29日）行政许可有1条尚未报送，与已作的零报送不符，应于11月27日前办理，已逾期，请尽快补报',
      },
    ]);
  });
});

describe('earlier weeks', () => {
  const catalogue = [
    { kind: 'penalty', effectiveFrom: '2026-11-02', effectiveUntil: null },
    { kind: 'licence', effectiveFrom: '2026-11-09', effectiveUntil: null },
  ] as const;

  it('stay as long as they are undischarged, oldest first', () => {
    const facts = {
      catalogue,
      now: at('2026-11-25', '10:00'),
      zeroReports: [zeroReport('penalty', '2026-11-09')],
      reports: [report('licence', '2026-11-18', '2026-11-24')],
    };
    expect(states(facts)).toEqual([
      'weekly:penalty:2026-11-02 late',
      'weekly:licence:2026-11-09 late',
      'weekly:penalty:2026-11-16 late',
      'weekly:licence:2026-11-23 notDue',
      'weekly:penalty:2026-11-23 notDue',
    ]);
    expect(owed(facts)[0]?.explanation).toBe(
      '11月2日—8日行政处罚尚未报送，应于11月6日前办理，已逾期，请尽快零报送或补报',
    );
  });

  it('are owed from the target day on which the catalogue has the kind', () => {
    const from = (effectiveFrom: string, effectiveUntil: string | null) =>
      states({
        now: at('2026-11-25', '10:00'),
        catalogue: [{ kind: 'licence', effectiveFrom, effectiveUntil }],
      });
    expect(from('2026-11-20', '2026-11-20')).toEqual(['weekly:licence:2026-11-16 late']);
    expect(from('2026-11-21', '2026-11-26')).toEqual([]);
    expect(from('2026-11-14', '2026-11-26')).toEqual(['weekly:licence:2026-11-16 late']);
    expect(from('2026-11-28', null)).toEqual([]);
  });

  it('are owed once where two items of the catalogue overlap, and never without an item', () => {
    const overlapping = [
      { kind: 'licence', effectiveFrom: '2026-11-16', effectiveUntil: '2026-11-30' },
      { kind: 'licence', effectiveFrom: '2026-11-18', effectiveUntil: null },
    ] as const;
    expect(states({ catalogue: overlapping, now: at('2026-11-23', '10:00') })).toEqual([
      'weekly:licence:2026-11-16 late',
      'weekly:licence:2026-11-23 notDue',
    ]);
    expect(states({ catalogue: [], now: at('2026-11-23', '10:00') })).toEqual([]);
  });
});

describe('a week without any working day', () => {
  const catalogue = [
    { kind: 'licence', effectiveFrom: '2026-02-16', effectiveUntil: null },
  ] as const;

  it('is carried over', () => {
    expect(owed({ catalogue, now: at('2026-02-18', '10:00') })).toEqual([
      {
        id: 'weekly:licence:2026-02-16',
        duty: 'weeklyZeroReport',
        kind: 'licence',
        period: { start: '2026-02-16', end: '2026-02-22' },
        dueOn: null,
        state: 'carriedOver',
        explanation: '本周（2月16日—22日）行政许可：全周放假，报送顺延至下周。',
      },
    ]);
  });

  it('is answered for by the next week', () => {
    const now = at('2026-02-27', '10:00');
    expect(owed({ catalogue, now })).toMatchObject([
      {
        id: 'weekly:licence:2026-02-23',
        period: { start: '2026-02-16', end: '2026-03-01' },
        state: 'due',
      },
    ]);
    expect(
      states({ catalogue, now, reports: [report('licence', '2026-02-19', '2026-02-25')] }),
    ).toEqual(['weekly:licence:2026-02-23 doneByRecords']);
    expect(states({ catalogue, now, zeroReports: [zeroReport('licence', '2026-02-23')] })).toEqual([
      'weekly:licence:2026-02-23 doneByZeroReport',
    ]);
  });
});

describe('a year whose holidays are not known', () => {
  it('reminds a day early and says why', () => {
    const catalogue = [
      { kind: 'licence', effectiveFrom: '2027-02-01', effectiveUntil: null },
    ] as const;
    expect(states({ catalogue, now: at('2027-02-03', '10:00') })).toEqual([
      'weekly:licence:2027-02-01 notDue',
    ]);
    expect(owed({ catalogue, now: at('2027-02-04', '10:00') })).toMatchObject([
      {
        state: 'due',
        dueOn: '2027-02-05',
        explanation:
          '本周（2月1日—7日）行政许可尚未报送，请在2月5日17:30前零报送或补报（2027年放假安排尚未导入，暂按周一至周五上班推算）',
      },
    ]);
    expect(states({ catalogue, now: at('2027-02-06', '10:00') })).toEqual([
      'weekly:licence:2027-02-01 late',
    ]);
  });

  it('begins with the week that reaches into it', () => {
    const catalogue = [
      { kind: 'licence', effectiveFrom: '2026-12-28', effectiveUntil: null },
    ] as const;
    expect(owed({ catalogue, now: at('2026-12-31', '10:00') })).toMatchObject([
      { state: 'due', dueOn: '2027-01-01' },
    ]);
  });
});

describe('over any schedule', () => {
  const start = '2025-12-01';
  const weeks = 60;
  const happening = fc.constantFrom('nothing', 'record', 'waiting', 'zero', 'attempt');
  const schedule = fc.record({
    policy: fc.constantFrom(friday, lastWorkday),
    effectiveDay: fc.integer({ min: 0, max: 120 }),
    weeks: fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 6 })), {
      minLength: weeks,
      maxLength: weeks,
    }),
    nowDay: fc.integer({ min: 120, max: weeks * 7 - 1 }),
  });

  it('loses no duty and doubles none', () => {
    fc.assert(
      fc.property(schedule, ({ policy, effectiveDay, weeks: happenings, nowDay }) => {
        const effectiveFrom = addDays(start, effectiveDay);
        const today = addDays(start, nowDay);
        const reports: ReportedDecision[] = [];
        const zeroReports: ZeroReport[] = [];
        happenings.forEach(([what, day], n) => {
          const monday = addDays(start, n * 7);
          const date = addDays(monday, day);
          if (what === 'record') reports.push(report('licence', date, date));
          if (what === 'waiting') reports.push(report('licence', date, null));
          if (what === 'zero') zeroReports.push(zeroReport('licence', monday));
          if (what === 'attempt') {
            const evidence = { kind: 'attempted', at: at(monday, '10:00') } as const;
            zeroReports.push(zeroReport('licence', monday, { evidence }));
          }
        });
        const answer = owed({
          policy,
          catalogue: [{ kind: 'licence', effectiveFrom, effectiveUntil: null }],
          reports,
          zeroReports,
          now: at(today, '10:00'),
        });

        // What must come out, told day by day: the days since the last target answer together.
        const expected: string[] = [];
        let answering: (typeof happenings)[number][0][] = [];
        happenings.forEach(([what], n) => {
          const monday = addDays(start, n * 7);
          const target = weeklyTargetDay(weekOf(monday), policy, publishedCalendar);
          const recordsSince = answering.filter((one) => one === 'record' || one === 'waiting');
          answering = target === null ? [...answering, what] : [];
          if (monday > today) return;
          const isCurrent = today <= addDays(monday, 6);
          if (target === null) {
            if (isCurrent && effectiveFrom <= addDays(monday, 6)) expected.push(`${monday} open`);
            return;
          }
          if (effectiveFrom > target) return;
          const all = [...recordsSince, what];
          const done = all.includes('record') || (what === 'zero' && !all.includes('waiting'));
          if (isCurrent || !done) expected.push(`${monday} ${done ? 'done' : 'open'}`);
        });
        expect(
          answer.map(({ id, state }) => {
            const done = ['doneByRecords', 'doneByZeroReport', 'replacedByRecords'].includes(state);
            return `${id.slice('weekly:licence:'.length)} ${done ? 'done' : 'open'}`;
          }),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
