/**
 * Numbers with a standard of their own: company, authority and source codes (`USCC`), organisation code
 * (`ORG`), registration number (`REG`), resident ID (`X04`) and the other documents of people (`DOC`, `PASS`).
 * Where only full-width characters, lower case, blanks or hyphens part a number from a valid one, that is all
 * that is said (`X14`). The year and form of the document number are in `document-number.ts`.
 */
import * as organizationCode from '../identifiers/organization-code.ts';
import * as registrationNumber from '../identifiers/registration-number.ts';
import * as residentId from '../identifiers/resident-id.ts';
import type { ResidentIdReason } from '../identifiers/resident-id.ts';
import * as travelDocuments from '../identifiers/travel-documents.ts';
import type { TravelDocumentType } from '../identifiers/travel-documents.ts';
import * as uscc from '../identifiers/uscc.ts';
import type { Field, FieldId } from '../standards/index.ts';
import { reportWriting } from './characters.ts';
import type { Fix } from './finding.ts';
import type { FieldRule, Inspection } from './inspection.ts';

type DocumentTypeFieldId = 'legalRepresentativeDocumentType' | 'subjectDocumentType';

/** Stands in live data for an authority without code; its check digit fails. */
const placeholder = '00000000000000000X';

/** Type under which permits of Hong Kong, Macao and Taiwan residents are reported. */
const residencePermit = '其他-港澳台居民居住证';

type NumberRule = (record: Inspection, id: FieldId, value: string) => void;

const rules: Partial<Record<FieldId, NumberRule>> = {
  unifiedSocialCreditCode: inspectCode,
  authorityCode: inspectAuthorityCode,
  sourceUnitCode: inspectAuthorityCode,
  organizationCode: inspectOrganizationCode,
  registrationNumber: inspectRegistrationNumber,
  legalRepresentativeDocumentNumber: documentRule('legalRepresentativeDocumentType'),
  subjectDocumentNumber: documentRule('subjectDocumentType'),
};

/** The rule on the number in a field, or `null` where it holds none with a standard. */
export function identifierRule({ id }: Field): FieldRule | null {
  const inspect = rules[id];
  return inspect
    ? (record, value) => {
        inspect(record, id, value);
      }
    : null;
}

function documentRule(typeField: DocumentTypeFieldId): NumberRule {
  return (record, id, value) => {
    // Where the standard has no column for the type, the column is one of resident IDs.
    const type = record.field(typeField) ? record.value(typeField) : 'residentId';
    if (type === 'residentId') inspectResidentId(record, typeField, id, value);
    const travelType = permitWords.test(type)
      ? 'residencePermit'
      : travelDocuments.travelDocumentTypes.find((each) => each === type);
    if (travelType) inspectTravelDocument(record, typeField, id, value, travelType);
  };
}

/** Words of one's own for the permit that has no type in the list. */
const permitWords = /^其他-.*居住证/u;

/** The type under which a number is valid, which its form tells; `null` where that is none. */
function typeOf(number: string, today: string): string | null {
  if (number.length === 18 && residentId.isValid(number, today) && !number.startsWith('8')) {
    return 'residentId';
  }
  const parsed = travelDocuments.parse(number, today);
  if (!parsed.ok) return null;
  return parsed.type === 'residencePermit' ? residencePermit : parsed.type;
}

function inspectTravelDocument(
  record: Inspection,
  typeField: DocumentTypeFieldId,
  id: FieldId,
  value: string,
  type: TravelDocumentType,
): void {
  const number = travelDocuments.normalize(value);
  const parsed = travelDocuments.parse(number, record.today, type);
  const suggestion = travelDocuments.suggest(value, record.today, type);
  // What is one letter away from a Chinese passport is hardly one of another country.
  if (parsed.ok && !(parsed.foreign && suggestion !== null)) {
    if (number !== value) reportWriting(record, id, number);
    return;
  }
  record.report(
    type === 'passport' ? 'PASS' : 'DOC',
    [id, typeField],
    `%1不是这种证件的号码，请对照证件核对，或改选%2。`,
    changeTo(record, id, suggestion) ?? otherType(record, typeField, number),
  );
}

function changeTo(record: Inspection, id: FieldId, value: string | null): Fix | null {
  return value === null ? null : record.change(id, value);
}

const checkDigitFails =
  '%1的校验码不符，多半有一位写错，请对照证照逐位核对；确是如此的，说明理由后提交。';

function inspectAuthorityCode(record: Inspection, id: FieldId, value: string): void {
  if (value !== placeholder) {
    inspectCode(record, id, value);
    return;
  }
  record.report('USCC-PH', [id], `%1是占位代码，请改填机关的真实代码。`);
}

function inspectCode(record: Inspection, id: FieldId, value: string): void {
  if (uscc.isValid(value)) return;
  const code = uscc.normalize(value);
  const reason = uscc.fault(code);
  if (reason === null) {
    reportWriting(record, id, code);
    return;
  }
  const fix = changeTo(record, id, uscc.suggest(value));
  switch (reason) {
    case 'empty':
    case 'length':
      record.report('USCC', [id], `%1应为18位，现有${code.length}位，请对照证照核对。`, fix);
      return;
    case 'alphabet':
      record.report(
        'USCC',
        [id],
        `%1只能由数字和大写字母组成，不含I、O、S、V、Z，第3至8位为数字，请对照证照核对。`,
        fix,
      );
      return;
    case 'checkDigit':
    case 'organizationCode':
      record.report('USCC-CD', [id], checkDigitFails, fix);
  }
}

function inspectOrganizationCode(record: Inspection, id: FieldId, value: string): void {
  if (value.length === 9 && organizationCode.isValid(value)) return;
  const code = organizationCode.normalize(value);
  const reason = organizationCode.fault(code);
  if (reason === null) {
    reportWriting(record, id, code);
    return;
  }
  const fix = changeTo(record, id, organizationCode.suggest(value));
  if (reason === 'checkDigit') {
    record.report('ORG-CD', [id], checkDigitFails, fix);
  } else {
    record.report('ORG', [id], `%1应为9位数字或大写字母，请对照证书核对。`, fix);
  }
}

function inspectRegistrationNumber(record: Inspection, id: FieldId, value: string): void {
  if (registrationNumber.isValid(value)) return;
  const number = registrationNumber.normalize(value);
  const reason = registrationNumber.fault(number);
  if (reason === null) {
    reportWriting(record, id, number);
    return;
  }
  if (uscc.isValid(number)) {
    inspectMisplacedCode(record, number);
    return;
  }
  const fix = changeTo(record, id, registrationNumber.suggest(value));
  if (reason === 'checkDigit') {
    record.report('REG-CD', [id], checkDigitFails, fix);
  } else {
    const message = `%1一般为15位数字，请对照营业执照核对；确是如此的，说明理由后提交。`;
    record.report('REG', [id], message, fix);
  }
}

/** A unified code in the field of the registration number: moved, unless another stands in its own field. */
function inspectMisplacedCode(record: Inspection, code: string): void {
  const present = record.value('unifiedSocialCreditCode');
  record.report(
    'REG',
    ['registrationNumber', 'unifiedSocialCreditCode'],
    `%1里填的是统一社会信用代码，请移到%2。`,
    present === '' || present === code
      ? {
          label: '移到统一社会信用代码',
          changes: { registrationNumber: '', unifiedSocialCreditCode: code },
        }
      : null,
  );
}

const residentIdFaults: Readonly<Record<ResidentIdReason, string>> = {
  empty: '为空',
  length: '不是18位',
  alphabet: '含有数字和末位X以外的字符',
  region: '开头的地区代码不存在',
  date: '里的出生日期不存在',
  future: '里的出生日期晚于今天',
  checkDigit: '的校验码不符',
};

function inspectResidentId(
  record: Inspection,
  type: DocumentTypeFieldId,
  id: FieldId,
  value: string,
): void {
  const number = residentId.normalize(value);
  const reason = residentId.fault(number, record.today);
  const suggestion = residentId.suggest(value, record.today);
  if (reason !== null) {
    record.report(
      'X04',
      [id, type],
      `%1不是有效的身份证号码：号码${residentIdFaults[reason]}，请对照证件核对。`,
      changeTo(record, id, suggestion) ?? otherType(record, type, number),
    );
    return;
  }
  const isDisused = number.length === 15;
  if (isDisused) {
    record.report(
      'X04-15',
      [id, type],
      `%1是已停用的15位号码，请核对后改填18位号码。`,
      changeTo(record, id, suggestion),
    );
  } else if (number !== value) {
    reportWriting(record, id, number);
  }
  if (!isDisused && number.slice(6, 10) < '1900') {
    record.report('X04-AGE', [id, type], `%1里的出生年份早于1900年，请对照证件核对。`);
  }
  inspectSex(record, id, number);
  if (number.startsWith('8') && record.field(type)) {
    record.report(
      'X04-RP',
      [type, id],
      `%2属于港澳台居民居住证，%1请改为“${residencePermit}”。`,
      record.change(type, residencePermit),
    );
  }
}

/** The sequence of an identity number is odd for men and even for women (`X04-SEX`). */
function inspectSex(record: Inspection, id: FieldId, number: string): void {
  const said = record.value('sex');
  if (said !== 'male' && said !== 'female') return;
  const last = number.length === 15 ? 14 : 16;
  const meant = number.charCodeAt(last) % 2 === 1 ? 'male' : 'female';
  if (said === meant) return;
  record.report(
    'X04-SEX',
    ['sex', id],
    `%1与%2不一致：号码是${meant === 'male' ? '男' : '女'}性的，请对照证件核对这两项。`,
    record.change('sex', meant),
  );
}

/** A fix that names the document to which the number belongs; `null` where it belongs to none, or no column asks. */
function otherType(record: Inspection, typeField: DocumentTypeFieldId, number: string): Fix | null {
  const type = record.field(typeField) ? typeOf(number, record.today) : null;
  return type === null ? null : record.change(typeField, type);
}
