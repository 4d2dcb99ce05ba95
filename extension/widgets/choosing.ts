/**
 * Choosing in drop-downs of any library: opening, scrolling lists of which only a part is in the document,
 * and ticking.
 */
import { isPicked, menuOf, optionsIn, wordsOfOption } from './drop-down.ts';
import { isShown, matchOption, optionWords } from './lent.ts';
import type { DropDown } from './writing.ts';
import { enter, press, pressKey } from './typing.ts';
import { type Written, until } from './widget.ts';

/** How long options may take to arrive, a list to be drawn anew, and a choice to be taken. */
const optionsDeadline = 800;
const scrollDeadline = 120;
const pickDeadline = 250;
const mostScrolls = 60;

const isDisabled = (option: HTMLElement): boolean =>
  option.matches('[aria-disabled=true],[class*=disabled]');

/** @param before options that were shown already: those belong to other fields. */
function shownMenu(root: HTMLElement, before: ReadonlySet<Element>): ParentNode | null {
  const own = menuOf(root);
  if (own !== null && optionsIn(own).some(isShown)) return own;
  const option = optionsIn(document).find((one) => isShown(one) && !before.has(one));
  let menu: Element | null = option ?? null;
  while (menu !== null && menu.parentElement !== null && menu.parentElement !== document.body)
    menu = menu.parentElement;
  return menu;
}

function scroller(menu: ParentNode): Element | undefined {
  const option = optionsIn(menu).find(isShown);
  for (let around = option?.parentElement ?? null; around; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight + 1 && around.clientHeight > 0) {
      if (getComputedStyle(around).overflowY !== 'visible') return around;
    }
    if (around === menu || around === document.body) break;
  }
  return undefined;
}

/** An option that only leads to others. */
const isBranch = (option: HTMLElement): boolean =>
  option.matches('[aria-haspopup=true],[class*=expand]') ||
  option.querySelector('[class*=arrow],[class*=postfix]') !== null;

/**
 * Looks for an option: unfolds a tree of options, types where that is searched for, and scrolls from the
 * top where the list is longer than what is drawn of it.
 */
async function search(
  root: HTMLElement,
  menu: () => ParentNode | null,
  words: readonly string[],
): Promise<HTMLElement | undefined> {
  const shown = (): HTMLElement[] => {
    const now = menu();
    return now === null ? [] : optionsIn(now).filter((option) => !isDisabled(option));
  };
  const here = (): HTMLElement | undefined => matchOption(shown(), words, wordsOfOption);
  await until(() => here() !== undefined || shown().length > 0, optionsDeadline);
  const first = here();
  if (first !== undefined) return first;
  const drawn = (): string => shown().map(({ textContent }) => textContent).join();
  const changes = async (act: () => void): Promise<boolean> => {
    const was = drawn();
    act();
    await until(() => drawn() !== was, scrollDeadline);
    return here() !== undefined;
  };
  const tried = new Set<HTMLElement>();
  for (;;) {
    const branch = shown()
      .reverse()
      .find((option) => isBranch(option) && !tried.has(option));
    if (branch === undefined || tried.size > mostScrolls) break;
    tried.add(branch);
    if (await changes(() => press(branch))) return here();
  }
  if (tried.size > 0) return undefined;
  const typed = [root, ...root.querySelectorAll('input')].find(
    (input): input is HTMLInputElement =>
      input instanceof HTMLInputElement && input.type !== 'hidden' && !input.readOnly,
  );
  for (const word of typed === undefined ? [] : words.slice(0, 2)) {
    if (typed !== undefined) enter(typed, word);
    if (await until(() => here() !== undefined, optionsDeadline)) return here();
  }
  if (typed !== undefined) enter(typed, '');
  const box = menu();
  const list = box === null ? undefined : scroller(box);
  if (list === undefined) {
    await until(() => here() !== undefined, optionsDeadline);
    return here();
  }
  const scrollTo = (top: number) => (): void => {
    list.scrollTop = top;
    list.dispatchEvent(new Event('scroll'));
  };
  for (let step = 0; step < mostScrolls; step++) {
    const top = step === 0 ? 0 : list.scrollTop + Math.max(20, list.clientHeight * 0.8);
    if (await changes(scrollTo(top))) return here();
    if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break;
  }
  return here();
}

function close({ root, trigger }: DropDown, before: ReadonlySet<Element>): void {
  pressKey(trigger, 'Escape', 27);
  if (shownMenu(root, before) !== null) press(document.body);
}

const wantedOf = (value: Written): readonly (readonly string[])[] =>
  value.kind === 'options'
    ? value.options
    : value.text
        .split(';')
        .filter((word) => word !== '')
        .map((word) => [word]);

async function tick(option: HTMLElement, on: boolean): Promise<boolean> {
  if (isPicked(option) === on) return true;
  press(option);
  return until(() => isPicked(option) === on || !option.isConnected, pickDeadline);
}

/**
 * Chooses options by their words; of several that may be chosen, exactly the wanted ones.
 *
 * @param shown what the widget shows as chosen by now.
 * @returns `false` where an option does not exist; nothing is left open.
 */
export async function choose(
  dropDown: DropDown,
  value: Written,
  shown: () => string,
): Promise<boolean> {
  const { root, trigger, multiple } = dropDown;
  const wanted = wantedOf(value);
  const before = new Set(optionsIn(document).filter(isShown));
  const hidden = menuOf(root);
  if (!multiple && hidden !== null) {
    // Some libraries keep the options in the document; they can be chosen without opening anything.
    const option = matchOption(optionsIn(hidden), wanted[0] ?? [], wordsOfOption);
    if (option !== undefined && !isDisabled(option)) {
      const words = wordsOfOption(option);
      press(option);
      if (await until(() => optionWords(shown()) === words, pickDeadline)) return true;
    }
  }
  if (hidden === null || !optionsIn(hidden).some(isShown)) press(trigger);
  const menu = (): ParentNode | null => shownMenu(root, before);
  let complete = true;
  if (multiple) {
    const keep = new Set(wanted.flat().map(optionWords));
    for (const words of shown().split(';')) {
      const present = optionWords(words);
      if (present === '' || keep.has(present)) continue;
      const option = await search(root, menu, [present]);
      if (option !== undefined) await tick(option, false);
    }
    for (const words of wanted) {
      const option = await search(root, menu, words);
      complete = option !== undefined && (await tick(option, true)) && complete;
    }
    close(dropDown, before);
  } else {
    const option = await search(root, menu, wanted[0] ?? []);
    complete = option !== undefined;
    if (option === undefined) close(dropDown, before);
    else press(option);
  }
  return complete;
}
