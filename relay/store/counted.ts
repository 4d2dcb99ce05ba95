/** The records as counting sees them, and the rows of the statistics that are kept beside them. */
import {
  countNames,
  difference,
  nationalTimeliness,
  recount,
} from '@baosong/shared/statistics/counting.ts';
import type { CountedRecord, CountName, GrainRow } from '@baosong/shared/statistics/counting.ts';
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

/** Reads and writes what counting needs; all within `write`. */
export interface Counted {
  /** A record with its events, as counting sees it. */
  load(row: RecordRow): CountedRecord;
  /** The records of a unit that bear one of these duplicate keys, but for the one named. */
  sharing(unitId: string, keys: readonly (string | null)[], except: string): CountedRecord[];
  /** Adds rows to the statistics. */
  add(rows: readonly GrainRow[]): void;
  /** Mends the statistics by a recount. @returns how many rows were wrong. */
  rebuild(): number;
}

/** Counts records by the rule that the statistics follow. */
export const count = (records: readonly CountedRecord[]): GrainRow[] =>
  recount(records, nationalTimeliness);

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
    sharing: (unitId, keys, except) =>
      [...new Set(keys)]
        .filter((key) => key !== null)
        .flatMap((key) => withKey.all(unitId, key, except) as unknown as RecordRow[])
        .map(load),
    rebuild: () => {
      const kept = allRows.all() as unknown as GrainRow[];
      const right = count((allRecords.all() as unknown as RecordRow[]).map(load));
      const wrong = difference(right, kept);
      add(wrong);
      return wrong.length;
    },
  };
}
