/** The ledger (台账): what was and what is to be reported, and how each record stands. */
import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import { currentSubmission, recordStateLabels, stateOf } from '@baosong/shared/records/state.ts';
import type { RecordState } from '@baosong/shared/records/state.ts';
import { recordKindLabels, doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { ledgerRow, platformWords } from '../../features/ledger/export.ts';
import { matchesFilter, noFilter } from '../../features/ledger/search.ts';
import type { LedgerFilter } from '../../features/ledger/search.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { confirmSubmission, withdrawSubmission } from '../../store/records.ts';
import type { LedgerEntry } from '../../store/records.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { downloadWorkbook } from '../../ui/download.ts';
import { moment } from '../../ui/format.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { PlaceHeader } from './place-header.tsx';
import { RecordDetail } from './record-detail.tsx';
import { RelayProblems } from './relay-problems.tsx';

/** More rows than this come page by page. */
const pageSize = 100;

const states = Object.keys(recordStateLabels) as RecordState[];

function Filters(props: {
  readonly filter: LedgerFilter;
  readonly onChange: (filter: LedgerFilter) => void;
}) {
  const { filter, onChange } = props;
  const change = (changes: Partial<LedgerFilter>): void => {
    onChange({ ...filter, ...changes });
  };
  return (
    <form
      class="row"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <input
        type="search"
        class="grow"
        aria-label="查找"
        placeholder="文书号、名称或统一社会信用代码"
        value={filter.text}
        onInput={(event) => {
          change({ text: event.currentTarget.value });
        }}
      />
      <select
        aria-label="信息类别"
        value={filter.kind ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ kind: value === '' ? null : (value as DoublePublicityKind) });
        }}
      >
        <option value="">全部类别</option>
        {doublePublicityKinds.map((kind) => (
          <option key={kind} value={kind}>
            {recordKindLabels[kind]}
          </option>
        ))}
      </select>
      <select
        aria-label="状态"
        value={filter.state ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ state: value === '' ? null : (value as RecordState) });
        }}
      >
        <option value="">全部状态</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {recordStateLabels[state]}
          </option>
        ))}
      </select>
      <label class="row">
        决定日期
        <input
          type="date"
          value={filter.from}
          onInput={(event) => {
            change({ from: event.currentTarget.value });
          }}
        />
      </label>
      <label class="row">
        至
        <input
          type="date"
          value={filter.until}
          onInput={(event) => {
            change({ until: event.currentTarget.value });
          }}
        />
      </label>
    </form>
  );
}

function AttemptButtons({ submissionId }: { submissionId: string }) {
  return (
    <span class="row">
      <button
        type="button"
        onClick={act(async () => {
          const at = new Date().toISOString();
          await confirmSubmission(submissionId, { kind: 'clerk', at });
          tellBackground();
          return '已确认提交成功。';
        })}
      >
        确认已提交
      </button>
      <button
        type="button"
        onClick={act(async () => {
          const at = new Date().toISOString();
          await withdrawSubmission(submissionId, { at, text: '经办人确认没有提交成功' });
          tellBackground();
          return '已改回待报，请重新提交。';
        })}
      >
        没有成功
      </button>
    </span>
  );
}

const relayStates = { waiting: '待发送', conflict: '版本冲突', refused: '被拒收' } as const;

function RelayState({ entry, enrolled }: { entry: LedgerEntry; enrolled: boolean }) {
  if (!enrolled) return <span class="quiet">—</span>;
  if (entry.outbox) {
    const tone = entry.outbox.state === 'waiting' ? 'neutral' : 'bad';
    return (
      <span class={`badge ${tone}`} title={entry.outbox.detail ?? undefined}>
        {relayStates[entry.outbox.state]}
      </span>
    );
  }
  const known = entry.record.submissions.some(({ evidence }) => evidence.kind !== 'attempted');
  return <span class="quiet">{known ? '已送达' : '—'}</span>;
}

function Row(props: {
  readonly entry: LedgerEntry;
  readonly enrolled: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { entry, enrolled, open, onToggle } = props;
  const { record } = entry;
  const { values } = latestRevision(record);
  const state = stateOf(record);
  const submission = currentSubmission(record);
  const refusal = state === 'ready' ? entry.withdrawals[entry.withdrawals.length - 1] : undefined;
  const words = platformWords(record);
  return (
    <tr>
      <td>
        <button type="button" class="plain" aria-expanded={open} onClick={onToggle}>
          {values.documentNumber ?? '（无文书号）'}
        </button>
      </td>
      <td>{values.subjectName ?? '（无名称）'}</td>
      <td class="fit">{recordKindLabels[record.kind]}</td>
      <td class="fit number">{values.decisionDate ?? '—'}</td>
      <td>
        <StateBadge state={state} />
        {words === '' ? null : <div class="quiet">{words}</div>}
        {refusal ? <div class="quiet">上次未成功：{refusal.text}</div> : null}
        {submission && state === 'attempted' ? (
          <AttemptButtons submissionId={submission.id} />
        ) : null}
      </td>
      <td class="fit number">{submission ? moment(submission.at) : '—'}</td>
      <td class="fit">
        <RelayState entry={entry} enrolled={enrolled} />
      </td>
    </tr>
  );
}

export function LedgerPlace(props: {
  readonly ledger: readonly LedgerEntry[];
  readonly settings: Settings;
  readonly now: Date;
}) {
  const { ledger, settings, now } = props;
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(0);
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useMemo(
    () => ledger.filter((entry) => matchesFilter(entry.record, filter)).reverse(),
    [ledger, filter],
  );
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = found.slice(page * pageSize, (page + 1) * pageSize);
  const enrolled = settings.relay !== null;

  if (ledger.length === 0) {
    return (
      <>
        <PlaceHeader place="ledger" />
        <div class="card empty">
          <strong>台账还是空的</strong>
          先从 Excel 导入要报送的记录；或者直接在报送平台上填报，提交后会自动记到这里。
          <p class="row">
            <a class="button" href="#/import">
              导入 Excel
            </a>
            <a class="button" href="#/settings">
              启用报送网站
            </a>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      <PlaceHeader place="ledger">
        <a class="button" href="#/import">
          导入
        </a>
        <button
          type="button"
          onClick={act(async () => {
            const { writeLedger } = await import('@baosong/shared/workbook/templates.ts');
            const bytes = await writeLedger(found.map((entry) => ledgerRow(entry.record)));
            const today = shanghaiDate(now.toISOString());
            downloadWorkbook(bytes, `${settings.unit?.name ?? ''}信用信息报送台账${today}.xlsx`);
            return `已导出 ${found.length} 条，证件号码已遮盖。`;
          })}
        >
          导出 Excel
        </button>
      </PlaceHeader>
      <RelayProblems ledger={ledger} settings={settings} />
      <div class="stack">
        <Filters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setPage(0);
          }}
        />
        <p class="quiet" role="status">
          共 {found.length} 条
          {states.map((state) => {
            const count = found.filter((entry) => stateOf(entry.record) === state).length;
            return count > 0 ? `，${recordStateLabels[state]} ${count}` : '';
          })}
        </p>
        <div class="scroll">
          <table aria-label="台账">
            <thead>
              <tr>
                <th scope="col">文书号</th>
                <th scope="col">行政相对人</th>
                <th scope="col">类别</th>
                <th scope="col">决定日期</th>
                <th scope="col">状态</th>
                <th scope="col">提交时间</th>
                <th scope="col">中继</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => {
                const { id } = entry.record;
                const open = id === openId;
                return (
                  <Fragment key={id}>
                    <Row
                      entry={entry}
                      enrolled={enrolled}
                      open={open}
                      onToggle={() => {
                        setOpenId(open ? null : id);
                      }}
                    />
                    {open ? (
                      <tr>
                        <td class="detail" colSpan={7}>
                          <RecordDetail
                            entry={entry}
                            others={ledger}
                            settings={settings}
                            now={now}
                          />
                        </td>
                      </tr>
                    ) : null}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
        {found.length === 0 ? <p class="empty">没有符合条件的记录，请放宽查找条件。</p> : null}
        {pages > 1 ? (
          <p class="row">
            <button
              type="button"
              disabled={page === 0}
              onClick={() => {
                setPage(page - 1);
              }}
            >
              上一页
            </button>
            第 {page + 1}/{pages} 页
            <button
              type="button"
              disabled={page + 1 >= pages}
              onClick={() => {
                setPage(page + 1);
              }}
            >
              下一页
            </button>
          </p>
        ) : null}
      </div>
    </>
  );
}
