/** Parts of plain HTML controls, and what they show. */
import { scopeOf } from './scopes.ts';
import { groupAround } from './anatomy.ts';
import type { NativeControl } from './widget.ts';

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

const chosen = (select: HTMLSelectElement): HTMLOptionElement[] =>
  Array.from(select.selectedOptions).filter((option) => option.value !== '');

/** The words of a select's choice, several joined by `;`. */
export function readSelect(select: HTMLSelectElement): string {
  return chosen(select)
    .map((option) => option.text.trim())
    .join(';');
}
