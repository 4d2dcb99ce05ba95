/** How the script of a widget family hands its drivers to the engine. */
import { frameState } from '../form/frame-state.ts';
import type { WidgetFamily } from './families.ts';
import type { Driver } from './widget.ts';

/** Adds a family's drivers to this frame. */
export function registerDrivers(family: WidgetFamily, drivers: readonly Driver[]): void {
  const state = frameState();
  if (state !== undefined) state.drivers[family] = drivers;
}
