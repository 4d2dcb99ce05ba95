/**
 * What every widget library's driver does, in four functions. A control is what the clerk takes for one
 * field: a text box, a group of radio buttons, a select with its drop-down.
 */
import type { ControlShape } from '../form/field-record.ts';
import type { Calendar } from './day.ts';

/** An element that the page itself uses to hold a value. */
export type NativeControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Whether an element holds a value by itself. */
export const isNative = (element: Element): element is NativeControl =>
  element.matches('input,select,textarea');

/** One control as a driver found it. */
export interface Control {
  readonly driver: Driver;
  /** The outermost element of the widget. */
  readonly root: HTMLElement;
  /** The elements that it is worked by, mostly native controls; the first takes the focus. */
  readonly parts: readonly [HTMLElement, ...HTMLElement[]];
  readonly shape: ControlShape;
  /** Words of the options that are in the document by now. */
  readonly options: () => string[];
  /** Whether the clerk could change it. */
  readonly writable: () => boolean;
  /** Which end of a period it holds, where the widget holds both under one label. */
  readonly end?: 'from' | 'until';
}

/** What to write: a text as typed, or options, each by any of the words that the page may use. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'options'; readonly options: readonly (readonly string[])[] };

/** The driver of one widget library. */
export interface Driver {
  /** Selects what may be one of its widgets and neither is a native control nor has a role of one. */
  readonly seeds?: string;
  /**
   * The control that an element belongs to, or `null` where it is not one of this library; a widget that
   * holds both ends of a period is two controls.
   */
  readonly detect: (element: HTMLElement) => Control | readonly Control[] | null;
  /** What the control shows, several options joined by `;`, nothing as `''`. */
  readonly read: (control: Control) => string;
  /** Writes; `false` where that cannot be done, as of an option that is not there. The caller reads back. */
  readonly write: (control: Control, value: Written) => Promise<boolean>;
  /** The element beside which marks are shown. */
  readonly anchor: (control: Control) => HTMLElement;
  /** Calendars that may open beside text boxes, see `date-popup.ts`. */
  readonly calendars?: readonly Calendar[];
}

const pollEvery = 20;

let noLater = Infinity;

/** From now on nothing is waited for longer than `patience` ms in all, however many waits there are. */
export function waitAtMost(patience: number): void {
  noLater = performance.now() + patience;
}

/** Waits until a condition holds, at most `deadline` ms; says whether it does. */
export function until(condition: () => boolean, deadline: number): Promise<boolean> {
  if (condition()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (): void => {
      observer.disconnect();
      clearInterval(poll);
      clearTimeout(limit);
      resolve(condition());
    };
    const check = (): void => {
      if (condition()) end();
    };
    const observer = new MutationObserver(check);
    observer.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    // The value of an input changes without a mutation.
    const poll = setInterval(check, pollEvery);
    const limit = setTimeout(end, Math.min(deadline, noLater - performance.now()));
  });
}

/** Waits for what has no condition to wait for, such as a rendering inside a library. */
export function pause(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

/** Lets the page's own handlers and its next rendering run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
