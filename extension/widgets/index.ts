/** The drivers, those of libraries before the one of plain controls. */
import { element } from './element.ts';
import { native } from './native.ts';
import type { Driver } from './widget.ts';

export const drivers: readonly Driver[] = [element, native];
