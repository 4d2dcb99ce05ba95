/** How moments are written on screens. */
import { shanghaiDate, shanghaiTime } from '@baosong/shared/calendar/dates.ts';

/** An instant as date and time in Shanghai, such as `2026-11-23 09:05`. */
export function moment(instant: string): string {
  return `${shanghaiDate(instant)} ${shanghaiTime(instant)}`;
}
