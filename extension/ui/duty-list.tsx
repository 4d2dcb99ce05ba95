/** The lines about what is owed, each with what to do about it, and how to be left in peace for a while. */
import { dateLabel, shanghaiDate, shanghaiTime, weekOf } from '@baosong/shared/calendar/dates.ts';
import type { Reminder, ReminderLine } from '@baosong/shared/calendar/reminders.ts';
import { endQuiet, muteWeek, snooze } from '../features/reminders/quiet.ts';
import type { DutyFacts } from '../features/reminders/duties.ts';
import { openDesk } from '../features/pages.ts';
import { openZeroReportPage } from '../features/zero-report/guide.ts';
import { act } from './act.tsx';
import { tellBackground } from '../messages.ts';

/** The kinds of a line of which no zero report was made yet. */
function openKinds({ duties: [duty] }: ReminderLine, { zeroReports }: DutyFacts) {
  if (duty?.duty !== 'weeklyZeroReport') return [];
  return duty.kinds.filter(
    (kind) =>
      kind !== 'other' &&
      !zeroReports.some(
        (report) =>
          report.kind === kind &&
          report.evidence.kind !== 'attempted' &&
          report.period.start <= duty.period.start &&
          duty.period.end <= report.period.end,
      ),
  );
}

function Action({ line, facts, now }: { line: ReminderLine; facts: DutyFacts; now: Date }) {
  const [duty] = line.duties;
  if (duty === undefined) return null;
  if (duty.duty === 'weeklyZeroReport') {
    const [kind] = openKinds(line, facts);
    if (kind === undefined || kind === 'other') return null;
    return (
      <button
        type="button"
        onClick={act(async () => {
          await openZeroReportPage(kind, duty.period, now);
          return undefined;
        })}
      >
        去零报送
      </button>
    );
  }
  const place = duty.duty === 'monthlyZeroReport' ? 'zero' : 'ledger';
  return (
    <button
      type="button"
      onClick={act(async () => {
        await openDesk(place);
        return undefined;
      })}
    >
      {place === 'zero' ? '去作说明' : '打开台账'}
    </button>
  );
}

/** So many that are late are shown at once; those before them are folded away. */
const lateShown = 4;

interface ListProps {
  readonly lines: Reminder['lines'];
  readonly facts: DutyFacts;
  readonly now: Date;
}

function Lines({ lines, facts, now }: ListProps) {
  return (
    <ul class="duties">
      {lines.map((line) => (
        <li key={line.duties[0]?.id} class={line.urgent ? 'duty urgent' : 'duty'}>
          <span>{line.text}</span> <Action line={line} facts={facts} now={now} />
          {line.duties.length === 1 ? <div class="quiet">{line.duties[0]?.why}</div> : null}
        </li>
      ))}
    </ul>
  );
}

export function DutyList({ lines, ...rest }: ListProps) {
  const earlier = lines.filter(({ late }) => late).slice(lateShown);
  return (
    <>
      <Lines lines={lines.filter((line) => !earlier.includes(line))} {...rest} />
      {earlier.length === 0 ? null : (
        <details class="earlier">
          <summary>更早逾期的 {earlier.length} 项</summary>
          <Lines lines={earlier} {...rest} />
        </details>
      )}
    </>
  );
}

/** Puts notifications off or silences them for the week; says which holds, and ends it. */
export function QuietControls({ facts, now }: { facts: DutyFacts; now: Date }) {
  const { snoozedUntil, mutedWeek } = facts.quiet;
  const today = shanghaiDate(now.toISOString());
  const isMuted = mutedWeek === weekOf(today).start;
  const isSnoozed = snoozedUntil !== null && now.toISOString() < snoozedUntil;
  const change = (task: () => Promise<void>, sentence: string) =>
    act(async () => {
      await task();
      tellBackground();
      return sentence;
    });
  if (isMuted || isSnoozed) {
    return (
      <p class="row quiet">
        {isMuted
          ? '本周不再弹出通知；图标、网页和工作台照常提示。'
          : `通知推迟到${dateLabel(shanghaiDate(snoozedUntil ?? ''), today)}${shanghaiTime(snoozedUntil ?? '')}。`}
        <button type="button" class="plain" onClick={change(endQuiet, '已恢复通知。')}>
          恢复通知
        </button>
      </p>
    );
  }
  return (
    <p class="row quiet">
      <button
        type="button"
        class="plain"
        onClick={change(() => snooze(now), '已推迟，一小时后再通知。')}
      >
        一小时后再提醒
      </button>
      <button
        type="button"
        class="plain"
        onClick={change(() => muteWeek(now), '本周不再弹出通知；图标、网页和工作台照常提示。')}
      >
        不再提醒本周
      </button>
    </p>
  );
}
