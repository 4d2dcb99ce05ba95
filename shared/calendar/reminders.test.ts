import { describe, expect, it, test } from 'vitest';
import type { Obligation, ObligationState } from './obligations.ts';
import { reminderFor } from './reminders.ts';
import { publishedCalendar } from './workdays.ts';

const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString();

function obligation(state: ObligationState, change: Partial<Obligation> = {}): Obligation {
  return {
    id: 'weekly:penalty:2026-11-23',
    duty: 'weeklyZeroReport',
    kind: 'penalty',
    period: { start: '2026-11-23', end: '2026-11-29' },
    dueOn: '2026-11-27',
    state,
    explanation: '本周（11月23日—29日）行政处罚尚未报送，今天 17:30 前请零报送或补报',
    ...change,
  };
}

const remind = (obligations: Obligation[], date: string, time: string) =>
  reminderFor(obligations, at(date, time), publishedCalendar);

describe('reminderFor', () => {
  it('shows the same on badge, notification and page', () => {
    expect(remind([obligation('due')], '2026-11-27', '15:00')).toEqual({
      badge: '1',
      notification: {
        id: 'obligations:2026-11-27:weekly:penalty:2026-11-23',
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
      title: '有5项报送待办',
      message: '第1项\n第2项\n第3项\n另有2项，请在扩展中查看',
    });
  });

  it('notifies anew when more is owed', () => {
    const late = obligation('late', { id: 'weekly:penalty:2026-11-16' });
    const early = remind([late, obligation('due')], '2026-11-27', '08:45').notification;
    const later = remind([late, obligation('due')], '2026-11-27', '09:00').notification;
    expect(early?.id).toBe('obligations:2026-11-27:weekly:penalty:2026-11-16');
    expect(later?.id).not.toBe(early?.id);
  });
});
