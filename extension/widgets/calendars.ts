/** The calendars that open beside a text box. */
import { click, isShown, shown, step } from './lent.ts';
import type { Calendar } from './pick-day.ts';

const withText = (elements: readonly HTMLElement[], text: number): HTMLElement | undefined =>
  elements.find((element) => Number(element.textContent) === text);

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
    return click(
      root.querySelector<HTMLElement>(`td[onclick^="day_Click(${year},${month},${day})"]`),
    );
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
      click(
        root.querySelector<HTMLElement>(
          `td[lay-ymd="${year}-${month}-${day}"]:not(.laydate-disabled)`,
        ),
      )
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
      click(root.querySelector<HTMLElement>(`#laydate_ms [m="${month - 1}"]`)) &&
      click(
        root.querySelector<HTMLElement>(
          `td[y="${year}"][m="${month}"][d="${day}"]:not(.laydate_void)`,
        ),
      )
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
      click(root.querySelectorAll<HTMLElement>('[class*=picker-months] span.month')[month - 1]) &&
      click(withText(shown('td.day:not(.old):not(.new):not(.disabled)', root), day)) &&
      // A picker of date and time goes on to the hour and the minute: midnight.
      ['hour', 'minute'].every((unit) => click(shown(`span.${unit}`, root)[0]) || true)
    );
  },
};

/** The calendars that open with a text box. */
export const popupCalendars: readonly Calendar[] = [my97, laydate, laydate1, bootstrap];
