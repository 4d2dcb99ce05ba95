/**
 * Combo boxes of older libraries: a text box with an arrow beside it, and a list that the arrow opens
 * elsewhere in the page. What is chosen stands in the text box.
 */
import {
  isNative,
  isShown,
  matchOption,
  optionWords,
  optionsDeadline,
  press,
  shown,
  until,
  wantedOptions,
} from './lent.ts';
import type { Control, Driver } from './widget.ts';

const comboBox = '[class*=combobox]';
const arrow = '[class*=trigger],[class*=arrow]';
const entry = 'td,li';
const pickDeadline = 300;

const arrowOf = (root: HTMLElement): HTMLElement | undefined =>
  Array.from(root.querySelectorAll<HTMLElement>(arrow)).find(isShown);

/** What is ticked in a list of which several may be chosen. */
const tickOf = (one: HTMLElement): HTMLElement | undefined =>
  Array.from((one.closest('tr') ?? one).querySelectorAll<HTMLElement>('[class*=check]')).pop();

const words = (element: Element): string => optionWords(element.textContent);

const read = ({ parts: [box] }: Control): string =>
  (box as HTMLInputElement).value.replace(/\s*[,，、;]\s*/g, ';');

/** The driver of such combo boxes. */
export const triggerCombo: Driver = {
  detect(element) {
    const root = element.closest<HTMLElement>(comboBox);
    if (!root || !isNative(element) || element.type !== 'text' || !arrowOf(root)) return null;
    // Whatever has a role is driven by it, and what holds several boxes only is called so.
    const boxes = root.querySelectorAll('input:not([type=hidden])');
    if (element.closest('[role=combobox]') || boxes.length > 1) return null;
    const control: Control = {
      driver: triggerCombo,
      root,
      parts: [element],
      shape: 'choice',
      options: () => [],
      writable: () => !element.disabled && !root.matches('[class*=disabled]'),
    };
    return control;
  },
  read,
  async write(control, value) {
    const { root } = control;
    const wanted = wantedOptions(value);
    const before = new Set(shown(entry));
    const entries = (): HTMLElement[] =>
      shown(entry).filter((one) => !before.has(one) && words(one) !== '');
    const find = (any: readonly string[]): HTMLElement | undefined =>
      matchOption(entries(), any, words);
    const chosen = (): string[] => read(control).split(';').map(optionWords);
    const turn = (): void => press(arrowOf(root) ?? root);
    /** Presses an entry that may be drawn anew at every press. */
    const toggle = async (any: readonly string[], on: boolean): Promise<void> => {
      const one = find(any);
      const isRight = (): boolean => !one || chosen().includes(words(one)) === on;
      if (one && !isRight()) press(tickOf(one) ?? one);
      await until(isRight, pickDeadline);
    };
    turn();
    // What follows from another choice may come once the list is open, and show when it opens again.
    if (!(await until(() => wanted.every(find), optionsDeadline))) {
      turn();
      turn();
    }
    const complete = wanted.every(find);
    if (complete) {
      const names = wanted.map((any) => words(find(any) ?? root));
      const takesSeveral = entries().some(tickOf);
      for (const any of wanted) await toggle(any, true);
      for (const other of takesSeveral ? chosen() : [])
        if (!names.includes(other)) await toggle([other], false);
    }
    if (entries().length > 0) turn();
    return complete;
  },
  anchor: ({ root }) => root,
};
