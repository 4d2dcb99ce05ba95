import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../calendar/workdays.ts';
import type { Outcome } from '../records/record.ts';
import {
  addCounts,
  axes,
  contributions,
  difference,
  grainKey,
  noCounts,
  nationalTimeliness,
  recount,
  sumByGrain,
} from './counting.ts';
import type { CountedRecord, Counts, GrainRow } from './counting.ts';

const timeliness = nationalTimeliness(publishedCalendar);

function record(overrides: Partial<CountedRecord> = {}): CountedRecord {
  return {
    unit: 'u1',
    id: 'r1',
    kind: 'licence',
    subjectCategory: 'legalPerson',
    decisionDate: '2026-11-02',
    duplicateKey: 'k1',
    receivedAt: '2026-11-05T02:00:00.000Z',
    submissions: [{ id: 's1', at: '2026-11-05T01:00:00.000Z' }],
    outcomes: [],
    ...overrides,
  };
}

function outcome(overrides: Partial<Outcome> = {}): Outcome {
  return {
    id: 'o1',
    submissionId: 's1',
    verdict: 'accepted',
    source: 'platform',
    at: '2026-11-06T01:00:00.000Z',
    ...overrides,
  };
}

const counts = (changes: Partial<Counts>): Counts => ({ ...noCounts, ...changes });
const submittedRows = (rows: readonly GrainRow[]): GrainRow[] =>
  rows.filter(({ axis }) => axis === 'submitted');

describe('contributions', () => {
  it('counts a first submission as received, pending and timely, by both axes', () => {
    const rows = contributions(record(), { isDuplicate: false, timeliness });
    const expected = counts({ received: 1, pending: 1, timelyEligible: 1, timely: 1 });
    expect(rows).toEqual([
      {
        unit: 'u1',
        kind: 'licence',
        subjectCategory: 'legalPerson',
        axis: 'submitted',
        day: '2026-11-05',
        ...expected,
      },
      {
        unit: 'u1',
        kind: 'licence',
        subjectCategory: 'legalPerson',
        axis: 'decided',
        day: '2026-11-02',
        ...expected,
      },
    ]);
  });

  it('takes the day of a submission in Shanghai, not in UTC', () => {
    const late = record({ submissions: [{ id: 's1', at: '2026-11-05T16:30:00.000Z' }] });
    const [row] = contributions(late, { isDuplicate: false, timeliness });
    expect(row?.day).toBe('2026-11-06');
  });

  it('counts a second sending as an update that is neither timely nor eligible', () => {
    const twice = record({
      submissions: [
        { id: 's2', at: '2026-11-09T01:00:00.000Z' },
        { id: 's1', at: '2026-11-05T01:00:00.000Z' },
      ],
      outcomes: [
        outcome({ verdict: 'rejected' }),
        outcome({ id: 'o2', submissionId: 's2', at: '2026-11-10T01:00:00.000Z' }),
      ],
    });
    const rows = submittedRows(contributions(twice, { isDuplicate: false, timeliness }));
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-05', '2026-11-09']);
    expect(rows[0]).toMatchObject(
      counts({ received: 1, rejected: 1, timelyEligible: 1, timely: 1 }),
    );
    expect(rows[1]).toMatchObject(counts({ received: 1, updated: 1, accepted: 1 }));
  });

  it('counts a first submission after the seventh working day as late', () => {
    const late = record({ submissions: [{ id: 's1', at: '2026-11-12T01:00:00.000Z' }] });
    const [row] = contributions(late, { isDuplicate: false, timeliness });
    expect(row).toMatchObject({ timelyEligible: 1, timely: 0 });
  });

  it('lets the centre decide against the platform', () => {
    const disputed = record({
      outcomes: [
        outcome({ source: 'centre', verdict: 'rejected' }),
        outcome({ id: 'o2', source: 'platform', at: '2026-11-20T01:00:00.000Z' }),
      ],
    });
    const [row] = contributions(disputed, { isDuplicate: false, timeliness });
    expect(row).toMatchObject({ accepted: 0, rejected: 1, pending: 0 });
  });

  it('counts a repetition once, as a duplicate and as nothing else', () => {
    const twice = record({
      submissions: [
        { id: 's1', at: '2026-11-05T01:00:00.000Z' },
        { id: 's2', at: '2026-11-09T01:00:00.000Z' },
      ],
      outcomes: [outcome()],
    });
    const rows = submittedRows(contributions(twice, { isDuplicate: true, timeliness }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ day: '2026-11-05', ...counts({ duplicates: 1 }) });
  });

  it('adds nothing for a record that was never submitted', () => {
    expect(contributions(record({ submissions: [] }), { isDuplicate: false, timeliness })).toEqual(
      [],
    );
  });
});

describe('recount', () => {
  it('takes the record received first as the original', () => {
    const later = record({
      id: 'r0',
      receivedAt: '2026-11-06T02:00:00.000Z',
      submissions: [{ id: 's9', at: '2026-11-04T01:00:00.000Z' }],
    });
    const rows = submittedRows(recount([later, record()], timeliness));
    expect(rows).toHaveLength(2);
    expect(rows.find(({ day }) => day === '2026-11-05')).toMatchObject({
      received: 1,
      duplicates: 0,
    });
    expect(rows.find(({ day }) => day === '2026-11-04')).toMatchObject({
      received: 0,
      duplicates: 1,
    });
  });

  it('does not let a record that was never submitted hide one that was', () => {
    const draft = record({ id: 'r0', receivedAt: '2026-11-01T00:00:00.000Z', submissions: [] });
    expect(submittedRows(recount([draft, record()], timeliness))[0]).toMatchObject({
      received: 1,
      duplicates: 0,
    });
  });

  it('never takes records without a key, or of different units, for repetitions', () => {
    const rows = recount(
      [
        record({ id: 'a', duplicateKey: null }),
        record({ id: 'b', duplicateKey: null }),
        record({ id: 'c', unit: 'u2' }),
        record({ id: 'd', unit: 'u3' }),
      ],
      timeliness,
    );
    const total = submittedRows(rows).reduce(addCounts, noCounts);
    expect(total).toMatchObject({ received: 4, duplicates: 0 });
  });
});

const instantIn2026 = fc
  .date({
    min: new Date('2026-10-20T00:00:00Z'),
    max: new Date('2026-12-10T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

const anyRecord = (id: string): fc.Arbitrary<CountedRecord> =>
  fc
    .record({
      unit: fc.constantFrom('u1', 'u2'),
      kind: fc.constantFrom('licence' as const, 'penalty' as const),
      subjectCategory: fc.constantFrom('legalPerson' as const, 'naturalPerson' as const),
      decisionDate: fc.constantFrom('2026-10-20', '2026-11-02', '2026-11-20'),
      duplicateKey: fc.constantFrom(null, 'k1', 'k2', 'k3'),
      receivedAt: instantIn2026,
      moments: fc.array(instantIn2026, { maxLength: 3 }),
      verdicts: fc.array(fc.constantFrom('accepted' as const, 'rejected' as const, null), {
        maxLength: 3,
      }),
    })
    .map(({ moments, verdicts, ...rest }) => {
      const submissions = moments.map((at, index) => ({ id: `${id}-s${String(index)}`, at }));
      const outcomes = submissions.flatMap((submission, index) => {
        const verdict = verdicts[index];
        return verdict
          ? [outcome({ id: `${submission.id}-o`, submissionId: submission.id, verdict })]
          : [];
      });
      return { ...rest, id, submissions, outcomes };
    });

/** Records that arrive one after another; the same id again is a change of that record. */
const arrivals = fc.array(
  fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5').chain((id) => anyRecord(id)),
  { maxLength: 30 },
);

const asMap = (rows: readonly GrainRow[]): Map<string, GrainRow> =>
  new Map(rows.map((row) => [grainKey(row), row]));

describe('counting step by step', () => {
  it('equals the recount, whatever arrives in whatever order', () => {
    fc.assert(
      fc.property(arrivals, (steps) => {
        const known = new Map<string, CountedRecord>();
        let rows: GrainRow[] = [];
        for (const next of steps) {
          const old = known.get(next.id);
          const concerned = (other: CountedRecord): boolean =>
            other.id === next.id ||
            (other.duplicateKey !== null &&
              ((other.unit === next.unit && other.duplicateKey === next.duplicateKey) ||
                (other.unit === old?.unit && other.duplicateKey === old.duplicateKey)));
          const before = recount([...known.values()].filter(concerned), timeliness);
          known.set(next.id, next);
          const after = recount([...known.values()].filter(concerned), timeliness);
          rows = sumByGrain([...rows, ...difference(after, before)]);
        }
        expect(asMap(rows)).toEqual(asMap(recount([...known.values()], timeliness)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the books balanced: outcomes, firsts and both axes add up', () => {
    fc.assert(
      fc.property(arrivals, (steps) => {
        const known = new Map(steps.map((step) => [step.id, step]));
        const rows = recount([...known.values()], timeliness);
        const [bySubmission, byDecision] = axes.map((axis) =>
          rows.filter((row) => row.axis === axis).reduce(addCounts, noCounts),
        );
        expect(bySubmission).toEqual(byDecision);
        for (const row of rows) {
          expect(row.accepted + row.rejected + row.pending).toBe(row.received);
          expect(row.received - row.updated).toBe(row.timelyEligible);
          expect(row.timely).toBeLessThanOrEqual(row.timelyEligible);
        }
      }),
      { numRuns: 200 },
    );
  });
});
