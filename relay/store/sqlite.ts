/** The store on SQLite, by node:sqlite. */
import { sql } from 'kysely';
import { administratorStore } from './administrators.ts';
import { calendarYearStore } from './calendar-years.ts';
import { openConnection } from './connection.ts';
import { catalogueStore } from './catalogue.ts';
import { counted } from './counted.ts';
import { ingestRecords } from './ingest.ts';
import { monthFigures } from './month-figures.ts';
import { fileMonthlyStatement, listMonthlyStatements } from './monthly-statements.ts';
import type { Store } from './port.ts';
import { unitReports } from './unit-reports.ts';
import { unitStore } from './units.ts';
import { fileZeroReport, listZeroReports } from './zero-reports.ts';

/** Opens the store in a file, which is made where there is none, and brings its layout up to date. */
export async function openSqliteStore(file: string): Promise<Store> {
  const connection = await openConnection(file);
  const units = unitStore(connection);
  const statistics = counted(connection);
  return {
    ping: async () => {
      await sql`SELECT 1`.execute(connection.db);
    },
    close: connection.close,
    ...units,
    ...catalogueStore(connection),
    ...administratorStore(connection),
    ingestRecords: ingestRecords(connection),
    fileZeroReport: fileZeroReport(connection),
    monthFigures: monthFigures(connection, (...asked) => units.listUnits(...asked)),
    listZeroReports: listZeroReports(connection),
    fileMonthlyStatement: fileMonthlyStatement(connection),
    listMonthlyStatements: listMonthlyStatements(connection),
    unitReports: unitReports(connection),
    ...calendarYearStore(connection, statistics),
    rebuildStatistics: () => connection.write(() => statistics.rebuild()),
  };
}
