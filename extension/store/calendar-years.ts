/** The days off of years that came out after the build (放假安排), each with its source. */
import { inDatabase } from './database.ts';
import type { CalendarYearRow } from './rows.ts';

/** Key of the instant at which the relay was last asked for years. */
export const yearsAskedKey = 'calendarYearsAskedAt';

/** Whether a year came from a relay; the name of no file looks like an origin. */
export const isFromRelay = ({ source }: CalendarYearRow): boolean => /^https?:\/\//.test(source);

/** All of them, in order. */
export async function readCalendarYears(): Promise<CalendarYearRow[]> {
  return await inDatabase((db) => db.calendarYears.orderBy('year').toArray());
}

/** Keeps a year in place of what was there for it. */
export async function putCalendarYear(row: CalendarYearRow): Promise<void> {
  await inDatabase((db) => db.calendarYears.put(row));
}

/** Keeps years from the relay; what the clerk imported by hand stays as it is. */
export async function putRelayYears(rows: readonly CalendarYearRow[]): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.calendarYears, async () => {
      for (const row of rows) {
        const kept = await db.calendarYears.get(row.year);
        if (kept === undefined || kept.source === row.source) await db.calendarYears.put(row);
      }
    }),
  );
}

/** Removes a year; the built-in one, where there is one, counts again. */
export async function removeCalendarYear(year: number): Promise<void> {
  await inDatabase((db) => db.calendarYears.delete(year));
}
