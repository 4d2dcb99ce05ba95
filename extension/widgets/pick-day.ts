/**
 * Picking a day in a calendar by clicking, as the clerk does it: only then do a page's own handlers run and
 * hidden fields follow; the library writes the date in the page's pattern.
 */
import { isShown } from './anatomy.ts';
import type { Calendar, Day } from './day.ts';
import { fire, press } from './typing.ts';
import { until } from './widget.ts';

/** Enough for any year from 1900 to 2100, on a calendar that moves a year at a time. */
const mostSteps = 220;

/** The drawn elements that a selector matches. */
export const shown = (selector: string, root: ParentNode = document): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(selector)).filter(isShown);

/** Clicks on what was found; `false` where nothing was. */
export function click(element: HTMLElement | null | undefined): boolean {
  if (element) press(element);
  return Boolean(element);
}

/** Clicks one of two arrows until a distance is nought. */
export function step(
  root: HTMLElement,
  distance: () => number,
  back: string,
  forth: string,
): boolean {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const left = distance();
    // A calendar that does not say what it shows has no distance.
    if (!left) return left === 0;
    if (!click(root.querySelector<HTMLElement>(left < 0 ? back : forth))) return false;
  }
  return false;
}

/**
 * Picks a day in the calendar that opens.
 *
 * @param open makes it open.
 * @param patience how long that may take, in ms; the first time a library may have to load its parts.
 * @param calendars the kinds that may open.
 * @returns what became of it; nothing is left open.
 */
export async function pickDay(
  day: Day,
  open: () => void,
  patience: number,
  calendars: readonly Calendar[],
): Promise<'picked' | 'not offered' | 'no calendar'> {
  const openCalendars = (): { calendar: Calendar; root: HTMLElement }[] =>
    calendars.flatMap((calendar) => calendar.open().map((root) => ({ calendar, root })));
  const before = openCalendars().map(({ root }) => root);
  const opened = (): { calendar: Calendar; root: HTMLElement } | undefined =>
    openCalendars().find(({ root }) => !before.includes(root));
  open();
  await until(() => opened() !== undefined, patience);
  const found = opened();
  if (found === undefined) return 'no calendar';
  const { calendar, root } = found;
  const picked = calendar.pick(root, day);
  if (picked && calendar.confirm && opened()?.root === root) {
    click(root.querySelector<HTMLElement>(calendar.confirm));
  }
  if (opened() !== undefined) fire(document.body, 'mousedown');
  return picked === null ? 'no calendar' : picked ? 'picked' : 'not offered';
}

/** The same date in the spelling of another. */
export function spelledLike(date: string, model: string): string {
  const [, year = '', month = '', day = ''] = /(\d{4})\D*(\d{1,2})\D*(\d{1,2})/.exec(date) ?? [];
  const parts = [year, month, day];
  return model.replace(/(\d{4})(\D*)(\d{2})(\D*)(\d{2})/, (_all, _y, a: string, _m, b: string) =>
    [parts[0], a, parts[1], b, parts[2]].join(''),
  );
}
