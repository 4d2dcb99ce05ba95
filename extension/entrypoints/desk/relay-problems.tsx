/** What is on its way to the relay, and what the relay did not take, with its sentence. */
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { Settings } from '../../features/settings/settings.ts';
import { allEntries, retryAll } from '../../store/outbox.ts';
import type { LedgerEntry } from '../../store/records.ts';
import { act } from '../../ui/act.tsx';
import { tellBackground } from '../../messages.ts';
import { useLive } from '../../ui/live.ts';

export function RelayProblems(props: {
  readonly ledger: readonly LedgerEntry[];
  readonly settings: Settings;
}) {
  const { ledger, settings } = props;
  const queue = useLive(allEntries) ?? [];
  if (settings.relay === null || queue.length === 0) return null;
  const stopped = queue.filter((entry) => entry.state !== 'waiting');
  const failing = queue.find((entry) => entry.state === 'waiting' && entry.detail !== null);
  const nameOf = (subjectId: string): string => {
    const entry = ledger.find((item) => item.record.id === subjectId);
    return entry ? (latestRevision(entry.record).values.documentNumber ?? '记录') : '零报送说明';
  };
  return (
    <section
      class={`notice ${stopped.length + (failing ? 1 : 0) > 0 ? 'warn' : 'good'}`}
      aria-label="报送中继"
    >
      <div class="row">
        <span class="grow">
          {queue.length - stopped.length > 0
            ? `${queue.length - stopped.length} 条等待发送到报送中继。`
            : ''}
          {stopped.length > 0 ? `${stopped.length} 条没有被接收。` : ''}
          {failing?.detail ?? ''}
        </span>
        <button
          type="button"
          onClick={act(async () => {
            await retryAll();
            tellBackground();
            return undefined;
          })}
        >
          立即发送
        </button>
      </div>
      {stopped.length > 0 ? (
        <ul>
          {stopped.map((entry) => (
            <li key={entry.key}>
              {nameOf(entry.subjectId)}：{entry.detail}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
