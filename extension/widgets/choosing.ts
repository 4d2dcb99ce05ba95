/**
 * Choosing in drop-downs of any library: opening, scrolling lists of which only a part is in the document,
 * and ticking.
 */
import { isShown, matchOption, optionWords } from './lent.ts';
import type { DropDown, Lists } from './writing.ts';
import { wantedOptions } from './native-writing.ts';
import { enter, fire, leave, press, pressKey } from './typing.ts';
import { type Written, pause, until } from './widget.ts';

/** How long options may take to arrive, a list to be drawn anew, and a choice to be taken. */
const optionsDeadline = 800;
const openDeadline = 300;
/** Pages wait for a pause in typing before they ask for what is searched. */
const searchDeadline = 1200;
const loadDeadline = 3000;
const scrollDeadline = 120;
const pickDeadline = 250;
const mostScrolls = 60;
const mostBranches = 300;

const isDisabled = (option: HTMLElement): boolean =>
  option.matches('[aria-disabled=true],[class*=disabled]');

/** @param before options that were shown already: those belong to other fields. */
function shownMenu(
  { root, lists: { menuOf, optionsIn } }: DropDown,
  before: ReadonlySet<Element>,
): ParentNode | null {
  const own = menuOf(root);
  if (own !== null && optionsIn(own).some(isShown)) return own;
  const option = optionsIn(document).find((one) => isShown(one) && !before.has(one));
  let menu: Element | null = option ?? null;
  while (menu !== null && menu.parentElement !== null && menu.parentElement !== document.body)
    menu = menu.parentElement;
  return menu;
}

/** The box in which a list scrolls. */
function scroller(option: HTMLElement): Element | undefined {
  for (let around = option.parentElement; around; around = around.parentElement) {
    if (around === document.body) break;
    if (around.scrollHeight > around.clientHeight + 1 && around.clientHeight > 0) {
      if (getComputedStyle(around).overflowY !== 'visible') return around;
    }
  }
  return undefined;
}

/** What is typed into to search for an option. */
const searchBox = 'input:not([type=hidden]):not([readonly])';

/** Presses an option where a mouse would: on what it holds, if that is one thing. */
function pick(option: HTMLElement): void {
  const [only, other] = option.children;
  if (only instanceof HTMLElement && other === undefined) pick(only);
  else press(option);
}

const boxOf = (root: HTMLElement): HTMLInputElement | null =>
  root.matches(searchBox) ? (root as HTMLInputElement) : root.querySelector(searchBox);

/** What stands before a branch that is folded. */
const folded = ['switcher', 'expand-icon', 'tree__icon']
  .map((name) => `[class*=${name}]:not([class*=leaf]):not([class*=expanded]):not([class*=_open])`)
  .join();

/** What is pressed to unfold an option that leads to others, or `undefined` where it does not. */
function unfolds(option: HTMLElement): HTMLElement | undefined {
  const before = option.previousElementSibling;
  // The switch of what is no branch holds no arrow.
  if (before?.matches(folded) && before.firstElementChild !== null)
    return (
      Array.from(before.querySelectorAll<HTMLElement>('span,i')).pop() ?? (before as HTMLElement)
    );
  const isBranch =
    option.matches('[aria-haspopup=true],[class*=expand]') ||
    option.querySelector('[class*=arrow],[class*=postfix],[class*=cascader] [class*=-right]') !==
      null;
  return isBranch ? option : undefined;
}

/**
 * Looks for an option: unfolds a tree of options, types where that is searched for, and scrolls from the
 * top where the list is longer than what is drawn of it.
 */
async function search(
  { root, trigger, lists: { optionsIn, wordsOfOption } }: DropDown,
  menu: () => ParentNode | null,
  words: readonly string[],
): Promise<HTMLElement | undefined> {
  const shown = (): HTMLElement[] =>
    optionsIn(menu() ?? root).filter((option) => isShown(option) && !isDisabled(option));
  const here = (): HTMLElement | undefined => matchOption(shown(), words, wordsOfOption);
  const drawn = (): string =>
    shown()
      .map(({ textContent }) => textContent)
      .join();
  const loads = (): boolean =>
    Array.from((menu() ?? root).querySelectorAll('[class*=loading],[class*=spin]')).some(isShown);
  const changes = async (act: () => void): Promise<HTMLElement | undefined> => {
    const was = drawn();
    act();
    await until(() => drawn() !== was || loads(), scrollDeadline);
    await until(() => !loads(), loadDeadline);
    return here();
  };
  const patience = boxOf(root) === null ? optionsDeadline : openDeadline;
  if (!(await until(() => drawn() !== '', patience))) {
    // Some open when they take the focus, which a press does not bring them.
    fire(trigger, 'focus');
    await until(() => drawn() !== '', openDeadline);
  }
  await until(() => !loads(), loadDeadline);
  // Some can be typed into only once they are open.
  const box = boxOf(root);
  let found = here();
  const tried = new Set<HTMLElement>();
  while (found === undefined && tried.size < mostBranches) {
    const branch = shown()
      .reverse()
      .find((option) => unfolds(option) && !tried.has(option));
    if (branch === undefined) break;
    tried.add(branch);
    found = await changes(() => pick(unfolds(branch) ?? branch));
  }
  if (found !== undefined || tried.size > 0) return found;
  const list = (): Element | undefined => shown().map(scroller)[0];
  const type = async (text: string, patience: number, once = false): Promise<void> => {
    if (box === null || here() !== undefined) return;
    const was = drawn();
    enter(box, text);
    // Some search when a key is let go; this one writes nothing.
    pressKey(box, 'Shift', 16);
    const isThere = (): boolean => here() !== undefined || (once && drawn() !== was);
    if (!(await until(isThere, patience))) await until(() => isThere() || !loads(), loadDeadline);
  };
  const scroll = async (): Promise<void> => {
    const all = list();
    for (let step = 0; here() === undefined && all !== undefined && step < mostScrolls; step++) {
      await changes(() => {
        all.scrollTop = step === 0 ? 0 : all.scrollTop + all.clientHeight * 0.8;
        all.dispatchEvent(new Event('scroll'));
      });
      if (all.scrollTop + all.clientHeight >= all.scrollHeight - 1) break;
    }
  };
  const [first = '', second = first] = words;
  const isPart = list() !== undefined;
  if (isPart) {
    // A list that is all there is narrowed at once, if by what its options are called.
    await type(first, scrollDeadline, true);
    await type('', scrollDeadline, true);
    await scroll();
  }
  // It may also have to be fetched: for what is searched, or by now.
  await type(first, searchDeadline);
  await type(second, searchDeadline);
  await type('', optionsDeadline);
  if (box === null && !isPart) await until(() => here() !== undefined, optionsDeadline);
  if (!isPart) await scroll();
  return here();
}

const closed = '[aria-expanded=false]';

/** Whether a widget says that it is closed; its list may still be there. */
const saysClosed = (root: HTMLElement): boolean =>
  root.matches(closed) || root.querySelector(closed) !== null;

/** Whether an element, or what it lies in, is on its way to where it will stand or out of sight. */
function moves(element: HTMLElement): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at.getAnimations().length > 0) return true;
  return false;
}

function close(dropDown: DropDown, before: ReadonlySet<Element>): void {
  pressKey(dropDown.trigger, 'Escape', 27);
  if (shownMenu(dropDown, before) !== null) press(document.body);
}

async function tick(
  isPicked: Lists['isPicked'],
  option: HTMLElement,
  on: boolean,
): Promise<boolean> {
  if (isPicked(option) === on) return true;
  pick(option);
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
  const { root, trigger, multiple, lists } = dropDown;
  const { isPicked, menuOf, optionsIn, wordsOfOption } = lists;
  const wanted = wantedOptions(value);
  const before = new Set(optionsIn(document).filter(isShown));
  const hidden = menuOf(root);
  if (!multiple && hidden !== null) {
    // Some libraries keep the options in the document; they can be chosen without opening anything.
    const option = matchOption(optionsIn(hidden), wanted[0] ?? [], wordsOfOption);
    if (option !== undefined && !isDisabled(option)) {
      const words = wordsOfOption(option);
      pick(option);
      if (await until(() => optionWords(shown()) === words, pickDeadline)) return true;
    }
  }
  // Some open only under a mouse that has come over them.
  fire(root, 'mouseenter');
  if (hidden === null || !optionsIn(hidden).some(isShown)) press(trigger);
  const menu = (): ParentNode | null => shownMenu(dropDown, before);
  let complete = true;
  if (multiple) {
    const keep = new Set(wanted.flat().map(optionWords));
    for (const words of shown().split(';')) {
      const present = optionWords(words);
      if (present === '' || keep.has(present)) continue;
      const option = await search(dropDown, menu, [present]);
      if (option !== undefined) await tick(isPicked, option, false);
    }
    for (const words of wanted) {
      const option = await search(dropDown, menu, words);
      complete = option !== undefined && (await tick(isPicked, option, true)) && complete;
    }
    close(dropDown, before);
  } else {
    const was = shown();
    for (const again of [false, true]) {
      if (again) {
        if (menu() === null || saysClosed(root)) press(trigger);
        // Some lose what is chosen while their list has hardly opened; nothing tells when it has.
        await pause(openDeadline);
      }
      const option = await search(dropDown, menu, wanted[0] ?? []);
      complete = option !== undefined;
      if (option === undefined) {
        close(dropDown, before);
        break;
      }
      pick(option);
      const isTaken = (): boolean => shown() !== was;
      await until(isTaken, pickDeadline);
      // Others take it once their list has closed.
      await until(() => isTaken() || !moves(option), openDeadline);
      if (isTaken()) break;
    }
  }
  fire(root, 'mouseleave');
  // A box that is still searched in may not show what was chosen.
  const box = boxOf(root);
  if (box !== null) leave(box);
  return complete;
}
