/** Fields by what stands in them: rules on characters and on texts apply to all of one sort. */
import type { FieldId } from '../standards/index.ts';

type FieldGroup = ReadonlySet<FieldId>;

/** Names, as registers and certificates write them. */
export const names: FieldGroup = new Set([
  'subjectName',
  'legalRepresentative',
  'certificateNumber',
  'authorityName',
  'sourceUnitName',
]);

/** Codes of letters and digits without a check digit; those that have one are judged by it. */
export const plainCodes: FieldGroup = new Set([
  'taxRegistrationNumber',
  'publicInstitutionCertificateNumber',
  'socialOrganizationCertificateNumber',
]);

/** Unified social credit codes, of eighteen characters that may all be digits. */
export const unifiedCodes: FieldGroup = new Set([
  'unifiedSocialCreditCode',
  'authorityCode',
  'sourceUnitCode',
]);

/** Texts in one's own words. */
export const prose: FieldGroup = new Set([
  'documentTitle',
  'licenceContent',
  'violationType',
  'violationFacts',
  'penaltyBasis',
  'penaltyContent',
  'cause',
  'remarks',
]);
