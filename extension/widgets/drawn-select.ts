/**
 * Selects that a library hides behind a box of its own, with a list that opens in it or elsewhere in the
 * page: select2, Chosen, bootstrap-select and their like. What counts is what the hidden select holds; the
 * page learns of it when an entry of the list is pressed.
 */
import {
  enter,
  fire,
  isNative,
  isShown,
  matchOption,
  optionWords,
  optionsDeadline,
  press,
  readSelect,
  shown,
  until,
  wantedOptions,
  writeSelect,
} from './lent.ts';
import type { Control, Driver } from './widget.ts';

const drawnBox = /select|chosen|multi|^ms-|combo|btn-group|dropdown/i;
const opener = '[class*=-selection],[class*=-choice],[class*=-single],[class*=-input],button';
const entry = 'li,[class*=option],[role=option]';
const searchBox = '[class*=search] input,input[class*=search],textarea[class*=search]';
const followDeadline = 600;
const openDeadline = 300;
const pickDeadline = 200;
/** So deep inside a box its parts may stand. */
const mostLevels = 6;

/** A select that is there but takes up no room that the clerk could see. */
function isHidden(element: Element | null): element is HTMLSelectElement {
  if (!(element instanceof HTMLSelectElement)) return false;
  const { width, right } = element.getBoundingClientRect();
  return width < 2 || right < 0;
}

/** What is drawn for a hidden select: around it, after it or before it. */
function boxOf(select: HTMLSelectElement): HTMLElement | undefined {
  const around = select.parentElement;
  const isBox = (one: Element | null): one is HTMLElement =>
    one instanceof HTMLElement && !isNative(one) && drawnBox.test(one.className) && isShown(one);
  if (isBox(around) && around.querySelectorAll('select').length === 1) return around;
  return [select.nextElementSibling, select.previousElementSibling].find(isBox);
}

/** The box and its select, from an element of either. */
function pairOf(element: HTMLElement): { root: HTMLElement; select: HTMLSelectElement } | null {
  let at: Element | null = element;
  for (let level = 0; at !== null && level < mostLevels; level += 1) {
    const near = [at, at.previousElementSibling, at.nextElementSibling];
    const select: HTMLSelectElement | undefined = near.find(isHidden);
    const root = select && boxOf(select);
    if (root && (element === select || root.contains(element))) return { root, select };
    at = at.parentElement;
  }
  return null;
}

const selectOf = ({ parts }: Control): HTMLSelectElement => parts[1] as HTMLSelectElement;

const words = (element: Element): string => optionWords(element.textContent);

const entries = (): HTMLElement[] =>
  shown(entry).filter((one) => !one.matches('[aria-disabled=true]'));

/** Opens the list and presses the entry that one of the words names; `false` where there is none. */
async function pressEntry(root: HTMLElement, any: readonly string[]): Promise<boolean> {
  const before = new Set(entries().filter((one) => !root.contains(one)));
  const find = (): HTMLElement | undefined =>
    matchOption(
      entries().filter((one) => !before.has(one)),
      any,
      words,
    );
  if (find() === undefined) press(root.querySelector<HTMLElement>(opener) ?? root);
  if (!(await until(() => find() !== undefined, openDeadline))) {
    const [box] = shown(searchBox).filter(
      (one) => root.contains(one) || one.closest('[class*=open],[class*=active]'),
    );
    if (box !== undefined) enter(box as HTMLInputElement, any[0] ?? '');
    await until(() => find() !== undefined, optionsDeadline);
  }
  const target = find();
  if (target === undefined) return false;
  const place = target.querySelector<HTMLElement>('label,a') ?? target;
  // Some take the entry that the mouse came over last.
  fire(place, 'mouseover');
  press(place);
  return true;
}

/** The driver of drawn selects. */
export const drawnSelect: Driver = {
  detect(element) {
    const pair = pairOf(element);
    if (pair === null) return null;
    const { root, select } = pair;
    const box = root.querySelector<HTMLElement>(opener) ?? root;
    const others = Array.from(root.querySelectorAll('input,textarea')).filter(isNative);
    const control: Control = {
      driver: drawnSelect,
      root,
      parts: [box, select, ...others],
      shape: select.multiple ? 'choices' : 'choice',
      options: () => Array.from(select.options, words).filter((one) => one !== ''),
      writable: () => !select.disabled,
    };
    return control;
  },
  read: (control) => readSelect(selectOf(control)),
  async write(control, value) {
    const select = selectOf(control);
    const wanted = wantedOptions(value);
    const chosen = (): HTMLOptionElement[] => Array.from(select.selectedOptions);
    const isChosen = (any: readonly string[]): boolean =>
      matchOption(chosen(), any, words) !== undefined;
    const isRight = (): boolean =>
      wanted.every(isChosen) &&
      chosen().every(
        (one) => one.value === '' || wanted.some((any) => matchOption([one], any, words)),
      );
    const option = (any: readonly string[]): HTMLOptionElement | undefined =>
      matchOption(Array.from(select.options), any, words);
    // Options that follow from a choice may be on their way; others come with the list only.
    await until(() => wanted.every(option), followDeadline);
    for (const any of wanted) {
      if (isChosen(any)) continue;
      // An entry may say the words of its option only.
      const target = option(any);
      await pressEntry(control.root, target === undefined ? any : [words(target)]);
      await until(() => isChosen(any), pickDeadline);
    }
    for (const one of select.multiple ? chosen() : []) {
      if (wanted.some((any) => matchOption([one], any, words))) continue;
      await pressEntry(control.root, [words(one)]);
      await until(() => !one.selected, pickDeadline);
    }
    press(shown('[id$=mask]')[0] ?? document.body);
    if (isRight()) return true;
    // A list that shows other words than the options do, or that has no entry for no choice.
    const written = await writeSelect(select, value);
    fire(select, 'chosen:updated');
    return written;
  },
  anchor: ({ root }) => root,
};
