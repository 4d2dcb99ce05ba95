/** The drivers of this frame, those of libraries before the ones of any page. */
import { frameState } from '../form/frame-state.ts';
import { native } from './native.ts';
import type { Driver } from './widget.ts';

const ofAnyPage: readonly Driver[] = [native];

/** The drivers that are in this frame by now. */
export function drivers(): readonly Driver[] {
  return [...Object.values(frameState()?.drivers ?? {}).flat(), ...ofAnyPage];
}
