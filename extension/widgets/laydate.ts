/** The calendars that the platforms' own libraries open beside a text box: My97 and laydate. */
import { isShown } from './anatomy.ts';
import { click, shown, step } from './hands.ts';
import { bringing } from './bringing.ts';
import type { Calendar, Day } from './day.ts';

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

/** One end of a period that waits for the other, by calendar: such a calendar takes both or nothing. */
const waiting = new Map<string, { readonly day: Day; readonly at: number }>();
/** The ends of a period are written one after the other, within so many ms. */
const patience = 10_000;

const inOrder = ({ year, month, day }: Day): number => (year * 12 + month) * 31 + day;

/** laydate from version 5 on, also the one of layui. */
const laydate: Calendar = {
  open: () => shown('.layui-laydate:not(.layui-laydate-static)'),
  pick(root, wanted) {
    /** A period has a panel for each of its ends. */
    const pickOne = ({ year, month, day }: Day, end: number): boolean => {
      const panel = root.querySelectorAll<HTMLElement>('.layui-laydate-main')[end];
      if (panel === undefined) return false;
      const at = (part: 0 | 1): number =>
        Number(panel.querySelector('[lay-ym]')?.getAttribute('lay-ym')?.split('-')[part]);
      return (
        step(panel, () => year - at(0), '.laydate-prev-y', '.laydate-next-y') &&
        step(panel, () => month - at(1), '.laydate-prev-m', '.laydate-next-m') &&
        click(panel.querySelector(`td[lay-ymd="${year}-${month}-${day}"]:not(.laydate-disabled)`))
      );
    };
    if (!root.matches('.layui-laydate-range')) return pickOne(wanted, 0);
    const other = waiting.get(root.id);
    waiting.set(root.id, { day: wanted, at: Date.now() });
    if (other === undefined || Date.now() - other.at > patience) return false;
    waiting.delete(root.id);
    return [other.day, wanted].sort((a, b) => inOrder(a) - inOrder(b)).every(pickOne);
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

/** What opens beside the text boxes of `date-popup.ts`, see there. */
export const laydateAndMy97 = bringing([my97, laydate, laydate1]);
