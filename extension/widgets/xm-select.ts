/** xm-select, the select of most layui pages: a component of its own name, whose list stands in it. */
import { choose, isShown, matchOption, optionWords, press, until, wantedOptions } from './lent.ts';
import type { Control, Driver } from './widget.ts';
import type { Lists } from './writing.ts';

const tag = 'xm-select';
const pickDeadline = 300;

const bodyOf = (root: HTMLElement): HTMLElement | null => root.querySelector('.xm-body');

const optionsIn = (menu: ParentNode): HTMLElement[] =>
  Array.from(menu.querySelectorAll('.xm-option'));

const lists: Lists = {
  isPicked: (option) => option.matches('.selected'),
  menuOf: (body) => (isShown(body) ? body : null),
  optionsIn,
  wordsOfOption: (option) => optionWords(option.textContent),
};

/** The words of every value that a list has shown; one in pages or that was searched shows only some. */
const seen = new WeakMap<HTMLElement, Map<string, string>>();

/** What is chosen, by the values that the page would post. */
function chosenIn(root: HTMLElement): string[] {
  const known = seen.get(root) ?? new Map<string, string>();
  seen.set(root, known);
  for (const option of optionsIn(root))
    known.set(option.getAttribute('value') ?? '', lists.wordsOfOption(option));
  const title = root.querySelector('.label-content')?.getAttribute('title')?.split(',') ?? [];
  const values = root.querySelector('input')?.value.split(',') ?? [];
  return values
    .filter((value) => value !== '')
    .map((value, at) => known.get(value) ?? title[at] ?? value);
}

/** The driver of xm-select. */
export const xmSelect: Driver = {
  seeds: tag,
  detect(element) {
    const root = element.closest<HTMLElement>(tag);
    const field = root?.querySelector('input');
    if (!root || !field) return null;
    const control: Control = {
      driver: xmSelect,
      root,
      parts: [root, field],
      shape:
        root.querySelector('.show-icon') && !root.querySelector('[class*=danx]')
          ? 'choices'
          : 'choice',
      options: () => optionsIn(root).map(lists.wordsOfOption),
      writable: () => root.querySelector('.xm-select-disabled') === null,
    };
    return control;
  },
  read: ({ root }) => chosenIn(root).join(';'),
  async write({ root }, value) {
    const body = bodyOf(root);
    if (body === null) return false;
    const wanted = wantedOptions(value);
    const chosen = (any: readonly string[]): string | undefined =>
      matchOption(chosenIn(root), any, optionWords);
    const toggle = async (any: readonly string[]): Promise<void> => {
      const was = chosen(any);
      const turned = (): string =>
        was === undefined ? (chosen(any) ?? '') : chosen(any) ? '' : was;
      await choose(
        { lists, root: body, trigger: root, multiple: false },
        { kind: 'options', options: [any] },
        turned,
      );
      await until(() => turned() !== '', pickDeadline);
    };
    for (const any of wanted) if (chosen(any) === undefined) await toggle(any);
    for (const words of chosenIn(root))
      if (!wanted.some((any) => matchOption([words], any, optionWords))) await toggle([words]);
    press(document.body);
    return wanted.every(chosen);
  },
  anchor: ({ root }) => root,
};
