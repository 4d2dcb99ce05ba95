/** The state of a record as a word with a colour; the word alone says it. */
import { recordStateLabels } from '@baosong/shared/records/state.ts';
import type { RecordState } from '@baosong/shared/records/state.ts';

const tones: Readonly<Record<RecordState, string>> = {
  ready: 'neutral',
  attempted: 'warn',
  submitted: 'info',
  accepted: 'good',
  rejected: 'bad',
};

export function StateBadge({ state }: { state: RecordState }) {
  return <span class={`badge ${tones[state]}`}>{recordStateLabels[state]}</span>;
}
