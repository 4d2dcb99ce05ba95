/**
 * What the indicators count (统计口径). The unit of counting is a confirmed **submission**: one sending
 * of one revision of a record to a platform. A record that was sent, sent back, mended and sent again
 * therefore counts two received, of which one is an update.
 *
 * Every figure is a sum of rows of one grain: unit, kind, subject category, axis and day. The relay keeps
 * these rows up to date while records arrive; `recount` makes the same rows from the records alone and
 * is what the relay's rows are compared with.
 */
import { shanghaiDate } from '../calendar/dates.ts';
import type { WorkdayCalendar } from '../calendar/workdays.ts';
import { nationalRule, timelinessOf } from '../calendar/timeliness.ts';
import type { Outcome, Submission } from '../records/record.ts';
import { decidingOutcome } from '../records/state.ts';
import type { DoublePublicityKind, SubjectCategory } from '../standards/index.ts';

/** The day by which a submission is counted: the day it was submitted (上报日期), or the day of the decision (决定日期). */
export type Axis = 'submitted' | 'decided';

/** Both axes, in the order in which screens show them. */
export const axes: readonly Axis[] = ['submitted', 'decided'];

/** What screens call an axis. */
export const axisLabels: Readonly<Record<Axis, string>> = {
  submitted: '按上报日期',
  decided: '按决定日期',
};

/** What is counted, in the order in which stores keep the columns. */
export const countNames = [
  /** 上报量: all submissions. */
  'received',
  /** 更新: submissions that are not the record's first. */
  'updated',
  /** 入库: submissions whose deciding outcome is an acceptance. */
  'accepted',
  /** 退回: submissions whose deciding outcome is a rejection. */
  'rejected',
  /** 待定: submissions that have no outcome yet. */
  'pending',
  /** First submissions, the ones that can be timely: received − updated. */
  'timelyEligible',
  /** First submissions within the national limit. */
  'timely',
  /** 重复: records that repeat one received earlier; they count here, once each, and nowhere else. */
  'duplicates',
] as const;

/** The name of a count. */
export type CountName = (typeof countNames)[number];

/** One number for each count. */
export type Counts = Readonly<Record<CountName, number>>;

/** What a row of counts is about. `day` is `YYYY-MM-DD` in Asia/Shanghai. */
export interface Grain {
  readonly unit: string;
  readonly kind: DoublePublicityKind;
  readonly subjectCategory: SubjectCategory;
  readonly axis: Axis;
  readonly day: string;
}

/** The counts of one grain. In a difference of two countings they may be negative. */
export type GrainRow = Grain & Counts;

/** What counting needs to know of a record. */
export interface CountedRecord {
  readonly unit: string;
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly subjectCategory: SubjectCategory;
  /** The decision date of the revision in force, `YYYY-MM-DD`. */
  readonly decisionDate: string;
  /** See `duplicateKey`; `null` where the record cannot be recognised as a repetition. */
  readonly duplicateKey: string | null;
  /** Instant at which the record first reached the place that counts. */
  readonly receivedAt: string;
  /** The confirmed submissions, in any order. */
  readonly submissions: readonly Pick<Submission, 'id' | 'at'>[];
  readonly outcomes: readonly Outcome[];
}

/** Whether a record decided on one day and first submitted on another (`YYYY-MM-DD`) was timely. */
export type Timeliness = (decisionDate: string, submittedOn: string) => boolean;

/** Timeliness by the national rule: up to and including the seventh working day after the decision. */
export function nationalTimeliness(calendar: WorkdayCalendar): Timeliness {
  return (decisionDate, submittedOn) =>
    timelinessOf({ decisionDate, submittedOn }, nationalRule, calendar).timely;
}

/** No counts at all. */
export const noCounts: Counts = {
  received: 0,
  updated: 0,
  accepted: 0,
  rejected: 0,
  pending: 0,
  timelyEligible: 0,
  timely: 0,
  duplicates: 0,
};

/** Adds counts up. */
export function addCounts(a: Counts, b: Counts): Counts {
  return combine(a, b, 1);
}

/** The rows that one record adds to the figures: for each of its submissions, one by each axis. */
export function contributions(
  record: CountedRecord,
  { isDuplicate, timeliness }: { isDuplicate: boolean; timeliness: Timeliness },
): GrainRow[] {
  const inOrder = [...record.submissions].sort(
    (a, b) => compare(a.at, b.at) || compare(a.id, b.id),
  );
  const counted = isDuplicate ? inOrder.slice(0, 1) : inOrder;
  return counted.flatMap((submission, index) => {
    const submittedOn = shanghaiDate(submission.at);
    const counts: Counts = isDuplicate
      ? { ...noCounts, duplicates: 1 }
      : countsOf(
          record,
          submission,
          index === 0 && timeliness(record.decisionDate, submittedOn),
          index,
        );
    return axes.map((axis) => ({
      unit: record.unit,
      kind: record.kind,
      subjectCategory: record.subjectCategory,
      axis,
      day: axis === 'submitted' ? submittedOn : record.decisionDate,
      ...counts,
    }));
  });
}

function countsOf(
  record: CountedRecord,
  submission: Pick<Submission, 'id'>,
  timely: boolean,
  index: number,
): Counts {
  const verdict = decidingOutcome(record.outcomes, submission.id)?.verdict;
  const first = index === 0;
  return {
    received: 1,
    updated: first ? 0 : 1,
    accepted: verdict === 'accepted' ? 1 : 0,
    rejected: verdict === 'rejected' ? 1 : 0,
    pending: verdict === undefined ? 1 : 0,
    timelyEligible: first ? 1 : 0,
    timely: timely ? 1 : 0,
    duplicates: 0,
  };
}

/**
 * The records that repeat another of their unit, that is, bear the duplicate key of a record that was
 * received earlier and has a submission. Records received at one instant go by their ids.
 */
export function repetitions(records: readonly CountedRecord[]): ReadonlySet<CountedRecord> {
  const first = new Map<string, CountedRecord>();
  const repeated = new Set<CountedRecord>();
  const inOrder = [...records].sort(
    (a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id),
  );
  for (const record of inOrder) {
    if (record.duplicateKey === null || record.submissions.length === 0) continue;
    const key = JSON.stringify([record.unit, record.duplicateKey]);
    if (first.has(key)) repeated.add(record);
    else first.set(key, record);
  }
  return repeated;
}

/** Counts records from the beginning: one row for each grain that has anything to count. */
export function recount(records: readonly CountedRecord[], timeliness: Timeliness): GrainRow[] {
  const repeated = repetitions(records);
  return sumByGrain(
    records.flatMap((record) =>
      contributions(record, { isDuplicate: repeated.has(record), timeliness }),
    ),
  );
}

/**
 * What has to be added to rows that count `before` so that they count `after`; grains that stay the
 * same are left out. It is enough to pass the records that changed, together with all that share a
 * duplicate key with them before or after the change.
 */
export function difference(after: readonly GrainRow[], before: readonly GrainRow[]): GrainRow[] {
  const negative = before.map((row) => ({ ...row, ...combine(noCounts, row, -1) }));
  return sumByGrain([...after, ...negative]);
}

/** Adds rows of the same grain up; grains whose counts are all zero are left out. */
export function sumByGrain(rows: readonly GrainRow[]): GrainRow[] {
  const sums = new Map<string, GrainRow>();
  for (const row of rows) {
    const key = grainKey(row);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, ...addCounts(sum, row) } : row);
  }
  return [...sums.values()].filter((row) => countNames.some((name) => row[name] !== 0));
}

/** A text that is the same for rows of the same grain and for no others. */
export function grainKey({ unit, kind, subjectCategory, axis, day }: Grain): string {
  return JSON.stringify([unit, kind, subjectCategory, axis, day]);
}

function combine(a: Counts, b: Counts, sign: 1 | -1): Counts {
  return Object.fromEntries(countNames.map((name) => [name, a[name] + sign * b[name]])) as Counts;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
