/** Pointing at the page: what lies under the pointer, without any handler of the page being run. */
import { pressable } from '../../form/zero-report.ts';
import type { Draft } from './draft.ts';

/** What can be pointed at. */
export interface Target {
  readonly kind: 'control' | 'button';
  readonly root: HTMLElement;
  /** What is framed. */
  readonly anchor: HTMLElement;
}

const pointerEvents = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
] as const;
const moveEvents = [
  'pointermove',
  'mousemove',
  'pointerover',
  'mouseover',
  'pointerout',
  'mouseout',
];
const keyEvents = ['keydown', 'keyup', 'keypress', 'input', 'change', 'beforeinput'];
const focusEvents = ['focusin', 'focusout'];

/** The innermost element of the page at a point, in open shadow roots too. */
function elementAt(x: number, y: number, host: Element): Element | undefined {
  const under = (root: Document | ShadowRoot): Element | undefined =>
    root.elementsFromPoint(x, y).find((element) => element !== host);
  let element = under(document);
  while (element?.shadowRoot && !element.localName.startsWith('baosong-')) {
    const inner = under(element.shadowRoot);
    if (inner === undefined || inner === element) break;
    element = inner;
  }
  return element;
}

/** The control or button that an element belongs to; a label or cell stands for the one control beside it. */
export function targetOf(element: Element, draft: Draft): Target | null {
  const controls = draft.controls();
  const own = controls.find(({ root }) => root.contains(element));
  if (own !== undefined) return { kind: 'control', root: own.root, anchor: own.anchor };
  const button = element.closest<HTMLElement>(pressable);
  if (button !== null) return { kind: 'button', root: button, anchor: button };
  let around: Element | null = element;
  for (; around !== null; around = around.parentElement) {
    const holder = around;
    const within = controls.filter(({ root }) => holder.contains(root));
    const [only] = within;
    if (only === undefined) continue;
    return within.length > 1 ? null : { kind: 'control', root: only.root, anchor: only.anchor };
  }
  return null;
}

/** The same event once more, but one that stays within the shadow root in which it is dispatched. */
function withinRoot(event: Event): Event {
  const init = { bubbles: true, cancelable: event.cancelable, composed: false };
  if (event instanceof KeyboardEvent) {
    const { key, code, isComposing } = event;
    return new KeyboardEvent(event.type, { ...init, key, code, isComposing });
  }
  return new Event(event.type, init);
}

interface Handlers {
  /** The layer that covers the page while the clerk points. */
  readonly isLayer: (element: EventTarget | undefined) => boolean;
  readonly over: (element: Element | undefined) => void;
  readonly picked: (element: Element | undefined) => void;
}

/**
 * Watches the pointer, and keeps what is done over the layer and in the panel from the page. Events are
 * taken on `window`, in the capture phase, before any handler of the page but those of a window's own.
 *
 * @returns a function that stops it.
 */
export function insulate(host: Element, { isLayer, over, picked }: Handlers): () => void {
  const take = (event: Event): void => {
    const [target] = event.composedPath();
    const related = event instanceof FocusEvent ? event.relatedTarget : null;
    if (event.target !== host && related !== host) return;
    event.stopImmediatePropagation();
    if (focusEvents.includes(event.type)) return;
    if (!isLayer(target)) {
      if (moveEvents.includes(event.type) || target === undefined) return;
      if (!target.dispatchEvent(withinRoot(event))) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (!(event instanceof MouseEvent)) return;
    if (event.type === 'mousemove') over(elementAt(event.clientX, event.clientY, host));
    else if (event.type === 'click') picked(elementAt(event.clientX, event.clientY, host));
  };
  const types = [...pointerEvents, ...moveEvents, ...keyEvents, ...focusEvents];
  for (const type of types) window.addEventListener(type, take, true);
  return () => {
    for (const type of types) window.removeEventListener(type, take, true);
  };
}
