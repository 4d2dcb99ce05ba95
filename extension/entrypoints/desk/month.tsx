/** One month of the year's calendar: its days, and how the duties of its weeks and its own stand. */
import { addDays, weekday, weekOf } from '@baosong/shared/calendar/dates.ts';
import { obligationStateLabels, wasLate } from '@baosong/shared/calendar/obligation.ts';
import type { Obligation } from '@baosong/shared/calendar/obligation.ts';
import type { WorkdayCalendar } from '@baosong/shared/calendar/workdays.ts';
import type { Period } from '@baosong/shared/records/zero-report.ts';
import { toneOf } from '../../ui/duty-badge.tsx';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

const signs: Readonly<Record<Obligation['state'], string>> = {
  notDue: '·',
  due: '!',
  late: '✗',
  doneByRecords: '✓',
  doneByZeroReport: '零',
  replacedByRecords: '替',
  carriedOver: '顺',
};

function Mark({ duty }: { duty: Obligation }) {
  const isLateDone = duty.doneOn !== null && wasLate(duty);
  const label = `${duty.subject}：${isLateDone ? '逾期办结' : obligationStateLabels[duty.state]}`;
  return (
    <span
      class={`mark ${toneOf(duty)}`}
      role="img"
      aria-label={label}
      title={`${label}\n${duty.explanation}\n${duty.why}`}
    >
      {isLateDone ? '迟' : signs[duty.state]}
    </span>
  );
}

function weeksOf(month: Period): Period[] {
  const weeks: Period[] = [];
  for (let week = weekOf(month.start); week.start <= month.end;) {
    weeks.push(week);
    week = weekOf(addDays(week.end, 1));
  }
  return weeks;
}

export function Month(props: {
  readonly month: Period;
  readonly calendar: WorkdayCalendar;
  readonly duties: readonly Obligation[];
  readonly today: string;
}) {
  const { month, calendar, duties, today } = props;
  const inMonth = (day: string): boolean => month.start <= day && day <= month.end;
  const own = duties.filter(
    ({ duty, period }) => duty === 'monthlyZeroReport' && period.start === month.start,
  );
  const weekly = duties.filter(({ duty }) => duty === 'weeklyZeroReport');
  const targets = new Set(duties.map(({ dueOn }) => dueOn));
  const classOf = (day: string): string => {
    if (!inMonth(day)) return 'day outside';
    const works = calendar.isWorkday(day);
    return [
      'day',
      ...(works ? (weekday(day) > 5 ? ['make-up'] : []) : ['off']),
      ...(targets.has(day) ? ['target'] : []),
      ...(day === today ? ['today'] : []),
    ].join(' ');
  };
  const number = Number(month.start.slice(5, 7));
  return (
    <section class="month" aria-label={`${number}月`}>
      <h3>
        {number}月
        {own.map((duty) => (
          <Mark key={duty.id} duty={duty} />
        ))}
      </h3>
      <table>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">周</th>
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => {
            // A week over two months stands where it is due.
            const ofWeek = weekly.filter(
              ({ period, dueOn }) => period.end === week.end && inMonth(dueOn ?? week.start),
            );
            return (
              <tr key={week.start}>
                {weekdays.map((name, index) => {
                  const day = addDays(week.start, index);
                  return (
                    <td key={name} class={classOf(day)}>
                      {inMonth(day) ? Number(day.slice(8)) : ''}
                    </td>
                  );
                })}
                <td class="marks">
                  {ofWeek.map((duty) => (
                    <Mark key={duty.id} duty={duty} />
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
