/** Making and correcting records: builds events; the store keeps them. */
import { uuidv7 } from 'uuidv7';
import { contentHash } from '@baosong/shared/records/content-hash.ts';
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord, Revision } from '@baosong/shared/records/record.ts';
import { standardRef, standards, subjectCategories } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind, RecordValues, SubjectCategory } from '@baosong/shared/standards/index.ts';

/** Blank fields are left out of what is kept. */
function withoutBlanks(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The subject's category; where the form was sent without one, that of legal persons. */
export function subjectCategoryOf(values: RecordValues): SubjectCategory {
  return subjectCategories.find((category) => category === values.subjectCategory) ?? 'legalPerson';
}

/**
 * A new record of one revision.
 *
 * @param author name of the clerk.
 * @param at instant at which it came into the ledger.
 */
export async function newRecord(
  kind: DoublePublicityKind,
  values: RecordValues,
  author: string,
  at: string,
): Promise<CreditRecord> {
  const kept = withoutBlanks(values);
  return {
    id: uuidv7(),
    kind,
    subjectCategory: subjectCategoryOf(kept),
    revisions: [
      {
        number: 1,
        base: null,
        standard: standardRef(standards[kind]),
        values: kept,
        contentHash: await contentHash(kept),
        at,
        author,
      },
    ],
    submissions: [],
    outcomes: [],
  };
}

/** The next revision of a record (更正). */
export async function nextRevision(
  record: CreditRecord,
  values: RecordValues,
  reason: string,
  author: string,
  at: string,
): Promise<Revision> {
  const kept = withoutBlanks(values);
  const base = latestRevision(record).number;
  return {
    number: base + 1,
    base,
    standard: standardRef(standards[record.kind]),
    values: kept,
    contentHash: await contentHash(kept),
    at,
    reason,
    author,
  };
}
