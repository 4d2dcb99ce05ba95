/**
 * Typing and pressing as widgets expect it. Events are synthetic because a window without the focus (the
 * clerk has just clicked into the extension's popup) fires none of its own.
 */
import { type NativeControl, settle } from './widget.ts';

/** Fires an event of the focus, or one of a value that changes. */
export function fire(element: HTMLElement, type: string): void {
  const bubbles = type !== 'focus' && type !== 'blur';
  const event =
    type.startsWith('focus') || type === 'blur'
      ? new FocusEvent(type, { bubbles, composed: true })
      : new Event(type, { bubbles, composed: type === 'input' });
  element.dispatchEvent(event);
}

/** Presses and releases a key. */
export function pressKey(element: HTMLElement, key: string, keyCode: number): void {
  for (const type of ['keydown', 'keyup']) {
    element.dispatchEvent(
      new KeyboardEvent(type, {
        key,
        code: key,
        keyCode,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  }
}

/** Presses an element as a mouse does; some libraries open at `mousedown`, others at `click`. */
export function press(element: HTMLElement): void {
  const options = { bubbles: true, composed: true, cancelable: true, button: 0 };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...options, pointerType: 'mouse' }));
  element.dispatchEvent(new MouseEvent('mousedown', options));
  element.dispatchEvent(new PointerEvent('pointerup', { ...options, pointerType: 'mouse' }));
  element.dispatchEvent(new MouseEvent('mouseup', options));
  element.click();
}

/**
 * Puts a text into a control in the order in which a person would: focus, value, input, change, blur.
 */
export async function typeInto(element: NativeControl, text: string): Promise<void> {
  enter(element, text);
  // What the widget makes of it on leaving, it makes of what it has rendered.
  await settle();
  leave(element);
}

/** The first half of typing: the text stands in the control, which still has the focus. */
export function enter(element: NativeControl, text: string): void {
  fire(element, 'focus');
  fire(element, 'focusin');
  element.value = text;
  fire(element, 'input');
  fire(element, 'change');
}

/** The second half: the focus goes. */
export function leave(element: HTMLElement): void {
  fire(element, 'blur');
  fire(element, 'focusout');
}
