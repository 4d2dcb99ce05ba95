/**
 * Made-up records and identifiers for tests: valid by every rule, and nobody's. Dates lie in 2026.
 * The city 云溪市 does not exist.
 */
import { checkDigitOf as organizationCheckDigit } from '../identifiers/organization-code.ts';
import { checkDigitOf as registrationCheckDigit } from '../identifiers/registration-number.ts';
import { checkDigitOf as residentIdCheckDigit } from '../identifiers/resident-id.ts';
import { checkDigitOf as usccCheckDigit } from '../identifiers/uscc.ts';
import { addDays } from '../calendar/dates.ts';
import type { RecordValues } from '../standards/index.ts';

function padded(n: number, length: number): string {
  return String(n).padStart(length, '0');
}

/** A valid organisation code, a different one for each `n` from 0 to 999,999. */
export function organizationCodeFor(n: number): string {
  const body = `MA${padded(n, 6)}`;
  return body + (organizationCheckDigit(body) ?? '');
}

/**
 * A valid unified social credit code, a different one for each `n` from 0 to 999,999.
 *
 * @param issuer department and category: 91 a company, 92 an individual business, 11 an authority.
 */
export function usccFor(n: number, issuer: '91' | '92' | '11' = '91'): string {
  const body = `${issuer}420200${organizationCodeFor(n)}`;
  return body + (usccCheckDigit(body) ?? '');
}

/** A valid resident ID of 18 digits of somebody born from 1960 on, a different one for each `n` from 0 to 9,999,999. */
export function residentIdFor(n: number): string {
  const birth = addDays('1960-01-01', Math.floor(n / 1000) % 10_000).replaceAll('-', '');
  const body = `420202${birth}${padded(n % 1000, 3)}`;
  return body + (residentIdCheckDigit(body) ?? '');
}

/** A valid registration number, a different one for each `n` from 0 to 99,999,999. */
export function registrationNumberFor(n: number): string {
  const body = `420200${padded(n, 8)}`;
  return body + (registrationCheckDigit(body) ?? '');
}

const authority = {
  authorityName: '云溪市市场监督管理局',
  authorityCode: usccFor(12, '11'),
  sourceUnitName: '云溪市市场监督管理局',
  sourceUnitCode: usccFor(12, '11'),
};

/** A licence of a company, decided on 2026-03-05, without findings from that day on. */
export function validLicence(overrides: RecordValues = {}): RecordValues {
  return {
    subjectName: '云溪市示范食品有限公司',
    subjectCategory: 'legalPerson',
    unifiedSocialCreditCode: usccFor(1),
    registrationNumber: registrationNumberFor(1),
    organizationCode: organizationCodeFor(1),
    legalRepresentative: '张示例',
    documentTitle: '食品经营许可准予决定书',
    documentNumber: '云市监许〔2026〕5号',
    licenceCategory: '普通',
    certificateName: '食品经营许可证',
    certificateNumber: 'JY14202000000001',
    licenceContent: '准予从事预包装食品销售。',
    decisionDate: '2026-03-05',
    validFrom: '2026-03-05',
    validUntil: '2031-03-04',
    status: 'valid',
    ...authority,
    ...overrides,
  };
}

/** A penalty of a company with a fine of 2,000 yuan, decided on 2026-03-05, without findings from that day on. */
export function validPenalty(overrides: RecordValues = {}): RecordValues {
  return {
    subjectName: '云溪市示范食品有限公司',
    subjectCategory: 'legalPerson',
    unifiedSocialCreditCode: usccFor(1),
    legalRepresentative: '张示例',
    documentNumber: '云市监罚〔2026〕12号',
    violationType: '经营标签不合格的食品',
    violationFacts: '当事人销售的预包装食品未标明生产日期。',
    penaltyBasis: '《中华人民共和国食品安全法》第一百二十五条第一款',
    penaltyCategory: '警告;罚款',
    penaltyContent: '给予警告，并处罚款2000元。',
    fineAmount: '0.2',
    decisionDate: '2026-03-05',
    validUntil: '2027-03-05',
    publicityEndDate: '2027-03-05',
    ...authority,
    ...overrides,
  };
}

/** The subject fields of a natural person with a resident ID; what persons must leave blank is blank. */
const naturalPerson: RecordValues = {
  subjectName: '李示例',
  subjectCategory: 'naturalPerson',
  unifiedSocialCreditCode: '',
  registrationNumber: '',
  organizationCode: '',
  legalRepresentative: '',
  subjectDocumentType: 'residentId',
  subjectDocumentNumber: residentIdFor(9_022_001),
};

/** A licence of a natural person. */
export function validNaturalPersonLicence(overrides: RecordValues = {}): RecordValues {
  return validLicence({ ...naturalPerson, ...overrides });
}

/** A penalty of a natural person. */
export function validNaturalPersonPenalty(overrides: RecordValues = {}): RecordValues {
  return validPenalty({ ...naturalPerson, ...overrides });
}
