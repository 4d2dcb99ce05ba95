/** One record in full: what it says, its history, and correcting it. */
import { useMemo, useState } from 'preact/hooks';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord, EvidenceKind, Outcome } from '@baosong/shared/records/record.ts';
import { currentSubmission, decidingOutcome } from '@baosong/shared/records/state.ts';
import { checkAgainst } from '../../features/batch/row-check.ts';
import { knowledgeOf, knownDecisions } from '../../features/ledger/knowledge.ts';
import { nextRevision, subjectCategoryOf } from '../../features/ledger/ledger.ts';
import { isSameContent } from '../../features/ledger/same-decision.ts';
import { checkContextOf } from '../../features/settings/checking.ts';
import { signature } from '../../features/settings/settings.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { readCalendarYears } from '../../store/calendar-years.ts';
import { addRevision } from '../../store/records.ts';
import type { LedgerEntry } from '../../store/records.ts';
import { readUnitReports } from '../../store/unit-reports.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { moment } from '../../ui/format.ts';
import { useLive } from '../../ui/live.ts';
import { RecordForm } from '../../ui/record-form.tsx';
import { RecordValuesList } from '../../ui/record-values.tsx';
import { RejectionNote } from './rejection.tsx';

const evidenceLabels: Readonly<Record<EvidenceKind, string>> = {
  attempted: '已点提交，待确认',
  navigation: '页面已跳转',
  message: '页面提示',
  list: '平台结果清单',
  clerk: '经办人确认',
};

const sourceLabels = { platform: '平台结果', centre: '信用中心', unit: '本单位' } as const;

interface HistoryLine {
  readonly at: string;
  readonly text: string;
}

function historyOf({ record, withdrawals }: LedgerEntry): HistoryLine[] {
  const revisions = record.revisions.map(({ at, number, author, reason }) => ({
    at,
    text: `第 ${number} 版，${author}${reason === undefined ? '' : `，原因：${reason}`}`,
  }));
  const submissions = record.submissions.map(
    ({ at, revision, by, platform, evidence, overrides }) => ({
      at,
      text: [
        `提交第 ${revision} 版到 ${platform}，${by}，${evidenceLabels[evidence.kind]}`,
        evidence.text === undefined ? '' : `「${evidence.text}」`,
        ...overrides.map(({ code, reason }) => `；不顾 ${code} 提交，理由：${reason}`),
      ].join(''),
    }),
  );
  const failed = withdrawals.map(({ at, text }) => ({ at, text: `提交未成功：${text}` }));
  const outcomes = record.outcomes.map(({ at, verdict, code, message, source }) => ({
    at,
    text: [`${verdict === 'accepted' ? '入库' : '退回'}（${sourceLabels[source]}）`, code, message]
      .filter((part) => part !== undefined)
      .join(' '),
  }));
  return [...revisions, ...submissions, ...failed, ...outcomes].sort((a, b) =>
    a.at.localeCompare(b.at),
  );
}

/** The verdict by which the record stands as sent back, if it does. */
function rejectionOf(record: CreditRecord): Outcome | null {
  const submission = currentSubmission(record);
  const outcome = submission && decidingOutcome(record.outcomes, submission.id);
  return outcome?.verdict === 'rejected' ? outcome : null;
}

function Correction(props: {
  readonly record: CreditRecord;
  readonly others: readonly LedgerEntry[];
  readonly settings: Settings;
  readonly now: Date;
  readonly onClose: () => void;
}) {
  const { record, others, settings, now, onClose } = props;
  const before = latestRevision(record).values;
  const [values, setValues] = useState(before);
  const [reason, setReason] = useState('');
  const years = useLive(readCalendarYears) ?? [];
  const relay = useLive(readUnitReports);
  const known = useMemo(() => {
    const all = knownDecisions(
      others.map((entry) => entry.record),
      relay?.records ?? [],
    );
    return knowledgeOf(
      all.filter(({ id }) => id !== record.id),
      settings.unit,
    );
  }, [others, relay, record.id, settings.unit]);
  // What was submitted once is not late because it is corrected.
  const today = shanghaiDate(now.toISOString());
  const { timelyFrom, ...context } = checkContextOf(settings, years, today);
  const findings = checkAgainst(
    known,
    { kind: record.kind, values },
    {
      ...context,
      ...(record.submissions.length === 0 ? { timelyFrom } : {}),
    },
  );
  return (
    <form
      class="stack"
      aria-label="更正"
      onSubmit={act(async () => {
        if (isSameContent(before, values)) throw new Error('内容没有变化，不需要更正。');
        const at = new Date().toISOString();
        const revision = await nextRevision(record, values, reason.trim(), signature(settings), at);
        await addRevision(record.id, subjectCategoryOf(values), revision);
        tellBackground();
        onClose();
        return `已更正为第 ${revision.number} 版，状态改为待报，请重新提交。`;
      })}
    >
      <RecordForm
        kind={record.kind}
        values={values}
        findings={findings}
        onChange={(changes) => {
          setValues((present) => ({ ...present, ...changes }));
        }}
      />
      <div class="row">
        <label class="row grow">
          更正原因
          <input
            type="text"
            class="grow"
            required
            maxLength={200}
            value={reason}
            onInput={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" class="primary">
          保存更正
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </form>
  );
}

export function RecordDetail(props: {
  readonly entry: LedgerEntry;
  /** The whole ledger, with which corrections are compared. */
  readonly others: readonly LedgerEntry[];
  readonly settings: Settings;
  readonly now: Date;
}) {
  const { entry, others, settings, now } = props;
  const { record } = entry;
  const [correcting, setCorrecting] = useState(false);
  const rejection = rejectionOf(record);
  const note = rejection ? (
    <RejectionNote record={record} outcome={rejection} settings={settings} />
  ) : null;
  if (correcting) {
    return (
      <div class="stack">
        {note}
        <Correction
          record={record}
          others={others}
          settings={settings}
          now={now}
          onClose={() => {
            setCorrecting(false);
          }}
        />
      </div>
    );
  }
  return (
    <div class="stack">
      {note}
      <RecordValuesList kind={record.kind} values={latestRevision(record).values} />
      <h3>经过</h3>
      <ol class="timeline">
        {historyOf(entry).map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <span class="number quiet">{moment(at)}</span> {text}
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() => {
          setCorrecting(true);
        }}
      >
        更正
      </button>
    </div>
  );
}
