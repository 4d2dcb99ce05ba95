/** Picks a day in the calendar of a date picker that takes no typing, whichever library drew it. */
import { hasClass, isShown, press, until } from './lent.ts';

const openDeadline = 500;
const turnDeadline = 200;
const mostTurns = 400;

const cellLike = 'td,[class*=cell],[class*=date-panel-date]';
const panelLike = '[class*=panel],[class*=popper],[class*=popup],[class*=dropdown]';
const otherMonth = /prev|next|additional|excluded|disabled|old|new|other/;
const wholeYear = /super|double|d-arrow|year|fast/;
const arrowLike =
  '[class*=header] [class*=prev],[class*=header] [class*=next],[class*=header] [class*=arrow],[class*=header] svg,[class*=month__]';
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Cells that show a day, of every calendar that is open or within one; the innermost count. */
export function dayCells(within: ParentNode = document): HTMLElement[] {
  const found = Array.from(within.querySelectorAll<HTMLElement>(cellLike)).filter(
    (cell) => /^\s*\d{1,2}\s*$/.test(cell.textContent) && isShown(cell),
  );
  return found.filter((cell) => !found.some((other) => other !== cell && other.contains(cell)));
}

/** The calendar around the cells, wide enough to hold its header. */
function panelOf(cell: HTMLElement): HTMLElement | null {
  for (
    let panel = cell.closest<HTMLElement>(panelLike);
    panel !== null;
    panel = panel.parentElement?.closest<HTMLElement>(panelLike) ?? null
  ) {
    if (monthOf(panel) !== null) return panel;
  }
  return null;
}

/** The month that a calendar shows, counted from year 0, or `null` where its header does not say. */
function monthOf(panel: HTMLElement): number | null {
  // A picker of date and time has a header of its own for what has been chosen.
  const header = panel.querySelector(
    '[class*=header]:not([class*=time-header]),[class*=panel-month]',
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

function turner(panel: HTMLElement, to: 'prev' | 'next', year: boolean): HTMLElement | undefined {
  const sides = to === 'prev' ? /prev|left/ : /next|right/;
  const arrows = Array.from(panel.querySelectorAll(arrowLike)).filter(
    (arrow) => hasClass(arrow, sides) && isShown(arrow),
  );
  const buttons = arrows.filter((arrow) => arrow instanceof HTMLElement);
  // A button without a class of its own is known by the arrow drawn in it.
  const pointing = buttons.length > 0 ? buttons : arrows;
  const arrow = pointing.find(
    (one) =>
      hasClass(one, wholeYear) === year &&
      !pointing.some((other) => other !== one && one.contains(other)),
  );
  return (arrow instanceof SVGElement ? arrow.parentElement : arrow) as HTMLElement | undefined;
}

/**
 * Turns a calendar that has just opened to a date and presses its day.
 *
 * @param date a date in any spelling that begins with the year.
 * @param before the cells of calendars that were open already: those belong to other fields.
 */
export async function pickShownDay(date: string, before: ReadonlySet<Element>): Promise<boolean> {
  const [, year = '', month = '', day = ''] = /(\d{4})\D*(\d{1,2})\D*(\d{1,2})/.exec(date) ?? [];
  const wanted = Number(year) * 12 + Number(month) - 1;
  const fresh = (): HTMLElement | undefined => dayCells().find((cell) => !before.has(cell));
  await until(() => fresh() !== undefined, openDeadline);
  const cell = fresh();
  const panel = cell === undefined ? null : panelOf(cell);
  if (panel === null) return false;
  for (let turn = 0; turn < mostTurns; turn++) {
    const now = monthOf(panel);
    if (now === wanted) break;
    if (now === null) return false;
    const to = now > wanted ? 'prev' : 'next';
    const button =
      (Math.abs(now - wanted) >= 12 ? turner(panel, to, true) : undefined) ??
      turner(panel, to, false);
    if (button === undefined) return false;
    press(button);
    if (!(await until(() => monthOf(panel) !== now, turnDeadline))) return false;
  }
  const target = dayCells(panel).find(
    (one) => Number(one.textContent) === Number(day) && !hasClass(one, otherMonth),
  );
  if (target === undefined || monthOf(panel) !== wanted) return false;
  press(target.firstElementChild instanceof HTMLElement ? target.firstElementChild : target);
  return true;
}
