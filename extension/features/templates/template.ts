/** What of a form goes into a template (模板): what is the same from one decision to the next. */
import { standards } from '@baosong/shared/standards/index.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';
import { subjectFields } from '@baosong/shared/standards/subject.ts';
import { findResidentIds } from '@baosong/shared/identifiers/resident-id.ts';

/** Who it was decided about, and what belongs to one decision only: stale, it would be a false statement. */
const ofOneDecision: ReadonlySet<FieldId> = new Set([
  ...subjectFields('XK').map((field) => field.id),
  'documentNumber',
  'certificateNumber',
  'violationFacts',
  'revokedCertificate',
  'decisionDate',
  'validFrom',
  'validUntil',
  'publicityEndDate',
] as const);

/** The part of a form's values that a template keeps; nothing that identifies a person is in it. */
export function templateValues(kind: DoublePublicityKind, values: RecordValues): RecordValues {
  return Object.fromEntries(
    standards[kind].fields.flatMap(({ id, sensitive }) => {
      const value = values[id]?.trim() ?? '';
      const kept =
        value !== '' &&
        sensitive !== true &&
        !ofOneDecision.has(id) &&
        findResidentIds(value).length === 0;
      return kept ? [[id, value]] : [];
    }),
  );
}
