/** What is owed, for pages that stay open. */
import { useMemo } from 'preact/hooks';
import { dutiesOf } from '../features/reminders/duties.ts';
import type { Duties, DutyFacts } from '../features/reminders/duties.ts';
import { readDutyFacts } from '../features/reminders/read-duties.ts';
import type { Settings } from '../features/settings/settings.ts';
import { useLive } from './live.ts';

/** What is owed now and what it follows from, kept up to date; `undefined` until it is read. */
export function useDuties(
  settings: Settings | undefined,
  now: Date,
): { readonly facts: DutyFacts; readonly duties: Duties } | undefined {
  const facts = useLive(() => readDutyFacts(now), [settings, now]);
  return useMemo(() => (facts ? { facts, duties: dutiesOf(facts) } : undefined), [facts]);
}
