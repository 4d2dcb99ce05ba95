/** Calendars beyond those of the platforms' own libraries: that of Bootstrap, and whatever else opens. */
import { isShown } from './anatomy.ts';
import { click, press, shown, step } from './hands.ts';
import { bringing } from './bringing.ts';
import type { Calendar } from './day.ts';

const withText = (elements: readonly HTMLElement[], text: number): HTMLElement | undefined =>
  elements.find((element) => Number(element.textContent) === text);

/** The pickers of Bootstrap, with and without time, which go from years down to days. */
const bootstrap: Calendar = {
  open: () => shown('.datetimepicker,.datepicker').filter((root) => root.querySelector('td.day')),
  pick(root, { year, month, day }) {
    const view = (name: string): HTMLElement | undefined =>
      shown(`[class*=picker-${name}]`, root)[0];
    const years = (): HTMLElement | undefined => view('years');
    for (let up = 0; up < 4 && !years(); up += 1) {
      click(shown('th.switch,th[class*=picker-switch]', root)[0]);
    }
    const offered = (): HTMLElement[] => shown('span.year:not(.old):not(.new)', years());
    const distance = (): number => {
      if (withText(offered(), year)) return 0;
      return year - Number(offered()[0]?.textContent);
    };
    return (
      step(root, distance, '[class*=picker-years] .prev', '[class*=picker-years] .next') &&
      click(withText(offered(), year)) &&
      click(root.querySelectorAll<HTMLElement>('[class*=picker-months] span.month')[month - 1]) &&
      click(withText(shown('td.day:not(.old):not(.new):not(.disabled)', root), day)) &&
      // A picker of date and time goes on to the hour and the minute: midnight.
      ['hour', 'minute'].every((unit) => click(shown(`span.${unit}`, root)[0]) || true)
    );
  },
};

const weekNumber = /(^|[ -])(cw|week|week-col)( |$)/;

/** Cells of a calendar that show a day, those of its neighbour months included. */
const daysIn = (root: ParentNode): HTMLElement[] =>
  shown('td,span[class*=day]', root).filter(
    (cell) => /^\s*\d{1,2}\s*$/.test(cell.textContent) && !weekNumber.test(cell.className),
  );

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthNumerals = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');

/** The month that a calendar says it shows, counted from year 0; no number where it does not say. */
function monthIn(root: HTMLElement): number {
  const words = shown('*', root).map((one) => {
    if (one instanceof HTMLSelectElement) return one.selectedOptions[0]?.text;
    if (one instanceof HTMLInputElement) return one.value;
    return (one.closest('select') ?? one.querySelector('td,option'))
      ? ''
      : Array.from(one.childNodes, (node) => (node instanceof Text ? node.data : '')).join('');
  });
  const text = words.join(' ').toLowerCase();
  const year = /\b(19|20)\d{2}(?!\d)/.exec(text)?.[0];
  const [, digits, numeral = ''] =
    /(?:(\d{1,2})|(十?[一二三四五六七八九十]))\s*月/.exec(text) ?? [];
  const named = monthNames.findIndex((name) => text.includes(name));
  const month = digits ? Number(digits) - 1 : numeral ? monthNumerals.indexOf(numeral) : named;
  return month < 0 ? NaN : Number(year) * 12 + month;
}

const isAfloat = (element: Element): boolean =>
  /absolute|fixed/.test(getComputedStyle(element).position);

/** More months than anything turns by. */
const mostTurns = 1e4;
/** Turning month by month to the last day of the century takes a few seconds. */
const patience = 6000;

/** Any other calendar that floats over the page, by what it shows and by what its arrows do. */
const unknown: Calendar = {
  open: () =>
    shown('table,[class*=days]')
      .filter((days) => days.querySelectorAll('td,span').length > 27 && daysIn(days).length > 27)
      .flatMap((days) => {
        let root: HTMLElement | null = days;
        while (root && !isAfloat(root)) root = root.parentElement;
        return root && monthIn(root) ? root : [];
      }),
  pick(root, { year, month, day }) {
    /** By how many months each arrow turns, as far as that is known. */
    const turns = new Map<string, number>();
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const now = monthIn(root);
      const left = year * 12 + month - 1 - now;
      if (!left) break;
      const side = left < 0 ? /prev|left/ : /next|right/;
      const [arrow] = shown('*', root)
        .filter(({ className }) => side.test(className) && !/day/i.test(className))
        .map((button, place) => ({ button, name: `${String(side)}${place}` }))
        .map((one) => ({ ...one, turned: turns.get(one.name) ?? mostTurns }))
        .filter(({ name, turned }) => !turns.has(name) || turned <= Math.abs(left))
        .sort((a, b) => b.turned - a.turned);
      if (arrow === undefined) return false;
      press(arrow.button);
      const turned = Math.abs(monthIn(root) - now);
      // One that turns later cannot be told from one that does not.
      if (!turned && turns.size === 0) return null;
      turns.set(arrow.name, turned || mostTurns);
    }
    const days = daysIn(root);
    const first = days.findIndex((cell) => Number(cell.textContent) === 1);
    const cell = days[first + day - 1];
    if (Number(cell?.textContent) !== day) return false;
    click(cell?.querySelector('a') ?? cell);
    if (isShown(root))
      click(
        shown('button', root).find((one) => /^\s*(确\s*[定认]|apply|ok)\s*$/i.test(one.innerText)),
      );
    return true;
  },
};

/** What opens beside the text boxes of `date-popup.ts`, see there. */
export const pickers = bringing([bootstrap, unknown]);
