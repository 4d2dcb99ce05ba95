/** Places marks, popover, bar and panel over the page, in viewport coordinates. */
import type { Mark } from './view.ts';

const gap = 8;
const margin = 12;

interface Spot {
  readonly element: HTMLElement;
  readonly rect: DOMRect;
  readonly visible: boolean;
}

/** Whether the anchor's top right corner can be seen: not scrolled away, not under a dialog. */
function isVisible(anchor: HTMLElement, rect: DOMRect, host: Element): boolean {
  if (rect.width === 0 || rect.height === 0) return false;
  const x = Math.min(rect.right - 4, innerWidth - 1);
  const y = rect.top + Math.min(rect.height / 2, 16);
  if (x < 0 || y < 0 || y >= innerHeight) return false;
  const top = document.elementsFromPoint(x, y).find((element) => element !== host);
  return top !== undefined && (anchor.contains(top) || top.contains(anchor));
}

function placePopover(popover: HTMLElement, anchor: DOMRect): void {
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const fitsBelow = below + height <= innerHeight - margin;
  const top = fitsBelow || anchor.top < height + gap ? below : anchor.top - height - gap;
  const left = Math.max(margin, Math.min(anchor.left, innerWidth - width - margin));
  popover.style.transform = `translate(${left}px,${Math.max(margin, Math.min(top, innerHeight - height - margin))}px)`;
}

const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;

/**
 * Moves a card to the first corner in which it covers nothing; it stays where it is while it covers nothing.
 *
 * @param field what it covers only where every corner would cover something.
 */
function placeInCorner(
  card: HTMLElement,
  order: readonly string[],
  obstacles: readonly DOMRect[],
  field: readonly DOMRect[],
): void {
  const first = order[0] ?? '';
  const present = card.dataset['corner'] ?? first;
  for (const kept of [[...obstacles, ...field], obstacles]) {
    for (const corner of [present, ...order]) {
      card.dataset['corner'] = corner;
      const rect = card.getBoundingClientRect();
      if (!kept.some((obstacle) => overlaps(rect, obstacle))) return;
    }
  }
  card.dataset['corner'] = first;
}

function rectsOf(elements: Iterable<Element>): DOMRect[] {
  return Array.from(elements, (element) => element.getBoundingClientRect()).filter(
    (rect) => rect.width > 0 && rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight,
  );
}

/**
 * Brings everything to its place; marks whose field cannot be seen are hidden.
 *
 * @param keepClear buttons of the page that no card may cover; nor is the field covered that is typed into.
 */
export function placeOverlay(
  shadow: ShadowRoot,
  marks: readonly Mark[],
  keepClear: readonly HTMLElement[],
): void {
  const spots = new Map<string, Spot>();
  for (const { id, anchor } of marks) {
    const element = shadow.querySelector<HTMLElement>(`[data-mark="${id}"]`);
    if (element === null) continue;
    const rect = anchor.getBoundingClientRect();
    spots.set(id, { element, rect, visible: isVisible(anchor, rect, shadow.host) });
  }
  for (const { element, rect, visible } of spots.values()) {
    element.hidden = !visible;
    element.style.transform = `translate(${rect.left}px,${rect.top}px)`;
    element.style.width = `${rect.width}px`;
    element.style.height = `${rect.height}px`;
  }
  const popover = shadow.querySelector<HTMLElement>('[data-popover]');
  if (popover !== null) {
    const spot = spots.get(popover.dataset['popover'] ?? '');
    popover.hidden = spot?.visible !== true;
    if (spot?.visible === true) placePopover(popover, spot.rect);
  }
  const active = document.activeElement;
  const field = active === document.body || active === shadow.host ? null : active;
  const typedInto = rectsOf(field === null ? [] : [field]);
  const covered = rectsOf(keepClear);
  const panel = shadow.querySelector<HTMLElement>('[data-panel]');
  if (panel !== null) placeInCorner(panel, [...corners].reverse(), covered, typedInto);
  const bar = shadow.querySelector<HTMLElement>('[data-bar]');
  if (bar !== null) {
    const beside = panel === null ? [] : [panel.getBoundingClientRect()];
    placeInCorner(bar, corners, [...covered, ...beside], typedInto);
  }
}
