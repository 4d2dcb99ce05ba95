/** Open shadow roots: what a document holds with them, in the order in which it is seen. */

/** A document, or the inside of a component of one. */
export type Scope = Document | ShadowRoot;

const ownHost = 'baosong-overlay';

function hostsIn(scope: ParentNode): Element[] {
  const hosts: Element[] = [];
  // Only components of a page's own have shadow roots to look into, and their names have a hyphen.
  for (const element of scope.querySelectorAll('*')) {
    if (element.localName.includes('-') && element.localName !== ownHost && element.shadowRoot)
      hosts.push(element);
  }
  return hosts;
}

/** The document and every open shadow root in it. */
export function openScopes(): Scope[] {
  const scopes: Scope[] = [document];
  for (const scope of scopes) {
    for (const { shadowRoot } of hostsIn(scope)) if (shadowRoot !== null) scopes.push(shadowRoot);
  }
  return scopes;
}

const isBefore = (a: Element, b: Element): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Elements in a scope and in the open shadow roots within, in page order. */
export function allWithin(scope: ParentNode, selector: string): HTMLElement[] {
  const found: Element[] = Array.from(scope.querySelectorAll(selector));
  const hosts = hostsIn(scope);
  if (hosts.length === 0) return found as HTMLElement[];
  const order = [...new Set([...found, ...hosts])].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return order.flatMap((element): HTMLElement[] => {
    const own = found.includes(element) ? [element as HTMLElement] : [];
    return element.shadowRoot === null || !hosts.includes(element)
      ? own
      : [...own, ...allWithin(element.shadowRoot, selector)];
  });
}

/** Elements below one, with those that its slots show. */
export function allBelow(element: ParentNode, selector: string): HTMLElement[] {
  const found = Array.from(element.querySelectorAll<HTMLElement>(selector));
  for (const slot of element.querySelectorAll('slot')) {
    for (const shown of slot.assignedElements({ flatten: true })) {
      if (shown instanceof HTMLElement && shown.matches(selector)) found.push(shown);
      found.push(...shown.querySelectorAll<HTMLElement>(selector));
    }
  }
  return found;
}

/** The document or shadow root that an element stands in, or stood in before the page took it away. */
export const scopeOf = (element: Element): Scope =>
  element.isConnected ? (element.getRootNode() as Scope) : document;

/** The component that an element is the inside of, or `null`. */
export function hostOf(element: Element): HTMLElement | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : null;
}
