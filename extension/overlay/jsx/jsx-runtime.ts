/**
 * Draws the overlay from JSX: components are plain functions of what they are given, and only what has
 * changed is written. A library for this would take a seventh of what may be injected into a page.
 */
import type { ComponentChildren, JSX } from 'preact';

export type { ComponentChildren, JSX };

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

type Component = (props: Props) => ComponentChildren;

/** What a JSX expression is here; to the compiler it is what Preact's types say. */
interface Described {
  readonly type: string | Component;
  readonly props: Props;
  readonly key: string | undefined;
}

/** An element or text of the page and what it was drawn from. */
interface Drawn {
  readonly id: string;
  readonly node: HTMLElement | Text;
  readonly props: Props;
  readonly children: readonly Drawn[];
}

/** Called by what the compiler makes of a JSX expression. */
export function jsx(type: string | Component, props: Props, key?: string): Described {
  return { type, props, key };
}

export { jsx as jsxs };

/** Several elements without one around them. */
export const Fragment: Component = ({ children }) => children;

/** Elements and texts in order, with the components called and what shows nothing left out. */
function flat(children: unknown): (Described | string)[] {
  if (Array.isArray(children)) return children.flatMap(flat);
  if (children === null || children === undefined || typeof children === 'boolean') return [];
  if (typeof children === 'string' || typeof children === 'number') return [String(children)];
  const described = children as Described;
  if (typeof described.type === 'string') return [described];
  return flat(described.type(described.props)).map((one) =>
    typeof one === 'string' || described.key === undefined ? one : { ...one, key: described.key },
  );
}

function setProp(element: HTMLElement, name: string, value: unknown): void {
  if (name.startsWith('on')) Object.assign(element, { [name.toLowerCase()]: value ?? null });
  else if (name in element && !name.includes('-')) Object.assign(element, { [name]: value ?? '' });
  else if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, `${value as string | number | boolean}`);
}

function draw(described: Described | string, id: string, before: Drawn | undefined): Drawn {
  if (typeof described === 'string') {
    const node = before?.node ?? document.createTextNode('');
    if (node.textContent !== described) node.textContent = described;
    return { id, node, props: {}, children: [] };
  }
  const { type, props } = described;
  const node = (before?.node ?? document.createElement(type as string)) as HTMLElement;
  for (const name of new Set([...Object.keys(before?.props ?? {}), ...Object.keys(props)])) {
    if (name === 'children' || name === 'ref' || before?.props[name] === props[name]) continue;
    setProp(node, name === 'class' ? 'className' : name, props[name]);
  }
  return { id, node, props, children: drawAll(node, before?.children ?? [], props.children) };
}

/** What waits for a new element to stand in the page. */
let mounted: (() => void)[] = [];

function drawAll(parent: Node, before: readonly Drawn[], children: unknown): Drawn[] {
  const known = new Map(before.map((drawn) => [drawn.id, drawn]));
  const counts = new Map<string, number>();
  let place = parent.firstChild;
  const now = flat(children).map((described) => {
    const type = typeof described === 'string' ? '' : String(described.type);
    const count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    const key = typeof described === 'string' ? undefined : described.key;
    const id = `${type} ${key ?? `#${count}`}`;
    const old = known.get(id);
    known.delete(id);
    const drawn = draw(described, id, old);
    if (drawn.node === place) place = place.nextSibling;
    else parent.insertBefore(drawn.node, place);
    const ref = drawn.props['ref'] as ((node: Node) => void) | undefined;
    if (old === undefined && ref !== undefined) mounted.push(() => ref(drawn.node));
    return drawn;
  });
  for (const { node } of known.values()) node.parentNode?.removeChild(node);
  return now;
}

const roots = new WeakMap<ParentNode, readonly Drawn[]>();

/** Draws into a root what is there to see now; `null` empties it. */
export function render(children: JSX.Element | null, root: ShadowRoot): void {
  roots.set(root, drawAll(root, roots.get(root) ?? [], children));
  const calls = mounted;
  mounted = [];
  for (const call of calls) call();
}
