/**
 * What a subject of a category must fill (必填, `REQ`) and must leave blank (空白): natural persons the codes
 * of organisations (`X01`), the others the document of a person (`X02`).
 */
import { subjectCategoryChoices } from '../standards/choices.ts';
import { subjectCategories } from '../standards/index.ts';
import type { Field, FieldId, Requirement, SubjectCategory } from '../standards/index.ts';
import type { Inspection } from './inspection.ts';
import { isBusinessCode } from './subject.ts';

/** What each category asks of a field; `any` before one is chosen: what all of them ask. */
export function requirementsOf({
  requirement,
}: Field): Readonly<Record<SubjectCategory | 'any', Requirement>> {
  const always = subjectCategories.every((category) => requirement[category] === 'required');
  return { ...requirement, any: always ? 'required' : 'optional' };
}

export function reportMissing(record: Inspection, id: FieldId): void {
  record.report('REQ', [id], `%1为必填项，请填写。`);
}

export function reportSuperfluous(record: Inspection, id: FieldId, value: string): void {
  // A business's code on a person: the category is wrong, and X03 says so.
  if (id === 'unifiedSocialCreditCode' && isBusinessCode(value)) return;
  const subject = subjectCategoryChoices.find((choice) => choice.value === record.category)?.label;
  record.report(
    record.category === 'naturalPerson' ? 'X01' : 'X02',
    [id, 'subjectCategory'],
    `行政相对人类别为“${subject ?? ''}”时不得填写%1，请清空，或改选类别。`,
    record.change(id, ''),
  );
}
