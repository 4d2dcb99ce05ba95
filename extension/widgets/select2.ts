/** select2: a drawn box beside a hidden select, with a list that opens elsewhere in the page. */
import {
  press,
  isNative,
  matchOption,
  optionWords,
  optionsDeadline,
  readSelect,
  until,
  wantedOptions,
  writeSelect,
} from './lent.ts';
import type { Control, Driver } from './widget.ts';

const drawnBox = '.select2-container';
const openDeadline = 300;

const isSelect = (element: Element | null | undefined): element is HTMLSelectElement =>
  element instanceof HTMLSelectElement && /\bselect2-(hidden|offscreen)/.test(element.className);

/** The drawn box and its select, from an element of either; version 3 draws before the select. */
function pairOf(element: HTMLElement): { root: HTMLElement; select: HTMLSelectElement } | null {
  const root = element.closest<HTMLElement>(drawnBox);
  const neighbours = (one: Element): (Element | null)[] => [
    one.previousElementSibling,
    one.nextElementSibling,
  ];
  if (root !== null) {
    const select = neighbours(root).find(isSelect);
    return select === undefined ? null : { root, select };
  }
  if (!isSelect(element)) return null;
  const drawn = neighbours(element).find((one) => one?.matches(drawnBox));
  return drawn ? { root: drawn as HTMLElement, select: element } : null;
}

const selectOf = ({ parts }: Control): HTMLSelectElement => parts[1] as HTMLSelectElement;

const results = (): HTMLElement[] =>
  Array.from(
    document.querySelectorAll<HTMLElement>(
      '.select2-container--open .select2-results__option:not([aria-disabled=true])',
    ),
  );

const words = (element: Element): string => optionWords(element.textContent);

/** Opens the list and presses one entry; `false` where it is not in the list. */
async function pressEntry(root: HTMLElement, entry: string): Promise<boolean> {
  const box = root.querySelector<HTMLElement>('.select2-selection');
  const find = (): HTMLElement | undefined => results().find((one) => words(one) === entry);
  if (box === null) return false;
  if (!root.matches('.select2-container--open')) press(box);
  const found = await until(() => find() !== undefined, openDeadline);
  const target = find();
  if (target !== undefined) press(target);
  if (root.matches('.select2-container--open')) press(document.body);
  return found;
}

/** The driver of select2. */
export const select2: Driver = {
  detect(element) {
    const pair = pairOf(element);
    if (pair === null) return null;
    const { root, select } = pair;
    const box = root.querySelector<HTMLElement>('.select2-selection,.select2-choice') ?? root;
    const others = Array.from(root.querySelectorAll('input,textarea')).filter(isNative);
    const control: Control = {
      driver: select2,
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
    const find = (): (HTMLOptionElement | undefined)[] =>
      wanted.map((any) => matchOption(Array.from(select.options), any, words));
    await until(() => !find().includes(undefined), optionsDeadline);
    const targets = find();
    if (targets.includes(undefined)) return false;
    // The list has no entry for no choice.
    if (targets.length === 0) return writeSelect(select, value);
    for (const option of select.options) {
      const wants = targets.includes(option);
      if (option.selected === wants || (!wants && !select.multiple)) continue;
      // A list that shows other words than the options do, or another version's.
      if (!(await pressEntry(control.root, words(option)))) return writeSelect(select, value);
    }
    return true;
  },
  anchor: ({ root }) => root,
};
