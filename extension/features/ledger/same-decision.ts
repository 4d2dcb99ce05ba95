/**
 * When two records speak of the same decision: normalised document number, normalised name and decision
 * date agree, within a kind. One document number may have many subjects.
 */
import * as documentNumber from '@baosong/shared/identifiers/document-number.ts';
import { comparableName } from '@baosong/shared/identifiers/fold.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';

/** What identifies a decision within its kind, or `null` where the document number or name is blank. */
export function decisionKey(values: RecordValues): string | null {
  const number = documentNumber.normalize(values.documentNumber ?? '');
  const name = comparableName(values.subjectName ?? '');
  return number === '' || name === ''
    ? null
    : JSON.stringify([number, name, values.decisionDate ?? '']);
}

/** Whether both speak of the same decision. */
export function isSameDecision(a: RecordValues, b: RecordValues): boolean {
  const key = decisionKey(a);
  return key !== null && key === decisionKey(b);
}

/** Whether both say the same; blank and absent are one. */
export function isSameContent(a: RecordValues, b: RecordValues): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof RecordValues>;
  return [...ids].every((id) => (a[id] ?? '') === (b[id] ?? ''));
}
