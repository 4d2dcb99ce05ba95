/** Plain HTML controls. */
import type { ControlShape } from '../form/field-record.ts';
import { writeNative } from './hands.ts';
import { type Natives, commonParent, groupOf, isBox, readSelect } from './natives.ts';
import { boxWords, readBoxes } from './options.ts';
import { type Control, type Driver, type NativeControl, isNative } from './widget.ts';

const ignoredTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password']);

function shapeOf(native: NativeControl): ControlShape {
  if (native instanceof HTMLSelectElement) return native.multiple ? 'choices' : 'choice';
  if (native.type === 'radio') return 'choice';
  if (native.type === 'checkbox') return 'choices';
  if (native.type.startsWith('date')) return 'date';
  return native.type === 'number' ? 'number' : 'text';
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
    // Icons of a library stand beside its input, within what is drawn as the text box.
    const box = root.parentElement;
    return box?.matches('[class*=input][class*=wrap]') ? box : root;
  },
};
