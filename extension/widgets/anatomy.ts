/**
 * How component libraries build their widgets: each names its parts with classes that end alike
 * (`el-select`, `ant-select`, `my-prefix-select`), whatever the prefix, which pages may change.
 */

/** Whether one of an element's classes is of a kind. */
export function hasClass(element: Element, pattern: RegExp): boolean {
  return Array.from(element.classList).some((name) => pattern.test(name));
}

/** The element around, out of its shadow root if need be. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** A row of a form: label and control. */
export const formItem = /(^|(?<!-in)[-_])form[-_]+item$|^form-group$/;

const boundary = /(^|[-_])form$/;

/** The outermost element around a control, within its row of the form, that has a class of a kind. */
export function outermost(element: Element, pattern: RegExp): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (let around: Element | null = element; around; around = parentOf(around)) {
    if (around.matches('form,td,th,body') || hasClass(around, formItem)) break;
    if (hasClass(around, boundary)) break;
    if (around instanceof HTMLElement && hasClass(around, pattern)) found = around;
  }
  return found;
}

/** Whether an element takes up room on the page. */
export const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const groupClass = /(^|[-_])(radio|checkbox)[-_]?group([-_]button)?$/i;

/** The element by which a library holds boxes together that may have no name. */
export function groupAround(box: Element): Element | null {
  for (let around = parentOf(box); around; around = parentOf(around)) {
    if (around.matches('[role=radiogroup],[role=group]') || hasClass(around, groupClass))
      return around;
    if (around.matches('form,td,body') || hasClass(around, formItem)) break;
  }
  return null;
}
