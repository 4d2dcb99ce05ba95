/**
 * What goes with the subject: codes starting with 92 and the category of individual businesses (`X03`), and
 * the type that the representative's document number needs.
 */
import { isValid as isResidentId } from '../identifiers/resident-id.ts';
import { normalize } from '../identifiers/uscc.ts';
import type { Inspection } from './inspection.ts';

/** Whether a unified code was given to an individual business (个体工商户), however it is written. */
export function isBusinessCode(code: string): boolean {
  return code.startsWith('92') || normalize(code).startsWith('92');
}

export function inspectSubject(record: Inspection): void {
  inspectBusinessCode(record);
  inspectRepresentativeDocument(record);
}

function inspectBusinessCode(record: Inspection): void {
  const code = record.value('unifiedSocialCreditCode');
  if (code === '' || record.category === null) return;
  const ofBusiness = isBusinessCode(code);
  if (ofBusiness === (record.category === 'individualBusiness')) return;
  if (ofBusiness) {
    record.report(
      'X03',
      ['subjectCategory', 'unifiedSocialCreditCode'],
      `%2以92开头的是个体工商户，%1请选“个体工商户”。`,
      record.change('subjectCategory', 'individualBusiness'),
    );
  } else {
    record.report(
      'X03',
      ['unifiedSocialCreditCode', 'subjectCategory'],
      `个体工商户的%1以92开头，请核对代码，或把类别改选为“法人及非法人组织”。`,
    );
  }
}

function inspectRepresentativeDocument(record: Inspection): void {
  const type = 'legalRepresentativeDocumentType';
  const number = record.value('legalRepresentativeDocumentNumber');
  if (number === '' || record.category === 'naturalPerson') return;
  if (!record.field(type) || record.value(type) !== '') return;
  record.report(
    'REQ',
    [type, 'legalRepresentativeDocumentNumber'],
    `填了法定代表人证件号码，就要填写%1；非必要的，建议把证件号码清空。`,
    isResidentId(number, record.today) ? record.change(type, 'residentId') : null,
  );
}
