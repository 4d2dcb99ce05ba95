/** Reading the platform's result list back: which records it accepted, and which it sent back. */
import { useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import type { ImportedOutcome } from '@baosong/shared/workbook/outcomes.ts';
import { matchVerdicts, outcomeOf } from '../../features/batch/match-outcomes.ts';
import type { VerdictMatches } from '../../features/batch/match-outcomes.ts';
import { addOutcomes, confirmSubmission } from '../../store/records.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';

async function book({ matched }: VerdictMatches): Promise<string> {
  const at = new Date().toISOString();
  for (const { submission, confirms } of matched) {
    if (confirms) await confirmSubmission(submission.id, { kind: 'list', at });
  }
  const fresh = matched.filter((match) => match.isNew);
  await addOutcomes(
    fresh.map((match) => ({ recordId: match.record.id, outcome: outcomeOf(match, uuidv7(), at) })),
  );
  tellBackground();
  return `已记入 ${fresh.length} 条平台结果。`;
}

function Preview(props: { readonly matches: VerdictMatches; readonly onBooked: () => void }) {
  const { matches, onBooked } = props;
  const { matched, unmatched, undecided } = matches;
  const fresh = matched.filter((match) => match.isNew);
  return (
    <div class="stack">
      <div class="row">
        <strong class="grow">
          对上 {matched.length} 条（其中新结果 {fresh.length} 条），没有对上 {unmatched.length}{' '}
          条，平台尚未审核 {undecided.length} 条
        </strong>
        <button
          type="button"
          class="primary"
          disabled={fresh.length === 0 && !matched.some((match) => match.confirms)}
          onClick={act(async () => {
            const sentence = await book(matches);
            onBooked();
            return sentence;
          })}
        >
          记入台账（{fresh.length} 条）
        </button>
      </div>
      {fresh.length > 0 ? (
        <div class="scroll">
          <table aria-label="平台结果">
            <thead>
              <tr>
                <th scope="col">文书号</th>
                <th scope="col">行政相对人</th>
                <th scope="col">结果</th>
                <th scope="col">平台说明</th>
              </tr>
            </thead>
            <tbody>
              {fresh.map(({ row, record }) => (
                <tr key={record.id}>
                  <td>{row.documentNumber}</td>
                  <td>{row.subjectName}</td>
                  <td class="fit">
                    <StateBadge state={row.verdict} />
                  </td>
                  <td>{[row.code, row.message].filter((part) => part !== '').join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {unmatched.length > 0 ? (
        <div class="scroll">
          <table aria-label="没有对上的平台结果">
            <thead>
              <tr>
                <th scope="col">文书号</th>
                <th scope="col">行政相对人</th>
                <th scope="col">决定日期</th>
                <th scope="col">没有对上的原因</th>
              </tr>
            </thead>
            <tbody>
              {unmatched.map(({ row, reason }) => (
                <tr key={`${row.documentNumber} ${row.subjectName} ${row.decisionDate}`}>
                  <td>{row.documentNumber}</td>
                  <td>{row.subjectName}</td>
                  <td class="fit number">{row.decisionDate}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}

export function Outcomes({ records }: { records: readonly CreditRecord[] }) {
  const [rows, setRows] = useState<readonly ImportedOutcome[] | null>(null);
  return (
    <section class="card stack" aria-label="读入平台结果">
      <h2>读入平台结果</h2>
      <FileDrop
        format="xlsx"
        label="选择平台导出的结果清单"
        hint="按文书号、名称、决定日期与台账逐条核对，记下入库或退回。"
        onFile={async (file) => {
          const { importOutcomes } = await import('@baosong/shared/workbook/outcomes.ts');
          setRows(await importOutcomes(new Uint8Array(await file.arrayBuffer())));
          return undefined;
        }}
      />
      {rows ? (
        <Preview
          matches={matchVerdicts(rows, records)}
          onBooked={() => {
            setRows(null);
          }}
        />
      ) : null}
    </section>
  );
}
