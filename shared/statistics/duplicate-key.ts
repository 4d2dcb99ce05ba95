/** By what a record is recognised as a repetition of another (重复数据). */
import { normalize as normalizeDocumentNumber } from '../identifiers/document-number.ts';
import { comparableName } from '../identifiers/fold.ts';
import type { RecordKind } from '../standards/index.ts';

/** The parts of a record that tell it from others of its unit. */
export interface Recognisable {
  readonly kind: RecordKind;
  readonly documentNumber: string;
  /** `undefined` where the name is not known in clear, as for natural persons. */
  readonly subjectName: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
}

/**
 * The duplicate key of a record within its unit: kind, document number, name of the subject and
 * decision date, in their normal forms, because one document may be about several subjects.
 *
 * @returns `null` for a record whose subject is not known by name; it is never taken for a repetition.
 */
export function duplicateKey(record: Recognisable): string | null {
  // Registers write Latin letters of a name in either case.
  const name = comparableName(record.subjectName ?? '').toUpperCase();
  if (name === '') return null;
  return JSON.stringify([
    record.kind,
    normalizeDocumentNumber(record.documentNumber),
    name,
    record.decisionDate,
  ]);
}
