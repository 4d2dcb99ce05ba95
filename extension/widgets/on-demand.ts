/** Gets the drivers of a widget library into the frame once the page shows one of its widgets. */
import { type WidgetFamily, signs, widgetFamilies } from './families.ts';
import type { Scope } from './scopes.ts';

/** Families that a frame may still lack. */
export interface OnDemand {
  /** Asks for the families whose signs are on the page by now; cheap where there are none. */
  readonly look: (scopes: readonly Scope[]) => void;
  /** Whether an answer is owed. */
  readonly pending: () => boolean;
  /** Waits for what was asked for. */
  readonly ready: () => Promise<void>;
}

/** So long the page's marks wait for a driver; the guard does not wait. */
const patience = 1_000;

/**
 * Watches for families that this frame lacks. Nothing is asked for twice: a driver that cannot be
 * injected leaves its widgets to the general ones.
 *
 * @param inject has the scripts of families run in this frame.
 * @param arrived is called when drivers have come, or will not come.
 */
export function createOnDemand(
  inject: (families: readonly WidgetFamily[]) => Promise<unknown>,
  arrived: () => void,
): OnDemand {
  const missing = new Set(widgetFamilies);
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const ask = async (families: readonly WidgetFamily[]): Promise<void> => {
    waiting += 1;
    let owed = true;
    const settle = (): void => {
      if (owed) waiting -= 1;
      owed = false;
      arrived();
    };
    const late = setTimeout(settle, patience);
    try {
      await inject(families);
    } catch (error) {
      reportError(error);
    }
    clearTimeout(late);
    settle();
  };

  return {
    look(scopes) {
      const all = [...missing].map((family) => signs[family]).join();
      const shows = (sign: string): boolean =>
        scopes.some((scope) => scope.querySelector(sign) !== null);
      if (all === '' || !shows(all)) return;
      const seen = [...missing].filter((family) => shows(signs[family]));
      for (const family of seen) missing.delete(family);
      const before = last;
      last = ask(seen).then(() => before);
    },
    pending: () => waiting > 0,
    ready: () => last,
  };
}
