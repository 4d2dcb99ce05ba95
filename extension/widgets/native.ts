/** Plain HTML controls. */
import type { ControlShape } from '../form/field-record.ts';
import { groupAround } from './anatomy.ts';
import { writeNative } from './hands.ts';
import { boxWords, readBoxes } from './options.ts';
import { scopeOf } from './scopes.ts';
import { type Control, type Driver, type NativeControl, isNative } from './widget.ts';

const ignoredTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password']);

/** The parts of a plain control, as `detect` has made sure of. */
export type Natives = readonly [NativeControl, ...NativeControl[]];

/** Whether it is a radio button or check box. */
export const isBox = (native: NativeControl): boolean =>
  native.type === 'radio' || native.type === 'checkbox';

/** A box's name as it names the field: check boxes may be told apart by `kind[1]`, `kind[2]`. */
const fieldName = (box: NativeControl): string => box.name.replace(/\[[^[\]]*\]$/, '');

/** The radio buttons or check boxes that make one field together. */
export function groupOf(native: NativeControl): NativeControl[] {
  const around = groupAround(native);
  if (around !== null) {
    const boxes = around.querySelectorAll<HTMLInputElement>(`input[type=${native.type}]`);
    return Array.from(boxes);
  }
  if (native.name === '') return [native];
  const boxes = (native.form ?? scopeOf(native)).querySelectorAll<HTMLInputElement>(
    `input[type=${native.type}]`,
  );
  const group = Array.from(boxes).filter((box) => fieldName(box) === fieldName(native));
  return group.includes(native as HTMLInputElement) ? group : [native];
}

/** The innermost element that contains all of them. */
export function commonParent(natives: readonly HTMLElement[]): HTMLElement {
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

/** The words of a select's choice, several joined by `;`. */
export function readSelect(select: HTMLSelectElement): string {
  return chosen(select)
    .map((option) => option.text.trim())
    .join(';');
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
  write: ({ parts }, value) => writeNative(parts as Natives, value),
  anchor({ root }) {
    return root;
  },
};
