/** Element Plus, and Element UI where its classes coincide. */
import type { ControlShape } from '../form/field-record.ts';
import { boxWords, matchOption, optionWords, readBoxes, writeBoxes } from './options.ts';
import { typeInto } from './typing.ts';
import {
  type Control,
  type Driver,
  type NativeControl,
  type Written,
  isNative,
  until,
} from './widget.ts';

/** How long linked options may take to arrive. */
const optionsDeadline = 800;
const pickDeadline = 200;

const widgets =
  '.el-select,.el-date-editor,.el-input-number,.el-radio-group,.el-checkbox-group,.el-input,.el-textarea';

const item = '.el-select-dropdown__item';

/** The drop-down of a select, which both libraries move out of it to the end of the page. */
function dropDown(root: HTMLElement): HTMLElement | null {
  const listId = root.querySelector('[aria-controls]')?.getAttribute('aria-controls');
  const list = listId ? document.getElementById(listId) : null;
  return list?.closest('.el-select-dropdown') ?? root.querySelector('.el-select-dropdown');
}

function openDropDown(): HTMLElement | undefined {
  return Array.from(document.querySelectorAll<HTMLElement>('.el-select-dropdown')).find(
    (menu) => menu.getClientRects().length > 0,
  );
}

const itemsOf = (menu: HTMLElement | null | undefined): HTMLElement[] =>
  menu ? Array.from(menu.querySelectorAll<HTMLElement>(item)) : [];

const isMultiple = (root: HTMLElement): boolean =>
  root.querySelector('.el-select__tags,.el-tag') !== null ||
  dropDown(root)?.classList.contains('is-multiple') === true;

const isPicked = (option: HTMLElement): boolean =>
  option.classList.contains('is-selected') || option.classList.contains('selected');

function readSelect(root: HTMLElement): string {
  if (isMultiple(root)) {
    const items = itemsOf(dropDown(root));
    const picked =
      items.length > 0
        ? items.filter(isPicked)
        : Array.from(root.querySelectorAll('.el-select__tags-text'));
    return picked.map((option) => optionWords(option.textContent)).join(';');
  }
  const shown = root.querySelector('.el-select__placeholder');
  if (shown !== null) {
    return shown.classList.contains('is-transparent') ? '' : shown.textContent.trim();
  }
  // Element UI shows the choice in a read-only input.
  return root.querySelector('input')?.value ?? '';
}

const wordsOf = (option: HTMLElement): string => optionWords(option.textContent);

async function writeSelect(root: HTMLElement, value: Written): Promise<boolean> {
  const wanted =
    value.kind === 'options' ? value.options : value.text.split(';').map((word) => [word]);
  let opened = false;
  if (itemsOf(dropDown(root)).length === 0) {
    root.querySelector<HTMLElement>('.el-select__wrapper,input')?.click();
    opened = true;
  }
  const items = (): HTMLElement[] => itemsOf(dropDown(root) ?? (opened ? openDropDown() : null));
  const found = (): (HTMLElement | undefined)[] =>
    wanted.map((words) => matchOption(items(), words, wordsOf));
  await until(() => !found().includes(undefined), optionsDeadline);
  const targets = found();
  if (targets.includes(undefined)) {
    if (opened) document.body.click();
    return false;
  }
  if (isMultiple(root)) {
    // The model takes one change per rendering.
    for (const option of items()) {
      const wants = targets.includes(option);
      if (isPicked(option) === wants) continue;
      option.click();
      await until(() => isPicked(option) === wants, pickDeadline);
    }
    if (opened) document.body.click();
  } else {
    targets[0]?.click();
  }
  return true;
}

function shapeOf(root: HTMLElement): ControlShape {
  if (root.matches('.el-select')) return isMultiple(root) ? 'choices' : 'choice';
  if (root.matches('.el-radio-group')) return 'choice';
  if (root.matches('.el-checkbox-group')) return 'choices';
  if (root.matches('.el-date-editor')) return 'date';
  return root.matches('.el-input-number') ? 'number' : 'text';
}

/** What `detect` has made sure of. */
type Natives = readonly [NativeControl, ...NativeControl[]];

const isBoxes = (root: HTMLElement): boolean => root.matches('.el-radio-group,.el-checkbox-group');

/** The widget that a native control belongs to: the outermost, since a select contains an input. */
function rootOf(element: NativeControl): HTMLElement | null {
  let root = element.closest<HTMLElement>(widgets);
  for (
    let outer = root;
    outer;
    outer = outer.parentElement?.closest<HTMLElement>(widgets) ?? null
  ) {
    root = outer;
  }
  return root;
}

/** The driver of Element Plus and Element UI. */
export const element: Driver = {
  detect(native) {
    if (!isNative(native)) return null;
    if (native.type === 'password' || native.type === 'file') return null;
    const root = rootOf(native);
    if (root === null || root.matches('.el-range-editor')) return null;
    const natives = Array.from(root.querySelectorAll<NativeControl>('input,textarea'));
    const [first = native, ...rest] = natives;
    const shape = shapeOf(root);
    const control: Control = {
      driver: element,
      root,
      parts: [first, ...rest],
      shape,
      options: () => {
        if (isBoxes(root)) return natives.map(boxWords);
        return root.matches('.el-select') ? itemsOf(dropDown(root)).map(wordsOf) : [];
      },
      writable: () =>
        !first.matches(':disabled') &&
        (shape === 'choice' || shape === 'choices' || !('readOnly' in first && first.readOnly)),
    };
    return control;
  },
  read({ root, parts }) {
    const natives = parts as Natives;
    if (isBoxes(root)) return readBoxes(natives);
    return root.matches('.el-select') ? readSelect(root) : natives[0].value;
  },
  async write({ root, parts }, value) {
    const natives = parts as Natives;
    if (isBoxes(root)) return writeBoxes(natives, value);
    if (root.matches('.el-select')) return writeSelect(root, value);
    if (value.kind === 'options') return false;
    typeInto(natives[0], value.text, root.matches('.el-date-editor'));
    return true;
  },
  anchor({ root }) {
    return root.querySelector<HTMLElement>('.el-select__wrapper,.el-input__wrapper') ?? root;
  },
};
