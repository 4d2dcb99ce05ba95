/** Dates that end with the year, as some pages have their calendars write them: which of them is the month. */

/** What stands first in a date whose year comes last. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const dayThenMonth = /(d+\W+m+\W+y)|m+\W+d+\W+y/i;

/** The order that a control's hints say, such as `format: 'dd/mm/yyyy'`; `null` where they say none. */
export function orderSaid(hints: readonly string[]): DateOrder | null {
  const said = dayThenMonth.exec(hints.join('\n'));
  return said && (said[1] === undefined ? 'monthFirst' : 'dayFirst');
}

/**
 * The order in which a control shows a day that was put into it.
 *
 * @param day written `YYYY-MM-DD`.
 * @returns `null` where the control shows something else, or a day that reads the same in either order.
 */
export function orderShown(written: string, day: string): DateOrder | null {
  const [dayFirst, monthFirst] = (['dayFirst', 'monthFirst'] as const).map(
    (order) => yearFirst(written, order) === day,
  );
  return dayFirst === monthFirst ? null : dayFirst ? 'dayFirst' : 'monthFirst';
}

/**
 * A date in a page's writing with its year first, and anything else as it is.
 *
 * @param order what is known of the control. Where nothing is, 5/1 is the first of May, as libraries write it
 * of their own accord, and 5.1 the fifth of January.
 */
export function yearFirst(written: string, order: DateOrder | null): string {
  return written.replace(yearLast, (_all, a: string, sign: string, b: string, year: string) => {
    const isDayFirst =
      Number(a) > 12 || (Number(b) <= 12 && (order === null ? sign !== '/' : order === 'dayFirst'));
    const [month, day] = isDayFirst ? [b, a] : [a, b];
    return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  });
}
