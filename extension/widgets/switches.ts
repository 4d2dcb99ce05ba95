/**
 * Switches of component libraries: what on and off mean is said by the words on them or beside them. One
 * that has none is left to the clerk.
 */
import { matchOption, optionWords, outermost, press, until, wantedOptions } from './lent.ts';
import type { Control, Driver } from './widget.ts';

const turnDeadline = 400;

const isOn = (root: HTMLElement): boolean =>
  root.matches('[aria-checked=true],[class*=-checked]') || root.querySelector(':checked') !== null;

/** The words of a switch when off and when on, `''` where it does not say. */
function wordsOf(root: HTMLElement): [off: string, on: string] {
  const words: [string, string] = ['', ''];
  for (const part of root.querySelectorAll('*')) {
    const text = optionWords(part.textContent);
    if (part.childElementCount > 0 || text === '') continue;
    const side = `${part.className} ${part.parentElement?.className ?? ''}`;
    const on = /unchecked|--left/.test(side)
      ? false
      : /checked|--right/.test(side) ||
        // Words that stay whichever side it is on say what on means; any other are of the present side.
        (side.includes('label') ? !/^[无未不失否]/.test(text) : isOn(root));
    words[on ? 1 : 0] = text;
  }
  return words;
}

const read = (root: HTMLElement): string => wordsOf(root)[isOn(root) ? 1 : 0];

const handle = (root: HTMLElement): HTMLElement =>
  root.querySelector<HTMLElement>('[type=checkbox]') ?? root;

/** Presses a switch; says whether it has turned. */
function turn(root: HTMLElement): Promise<boolean> {
  const was = isOn(root);
  press(handle(root));
  return until(() => isOn(root) !== was, turnDeadline);
}

/** The driver of switches. */
export const switches: Driver = {
  seeds: '[class$="-switch"],[class*="-switch "]',
  detect(element) {
    const root = outermost(element, /[-_]switch$/);
    // What only is called so has no parts that are called after it.
    if (root === null || !/switch[-_]/.test(root.innerHTML)) return null;
    const options = (): string[] => wordsOf(root).filter((word) => word !== '');
    if (options().length === 0) return null;
    const control: Control = {
      driver: switches,
      root,
      parts: [handle(root)],
      shape: 'choice',
      options,
      writable: () =>
        !root.matches(':disabled,[class*=disabled]') && root.querySelector(':disabled') === null,
    };
    return control;
  },
  read: ({ root }) => read(root),
  async write({ root }, value) {
    const [wanted = ['']] = wantedOptions(value);
    const isWanted = (word: string): boolean =>
      matchOption([word], wanted, optionWords) !== undefined;
    if (isWanted(read(root))) return true;
    const other = wordsOf(root)[isOn(root) ? 0 : 1];
    // Some show the word of the other side only once they are on it.
    if ((other !== '' && !isWanted(other)) || !(await turn(root))) return false;
    if (isWanted(read(root))) return true;
    await turn(root);
    return false;
  },
  anchor: ({ root }) => root,
};
