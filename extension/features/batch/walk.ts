/** Walking through the records that wait to be reported, one after the other (第 3/12 条). */

/** Where the walk stands. */
export interface WalkStep {
  readonly recordId: string;
  /** 1 for the first of the round. */
  readonly position: number;
  readonly total: number;
}

/** A round: the records it set out with, and the one whose turn it is. */
export interface Round {
  readonly recordIds: readonly string[];
  readonly currentId: string | null;
}

/** A round that has not begun. */
export const noRound: Round = { recordIds: [], currentId: null };

/**
 * The round as it stands, given the records that are 待报 now: new ones join at its end, and when none of
 * it is left the next round begins.
 */
export function roundWith(round: Round, readyIds: readonly string[]): Round {
  const ready = new Set(readyIds);
  if (!round.recordIds.some((id) => ready.has(id))) {
    return { recordIds: readyIds, currentId: readyIds[0] ?? null };
  }
  const known = new Set(round.recordIds);
  const recordIds = [...round.recordIds, ...readyIds.filter((id) => !known.has(id))];
  return { recordIds, currentId: nextReady(recordIds, ready, round.currentId) };
}

/** The first that is 待报 from the current one on, beginning anew at the end. */
function nextReady(
  recordIds: readonly string[],
  ready: ReadonlySet<string>,
  from: string | null,
): string | null {
  const start = Math.max(0, from === null ? 0 : recordIds.indexOf(from));
  const ahead = [...recordIds.slice(start), ...recordIds.slice(0, start)];
  return ahead.find((id) => ready.has(id)) ?? null;
}

/** The round after the clerk passed over the current record. */
export function skipped(round: Round, readyIds: readonly string[]): Round {
  const { recordIds, currentId } = roundWith(round, readyIds);
  if (currentId === null) return round;
  const behind = recordIds[(recordIds.indexOf(currentId) + 1) % recordIds.length] ?? currentId;
  return { recordIds, currentId: nextReady(recordIds, new Set(readyIds), behind) };
}

/** Whose turn it is, or `null` where nothing waits. */
export function stepOf({ recordIds, currentId }: Round): WalkStep | null {
  if (currentId === null) return null;
  return {
    recordId: currentId,
    position: recordIds.indexOf(currentId) + 1,
    total: recordIds.length,
  };
}
