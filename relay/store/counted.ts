/** The records as counting sees them, and the rows of the statistics that are kept beside them. */
import { addDays } from '@baosong/shared/calendar/dates.ts';
import { calendarWith } from '@baosong/shared/calendar/workdays.ts';
import { calendarYearSchema } from '@baosong/shared/protocol/calendar-years.ts';
import {
  countNames,
  difference,
  nationalTimeliness,
  recount,
} from '@baosong/shared/statistics/counting.ts';
import type {
  CountedRecord,
  CountName,
  GrainRow,
  Timeliness,
} from '@baosong/shared/statistics/counting.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import type { Outcome } from '@baosong/shared/records/record.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './schema.ts';

/** A row of the table `record`. */
export type RecordRow = Tables['record'];

const columns: Readonly<Record<CountName, string>> = {
  received: 'received',
  updated: 'updated',
  accepted: 'accepted',
  rejected: 'rejected',
  pending: 'pending',
  timelyEligible: 'timely_eligible',
  timely: 'timely',
  duplicates: 'duplicates',
};

/** So many days before a year a decision may hang on its days off: seven working days take less. */
const daysBefore = 31;

/** Reads and writes what counting needs; all within `write`. */
export interface Counted {
  /** A record with its events, as counting sees it. */
  load(row: RecordRow): CountedRecord;
  /** The records of a unit that bear one of these duplicate keys, but for the one named. */
  sharing(unitId: string, keys: readonly (string | null)[], except: string): CountedRecord[];
  /** Counts records by the rule that the statistics follow, with the days off as they are known now. */
  counting(): (records: readonly CountedRecord[]) => GrainRow[];
  /** Adds rows to the statistics. */
  add(rows: readonly GrainRow[]): void;
  /** Mends the statistics by a recount. @returns how many rows were wrong. */
  rebuild(): number;
  /** Does what changes the days off of a year, and moves the statistics by the difference that it makes. */
  withYearChanged(year: number, change: () => void): void;
}

export function counted({ sqlite }: Connection): Counted {
  const submissions = sqlite.prepare(
    'SELECT id, at FROM submission WHERE unit_id = ? AND record_id = ?',
  );
  const outcomes = sqlite.prepare(
    `SELECT id, submission_id AS submissionId, verdict, source, at
     FROM outcome WHERE unit_id = ? AND record_id = ?`,
  );
  const withKey = sqlite.prepare(
    'SELECT * FROM record WHERE unit_id = ? AND duplicate_key = ? AND id <> ?',
  );
  const allRecords = sqlite.prepare('SELECT * FROM record');
  const names = countNames.map((name) => columns[name]);
  const allRows = sqlite.prepare(
    `SELECT unit_id AS unit, kind, subject_category AS subjectCategory, axis, day,
       ${countNames.map((name) => `${columns[name]} AS "${name}"`).join(', ')} FROM rollup_day`,
  );
  const upsert = sqlite.prepare(
    `INSERT INTO rollup_day (axis, day, unit_id, kind, subject_category, ${names.join(', ')})
     VALUES (?, ?, ?, ?, ?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (axis, day, unit_id, kind, subject_category) DO UPDATE
     SET ${names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );

  const enteredYears = sqlite.prepare('SELECT arrangement FROM calendar_year ORDER BY year');
  const units = sqlite.prepare('SELECT id FROM unit');
  const decidedWithin = sqlite.prepare(
    `SELECT * FROM record WHERE unit_id = ? AND kind IN (${doublePublicityKinds.map((kind) => `'${kind}'`).join()})
       AND decision_date >= ? AND decision_date <= ?`,
  );

  /** Asked for with each batch: another relay on the same file may have entered a year. */
  let known: { readonly entered: string; readonly timeliness: Timeliness } | null = null;
  function timeliness(): Timeliness {
    const rows = enteredYears.all() as { arrangement: string }[];
    const entered = `[${rows.map(({ arrangement }) => arrangement).join()}]`;
    if (known?.entered !== entered) {
      const years = calendarYearSchema.array().parse(JSON.parse(entered));
      known = { entered, timeliness: nationalTimeliness(calendarWith(years)) };
    }
    return known.timeliness;
  }

  function load(row: RecordRow): CountedRecord {
    return {
      unit: row.unit_id,
      id: row.id,
      kind: row.kind,
      subjectCategory: row.subject_category,
      decisionDate: row.decision_date,
      duplicateKey: row.duplicate_key,
      receivedAt: row.received_at,
      submissions: submissions.all(row.unit_id, row.id) as { id: string; at: string }[],
      outcomes: outcomes.all(row.unit_id, row.id) as unknown as Outcome[],
    };
  }

  function add(rows: readonly GrainRow[]): void {
    for (const row of rows) {
      const { axis, day, unit, kind, subjectCategory } = row;
      upsert.run(axis, day, unit, kind, subjectCategory, ...countNames.map((name) => row[name]));
    }
  }

  return {
    load,
    add,
    counting: () => {
      const now = timeliness();
      return (records) => recount(records, now);
    },
    sharing: (unitId, keys, except) =>
      [...new Set(keys)]
        .filter((key) => key !== null)
        .flatMap((key) => withKey.all(unitId, key, except) as unknown as RecordRow[])
        .map(load),
    rebuild: () => {
      const kept = allRows.all() as unknown as GrainRow[];
      const right = recount((allRecords.all() as unknown as RecordRow[]).map(load), timeliness());
      const wrong = difference(right, kept);
      add(wrong);
      return wrong.length;
    },
    withYearChanged: (year, change) => {
      const before = timeliness();
      change();
      const after = timeliness();
      const start = addDays(`${String(year)}-01-01`, -daysBefore);
      // Unit by unit, so that no more than a year of one is held at a time; repetitions are of one day.
      for (const { id } of units.all() as { id: string }[]) {
        const rows = decidedWithin.all(id, start, `${String(year)}-12-31`);
        const records = (rows as unknown as RecordRow[]).map(load);
        add(difference(recount(records, after), recount(records, before)));
      }
    },
  };
}
