/** Picks a day in the calendar of a date picker that takes no typing, whichever library drew it. */
import { hasClass, isShown } from './lent.ts';
import { fire, press } from './typing.ts';
import { until } from './widget.ts';

const openDeadline = 500;
const turnDeadline = 200;
const mostTurns = 400;

const cellLike = 'td,[role=gridcell],[class*=cell],[class*=date-panel-date]';
const otherMonth = /prev|next|additional|excluded|disabled|old|new|other/;
const wholeYear = /super|double|d-arrow|year|fast/;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Cells that show a day, of every calendar that is open or within one; the innermost count. */
export function dayCells(within: ParentNode = document): HTMLElement[] {
  const found = Array.from(within.querySelectorAll<HTMLElement>(cellLike)).filter(
    (cell) => /^\s*\d{1,2}\s*$/.test(cell.textContent) && isShown(cell),
  );
  // What is within an element comes next after it.
  return found.filter((cell, at) => !cell.contains(found[at + 1] ?? null));
}

/** The calendar around a cell, wide enough to hold its header; a period has one for each of its months. */
function panelOf(cell: HTMLElement): HTMLElement | null {
  let panel = cell.parentElement;
  while (panel !== null && monthOf(panel) === null) panel = panel.parentElement;
  return panel?.closest('body') === panel ? null : panel;
}

/** The month that a calendar shows, counted from year 0, or `null` where its header does not say. */
function monthOf(panel: HTMLElement): number | null {
  // A picker of date and time has a header of its own for what has been chosen.
  const header = panel.querySelector(
    '[class*=header]:not([class*=time-header]),[class*=navigation],[class*=panel-month]',
  );
  if (header === null) return null;
  const inputs = Array.from(header.querySelectorAll('input'), ({ value }) => value);
  const text = [header.textContent, ...inputs].join(' ');
  const year = /(?:19|20)\d{2}/.exec(text)?.[0];
  const digits = /(\d{1,2})\s*月/.exec(text) ?? /\d{4}\s*[-/.年]\s*(\d{1,2})/.exec(text);
  const name = monthNames.findIndex((month) => text.toLowerCase().includes(month));
  const month = digits === null ? name : Number(digits[1]) - 1;
  return year === undefined || month < 0 ? null : Number(year) * 12 + month;
}

/** What a button is for, by its class or by what it tells a screen reader. */
const says = (button: Element, words: RegExp): boolean =>
  hasClass(button, words) || words.test(button.getAttribute('aria-label') ?? '');

function turner(panel: HTMLElement, to: 'prev' | 'next', year: boolean): HTMLElement | null {
  const sides = to === 'prev' ? /prev|(?<!align-)left$/i : /next|(?<!align-)right$/i;
  const pointing = Array.from(
    panel.querySelectorAll('[class*=header] *,[class*=navigation] *,[class*=month__]'),
  ).filter((button) => says(button, sides) && isShown(button));
  // How far it turns may be said by what holds the arrow.
  const turnsYear = (button: Element): boolean =>
    says(button, wholeYear) ||
    pointing.some((one) => one === button.parentElement && hasClass(one, wholeYear));
  const found = pointing.find(
    (button, at) => turnsYear(button) === year && !button.contains(pointing[at + 1] ?? null),
  );
  // Some buttons only hold a picture that says where they point.
  return found instanceof HTMLElement ? found : (found?.parentElement ?? null);
}

/**
 * Turns a calendar that has just opened to a date and presses its day.
 *
 * @param date a date in any spelling that begins with the year.
 * @param before the cells of calendars that were open already: those belong to other fields.
 * @param last whether the date ends a period, the beginning of which has been pressed.
 * @param again whether a press alone was not taken; some take the day that the mouse comes over.
 */
export async function pickShownDay(
  date: string,
  before: ReadonlySet<Element>,
  last = false,
  again = false,
): Promise<boolean> {
  const [, year = '', month = '', day = ''] = /(\d{4})\D*(\d{1,2})\D*(\d{1,2})/.exec(date) ?? [];
  const wanted = Number(year) * 12 + Number(month) - 1;
  const fresh = (): HTMLElement | undefined => dayCells().find((cell) => !before.has(cell));
  await until(() => fresh() !== undefined, openDeadline);
  const panels = dayCells().flatMap((cell) => (before.has(cell) ? [] : (panelOf(cell) ?? [])));
  const panel = panels[last && panels[0] && monthOf(panels[0]) !== wanted ? panels.length - 1 : 0];
  if (panel === undefined) return false;
  for (let turn = 0; turn < mostTurns; turn++) {
    const now = monthOf(panel);
    if (now === wanted) break;
    if (now === null) return false;
    const to = now > wanted ? 'prev' : 'next';
    const button =
      (Math.abs(now - wanted) < 12 ? null : turner(panel, to, true)) ?? turner(panel, to, false);
    if (button === null) return false;
    press(button);
    if (!(await until(() => monthOf(panel) !== now, turnDeadline))) return false;
  }
  const cells = dayCells(panel);
  const numberOf = (one: HTMLElement): number => Number(one.textContent);
  // Days of the month before may look like those of this one; its own count from the first 1.
  const first = cells.findIndex((one) => numberOf(one) === 1);
  const target = [...cells.slice(first), ...cells].find(
    (one) => numberOf(one) === Number(day) && !hasClass(one, otherMonth),
  );
  if (target === undefined || monthOf(panel) !== wanted) return false;
  if (again) for (const type of ['mouseover', 'mouseenter']) fire(target, type);
  press(target.firstElementChild instanceof HTMLElement ? target.firstElementChild : target);
  return true;
}
