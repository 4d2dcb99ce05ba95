/** Calendar years (放假安排) that the administrator entered. */
import { calendarYearSchema } from '@baosong/shared/protocol/calendar-years.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { Counted } from './counted.ts';
import type { Store } from './port.ts';

export function calendarYearStore(
  connection: Connection,
  statistics: Counted,
): Pick<Store, 'putCalendarYear' | 'listCalendarYears'> {
  const { db, run, write } = connection;
  const audit = auditLog(connection);
  return {
    putCalendarYear: (year, by, at) =>
      write(() => {
        statistics.withYearChanged(year.year, () => {
          run(db.deleteFrom('calendar_year').where('year', '=', year.year));
          run(
            db.insertInto('calendar_year').values({
              year: year.year,
              arrangement: JSON.stringify(year),
              entered_at: at,
              entered_by: by,
            }),
          );
        });
        audit({
          chain: 'relay',
          at,
          actor: by,
          action: 'calendar-year.entered',
          subject: String(year.year),
        });
      }),
    listCalendarYears: async () => {
      const rows = await db.selectFrom('calendar_year').selectAll().orderBy('year').execute();
      return rows.map(({ arrangement }) => calendarYearSchema.parse(JSON.parse(arrangement)));
    },
  };
}
