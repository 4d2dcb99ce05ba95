/** The state of a duty in a word. */
import type { Obligation } from '@baosong/shared/calendar/obligation.ts';
import { obligationStateLabels, wasLate } from '@baosong/shared/calendar/obligation.ts';

/** How good or bad the state of a duty is. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

const tones: Readonly<Record<Obligation['state'], Tone>> = {
  notDue: 'neutral',
  due: 'warn',
  late: 'bad',
  doneByRecords: 'good',
  doneByZeroReport: 'good',
  replacedByRecords: 'good',
  carriedOver: 'neutral',
};

export function toneOf(duty: Obligation): Tone {
  return duty.doneOn !== null && wasLate(duty) ? 'warn' : tones[duty.state];
}

export function DutyBadge({ duty }: { duty: Obligation }) {
  const late = duty.doneOn !== null && wasLate(duty) ? '（逾期办结）' : '';
  return (
    <span class={`badge ${toneOf(duty)}`}>
      {obligationStateLabels[duty.state]}
      {late}
    </span>
  );
}
