/** The drivers of this frame, those of libraries before the ones of any page. */
import { frameState } from '../form/frame-state.ts';
import { widgetFamilies } from './families.ts';
import { native } from './native.ts';
import type { Driver } from './widget.ts';

const ofAnyPage: readonly Driver[] = [native];

/** The drivers that are in this frame by now. */
export function drivers(): readonly Driver[] {
  const present = frameState()?.drivers ?? {};
  // In the order of the families, whichever came first: those that know one library before the general ones.
  return [...widgetFamilies.flatMap((family) => present[family] ?? []), ...ofAnyPage];
}
