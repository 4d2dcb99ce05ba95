/**
 * Typing as widgets expect it. Events are synthetic because a window without the focus (the clerk has just
 * clicked into the extension's popup) fires none of its own.
 */
import type { NativeControl } from './widget.ts';

/** Fires an event of focus, input or change. */
export function fire(element: HTMLElement, type: string): void {
  const bubbles = type !== 'focus' && type !== 'blur';
  const event =
    type.startsWith('focus') || type === 'blur'
      ? new FocusEvent(type, { bubbles })
      : new Event(type, { bubbles });
  element.dispatchEvent(event);
}

function mouse(element: Element, type: string): void {
  element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
}

/**
 * Clicks on an element as a mouse does.
 *
 * @param focus what comes between pressing and releasing: a text box takes the focus then.
 */
export function clickOn(element: Element, focus?: () => void): void {
  // A content script's click may not follow a script address, and Chromium would complain in the console.
  const link = element.closest('a[href^="javascript:"]');
  const stay = (event: Event): void => event.preventDefault();
  mouse(element, 'mousedown');
  focus?.();
  mouse(element, 'mouseup');
  link?.addEventListener('click', stay);
  mouse(element, 'click');
  link?.removeEventListener('click', stay);
}

function press(element: NativeControl, key: string, keyCode: number): void {
  for (const type of ['keydown', 'keyup']) {
    element.dispatchEvent(
      new KeyboardEvent(type, { key, code: key, keyCode, bubbles: true, cancelable: true }),
    );
  }
}

/**
 * Puts a text into a control in the order in which a person would: focus, value, input, change, blur.
 *
 * @param confirm presses Enter before leaving, which date pickers need to take the text.
 */
export function typeInto(element: NativeControl, text: string, confirm = false): void {
  fire(element, 'focus');
  fire(element, 'focusin');
  element.value = text;
  fire(element, 'input');
  fire(element, 'change');
  if (confirm) press(element, 'Enter', 13);
  fire(element, 'blur');
  fire(element, 'focusout');
}
