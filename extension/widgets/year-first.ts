/** Dates that end with the year, as some pages have their calendars write them. */
import type { Day } from './day.ts';

const yearLast = /^(\d{1,2})(\D)(\d{1,2})\2(\d{4})(?=\D|$)/;
const dayBeforeMonth = /d+\W+m+\W+y/i;
const hints = ['placeholder', 'data-date-format', 'onclick', 'onfocus'];

/** Boxes whose calendar was seen to write the day before the month, and those where it does not. */
const daysFirst = new WeakMap<Element, boolean>();

/** Learns from a picked day in which order a box writes its dates. */
export function learnOrder(box: HTMLInputElement, { month, day }: Day): void {
  const first = Number(yearLast.exec(box.value)?.[1]);
  if (first && month !== day) daysFirst.set(box, first === day);
}

/**
 * The text of a date box, year first. Where nothing says whether the day or the month comes before, 5/1 is
 * the first of May, as libraries write it of their own accord, and 5.1 the fifth of January.
 */
export function yearFirst(box: HTMLInputElement): string {
  return box.value.replace(yearLast, (_all, a: string, sign: string, b: string, year: string) => {
    const isDayFirst =
      Number(a) > 12 ||
      (Number(b) <= 12 &&
        (daysFirst.get(box) ??
          (sign !== '/' ||
            hints.some((name) => dayBeforeMonth.test(box.getAttribute(name) ?? '')))));
    return [year, ...(isDayFirst ? [b, a] : [a, b])].join('-');
  });
}
