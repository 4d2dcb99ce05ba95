/** A driver with no widgets of its own: it brings calendars that open beside text boxes. */
import type { Calendar } from './day.ts';
import type { Driver } from './widget.ts';

export const bringing = (calendars: readonly Calendar[]): Driver => ({
  calendars,
  detect: () => null,
  read: () => '',
  write: () => Promise.resolve(false),
  anchor: ({ root }) => root,
});
