/** On which record a captured submission is booked: pure decisions over what the ledger holds. */
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import type { DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { comparableName, isSameContent, isSameDecision } from '../ledger/same-decision.ts';
import * as documentNumber from '@baosong/shared/identifiers/document-number.ts';

/** What stood in the form when it was sent. */
export interface Captured {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
}

/** Where a submission belongs; `values` are the whole content, what the form does not ask for included. */
export type Booking =
  | { readonly on: 'newRecord'; readonly values: RecordValues }
  | { readonly on: 'newRevision'; readonly record: CreditRecord; readonly values: RecordValues }
  | { readonly on: 'latestRevision'; readonly record: CreditRecord };

function stillTheFilledOne(captured: Captured, filled: CreditRecord): boolean {
  const { values } = latestRevision(filled);
  return (
    filled.kind === captured.kind &&
    comparableName(values.subjectName ?? '') ===
      comparableName(captured.values.subjectName ?? '') &&
    documentNumber.normalize(values.documentNumber ?? '') ===
      documentNumber.normalize(captured.values.documentNumber ?? '')
  );
}

function bookOn(record: CreditRecord, captured: Captured): Booking {
  const before = latestRevision(record).values;
  // A form need not ask for every field; what it does not have, the record keeps.
  const values = { ...before, ...captured.values };
  return isSameContent(before, values)
    ? { on: 'latestRevision', record }
    : { on: 'newRevision', record, values };
}

/**
 * Decides where a submission belongs: on the record that the form was filled from, if the form still
 * speaks of it; else on the record of the same decision; else on a new record.
 *
 * @param filled the record that the form was filled from, if any.
 * @param candidates records of the same kind and document number.
 */
export function bookingFor(
  captured: Captured,
  filled: CreditRecord | undefined,
  candidates: readonly CreditRecord[],
): Booking {
  if (filled && stillTheFilledOne(captured, filled)) return bookOn(filled, captured);
  const same = candidates.filter(
    (record) =>
      record.kind === captured.kind &&
      isSameDecision(latestRevision(record).values, captured.values),
  );
  const last = same[same.length - 1];
  return last ? bookOn(last, captured) : { on: 'newRecord', values: captured.values };
}
