/** Which fields get a mark: those with findings, and key fields that are right. */
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { Mark } from '../overlay/view.ts';
import type { ReportingForm } from './reporting-form.ts';

/** Key fields: the ones for which there is something to be glad of when they are right. */
const keyFields: ReadonlySet<FieldId> = new Set<FieldId>([
  'unifiedSocialCreditCode',
  'registrationNumber',
  'organizationCode',
  'legalRepresentativeDocumentNumber',
  'subjectDocumentNumber',
  'documentNumber',
  'decisionDate',
  'validFrom',
  'validUntil',
  'publicityEndDate',
  'fineAmount',
  'confiscatedAmount',
  'authorityCode',
  'sourceUnitCode',
]);

const heaviestFirst = ['error', 'warning', 'info'] as const;

/** The marks of a form; a finding marks the field that it leads to. */
export function marksOf(
  form: ReportingForm,
  values: RecordValues,
  shown: readonly Finding[],
  left: ReadonlySet<FieldId>,
): Mark[] {
  const involved = new Set(shown.flatMap(({ fields }) => fields));
  return form.fields.flatMap(({ field: { id, label }, control }): Mark[] => {
    const findings = shown.filter(({ fields }) => fields[0] === id);
    const level = heaviestFirst.find((one) => findings.some((finding) => finding.level === one));
    const right =
      keyFields.has(id) && left.has(id) && !involved.has(id) && (values[id] ?? '') !== '';
    if (level === undefined && !right) return [];
    const anchor = control.driver.anchor(control);
    return [{ id, label, anchor, parts: control.parts, level: level ?? 'ok', findings }];
  });
}
