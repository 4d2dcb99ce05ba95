/**
 * The driver of component libraries: Element UI and Plus, Ant Design and its kin, View UI, Arco, TDesign,
 * Naive UI, and what is built like them. Plain inputs, radio buttons and check boxes in them are native
 * ones, and left to that driver.
 */
import type { ControlShape } from '../form/field-record.ts';
import { isMultiple, lists, menuOf, optionsIn, pickedIn, wordsOfOption } from './drop-down.ts';
import {
  choose,
  dayCells,
  enter,
  fire,
  hasClass,
  isNative,
  isShown,
  leave,
  matchOption,
  optionWords,
  outermost,
  pause,
  pickShownDay,
  press,
  pressKey,
  settle,
  spelledLike,
  until,
} from './lent.ts';
import type { Control, Driver, Written } from './widget.ts';
import type { DropDown } from './writing.ts';

const dateClass = /(^|[-_])(date-editor|date-?picker|(?<!cascader-)picker)$/;
const selectClass = /(^|[-_])(select(__wrap|-view|-v2)?|cascader(-picker)?)$/;
/** These look like a select and take a text. */
const textClass = /auto-?complete/;
const tagClass =
  /(^|[-_])(tag|chip|tag-text|tags-text|tag__content|selection-item|selection-item-content|choice__content)$/;

/** A panel may need a moment to take what was typed. */
const typedPause = 40;
/** A panel that a day has closed begins to go within this. */
const stayPause = 200;
/** A panel opens and closes with an animation, and an input may open up for typing with it. */
const openDeadline = 400;
const closeDeadline = 800;

// ---- drop-downs

/** What was put where the widget shows only some of it (罚款 +2) or in another order, while it shows the same. */
const chosen = new WeakMap<HTMLElement, { readonly shown: string; readonly words: string }>();

/** What stands before the last of the options that lead to it. */
const way = /^.*\/\s*/;

/** What stands in a widget beside its choice: what it is called, its icons, what it tells screen readers. */
const notShown =
  'input,select,button,svg,i,style,label,[class*=field__label],[aria-hidden=true],[aria-live]';

/** What a widget shows, without the menu inside it and without a placeholder. */
function shownText(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child instanceof Text) text += child.data;
    if (!(child instanceof HTMLElement) || child.matches(notShown)) continue;
    // Element Plus keeps the choice in its placeholder, and says so.
    const isPlaceholder = hasClass(child, /placeholder$/) && !hasClass(child, /^el-select(-v2)?__/);
    const isEmpty = isPlaceholder || hasClass(child, /^is-transparent$|hidden$|input-pre$/);
    if (!isEmpty && !hasClass(child, /dropdown$/)) text += shownText(child);
  }
  return text;
}

function tagsOf(root: HTMLElement): string[] {
  const tags = Array.from(
    root.querySelectorAll<HTMLElement>('[class*=tag],[class*=item],[class*=chip],[class*=choice]'),
  ).filter((tag) => hasClass(tag, tagClass));
  return tags
    .filter((tag, at) => !tag.contains(tags[at + 1] ?? null))
    .map((tag) => optionWords(shownText(tag)))
    .filter((words) => words !== '');
}

const shownIn = (root: HTMLElement): string =>
  optionWords(shownText(root)) || (inputsOf(root)[0]?.value.trim() ?? '');

function readSelect(root: HTMLElement): string {
  const shown = shownIn(root);
  const known = chosen.get(root);
  if (known?.shown === shown) return known.words;
  // A tree of options shows the way to the one that was chosen.
  if (!isMultiple(root)) return hasClass(root, /cascader/) ? shown.replace(way, '') : shown;
  const tags = tagsOf(root);
  const picked = pickedIn(root);
  const isFolded = tags.some((words) => words.startsWith('+'));
  if (tags.length === 0) return shown.replace(/[,，、]\s*/g, ';');
  return (isFolded && picked.length > 0 ? picked : tags).join(';');
}

function dropDownOf(root: HTMLElement): DropDown {
  const trigger =
    root.querySelector<HTMLElement>(
      '[class*=selector],[class*=select__wrapper],[class*=selection]',
    ) ??
    root.querySelector<HTMLElement>('input:not([type=hidden])') ??
    root;
  return { lists, root, trigger, multiple: isMultiple(root) };
}

async function writeSelect(root: HTMLElement, value: Written): Promise<boolean> {
  const complete = await choose(dropDownOf(root), value, () => readSelect(root));
  if (complete && value.kind === 'options') {
    await settle();
    const shown = shownIn(root);
    const isFolded = isMultiple(root) && tagsOf(root).some((words) => words.startsWith('+'));
    const words = isFolded
      ? value.options.map(([first = '']) => optionWords(first)).join(';')
      : matchOption([shown, shown.replace(way, '')], value.options[0] ?? [], optionWords);
    if (words !== undefined) chosen.set(root, { shown, words });
  }
  return complete;
}

// ---- dates

const between = / [-~至] /;

const inputsOf = (root: HTMLElement): HTMLInputElement[] =>
  Array.from(root.querySelectorAll<HTMLInputElement>('input:not([type=hidden])'));

function endsOf(root: HTMLElement): readonly [string, string] {
  const [first, second] = inputsOf(root);
  const [from = '', until = ''] = second
    ? [first?.value, second.value]
    : (first?.value.split(between) ?? []);
  return [from, until];
}

/** The numbers of a date, whatever their order. */
const numbersOf = (text: string): number[] => (text.match(/(19|20)\d\d|\d\d?/g) ?? []).map(Number);

const shows = (input: HTMLInputElement, date: string): boolean => {
  const shown = numbersOf(input.value);
  return numbersOf(date).every((number) => shown.includes(number));
};

/** The button by which an open calendar takes what was picked; none of the form around it. */
function confirmOf(input: HTMLElement, before: ReadonlySet<Element>): HTMLElement | undefined {
  let around: HTMLElement | null | undefined = dayCells().find((cell) => !before.has(cell));
  for (; around && !around.contains(input); around = around.parentElement) {
    const button = Array.from(
      around.querySelectorAll<HTMLElement>('button,a,[class*=confirm]'),
    ).find((one) => isShown(one) && /^(确[定认]|ok)$/i.test(optionWords(one.textContent)));
    if (button) return button;
  }
  return undefined;
}

/** Puts a date into a picker, by pressing its day or by typing it. */
async function enterDate(
  input: HTMLInputElement,
  text: string,
  before: ReadonlySet<Element>,
  typed: boolean,
  end: number | undefined,
): Promise<boolean> {
  // A calendar that waits for the end of a period is still open, and would close.
  if (typed || !isOpen(before)) {
    press(input);
    fire(input, 'focus');
    fire(input, 'focusin');
  }
  if (typed && (await until(() => !input.readOnly, openDeadline))) {
    // A calendar that is only about to open may yet put its own value back over what is typed.
    await until(() => isOpen(before), openDeadline);
    enter(input, text);
    // The panel takes what was typed before Enter confirms it.
    await pause(typedPause);
  } else {
    // One that goes on to the time of day may at first take none, or another than the pressed one.
    for (let tries = 0; tries === 0 || (tries < 2 && !shows(input, text)); tries += 1) {
      if (!(await pickShownDay(text, before, end === 1, tries > 0))) return false;
      if (end === 0) return true;
      // A calendar that asks for more than the day is still there; Enter would open a closed one again.
      if (await until(() => !isOpen(before), stayPause)) return true;
      if (end === 1) break;
    }
  }
  const confirm = typed ? undefined : confirmOf(input, before);
  if (confirm) press(confirm);
  else pressKey(input, 'Enter', 13);
  return true;
}

/** @param fading whether what has been closed and only fades away counts as open. */
const isOpen = (before: ReadonlySet<Element>, fading = false): boolean =>
  dayCells().some((cell) => !before.has(cell) && (fading || !cell.closest('[class*="-leave"]')));

/** Leaves a picker; one that has not taken a text shows its old value once it is closed. */
async function leavePicker(
  inputs: readonly HTMLInputElement[],
  before: ReadonlySet<Element>,
  typed: boolean,
): Promise<void> {
  inputs.forEach(leave);
  if (isOpen(before)) press(document.body);
  await until(() => !isOpen(before, typed), closeDeadline);
  await settle();
}

/**
 * The ends of a period that were given so far, as long as the widget shows the same: it holds both or nothing,
 * so that one end waits for the other, and may write them in an order that cannot be read back.
 */
const given = new WeakMap<
  HTMLElement,
  { readonly shown: string; readonly ends: Partial<Record<'from' | 'until', string>> }
>();

async function writeDate({ root, end }: Control, text: string): Promise<boolean> {
  const inputs = inputsOf(root);
  const before = new Set(dayCells());
  const shown = (): string => inputs.map(({ value }) => value).join();
  let texts = [text];
  if (end !== undefined) {
    const [from, until] = endsOf(root);
    const before = given.get(root);
    const ends = { ...(before?.shown === shown() ? before.ends : {}), [end]: text };
    const known = { from, until, ...ends };
    given.set(root, { shown: shown(), ends });
    if (!/^\d{4}/.test(known[end === 'from' ? 'until' : 'from'])) return false;
    texts = [known.from, known.until].map((date) => spelledLike(date, text));
  }
  // Whatever pattern the page writes, a pressed day is the day that is meant; of a period it may be either end.
  const isTyped = end !== undefined && !inputs.some(({ readOnly }) => readOnly);
  for (const typed of [isTyped, !isTyped]) {
    let done = true;
    const entries = typed && inputs.length === 1 ? [texts.join(' - ')] : texts;
    for (const [at, date] of entries.entries()) {
      const input = inputs[at] ?? inputs[0];
      done =
        input !== undefined &&
        (await enterDate(input, date, before, typed, end === undefined ? end : at)) &&
        done;
    }
    await leavePicker(inputs, before, typed);
    done &&= texts.every((date, at) => {
      const input = inputs[at] ?? inputs[0];
      if (input === undefined) return false;
      return !(typed && input.matches('[aria-invalid=true]')) && shows(input, date);
    });
    if (done) {
      const ends = given.get(root)?.ends;
      if (ends) given.set(root, { shown: shown(), ends });
      return true;
    }
  }
  return false;
}

function isPeriod(root: HTMLElement): boolean {
  return inputsOf(root).length > 1 || root.querySelector('[class*=with-range]') !== null;
}

// ---- the driver

function controlOf(
  root: HTMLElement,
  element: HTMLElement,
  shape: ControlShape,
  end?: 'from' | 'until',
): Control {
  const inputs = inputsOf(root);
  const input = (end === 'until' ? inputs[1] : undefined) ?? inputs[0];
  const focused = input ?? root.querySelector<HTMLElement>('[tabindex]') ?? element;
  return {
    driver: components,
    root,
    parts: end === undefined ? [focused, ...inputs.slice(1)] : [focused],
    shape,
    options: () => {
      const menu = shape === 'date' ? null : menuOf(root);
      return menu === null ? [] : optionsIn(menu).map(wordsOfOption);
    },
    writable: () =>
      !hasClass(root, /disabled$/) &&
      input?.disabled !== true &&
      root.querySelector('[class*=-disabled]:not([class*=option]):not([class*=cell])') === null,
    ...(end && { end }),
  };
}

/** The driver of component libraries. */
export const components: Driver = {
  seeds: '[class*="-select-selection"],[class*="-base-selection"],[class*="-select-input "]',
  detect(element) {
    if (element instanceof HTMLSelectElement) return null;
    if (element.matches('[type=password],[type=file],[type=radio],[type=checkbox],textarea'))
      return null;
    const picker = outermost(element, dateClass);
    // A text box that is called so itself has a calendar of another kind.
    if (picker !== null && !(picker === element && isNative(element))) {
      if (!isPeriod(picker)) return controlOf(picker, element, 'date');
      return (['from', 'until'] as const).map((end) => controlOf(picker, element, 'date', end));
    }
    const select = outermost(element, selectClass);
    // A widget that stands for a native select beside it belongs to another kind of library.
    if (select === null || select.previousElementSibling instanceof HTMLSelectElement) return null;
    if (hasClass(select, textClass)) return null;
    return controlOf(select, element, isMultiple(select) ? 'choices' : 'choice');
  },
  read(control) {
    if (control.shape !== 'date') return readSelect(control.root);
    const [from, until] = endsOf(control.root);
    if (control.end !== undefined) return control.end === 'from' ? from : until;
    return (control.parts[0] as HTMLInputElement).value;
  },
  async write(control, value) {
    if (control.shape !== 'date') return writeSelect(control.root, value);
    return value.kind === 'text' && writeDate(control, value.text);
  },
  anchor({ root, end, parts: [part] }) {
    if (end !== undefined) return part;
    const shown = root.querySelector<HTMLElement>(
      '[class*=select__wrapper],[class*=input__wrapper]',
    );
    return shown !== null && isShown(shown) ? shown : root;
  },
};
