/**
 * jQuery EasyUI: the page's own input is hidden, and a span beside it is what the clerk sees. Choices and
 * dates are clicked: a text typed into them is dropped, or taken for today's date.
 */
import type { ControlShape } from '../form/field-record.ts';
import { type Day, dayOf } from './day.ts';
import {
  click,
  press,
  isNative,
  isShown,
  matchOption,
  optionWords,
  optionsDeadline,
  pickDay,
  shown,
  step,
  typeInto,
  until,
  wantedOptions,
} from './lent.ts';
import type { Calendar } from './day.ts';
import type { Control, Driver, Written } from './widget.ts';

/** What stands beside the page's own input; `combo` and `spinner` are those of versions before 1.4. */
const span = 'span.textbox,span.combo,span.spinner';
const shownText = '.textbox-text,.combo-text,.spinner-text';
const arrow = '.combo-arrow';
const openPanel = '.combo-p .combo-panel,.combo-panel.panel-body';
const option = '.combobox-item,.tree-node';
const picked = '.combobox-item-selected,.tree-node-selected,.tree-checkbox1';
const pickDeadline = 300;

type Natives = readonly [HTMLInputElement, ...HTMLInputElement[]];

/** The span of a widget, from the input in it or from the page's own input before it. */
function spanOf(element: HTMLElement): HTMLElement | null {
  const own = element.closest<HTMLElement>(span);
  if (own !== null) return own;
  const next = element.nextElementSibling;
  return /\b(textbox|combo|spinner|numberbox)-f\b/.test(element.className) && next?.matches(span)
    ? (next as HTMLElement)
    : null;
}

/** The page's own input of a widget. */
const ownOf = (root: HTMLElement): Element | null => root.previousElementSibling;

const isMultiple = (own: Element | null): boolean =>
  own !== null &&
  (own.hasAttribute('multiple') ||
    /multiple['"]?\s*:\s*true/.test(own.getAttribute('data-options') ?? ''));

function shapeOf(root: HTMLElement): ControlShape {
  const own = ownOf(root);
  const kind = own?.className ?? '';
  if (/\bdate(time)?box-f\b/.test(kind)) return 'date';
  if (root.querySelector(arrow) !== null) return isMultiple(own) ? 'choices' : 'choice';
  return /\b(numberbox|numberspinner)-f\b/.test(kind) ? 'number' : 'text';
}

const words = (item: HTMLElement): string =>
  optionWords((item.querySelector('.tree-title') ?? item).textContent);

const isPicked = (item: HTMLElement): boolean =>
  item.matches(picked) || item.querySelector(picked) !== null;

const panel = (): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>(openPanel)).find(isShown);

const items = (): HTMLElement[] => Array.from(panel()?.querySelectorAll<HTMLElement>(option) ?? []);

function open(root: HTMLElement): void {
  if (panel() === undefined) press(root.querySelector<HTMLElement>(arrow) ?? root);
}

function close(): void {
  if (panel() === undefined) return;
  document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
}

async function pick(root: HTMLElement, value: Written): Promise<boolean> {
  const wanted = wantedOptions(value);
  close();
  open(root);
  const find = (): (HTMLElement | undefined)[] =>
    wanted.map((any) => matchOption(items(), any, words));
  await until(() => !find().includes(undefined), optionsDeadline);
  const targets = find();
  const found = !targets.includes(undefined);
  if (found) {
    const multiple = isMultiple(ownOf(root)) || wanted.length !== 1;
    for (const item of items()) {
      if (isPicked(item) === targets.includes(item)) continue;
      if (!multiple && !targets.includes(item)) continue;
      press(item.querySelector<HTMLElement>('.tree-checkbox') ?? item);
      // The model takes one change at a time, and a single choice closes the panel.
      await until(() => isPicked(item) === targets.includes(item), pickDeadline);
    }
  }
  close();
  return found;
}

/** The calendar in the panel of an EasyUI date box. */
const calendar: Calendar = {
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
  confirm: '.datebox-button td:nth-child(2) a,.datebox-ok',
};

async function writeDate(root: HTMLElement, day: Day | null, text: string): Promise<boolean> {
  const [input] = root.querySelectorAll<HTMLInputElement>(shownText);
  if (day !== null) {
    close();
    const outcome = await pickDay(day, () => open(root), optionsDeadline, [calendar]);
    return outcome === 'picked';
  }
  if (input) await typeInto(input, text);
  return input !== undefined;
}

/** The driver of jQuery EasyUI. */
export const easyui: Driver = {
  detect(element) {
    if (!isNative(element)) return null;
    const root = spanOf(element);
    const text = root?.querySelector<HTMLInputElement>(shownText);
    if (!root || !text || text.type === 'password') return null;
    const own = ownOf(root);
    const others = [own, ...root.querySelectorAll('input,textarea')].filter(
      (one): one is HTMLInputElement => one !== null && one !== text && isNative(one),
    );
    const shape = shapeOf(root);
    const control: Control = {
      driver: easyui,
      root,
      parts: [text, ...others],
      shape,
      options: () =>
        own instanceof HTMLSelectElement
          ? Array.from(own.options, ({ text }) => text.trim()).filter((one) => one !== '')
          : [],
      writable: () =>
        !text.disabled &&
        !root.matches('.textbox-disabled,.textbox-readonly') &&
        (!text.readOnly || root.querySelector(arrow) !== null),
    };
    return control;
  },
  read({ root, parts, shape }) {
    const [text] = parts as unknown as Natives;
    // An option without a value, such as 请选择, is no choice.
    const held = root.querySelectorAll<HTMLInputElement>('.combo-value,.textbox-value');
    const isBlank = held.length > 0 && Array.from(held).every(({ value }) => value === '');
    if (text.classList.contains('textbox-prompt') || (shape !== 'date' && isBlank)) return '';
    return shape === 'choices' ? text.value.replace(/,/g, ';') : text.value;
  },
  async write({ root, parts, shape }, value) {
    const isBlank = value.kind === 'options' && value.options.length === 0;
    if (shape === 'choice' && isBlank) {
      // The list has no entry for no choice.
      await typeInto(parts[0] as HTMLInputElement, '');
      return true;
    }
    if (shape === 'choice' || shape === 'choices') return pick(root, value);
    if (value.kind === 'options') return false;
    if (shape === 'date') return writeDate(root, dayOf(value.text), value.text);
    await typeInto(parts[0] as HTMLInputElement, value.text);
    return true;
  },
  anchor: ({ root }) => root,
};
