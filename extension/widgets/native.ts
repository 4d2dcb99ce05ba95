/** Plain HTML controls. */
import type { ControlShape } from '../form/field-record.ts';
import { groupAround } from './anatomy.ts';
import { boxWords, matchOption, optionWords, readBoxes, writeBoxes } from './options.ts';
import { typeInto } from './typing.ts';
import { scopeOf } from './scopes.ts';
import { type Control, type Driver, type NativeControl, type Written, isNative } from './widget.ts';

const ignoredTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password']);

/** What `detect` has made sure of. */
type Natives = readonly [NativeControl, ...NativeControl[]];

const isBox = (native: NativeControl): boolean =>
  native.type === 'radio' || native.type === 'checkbox';

/** The radio buttons or check boxes that make one field together. */
function groupOf(native: NativeControl): NativeControl[] {
  const around = groupAround(native);
  if (around !== null) {
    const boxes = around.querySelectorAll<HTMLInputElement>(`input[type=${native.type}]`);
    return Array.from(boxes);
  }
  if (native.name === '') return [native];
  const scope = native.form ?? scopeOf(native);
  const sameName = `input[type=${native.type}][name="${CSS.escape(native.name)}"]`;
  const group = Array.from(scope.querySelectorAll<HTMLInputElement>(sameName));
  return group.includes(native as HTMLInputElement) ? group : [native];
}

function commonParent(natives: readonly NativeControl[]): HTMLElement {
  let parent = natives[0]?.parentElement ?? document.body;
  while (!natives.every((native) => parent.contains(native))) {
    parent = parent.parentElement ?? document.body;
  }
  return parent;
}

function shapeOf(native: NativeControl): ControlShape {
  if (native instanceof HTMLSelectElement) return native.multiple ? 'choices' : 'choice';
  if (native.type === 'radio') return 'choice';
  if (native.type === 'checkbox') return 'choices';
  if (native.type === 'date') return 'date';
  return native.type === 'number' ? 'number' : 'text';
}

const chosen = (select: HTMLSelectElement): HTMLOptionElement[] =>
  Array.from(select.selectedOptions).filter((option) => option.value !== '');

function readSelect(select: HTMLSelectElement): string {
  return chosen(select)
    .map((option) => option.text.trim())
    .join(';');
}

function writeSelect(select: HTMLSelectElement, value: Written): boolean {
  const wanted =
    value.kind === 'options' ? value.options : value.text.split(';').map((word) => [word]);
  const options = Array.from(select.options);
  const found = wanted.map(
    (words) =>
      matchOption(options, words, (option) => optionWords(option.text)) ??
      matchOption(options, words, (option) => option.value),
  );
  if (found.includes(undefined)) return false;
  for (const option of options) option.selected = found.includes(option);
  for (const type of ['focus', 'input', 'change', 'blur']) {
    select.dispatchEvent(new Event(type, { bubbles: type === 'input' || type === 'change' }));
  }
  return true;
}

/** The driver of plain HTML controls. */
export const native: Driver = {
  detect(element) {
    if (!isNative(element) || ignoredTypes.has(element.type)) return null;
    const group = isBox(element) ? groupOf(element) : [element];
    const [first = element, ...rest] = group;
    const control: Control = {
      driver: native,
      root: group.length > 1 ? commonParent(group) : first,
      parts: [first, ...rest],
      shape: shapeOf(element),
      options: () => {
        if (first instanceof HTMLSelectElement) {
          return Array.from(first.options, (option) => option.text.trim());
        }
        return isBox(first) ? group.map(boxWords) : [];
      },
      writable: () =>
        group.some(
          (member) => !member.matches(':disabled') && !('readOnly' in member && member.readOnly),
        ),
    };
    return control;
  },
  read({ parts }) {
    const natives = parts as Natives;
    const [first] = natives;
    if (first instanceof HTMLSelectElement) return readSelect(first);
    return isBox(first) ? readBoxes(natives) : first.value;
  },
  async write({ parts }, value) {
    const natives = parts as Natives;
    const [first] = natives;
    if (first instanceof HTMLSelectElement) return writeSelect(first, value);
    if (isBox(first)) return writeBoxes(natives, value);
    if (value.kind === 'text') await typeInto(first, value.text);
    return value.kind === 'text';
  },
  anchor({ root }) {
    return root;
  },
};
