/** Days, and the calendars in which they are picked. */

/** A day to pick in a calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What is particular about the calendars of one library. */
export interface Calendar {
  /** The calendars of this kind that are open. */
  readonly open: () => HTMLElement[];
  /** Clicks through to a day and on it; `false` where it is not offered, `null` where it cannot be worked. */
  readonly pick: (root: HTMLElement, day: Day) => boolean | null;
  /** Button that closes a calendar that asks for more than a day. */
  readonly confirm?: string;
}

/** The day that a text begins with, written year first; `null` where it is no date. */
export function dayOf(text: string): Day | null {
  const parts = /^((?:19|20)\d{2})\D?(\d{2})\D?(\d{2})(?!\d)/.exec(text);
  return parts && { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
