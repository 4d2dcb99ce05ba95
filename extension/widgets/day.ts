/** A day to pick in a calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day that a text begins with, written year first; `null` where it is no date. */
export function dayOf(text: string): Day | null {
  const parts = /^((?:19|20)\d{2})\D?(\d{2})\D?(\d{2})(?!\d)/.exec(text);
  return parts && { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
