/**
 * The monthly statement (月度报送说明): what a named person says to the centre about the items of a month
 * that have no page on the platform. An item of which nothing was to be reported makes it a zero report
 * (零报送). A later statement on the same month and item takes the place of an earlier one.
 */

/** What is said of one item of the catalogue (目录事项). */
export interface StatedItem {
  readonly name: string;
  /** How many pieces of information were reported on it in the month; 0 says that there were none. */
  readonly reported: number;
}

/** One statement. */
export interface MonthlyStatement {
  /** UUIDv7. */
  readonly id: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly items: readonly StatedItem[];
  /** Name of the person who makes it. */
  readonly person: string;
  readonly at: string;
}

/** Whether it says of nothing but nothing. */
export function isZeroStatement({ items }: MonthlyStatement): boolean {
  return items.every(({ reported }) => reported === 0);
}
