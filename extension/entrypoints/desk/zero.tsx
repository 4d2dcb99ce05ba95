/** Zero reports (零报送): what is owed, and the receipts of what was filed. */
import { periodLabel, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';
import type { Settings } from '../../features/settings/settings.ts';
import type { LedgerEntry } from '../../store/records.ts';
import type { ZeroReportRow } from '../../store/rows.ts';
import { readStatements } from '../../store/statements.ts';
import {
  confirmZeroReport,
  readZeroReports,
  withdrawZeroReport,
} from '../../store/zero-reports.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { DutyBadge } from '../../ui/duty-badge.tsx';
import { DutyList, QuietControls } from '../../ui/duty-list.tsx';
import { useDuties } from '../../ui/duties.ts';
import { moment } from '../../ui/format.ts';
import { useLive } from '../../ui/live.ts';
import { PlaceHeader } from './place-header.tsx';
import { RelayProblems } from './relay-problems.tsx';
import { Statements } from './statements.tsx';

function Standing({ report }: { report: ZeroReportRow }) {
  if (report.withdrawn) return <span class="badge bad">未成功：{report.withdrawn.text}</span>;
  if (report.evidence.kind !== 'attempted') {
    const said = report.evidence.text === undefined ? '' : `：${report.evidence.text}`;
    return <span class="badge good">已确认{said}</span>;
  }
  return (
    <span class="row">
      <span class="badge warn">待确认</span>
      <button
        type="button"
        onClick={act(async () => {
          await confirmZeroReport(report.id, { kind: 'clerk', at: new Date().toISOString() });
          tellBackground();
          return '已确认零报送成功。';
        })}
      >
        确认已零报送
      </button>
      <button
        type="button"
        onClick={act(async () => {
          const at = new Date().toISOString();
          await withdrawZeroReport(report.id, { at, text: '经办人确认没有成功' });
          tellBackground();
          return '已记为没有成功，请重新零报送。';
        })}
      >
        没有成功
      </button>
    </span>
  );
}

export function ZeroPlace(props: {
  readonly ledger: readonly LedgerEntry[];
  readonly settings: Settings;
  readonly now: Date;
}) {
  const { ledger, settings, now } = props;
  const reports = useLive(readZeroReports);
  const statements = useLive(readStatements);
  const owed = useDuties(settings, now);
  if (!reports || !statements || !owed) return <PlaceHeader place="zero" />;
  const today = shanghaiDate(now.toISOString());
  const { facts, duties } = owed;
  const others = duties.obligations.filter(
    ({ duty, state }) => duty !== 'decision' && state !== 'due' && state !== 'late',
  );
  return (
    <>
      <PlaceHeader place="zero" />
      <RelayProblems ledger={ledger} settings={settings} />
      <div class="stack">
        <section class="card stack" aria-label="应办">
          <h2>应办</h2>
          {settings.setUpOn === null ? (
            <p>
              还没有填写单位，提醒尚未开始。<a href="#/settings">去填写</a>
            </p>
          ) : (
            <>
              <DutyList lines={duties.reminder.lines} facts={facts} now={now} />
              <ul class="stack">
                {others.map((duty) => (
                  <li key={duty.id} class="row">
                    <DutyBadge duty={duty} />
                    <span>{duty.explanation}</span>
                  </li>
                ))}
              </ul>
              {duties.reminder.lines.length > 0 ? <QuietControls facts={facts} now={now} /> : null}
            </>
          )}
          <p class="quiet">
            零报送须由经办人在报送平台上点「本周无数据」；报送只核对、记录，不会代为零报送。
          </p>
        </section>
        {reports.length === 0 ? (
          <div class="card empty">
            <strong>还没有零报送记录</strong>
            当周没有许可或处罚时，在报送平台上分别零报送，提交后会自动记到这里。
          </div>
        ) : (
          <div class="scroll">
            <table aria-label="零报送记录">
              <thead>
                <tr>
                  <th scope="col">周</th>
                  <th scope="col">类别</th>
                  <th scope="col">经办人</th>
                  <th scope="col">时间</th>
                  <th scope="col">网页</th>
                  <th scope="col">中继回执号</th>
                  <th scope="col">结果</th>
                </tr>
              </thead>
              <tbody>
                {reports.map((report) => (
                  <tr key={report.id}>
                    <td class="fit">{periodLabel(report.period, today)}</td>
                    <td class="fit">{recordKindLabels[report.kind]}</td>
                    <td class="fit">{report.person}</td>
                    <td class="fit number">{moment(report.at)}</td>
                    <td>{report.page ?? report.platform}</td>
                    <td class="fit">{report.receipt ?? '—'}</td>
                    <td>
                      <Standing report={report} />
                      {report.overrideReason === null ? null : (
                        <div class="quiet">
                          台账有当周记录仍零报送，理由：{report.overrideReason}
                        </div>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Statements statements={statements} settings={settings} now={now} />
      </div>
    </>
  );
}
