/** The subject category of forms that do not ask for it, because the platform has one form for each. */
import type { FieldId, RecordValues, SubjectCategory } from '@baosong/shared/standards/index.ts';

/** Codes of individual businesses start so (rule X03). */
const individualBusinessCode = '92';

/**
 * The category that the fields of a form imply: a credit code is one of an organisation, an identity
 * document one of a person. `null` where the form has neither.
 */
export function impliedCategory(
  present: ReadonlySet<FieldId>,
  values: RecordValues,
): SubjectCategory | null {
  const { unifiedSocialCreditCode: code = '', subjectDocumentNumber: document = '' } = values;
  const isOfPerson = present.has('subjectDocumentNumber');
  const isOfOrganisation = present.has('unifiedSocialCreditCode');
  if (isOfPerson && (!isOfOrganisation || (code === '' && document !== ''))) return 'naturalPerson';
  if (!isOfOrganisation) return null;
  return code.startsWith(individualBusinessCode) ? 'individualBusiness' : 'legalPerson';
}

const words: readonly (readonly [SubjectCategory, RegExp])[] = [
  ['legalPerson', /法人(?!代表)/],
  ['individualBusiness', /个体工商户/],
  ['naturalPerson', /自然人/],
];

/** The category that a heading says a form is for (自然人行政处罚信息录入), or `null` where it says none or several. */
export function statedCategory(heading: string): SubjectCategory | null {
  const stated = words.filter(([, word]) => word.test(heading));
  return stated.length === 1 ? (stated[0]?.[0] ?? null) : null;
}
