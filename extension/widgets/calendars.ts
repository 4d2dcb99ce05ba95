/**
 * Calendars that open beside a text box. A day is picked by clicking, as the clerk does it: only then do
 * a page's own handlers run and hidden fields follow; the library writes the date in the page's pattern.
 */
import type { Day } from './day.ts';
import { clickOn } from './typing.ts';
import { until } from './widget.ts';

/** What is particular about the calendars of one library. */
export interface Calendar {
  /** The calendars of this kind that are open. */
  readonly open: () => HTMLElement[];
  /** Clicks through to a day and on it; `false` where it is not offered. */
  readonly pick: (root: HTMLElement, day: Day) => boolean;
  /** Button that closes a calendar that asks for more than a day. */
  readonly confirm: string;
}

/** Enough for any year from 1900 to 2100, on a calendar that moves a year at a time. */
const mostSteps = 220;

export const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const shown = (selector: string, root: ParentNode = document): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(selector)).filter(isShown);

const withText = (elements: readonly HTMLElement[], text: number): HTMLElement | undefined =>
  elements.find((element) => Number(element.textContent) === text);

function click(element: Element | null | undefined): boolean {
  if (element) clickOn(element);
  return Boolean(element);
}

/** Clicks one of two arrows until a distance is nought. */
function step(root: HTMLElement, distance: () => number, back: string, forth: string): boolean {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const left = distance();
    if (left === 0) return true;
    if (!click(root.querySelector(left < 0 ? back : forth))) return false;
  }
  return false;
}

/** My97 draws in a frame of the outermost window that it can reach. */
const my97: Calendar = {
  open() {
    const found: HTMLElement[] = [];
    for (let view: Window = window; ; view = view.parent) {
      try {
        for (const frame of view.document.querySelectorAll('iframe')) {
          const root = frame.contentDocument?.querySelector<HTMLElement>('.WdateDiv');
          if (root && isShown(frame)) found.push(root);
        }
      } catch {
        // A frame of another origin: My97 did not get there either.
        return found;
      }
      if (view === view.parent) return found;
    }
  },
  pick(root, { year, month, day }) {
    const [months, years] = root.querySelectorAll<HTMLInputElement>('input.yminput');
    for (const [input, value] of [
      [years, year],
      [months, month],
    ] as const) {
      if (input === undefined) return false;
      input.value = String(value);
      input.dispatchEvent(new FocusEvent('blur'));
    }
    return click(root.querySelector(`td[onclick^="day_Click(${year},${month},${day})"]`));
  },
  confirm: '#dpOkInput',
};

/** laydate from version 5 on, also the one of layui. */
const laydate: Calendar = {
  open: () => shown('.layui-laydate:not(.layui-laydate-static)'),
  pick(root, { year, month, day }) {
    const at = (part: 0 | 1): number =>
      Number(root.querySelector('[lay-ym]')?.getAttribute('lay-ym')?.split('-')[part]);
    return (
      step(root, () => year - at(0), '.laydate-prev-y', '.laydate-next-y') &&
      step(root, () => month - at(1), '.laydate-prev-m', '.laydate-next-m') &&
      click(root.querySelector(`td[lay-ymd="${year}-${month}-${day}"]:not(.laydate-disabled)`))
    );
  },
  confirm: '.laydate-btns-confirm',
};

/** laydate 1, which many platforms still use. */
const laydate1: Calendar = {
  open: () => shown('#laydate_box'),
  pick(root, { year, month, day }) {
    const shownYear = (): number =>
      Number.parseInt(root.querySelector<HTMLInputElement>('#laydate_y')?.value ?? '', 10);
    return (
      step(
        root,
        () => year - shownYear(),
        '#laydate_YY > .laydate_chprev',
        '#laydate_YY > .laydate_chnext',
      ) &&
      click(root.querySelector(`#laydate_ms [m="${month - 1}"]`)) &&
      click(root.querySelector(`td[y="${year}"][m="${month}"][d="${day}"]:not(.laydate_void)`))
    );
  },
  confirm: '#laydate_ok',
};

/** The pickers of Bootstrap, with and without time, which go from years down to days. */
const bootstrap: Calendar = {
  open: () => shown('.datetimepicker,.datepicker').filter((root) => root.querySelector('td.day')),
  pick(root, { year, month, day }) {
    const view = (name: string): HTMLElement | undefined =>
      shown(`[class*=picker-${name}]`, root)[0];
    const years = (): HTMLElement | undefined => view('years');
    for (let up = 0; up < 4 && !years(); up += 1) {
      click(shown('th.switch,th.datepicker-switch', root)[0]);
    }
    const offered = (): HTMLElement[] => shown('span.year:not(.old):not(.new)', years());
    const distance = (): number => {
      if (withText(offered(), year)) return 0;
      return year - Number(offered()[0]?.textContent);
    };
    return (
      step(root, distance, '[class*=picker-years] .prev', '[class*=picker-years] .next') &&
      click(withText(offered(), year)) &&
      click(root.querySelectorAll('[class*=picker-months] span.month')[month - 1]) &&
      click(withText(shown('td.day:not(.old):not(.new):not(.disabled)', root), day)) &&
      // A picker of date and time goes on to the hour and the minute: midnight.
      ['hour', 'minute'].every((unit) => click(shown(`span.${unit}`, root)[0]) || true)
    );
  },
  confirm: 'button.picker-confirm',
};

/** The calendar in the panel of an EasyUI date box. */
export const easyuiCalendar: Calendar = {
  open: () => shown('.combo-panel').filter((root) => root.querySelector('.calendar')),
  pick(root, { year, month, day }) {
    const at = (part: 0 | 1): number =>
      Number(
        root
          .querySelector('.calendar-day:not(.calendar-other-month)')
          ?.getAttribute('abbr')
          ?.split(',')[part],
      );
    return (
      step(root, () => year - at(0), '.calendar-prevyear', '.calendar-nextyear') &&
      step(root, () => month - at(1), '.calendar-prevmonth', '.calendar-nextmonth') &&
      click(
        root.querySelector(`.calendar-day[abbr="${year},${month},${day}"]:not(.calendar-disabled)`),
      )
    );
  },
  // 今天 comes first, 确定 only where there is a time of day.
  confirm: '.datebox-button td:nth-child(2) a',
};

/** The calendars that open with a text box. */
export const popupCalendars: readonly Calendar[] = [my97, laydate, laydate1, bootstrap];

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
  if (picked && opened()?.root === root) click(root.querySelector(calendar.confirm));
  if (opened() !== undefined)
    document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  return picked ? 'picked' : 'not offered';
}
