/** The week so far, and what is owed. */
import { periodLabel, shanghaiDate, weekOf } from '@baosong/shared/calendar/dates.ts';
import { isConfirmed } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { stateOf } from '@baosong/shared/records/state.ts';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import { kindsOf } from '../../features/settings/settings.ts';
import type { Settings } from '../../features/settings/settings.ts';
import type { ZeroReportRow } from '../../store/rows.ts';
import { DutyList, QuietControls } from '../../ui/duty-list.tsx';
import { useDuties } from '../../ui/duties.ts';

export function Week(props: {
  readonly settings: Settings;
  readonly records: readonly CreditRecord[];
  readonly zeroReports: readonly ZeroReportRow[];
  readonly now: Date;
}) {
  const { settings, records, now } = props;
  const zeroReports = props.zeroReports.filter((report) => !report.withdrawn);
  const today = shanghaiDate(now.toISOString());
  const week = weekOf(today);
  const inWeek = (instant: string): boolean => {
    const day = shanghaiDate(instant);
    return week.start <= day && day <= week.end;
  };
  const owed = useDuties(settings, now);

  return (
    <section class="card stack" aria-label="本周">
      <h2>本周 {periodLabel(week, today)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">本周已报</th>
            <th scope="col">待报</th>
            <th scope="col">零报送</th>
          </tr>
        </thead>
        <tbody>
          {kindsOf(settings).map((kind) => {
            const ofKind = records.filter((record) => record.kind === kind);
            const reported = ofKind.filter((record) =>
              record.submissions.some((item) => isConfirmed(item) && inWeek(item.at)),
            ).length;
            const ready = ofKind.filter((record) => stateOf(record) === 'ready').length;
            const zero = zeroReports.find(
              (report) => report.kind === kind && report.period.start === week.start,
            );
            return (
              <tr key={kind}>
                <th scope="row">{recordKindLabels[kind]}</th>
                <td class="number">{reported}</td>
                <td class="number">{ready}</td>
                <td>
                  {zero
                    ? zero.evidence.kind === 'attempted'
                      ? '已按下，待确认'
                      : '已零报送'
                    : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>应办</h2>
      {owed === undefined ? null : owed.duties.reminder.lines.length === 0 ? (
        <p class="quiet">
          {settings.setUpOn === null ? '填写单位后开始提醒。' : '目前没有到期的报送。'}
        </p>
      ) : (
        <>
          <DutyList lines={owed.duties.reminder.lines} facts={owed.facts} now={now} />
          <QuietControls facts={owed.facts} now={now} />
        </>
      )}
    </section>
  );
}
