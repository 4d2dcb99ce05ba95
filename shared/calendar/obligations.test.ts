import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MonthlyStatement } from '../records/monthly-statement.ts';
import type { ZeroReport } from '../records/zero-report.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import { addDays, monthOf, weekOf } from './dates.ts';
import { monthlyDays } from './monthly.ts';
import type {
  CatalogueItem,
  ObligationFacts,
  ObligationPolicy,
  ReportedDecision,
} from './obligation.ts';
import { wasLate } from './obligation.ts';
import { obligations, obligationsWithin } from './obligations.ts';
import { nationalRule } from './timeliness.ts';
import { weeklyTargetDay } from './weekly.ts';
import { publishedCalendar } from './workdays.ts';

const friday: ObligationPolicy = {
  weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
  weeklyNoticeWorkdays: 1,
  weeklyScope: 'eachKind',
  monthlyTarget: { remindFromDay: 20, dueByDay: 24, lateFromDay: 26 },
};
const lastWorkday: ObligationPolicy = { ...friday, weeklyTarget: { rule: 'lastWorkdayOfWeek' } };

const weekly = (
  kind: DoublePublicityKind,
  effectiveFrom: string,
  effectiveUntil: string | null = null,
): CatalogueItem => ({ kind, name: kind, cycle: 'weekly', effectiveFrom, effectiveUntil });

/** A text of this pattern. */
const matching = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

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

let reported = 0;
const report = (
  kind: DoublePublicityKind,
  decisionDate: string,
  submittedOn: string | null,
): ReportedDecision => {
  reported += 1;
  return {
    id: `r${reported}`,
    kind,
    decisionDate,
    documentNumber: `示〔2026〕${reported}号`,
    submittedOn,
  };
};

const allFacts = (facts: Partial<ObligationFacts> & { now: string }): ObligationFacts => ({
  policy: friday,
  timelinessRule: nationalRule,
  calendar: publishedCalendar,
  catalogue: [weekly('licence', '2026-11-23')],
  reports: [],
  zeroReports: [],
  statements: [],
  colleaguesKnownUntil: null,
  ...facts,
});

/** The weekly duties; those of single decisions have their own tests. */
function owed(facts: Partial<ObligationFacts> & { now: string }) {
  return obligations(allFacts(facts)).filter(({ duty }) => duty === 'weeklyZeroReport');
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
    ['2026-11-25', '23:59', 'notDue'],
    ['2026-11-26', '00:00', 'due'],
    ['2026-11-27', '00:00', 'due'],
    ['2026-11-27', '23:59', 'due'],
    ['2026-11-28', '00:00', 'late'],
    ['2026-11-29', '23:59', 'late'],
  ])('on %s at %s is %s', (date, time, state) => {
    expect(states({ now: at(date, time) })).toEqual([`weekly:licence:2026-11-23 ${state}`]);
  });

  test.each([
    // Friday: Thursday, by the policy or where nothing else is known.
    ['2026-11-23', 1, '2026-11-26'],
    ['2026-11-23', 0, '2026-11-27'],
    ['2026-11-23', 2, '2026-11-25'],
    // Friday is off: the day before Thursday.
    ['2026-06-15', 1, '2026-06-17'],
    // Due on Wednesday; and on Tuesday, with Monday before it and no more.
    ['2026-09-28', 1, '2026-09-29'],
    ['2025-09-29', 1, '2025-09-29'],
    ['2025-09-29', 2, '2025-09-29'],
    // Not published: never on the last day alone.
    ['2027-03-01', 0, '2027-03-04'],
    ['2027-03-01', 1, '2027-03-04'],
  ])('of %s is reminded of %d working days before: from %s on', (monday, ahead, from) => {
    const [duty] = owed({
      policy: { ...friday, weeklyNoticeWorkdays: ahead },
      catalogue: [weekly('licence', monday)],
      now: at(monday, '09:00'),
    });
    expect(duty?.remindFrom).toBe(from);
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

  it('stays done where something was decided after the zero report', () => {
    const facts = {
      now: at('2026-11-28', '10:00'),
      zeroReports: [zeroReport('licence', '2026-11-23')],
      reports: [report('licence', '2026-11-28', null)],
    };
    expect(owed(facts)).toMatchObject([
      {
        state: 'doneByZeroReport',
        explanation:
          '本周（11月23日—29日）行政许可已由张示例于11月27日15:20零报送，另有1条尚未报送。',
      },
    ]);
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
  const catalogue = [weekly('penalty', '2026-11-02'), weekly('licence', '2026-11-09')] as const;

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
        catalogue: [weekly('licence', effectiveFrom, effectiveUntil)],
      });
    expect(from('2026-11-20', '2026-11-20')).toEqual(['weekly:licence:2026-11-16 late']);
    expect(from('2026-11-21', '2026-11-26')).toEqual([]);
    expect(from('2026-11-14', '2026-11-26')).toEqual(['weekly:licence:2026-11-16 late']);
    expect(from('2026-11-28', null)).toEqual([]);
  });

  it('are owed once where two items of the catalogue overlap, and never without an item', () => {
    const overlapping = [
      weekly('licence', '2026-11-16', '2026-11-30'),
      weekly('licence', '2026-11-18'),
    ] as const;
    expect(states({ catalogue: overlapping, now: at('2026-11-23', '10:00') })).toEqual([
      'weekly:licence:2026-11-16 late',
      'weekly:licence:2026-11-23 notDue',
    ]);
    expect(states({ catalogue: [], now: at('2026-11-23', '10:00') })).toEqual([]);
  });
});

describe('a week without any working day', () => {
  const catalogue = [weekly('licence', '2026-02-16')] as const;

  it('is carried over', () => {
    expect(owed({ catalogue, now: at('2026-02-18', '10:00') })).toEqual([
      {
        id: 'weekly:licence:2026-02-16',
        duty: 'weeklyZeroReport',
        kinds: ['licence'],
        subject: '行政许可',
        period: { start: '2026-02-16', end: '2026-02-22' },
        remindFrom: null,
        dueOn: null,
        dueAt: null,
        lateFrom: null,
        state: 'carriedOver',
        doneOn: null,
        explanation: '本周（2月16日—22日）行政许可：全周放假，报送顺延至下周。',
        why: '全周没有工作日，与下一周一并办理。',
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
    const catalogue = [weekly('licence', '2027-02-01')] as const;
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
    const catalogue = [weekly('licence', '2026-12-28')] as const;
    expect(owed({ catalogue, now: at('2026-12-31', '10:00') })).toMatchObject([
      { state: 'due', dueOn: '2027-01-01' },
    ]);
  });
});

describe('licences and penalties in one report', () => {
  const combined: ObligationPolicy = { ...friday, weeklyScope: 'combined' };
  const facts = {
    policy: combined,
    catalogue: [weekly('licence', '2026-11-23'), weekly('penalty', '2026-11-23')],
    now: at('2026-11-27', '15:00'),
  };

  it('are one duty, which a record of either answers', () => {
    expect(states(facts)).toEqual(['weekly:licence+penalty:2026-11-23 due']);
    const reports = [report('penalty', '2026-11-24', '2026-11-25')];
    expect(owed({ ...facts, reports })).toMatchObject([
      { state: 'doneByRecords', doneOn: '2026-11-25', subject: '行政许可、行政处罚' },
    ]);
  });

  it('need a zero report of each', () => {
    const licence = zeroReport('licence', '2026-11-23');
    expect(owed({ ...facts, zeroReports: [licence] })).toMatchObject([
      {
        state: 'due',
        explanation:
          '本周（11月23日—29日）行政许可、行政处罚尚缺行政处罚的零报送，今天 17:30 前请零报送或补报',
      },
    ]);
    const both = [licence, zeroReport('penalty', '2026-11-23')];
    expect(owed({ ...facts, zeroReports: both })).toMatchObject([
      { state: 'doneByZeroReport', doneOn: '2026-11-27' },
    ]);
  });

  it('are the duty of one kind where the catalogue has no other', () => {
    expect(states({ ...facts, catalogue: [weekly('licence', '2026-11-23')] })).toEqual([
      'weekly:licence:2026-11-23 due',
    ]);
  });
});

describe('why a week is due', () => {
  test.each([
    ['2026-11-27', friday, '每周五为零报送日。'],
    ['2026-09-24', friday, '9月25日（周五）放假，零报送日为9月24日（周四）。'],
    ['2026-10-10', lastWorkday, '当周最后一个工作日为10月10日（周六），是调休上班日。'],
    ['2026-02-27', friday, '每周五为零报送日；含全周放假而顺延的2月16日—22日。'],
  ])('on %s', (date, policy, why) => {
    const catalogue = [weekly('licence', weekOf(date).start)];
    expect(owed({ policy, catalogue, now: at(date, '10:00') })).toMatchObject([
      { why, dueAt: at(date, '17:30') },
    ]);
  });
});

describe('what colleagues reported', () => {
  it('is said to be known only until then, where the relay is out of reach', () => {
    const colleaguesKnownUntil = at('2026-11-26', '10:05');
    expect(owed({ now: at('2026-11-27', '15:00'), colleaguesKnownUntil })).toMatchObject([
      {
        explanation:
          '本周（11月23日—29日）行政许可尚未报送，今天 17:30 前请零报送或补报（连不上报送中继，同事的报送情况截至11月26日10:05）',
      },
    ]);
  });
});

describe('a decision', () => {
  const decided = (date: string, submittedOn: string | null, now: string) =>
    obligations(
      allFacts({
        now,
        catalogue: [weekly('licence', '2026-09-21')],
        reports: [report('licence', date, submittedOn)],
      }),
    ).filter(({ duty }) => duty === 'decision');

  test.each([
    ['2026-09-24', '2026-10-12'],
    ['2026-09-30', '2026-10-15'],
  ])('of %s is late after %s', (date, national) => {
    expect(decided(date, null, at(national, '23:59'))).toMatchObject([{ state: 'due' }]);
    expect(decided(date, null, at(addDays(national, 1), '00:00'))).toMatchObject([
      { state: 'late', lateFrom: addDays(national, 1) },
    ]);
  });

  test.each([
    // Monday: reminded on the second day.
    ['2026-11-23', '2026-11-25'],
    // Thursday: the second day is a Saturday, so reminded on Friday.
    ['2026-11-26', '2026-11-27'],
    // Friday: the second day is a Sunday, so on the day itself.
    ['2026-11-27', '2026-11-27'],
    // Saturday: on Monday.
    ['2026-11-28', '2026-11-30'],
    // The day before a week of holidays: at once.
    ['2026-09-30', '2026-09-30'],
  ])('of %s is reminded of from %s on', (date, from) => {
    expect(decided(date, null, at(addDays(from, -1), '23:59'))).toMatchObject([
      { state: 'notDue', remindFrom: from },
    ]);
    expect(decided(date, null, at(from, '00:00'))).toMatchObject([{ state: 'due' }]);
  });

  it('says both limits', () => {
    expect(decided('2026-11-24', null, at('2026-11-26', '10:00'))).toMatchObject([
      {
        dueOn: '2026-11-26',
        explanation: matching(/^行政许可示〔2026〕\d+号尚未报送，今天 17:30 前请报送$/),
        why: '11月24日作出决定：2日内为11月26日前，最迟第7个工作日12月3日。',
      },
    ]);
    expect(decided('2026-11-24', null, at('2026-11-27', '10:00'))).toMatchObject([
      {
        dueOn: '2026-12-03',
        explanation: matching(/已过2日，最迟12月3日，请尽快报送$/),
      },
    ]);
    expect(decided('2026-12-24', null, at('2026-12-26', '10:00'))).toMatchObject([
      { explanation: matching(/（2027年放假安排尚未导入，暂按周一至周五上班推算）$/) },
    ]);
  });

  it('is owed no more once it was sent, nor without a valid date, nor outside the catalogue', () => {
    const now = at('2026-11-27', '10:00');
    expect(decided('2026-11-24', '2026-11-25', now)).toEqual([]);
    expect(decided('', null, now)).toEqual([]);
    expect(decided('2026-13-01', null, now)).toEqual([]);
    expect(decided('2018-05-03', null, now)).toEqual([]);
    // From before the catalogue, but still in time when it began.
    expect(decided('2026-09-18', null, now)).toHaveLength(1);
    const penalty = [report('penalty', '2026-11-24', null)];
    expect(obligations(allFacts({ now, reports: penalty })).map(({ id }) => id)).toEqual([
      'weekly:licence:2026-11-23',
    ]);
  });
});

describe('a month', () => {
  const monthly = (name: string, effectiveFrom = '2026-01-01'): CatalogueItem => ({
    kind: 'other',
    name,
    cycle: 'monthly',
    effectiveFrom,
    effectiveUntil: null,
  });
  const statement = (
    change: Partial<MonthlyStatement> & Pick<MonthlyStatement, 'items'>,
  ): MonthlyStatement => ({
    id: '019a0000-0000-7000-8000-000000000009',
    month: '2026-11',
    person: '张示例',
    at: at('2026-11-24', '10:20'),
    ...change,
  });
  const month = (
    date: string,
    facts: Partial<ObligationFacts> = {},
    items = [monthly('荣誉表彰信息', '2026-11-01')],
  ) =>
    obligations(allFacts({ now: at(date, '10:00'), ...facts, catalogue: items })).filter(
      ({ duty }) => duty === 'monthlyZeroReport',
    );

  test.each([
    ['2026-01', '2026-01-23'],
    ['2026-02', '2026-02-24'],
    ['2026-04', '2026-04-24'],
    ['2026-07', '2026-07-24'],
    ['2026-09', '2026-09-24'],
    ['2026-10', '2026-10-23'],
    ['2026-11', '2026-11-24'],
  ])('%s is due on %s', (name, dueOn) => {
    const { remindFrom, lateFrom, ...days } = monthlyDays(
      monthOf(`${name}-01`),
      friday.monthlyTarget,
      publishedCalendar,
    );
    expect(days.dueOn).toBe(dueOn);
    expect(remindFrom).toBe(`${name}-20`);
    expect(lateFrom).toBe(`${name}-26`);
  });

  it('is reminded of on its last working day where that comes before the 20th', () => {
    // Made up: holidays from the 18th on.
    const longHoliday = {
      ...publishedCalendar,
      isWorkday: (date: string) => date < '2026-11-18' && publishedCalendar.isWorkday(date),
    };
    expect(monthlyDays(monthOf('2026-11-01'), friday.monthlyTarget, longHoliday)).toMatchObject({
      remindFrom: '2026-11-17',
      dueOn: '2026-11-17',
    });
  });

  test.each([
    ['2026-11-19', 'notDue', '11月荣誉表彰信息尚未报送，请在11月24日17:30前报送或作零报送说明'],
    ['2026-11-20', 'due', '11月荣誉表彰信息尚未报送，请在11月24日17:30前报送或作零报送说明'],
    ['2026-11-24', 'due', '11月荣誉表彰信息尚未报送，今天 17:30 前请报送或作零报送说明'],
    [
      '2026-11-25',
      'due',
      '11月荣誉表彰信息尚未报送，应于11月24日前办理，11月26日起算逾期，请尽快报送或作零报送说明',
    ],
    [
      '2026-11-26',
      'late',
      '11月荣誉表彰信息尚未报送，应于11月24日前办理，已逾期，请尽快报送或作零报送说明',
    ],
    [
      '2026-12-02',
      'late',
      '11月荣誉表彰信息尚未报送，应于11月24日前办理，已逾期，请尽快报送或作零报送说明',
    ],
  ])('on %s is %s', (date, state, explanation) => {
    expect(month(date)[0]).toMatchObject({ id: 'monthly:2026-11', state, explanation });
  });

  it('is done by a statement on each of its items', () => {
    const items = [monthly('荣誉表彰信息'), monthly('志愿服务信息')];
    const half = [statement({ items: [{ name: '荣誉表彰信息', reported: 0 }] })];
    const november = (statements: readonly MonthlyStatement[]) =>
      month('2026-11-25', { statements }, items).find(({ id }) => id === 'monthly:2026-11');
    expect(november(half)).toMatchObject({
      state: 'due',
      subject: '荣誉表彰信息、志愿服务信息',
      explanation: matching(/^11月志愿服务信息尚未报送/),
    });
    const other = { at: at('2026-11-25', '09:00'), id: 'b' };
    const rest = statement({ ...other, items: [{ name: '志愿服务信息', reported: 0 }] });
    expect(november([...half, rest])).toMatchObject({
      state: 'doneByZeroReport',
      doneOn: '2026-11-25',
      explanation: '11月荣誉表彰信息、志愿服务信息已由张示例于11月25日09:00作零报送说明。',
    });
    const some = statement({ ...other, items: [{ name: '志愿服务信息', reported: 3 }] });
    expect(november([...half, some])).toMatchObject({ state: 'doneByRecords' });
  });

  it('is replaced by what was reported after it was said to be empty', () => {
    const statements = [
      statement({ items: [{ name: '荣誉表彰信息', reported: 0 }] }),
      statement({
        id: 'later',
        at: at('2026-11-27', '09:00'),
        items: [{ name: '荣誉表彰信息', reported: 2 }],
      }),
    ];
    expect(month('2026-11-28', { statements })).toMatchObject([
      { state: 'replacedByRecords', doneOn: '2026-11-24' },
    ]);
  });

  it('of a kind of the standard is done by its records', () => {
    const items = [{ ...monthly('行政许可', '2026-11-01'), kind: 'licence' as const }];
    const sent = [report('licence', '2026-11-03', '2026-11-04')];
    expect(month('2026-11-25', { reports: sent }, items)).toMatchObject([
      { state: 'doneByRecords', doneOn: '2026-11-04' },
    ]);
    const waiting = [report('licence', '2026-11-03', null)];
    const statements = [statement({ items: [{ name: '行政许可', reported: 0 }] })];
    expect(month('2026-11-25', { reports: waiting, statements }, items)).toMatchObject([
      { state: 'due', explanation: matching(/^11月行政许可有1条尚未报送/) },
    ]);
  });

  it('is not owed by a unit without such an item', () => {
    expect(month('2026-11-25', {}, [])).toEqual([]);
    expect(month('2026-11-25', {}, [monthly('荣誉表彰信息', '2026-11-25')])).toEqual([]);
  });
});

describe('the obligations within a span', () => {
  it('are all of them, done and to come', () => {
    const catalogue = [weekly('licence', '2026-11-02')];
    const reports = [
      report('licence', '2026-11-10', '2026-11-30'),
      report('licence', '2026-10-10', '2026-10-12'),
    ];
    const facts = allFacts({ now: at('2026-11-25', '10:00'), catalogue, reports });
    const within = obligationsWithin(facts, { start: '2026-11-01', end: '2026-12-10' });
    expect(within.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'weekly:licence:2026-11-02 late',
      `decision:${reports[0]?.id ?? ''} doneByRecords`,
      'weekly:licence:2026-11-09 doneByRecords',
      'weekly:licence:2026-11-16 late',
      'weekly:licence:2026-11-23 notDue',
      'weekly:licence:2026-11-30 notDue',
      'weekly:licence:2026-12-07 notDue',
    ]);
    expect(within.filter(wasLate).map(({ id }) => id)).toEqual([
      'weekly:licence:2026-11-02',
      `decision:${reports[0]?.id ?? ''}`,
      'weekly:licence:2026-11-09',
      'weekly:licence:2026-11-16',
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
          catalogue: [weekly('licence', effectiveFrom)],
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
