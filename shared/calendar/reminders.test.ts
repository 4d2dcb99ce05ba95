import { describe, expect, it, test } from 'vitest';
import type { Obligation, ObligationState } from './obligation.ts';
import type { Quiet } from './reminders.ts';
import { nextReminderMoment, notQuiet, reminderFor, remembered, unsaid } from './reminders.ts';
import { publishedCalendar } from './workdays.ts';

const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString();

function obligation(state: ObligationState, change: Partial<Obligation> = {}): Obligation {
  return {
    id: 'weekly:penalty:2026-11-23',
    duty: 'weeklyZeroReport',
    kinds: ['penalty'],
    subject: '行政处罚',
    period: { start: '2026-11-23', end: '2026-11-29' },
    remindFrom: '2026-11-27',
    dueOn: '2026-11-27',
    dueAt: '2026-11-27T09:30:00.000Z',
    lateFrom: '2026-11-28',
    state,
    doneOn: null,
    why: '每周五为零报送日。',
    explanation: '本周（11月23日—29日）行政处罚尚未报送，今天 17:30 前请零报送或补报',
    ...change,
  };
}

const remind = (obligations: Obligation[], date: string, time: string, quiet: Quiet = notQuiet) =>
  reminderFor(obligations, at(date, time), publishedCalendar, quiet);

const decision = (id: string, change: Partial<Obligation> = {}): Obligation =>
  obligation('due', {
    id: `decision:${id}`,
    duty: 'decision',
    kinds: ['licence'],
    subject: `示许〔2026〕${id}号`,
    period: { start: '2026-11-24', end: '2026-11-24' },
    remindFrom: '2026-11-26',
    dueOn: '2026-11-26',
    lateFrom: '2026-12-04',
    explanation: `行政许可示许〔2026〕${id}号尚未报送`,
    ...change,
  });

describe('reminderFor', () => {
  it('shows the same on badge, notification and page', () => {
    expect(remind([obligation('due')], '2026-11-27', '15:00')).toMatchObject({
      badge: '1',
      notification: {
        stages: ['weekly:penalty:2026-11-23/today/2026-11-27'],
        title: '有1项报送待办',
        message: '本周（11月23日—29日）行政处罚尚未报送，今天 17:30 前请零报送或补报',
      },
      lines: [
        {
          text: '本周（11月23日—29日）行政处罚尚未报送，今天 17:30 前请零报送或补报',
          urgent: true,
        },
      ],
    });
  });

  test.each([
    'notDue',
    'doneByRecords',
    'doneByZeroReport',
    'replacedByRecords',
    'carriedOver',
  ] as const)('is silent on what is %s', (state) => {
    expect(remind([obligation(state)], '2026-11-27', '15:00')).toEqual({
      badge: '',
      notification: null,
      lines: [],
    });
  });

  test.each([
    ['due', '2026-11-27', '08:59', false],
    ['due', '2026-11-27', '09:00', true],
    ['due', '2026-11-27', '17:29', true],
    ['due', '2026-11-27', '17:30', false],
    ['late', '2026-11-28', '10:00', false],
    ['late', '2026-11-30', '08:29', false],
    ['late', '2026-11-30', '08:30', true],
    ['late', '2026-10-10', '10:00', true],
    ['late', '2026-10-05', '10:00', false],
  ] as const)(
    '%s on %s at %s: notification %s, badge and line always',
    (state, date, time, notified) => {
      const reminder = remind([obligation(state)], date, time);
      expect(reminder.notification !== null).toBe(notified);
      expect(reminder.badge).toBe('1');
      expect(reminder.lines).toHaveLength(1);
    },
  );

  it('is not urgent a day before the target', () => {
    const early = obligation('due', { dueOn: '2026-11-27' });
    expect(remind([early], '2026-11-26', '15:00').lines).toMatchObject([{ urgent: false }]);
    expect(remind([obligation('late')], '2026-11-30', '20:00').lines).toMatchObject([
      { urgent: true },
    ]);
  });

  it('counts what does not fit a notification', () => {
    const many = [1, 2, 3, 4, 5].map((n) =>
      obligation('late', { id: `weekly:penalty:${n}`, explanation: `第${n}项` }),
    );
    const { badge, notification, lines } = remind(many, '2026-11-30', '10:00');
    expect(badge).toBe('5');
    expect(lines).toHaveLength(5);
    expect(notification).toMatchObject({
      title: '有5项报送待办，含已逾期的',
      message: '第1项\n第2项\n第3项\n另有2项，请在扩展中查看',
    });
  });

  it('names what is due today before what is late, the latest first, and both before what has time', () => {
    const late = (n: number) =>
      obligation('late', { id: `late ${n}`, dueOn: `2026-11-${n}`, explanation: `逾期${n}` });
    const { lines, notification } = remind(
      [late(13), late(20), obligation('due', { dueOn: '2026-12-04' }), obligation('due')],
      '2026-11-27',
      '10:00',
    );
    expect(lines.map(({ duties: [duty], urgent, late }) => [duty?.dueOn, urgent, late])).toEqual([
      ['2026-11-27', true, false],
      ['2026-11-20', true, true],
      ['2026-11-13', true, true],
      ['2026-12-04', false, false],
    ]);
    expect(notification?.message.split('\n')[0]).toContain('今天 17:30 前');
  });

  it('goes through the stages of a duty, late ones once a working day', () => {
    const stages = (duty: Obligation, date: string, time: string) =>
      remind([duty], date, time).notification?.stages.map((stage) =>
        stage.split('/').slice(1).join('/'),
      );
    const month = obligation('due', {
      id: 'monthly:2026-11',
      duty: 'monthlyZeroReport',
      dueOn: '2026-11-24',
      lateFrom: '2026-11-26',
    });
    expect(stages(month, '2026-11-20', '08:45')).toBeUndefined();
    expect(stages(month, '2026-11-20', '09:00')).toEqual(['first']);
    expect(stages(month, '2026-11-23', '16:00')).toEqual(['first']);
    expect(stages(month, '2026-11-24', '09:00')).toEqual(['today/2026-11-24']);
    expect(stages(month, '2026-11-24', '15:30')).toEqual(['lastHours/2026-11-24']);
    expect(stages(month, '2026-11-25', '10:00')).toEqual(['today/2026-11-25']);
    const late = { ...month, state: 'late' as const };
    // A week has its first notice on the day before its last.
    const week = { ...month, id: 'weekly:licence:2026-11-23', dueOn: '2026-11-27' };
    expect(stages(week, '2026-11-26', '09:00')).toEqual(['first']);
    expect(stages(week, '2026-11-27', '09:00')).toEqual(['today/2026-11-27']);
    expect(stages(week, '2026-11-27', '15:30')).toEqual(['lastHours/2026-11-27']);
    expect(stages(late, '2026-11-26', '08:30')).toEqual(['late/2026-11-26']);
    expect(stages(late, '2026-11-27', '08:30')).toEqual(['late/2026-11-27']);
  });

  it('says in the title that the last hours have come', () => {
    expect(remind([obligation('due')], '2026-11-27', '16:00').notification?.title).toBe(
      '今天 17:30 前有1项报送待办',
    );
  });

  it('counts the last working day where the last day is off', () => {
    const overSunday = decision('1', { remindFrom: '2026-11-27', dueOn: '2026-11-29' });
    expect(remind([overSunday], '2026-11-27', '10:00')).toMatchObject({
      lines: [{ urgent: true }],
      notification: { stages: ['decision:1/today/2026-11-27'] },
    });
  });

  it('does not tell of a decision before its last day', () => {
    const early = decision('1', { dueOn: '2026-11-26' });
    expect(remind([early], '2026-11-25', '10:00')).toMatchObject({
      badge: '1',
      notification: null,
    });
  });

  it('puts decisions of a kind into one line, and none into a line of their own that their week counts', () => {
    const two = [decision('1'), decision('2', { dueOn: '2026-11-27' })];
    expect(remind(two, '2026-11-26', '10:00').lines).toMatchObject([
      {
        text: '行政许可有2件待报（示许〔2026〕1号等），最早的请在11月26日前报送',
        urgent: true,
      },
    ]);
    const week = obligation('due', { kinds: ['licence'] });
    expect(remind([...two, week], '2026-11-27', '10:00').lines).toMatchObject([{ duties: [week] }]);
    const late = decision('3', { state: 'late' });
    expect(remind([...two, week, late], '2026-11-27', '10:00').lines).toHaveLength(2);
  });

  it('is silenced by a snooze until its end, and for the week it was muted in; nothing else is', () => {
    const shown = (quiet: Partial<Quiet>, date: string, time: string) => {
      const reminder = remind([obligation('late')], date, time, { ...notQuiet, ...quiet });
      expect(reminder.badge).toBe('1');
      expect(reminder.lines).toHaveLength(1);
      return reminder.notification !== null;
    };
    const snoozedUntil = at('2026-11-30', '11:00');
    expect(shown({ snoozedUntil }, '2026-11-30', '10:59')).toBe(false);
    expect(shown({ snoozedUntil }, '2026-11-30', '11:00')).toBe(true);
    expect(shown({ mutedWeek: '2026-11-30' }, '2026-12-04', '10:00')).toBe(false);
    expect(shown({ mutedWeek: '2026-11-30' }, '2026-12-07', '10:00')).toBe(true);
    expect(shown({ mutedWeek: '2026-11-23' }, '2026-11-30', '10:00')).toBe(true);
  });

  it('shows no more than fits a badge', () => {
    const many = Array.from({ length: 130 }, (_, n) =>
      obligation('late', { id: `weekly:penalty:${n}` }),
    );
    expect(remind(many, '2026-11-30', '10:00').badge).toBe('99+');
  });
});

describe('unsaid', () => {
  const stages = ['weekly:licence:2026-11-23/today/2026-11-27', 'monthly:2026-11/first'];

  it('is what no notification has said', () => {
    expect(unsaid(stages, [])).toEqual(stages);
    expect(unsaid(stages, ['monthly:2026-11/first', 'another'])).toEqual(stages.slice(0, 1));
    expect(unsaid(stages.slice(1), stages)).toEqual([]);
  });
});

describe('remembered', () => {
  it('keeps first notices, and of the others those of today', () => {
    const said = ['a/first', 'a/today/2026-11-26', 'b/late/2026-11-27'];
    expect(remembered(said, ['c/late/2026-11-27'], at('2026-11-27', '00:00'))).toEqual([
      'a/first',
      'b/late/2026-11-27',
      'c/late/2026-11-27',
    ]);
  });
});

describe('nextReminderMoment', () => {
  test.each([
    ['2026-11-27', '00:00', '2026-11-27', '08:30'],
    ['2026-11-27', '08:59', '2026-11-27', '09:00'],
    ['2026-11-27', '09:00', '2026-11-27', '15:30'],
    ['2026-11-27', '17:30', '2026-11-28', '00:00'],
  ])('after %s %s is %s %s', (date, time, nextDate, nextTime) => {
    expect(nextReminderMoment(at(date, time), notQuiet)).toBe(at(nextDate, nextTime));
  });

  it('is the end of a snooze that comes before', () => {
    const snoozedUntil = at('2026-11-27', '11:00');
    const next = (time: string) =>
      nextReminderMoment(at('2026-11-27', time), { ...notQuiet, snoozedUntil });
    expect(next('10:00')).toBe(snoozedUntil);
    expect(next('11:00')).toBe(at('2026-11-27', '15:30'));
  });
});
