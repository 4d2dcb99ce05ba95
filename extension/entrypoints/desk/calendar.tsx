/** The calendar (日历): the year's duties at a glance, what is coming, what was late, and the days off. */
import { useMemo, useState } from 'preact/hooks';
import { addDays, dateLabel, monthOf, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { iCalendarOf } from '@baosong/shared/calendar/icalendar.ts';
import { dutyLabels, wasLate } from '@baosong/shared/calendar/obligation.ts';
import type { Obligation } from '@baosong/shared/calendar/obligation.ts';
import { obligationsWithin } from '@baosong/shared/calendar/obligations.ts';
import { writeDuties } from '@baosong/shared/workbook/duties.ts';
import { obligationFacts } from '../../features/reminders/duties.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { act } from '../../ui/act.tsx';
import { downloadCalendar, downloadWorkbook } from '../../ui/download.ts';
import { DutyBadge } from '../../ui/duty-badge.tsx';
import { useDuties } from '../../ui/duties.ts';
import { CalendarYears } from './calendar-years.tsx';
import { Month } from './month.tsx';
import { PlaceHeader } from './place-header.tsx';

/** What is coming is shown for so many days. */
const daysAhead = 30;
/** A list longer than this is left to the workbook. */
const longestList = 30;

function DutyTable(props: {
  readonly title: string;
  readonly duties: readonly Obligation[];
  readonly none: string;
  readonly today: string;
}) {
  const { title, duties, none, today } = props;
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {duties.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ul class="stack">
          {duties.slice(0, longestList).map((duty) => (
            <li key={duty.id}>
              <div class="row">
                <DutyBadge duty={duty} />
                <span class="number">{dateLabel(duty.dueOn ?? duty.period.end, today)}</span>
                <span class="grow">
                  {dutyLabels[duty.duty]}：{duty.subject}
                </span>
              </div>
              <div class="quiet">{duty.explanation}</div>
            </li>
          ))}
        </ul>
      )}
      {duties.length > longestList ? (
        <p class="quiet">另有 {duties.length - longestList} 项，请导出 Excel 查看。</p>
      ) : null}
    </section>
  );
}

export function CalendarPlace({ settings, now }: { settings: Settings; now: Date }) {
  const today = shanghaiDate(now.toISOString());
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const owed = useDuties(settings, now);
  const duties = useMemo(() => {
    if (!owed) return [];
    const span = { start: `${year}-01-01`, end: `${year}-12-31` };
    return obligationsWithin(obligationFacts(owed.facts), span);
  }, [owed, year]);
  const coming = useMemo(() => {
    if (!owed) return [];
    const span = { start: addDays(today, -31), end: addDays(today, daysAhead) };
    return obligationsWithin(obligationFacts(owed.facts), span)
      .filter(
        ({ state, dueOn }) =>
          (state === 'notDue' || state === 'due') &&
          dueOn !== null &&
          dueOn <= addDays(today, daysAhead),
      )
      .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  }, [owed, today]);

  if (!owed) return <PlaceHeader place="calendar" />;
  const { calendar } = owed.facts;
  const periodic = duties.filter(({ duty }) => duty !== 'decision');
  const late = duties.filter(wasLate).reverse();
  const unit = settings.unit?.name ?? '';
  const title = `${year}年报送日历`;
  const months = Array.from({ length: 12 }, (_, n) =>
    monthOf(`${year}-${String(n + 1).padStart(2, '0')}-01`),
  );
  const isCovered = calendar.covers(`${year}-01-01`);

  return (
    <>
      <PlaceHeader place="calendar">
        <div class="row" role="group" aria-label="年份">
          <button
            type="button"
            aria-label="上一年"
            onClick={() => {
              setYear(year - 1);
            }}
          >
            ◀
          </button>
          <strong class="number">{year}年</strong>
          <button
            type="button"
            aria-label="下一年"
            onClick={() => {
              setYear(year + 1);
            }}
          >
            ▶
          </button>
        </div>
        <button
          type="button"
          onClick={act(() => {
            const open = duties.filter(({ doneOn }) => doneOn === null);
            downloadCalendar(iCalendarOf(open, unit, now.toISOString()), `${title}.ics`);
            return Promise.resolve('已导出未办结的事项，可导入 Outlook、手机等日历。');
          })}
        >
          导出日历（.ics）
        </button>
        <button
          type="button"
          onClick={act(async () => {
            downloadWorkbook(await writeDuties(title, unit, duties), `${title}.xlsx`);
            return undefined;
          })}
        >
          导出 Excel
        </button>
        <button
          type="button"
          onClick={() => {
            print();
          }}
        >
          打印
        </button>
      </PlaceHeader>
      <h1 class="print-only">
        {unit} {title}
      </h1>
      {settings.setUpOn === null ? (
        <p class="notice warn">
          还没有填写单位，报送义务尚未开始计算。<a href="#/settings">去填写</a>
        </p>
      ) : null}
      {isCovered ? null : (
        <p class="notice warn" role="status">
          {year}
          年放假安排尚未导入：暂按周一至周五上班推算，并提前一天提醒。通知发布后请在本页下方导入。
        </p>
      )}
      <div class="stack">
        <section class="card" aria-label={title}>
          <div class="year">
            {months.map((month) => (
              <Month
                key={month.start}
                month={month}
                calendar={calendar}
                duties={periodic}
                today={today}
              />
            ))}
          </div>
          <p class="legend quiet">
            <span class="day off">1</span>休息 <span class="day make-up">1</span>调休上班{' '}
            <span class="day target">1</span>到期日 <span class="mark good">✓</span>已报送{' '}
            <span class="mark good">零</span>已零报送 <span class="mark good">替</span>
            已由后报数据替代 <span class="mark warn">迟</span>逾期办结{' '}
            <span class="mark warn">!</span>应办 <span class="mark bad">✗</span>已逾期{' '}
            <span class="mark neutral">顺</span>顺延 <span class="mark neutral">·</span>未到期
          </p>
        </section>
        <div class="columns">
          <DutyTable
            title="即将到期"
            duties={coming}
            none={`今后${daysAhead}天没有要办的报送。`}
            today={today}
          />
          <DutyTable
            title={`${year}年逾期的`}
            duties={late}
            none="没有逾期的报送。"
            today={today}
          />
        </div>
        <CalendarYears />
      </div>
    </>
  );
}
