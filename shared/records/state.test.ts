import { describe, expect, it } from 'vitest';
import type { CreditRecord, Outcome, Submission } from './record.ts';
import { currentSubmission, decidingOutcome, stateOf } from './state.ts';

const revision = (number: number): CreditRecord['revisions'][0] => ({
  number,
  base: number === 1 ? null : number - 1,
  standard: 'licence@2019#1',
  values: { subjectName: '云溪市青禾园林绿化有限公司' },
  contentHash: String(number).repeat(64).slice(0, 64),
  at: '2026-11-23T01:00:00.000Z',
  author: '陈填报',
});

const submission = (
  id: string,
  number: number,
  kind: Submission['evidence']['kind'],
): Submission => ({
  id,
  revision: number,
  platform: 'http://127.0.0.1:8788',
  at: '2026-11-23T02:00:00.000Z',
  evidence: { kind, at: '2026-11-23T02:00:01.000Z' },
  by: '陈填报',
  overrides: [],
});

const outcome = (
  submissionId: string,
  verdict: Outcome['verdict'],
  source: Outcome['source'],
  at: string,
): Outcome => ({ id: `${submissionId}-${source}-${at}`, submissionId, verdict, source, at });

const record = (parts: Partial<CreditRecord>): CreditRecord => ({
  id: '019ab000-0000-7000-8000-000000000001',
  kind: 'licence',
  subjectCategory: 'legalPerson',
  revisions: [revision(1)],
  submissions: [],
  outcomes: [],
  ...parts,
});

describe('the state of a record', () => {
  it('is ready until it is sent', () => {
    expect(stateOf(record({}))).toBe('ready');
  });

  it('is attempted until there is evidence, then submitted', () => {
    expect(stateOf(record({ submissions: [submission('a', 1, 'attempted')] }))).toBe('attempted');
    expect(stateOf(record({ submissions: [submission('a', 1, 'message')] }))).toBe('submitted');
  });

  it('follows the verdict on the current submission', () => {
    const submissions = [submission('a', 1, 'message')];
    const accepted = [outcome('a', 'accepted', 'platform', '2026-11-24T00:00:00.000Z')];
    const rejected = [outcome('a', 'rejected', 'platform', '2026-11-24T00:00:00.000Z')];
    expect(stateOf(record({ submissions, outcomes: accepted }))).toBe('accepted');
    expect(stateOf(record({ submissions, outcomes: rejected }))).toBe('rejected');
  });

  it('is ready again when a correction was made after a rejection', () => {
    const corrected = record({
      revisions: [revision(1), revision(2)],
      submissions: [submission('a', 1, 'message')],
      outcomes: [outcome('a', 'rejected', 'platform', '2026-11-24T00:00:00.000Z')],
    });
    expect(stateOf(corrected)).toBe('ready');
    expect(currentSubmission(corrected)).toBeUndefined();
  });
});

describe('the verdict that counts', () => {
  it("is the centre's, even when the unit's own word is later", () => {
    const centre = outcome('a', 'rejected', 'centre', '2026-11-24T00:00:00.000Z');
    const unit = outcome('a', 'accepted', 'unit', '2026-11-25T00:00:00.000Z');
    expect(decidingOutcome([centre, unit], 'a')).toBe(centre);
  });

  it('is the later one of the same source, and only of that submission', () => {
    const first = outcome('a', 'rejected', 'platform', '2026-11-24T00:00:00.000Z');
    const second = outcome('a', 'accepted', 'platform', '2026-11-25T00:00:00.000Z');
    const other = outcome('b', 'rejected', 'platform', '2026-11-26T00:00:00.000Z');
    expect(decidingOutcome([second, first, other], 'a')).toBe(second);
  });
});
