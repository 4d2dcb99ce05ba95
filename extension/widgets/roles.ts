/**
 * The driver of widgets that say by their ARIA roles what they are, for what no other driver knows:
 * radio buttons and check boxes that are no inputs, drop-downs, and boxes of editable text.
 */
import { isMultiple, lists, menuOf, optionsIn, pickedIn, wordsOfOption } from './drop-down.ts';
import {
  boxWords,
  choose,
  fire,
  groupAround,
  isNative,
  leave,
  optionWords,
  outermost,
  parentOf,
  pause,
  readBoxes,
  writeBoxes,
} from './lent.ts';
import { allBelow, scopeOf } from './scopes.ts';
import type { Control, Driver } from './widget.ts';

const suggestionClass = /auto-?complete/;
const boxes = '[role=radio],[role=checkbox]';

const own = (element: Element): boolean =>
  element.querySelector('[type=radio],[type=checkbox]') === null;

const isDisabled = (element: HTMLElement): boolean =>
  element.matches(':disabled,[aria-disabled=true],[aria-readonly=true]');

function groupOf(element: HTMLElement): readonly HTMLElement[] {
  const around = element.matches('[role=radiogroup]') ? element : groupAround(element);
  if (around === null) return element.matches('[role=checkbox]') ? [element] : [];
  return allBelow(around, boxes).filter(own);
}

function boxesControl(element: HTMLElement): Control | null {
  const [first, ...rest] = groupOf(element);
  if (first === undefined) return null;
  return {
    driver: roles,
    root: rest.length === 0 ? first : ((groupAround(first) ?? element) as HTMLElement),
    parts: [first, ...rest],
    shape: first.matches('[role=radio]') ? 'choice' : 'choices',
    options: () => [first, ...rest].map(boxWords),
    writable: () => [first, ...rest].some((box) => !isDisabled(box)),
  };
}

function comboControl(element: HTMLElement): Control {
  return {
    driver: roles,
    root: element,
    parts: [element],
    shape: isMultiple(element) ? 'choices' : 'choice',
    options: () => optionsIn(menuOf(element) ?? element).map(wordsOfOption),
    writable: () => !isDisabled(element),
  };
}

const isText = ({ shape }: Control): boolean => shape === 'text';

function readCombo({ root, shape }: Control): string {
  const picked = pickedIn(root);
  if (shape === 'choices' || root.matches('[role=listbox]')) return picked.join(';');
  if (isNative(root)) return root.value.trim() || (picked[0] ?? '');
  return optionWords(root.textContent) || (picked[0] ?? '');
}

/** The driver by ARIA roles. */
export const roles: Driver = {
  detect(element) {
    if (element.matches('[role=radiogroup],[role=checkbox]') && own(element))
      return boxesControl(element);
    if (element.matches('[role=combobox],[role=listbox]')) {
      // A list that has opened is no control, and a box with suggestions takes any text.
      const isPopup =
        element.matches('[role=listbox]') &&
        (parentOf(element) === document.body ||
          scopeOf(element).querySelector(
            `[aria-controls="${element.id}"],[aria-owns="${element.id}"]`,
          ) !== null);
      if (isPopup || outermost(element, suggestionClass) !== null) return null;
      return comboControl(element);
    }
    if (!element.isContentEditable) return null;
    return {
      driver: roles,
      root: element,
      parts: [element],
      shape: 'text',
      options: () => [],
      writable: () => !isDisabled(element),
    };
  },
  read(control) {
    if (isText(control)) return control.root.innerText.trim();
    return control.parts[0].matches(boxes) ? readBoxes(control.parts) : readCombo(control);
  },
  async write(control, value) {
    const { root, parts } = control;
    if (parts[0].matches(boxes)) return writeBoxes(parts, value);
    if (!isText(control)) {
      const multiple = control.shape === 'choices';
      return choose({ lists, root, trigger: root, multiple }, value, () => readCombo(control));
    }
    if (value.kind !== 'text') return false;
    fire(root, 'focus');
    root.innerText = value.text;
    fire(root, 'input');
    await pause(0);
    leave(root);
    return true;
  },
  anchor: ({ root }) => root,
};
