/** The options of drop-downs of any library, wherever the library puts them. */
import { hasClass, isShown, optionWords, parentOf } from './lent.ts';
import { allBelow, scopeOf } from './scopes.ts';
import type { Lists } from './writing.ts';

const optionLike =
  '[role=option],[class*=option],[class*=item],[class*=cascader-node],[class*=tree-node],[class*=tree__label]';
const optionClass =
  /(^|[-_])(select([-_]dropdown)?|cascader)[-_]*((item|list|menu)[-_]+)?(item|node|option)$|(^|[-_])tree(-node-content-wrapper|-node-title|__label)$/;

/** A list that only speaks to screen readers is drawn, but in no room. */
const isSpokenOnly = (option: HTMLElement): boolean =>
  isShown(option) && option.closest('[role=listbox]')?.getBoundingClientRect().height === 0;

/** Options within an element. */
export function optionsIn(menu: ParentNode): HTMLElement[] {
  const like = allBelow(menu, optionLike);
  const drawn = like.filter((element) => hasClass(element, optionClass));
  const found =
    drawn.length > 0
      ? drawn
      : like.filter((one) => one.matches('[role=option]') && !isSpokenOnly(one));
  // What is within an element comes next after it.
  return found.filter((option, at) => !option.contains(found[at + 1] ?? null));
}

/** The words of an option. */
export function wordsOfOption(option: HTMLElement): string {
  return optionWords(option.innerText || option.textContent);
}

/** Whether an option is chosen. */
export function isPicked(option: HTMLElement): boolean {
  return (
    option.matches('[aria-selected=true],[class*=selected],[class*=is-active]') ||
    option.querySelector('[class*=-checked]') !== null
  );
}

/** The menu of a drop-down where it is in the document, open or not. */
export function menuOf(root: HTMLElement): ParentNode | null {
  if (optionsIn(root).length > 0) return root;
  const holder = root.matches('[aria-controls],[aria-owns]')
    ? root
    : root.querySelector('[aria-controls],[aria-owns]');
  const id = holder?.getAttribute('aria-controls') ?? holder?.getAttribute('aria-owns');
  if (!id) return null;
  for (
    let menu: Element | null = scopeOf(root).getElementById(id), level = 0;
    menu !== null && level < 3;
    menu = parentOf(menu), level += 1
  ) {
    const options = optionsIn(menu);
    if (options.some((option) => hasClass(option, optionClass) || isShown(option))) return menu;
  }
  return null;
}

const several = '[class*=multiple],[class*=select__tags],[aria-multiselectable=true]';

/** Whether several options of a drop-down may be chosen. */
export function isMultiple(root: HTMLElement): boolean {
  if (root.matches(several) || root.querySelector(several) !== null) return true;
  const menu = menuOf(root);
  return menu instanceof Element && menu.closest(several) !== null;
}

/** The words of the options that a menu in the document shows as chosen. */
export function pickedIn(root: HTMLElement): string[] {
  const menu = menuOf(root);
  return menu === null ? [] : optionsIn(menu).filter(isPicked).map(wordsOfOption);
}

/** What is known of drop-downs, for what chooses in them. */
export const lists: Lists = { isPicked, menuOf, optionsIn, wordsOfOption };
