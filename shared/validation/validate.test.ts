import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf as usccCheckDigit } from '../identifiers/uscc.ts';
import { catalogue, standardInForce, standardOf } from '../standards/catalogue.ts';
import {
  doublePublicityKinds,
  standards,
  subjectCategories,
  standardRef,
} from '../standards/index.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '../standards/index.ts';
import {
  organizationCodeFor,
  registrationNumberFor,
  residentIdFor,
  usccFor,
  validLicence,
  validNaturalPersonLicence,
  validNaturalPersonPenalty,
  validPenalty,
} from '../testing/records.ts';
import { suzhouProfile } from '../jurisdictions/platform-profiles.ts';
import type { CheckContext, CheckedValues } from './context.ts';
import type { Finding } from './finding.ts';
import { defaultLevel, ruleCodes, scopeOf } from './levels.ts';
import type { RuleCode } from './levels.ts';
import { rules } from './rules.ts';
import { validate, validateBy } from './validate.ts';

const today = '2026-11-24';

/** The decisions of the made-up records are still in time, and a narrow platform is chosen. */
const context: CheckContext = {
  today,
  timelyFrom: { national: '2026-03-05', local: '2026-03-05', caution: '' },
  platform: {
    id: 'narrow',
    name: '窄平台',
    bytes: 'utf8',
    refusedCharacters: '&',
    lastPickableDate: '2099-12-30',
    forms: [{ fields: ['licenceCategory'], pattern: '^(?!其他-)', advice: '请选“其他”' }],
  },
};

function findingsOf(
  kind: DoublePublicityKind,
  values: CheckedValues,
  of: CheckContext = { today },
): readonly Finding[] {
  return validate(values, { ...of, kind });
}

const penalty = (values: RecordValues) => ['penalty', validPenalty(values)] as const;
const licence = (values: RecordValues) => ['licence', validLicence(values)] as const;
const person = (values: RecordValues) => ['penalty', validNaturalPersonPenalty(values)] as const;

type Case = readonly [
  code: RuleCode,
  field: FieldId,
  record: readonly [DoublePublicityKind, RecordValues],
  /** The new value of the first field that the fix changes; `null` where there is no fix. */
  fix: string | null,
];

const business: RecordValues = {
  subjectCategory: 'individualBusiness',
  unifiedSocialCreditCode: usccFor(7, '92'),
};

const decidedIn2026: RecordValues = {
  decisionDate: '2026-05-07',
  validUntil: '2027-05-07',
};

const decidedIn2020: RecordValues = {
  documentNumber: '云市监罚〔2020〕12号',
  decisionDate: '2020-03-05',
  validUntil: '2021-03-05',
  publicityEndDate: '2021-03-05',
};

const warned: RecordValues = {
  penaltyCategory: '警告;通报批评',
  penaltyContent: '给予警告，通报批评。',
  fineAmount: '',
};

const revoked: RecordValues = {
  penaltyCategory: '罚款;吊销许可证件',
  revokedCertificate: '食品经营许可证 JY14202000000001',
};

/** Each of them with this one finding and no other. */
const cases: readonly Case[] = [
  ['REQ', 'subjectName', penalty({ subjectName: '' }), null],
  ['REQ', 'subjectName', penalty({ subjectName: ' \u200b' }), null],
  ['REQ', 'legalRepresentative', licence({ ...business, legalRepresentative: '' }), null],
  ['REQ', 'subjectDocumentNumber', person({ subjectDocumentNumber: '' }), null],
  [
    'REQ',
    'legalRepresentativeDocumentType',
    penalty({ legalRepresentativeDocumentNumber: residentIdFor(5) }),
    'residentId',
  ],
  ['LEN', 'documentTitle', licence({ documentTitle: '准'.repeat(65) }), null],
  ['LEN', 'remarks', penalty({ remarks: '𠮷'.repeat(513) }), null],
  ['ENUM', 'licenceCategory', licence({ licenceCategory: '普通许可' }), '普通'],
  ['ENUM', 'licenceCategory', licence({ licenceCategory: '其他' }), null],
  ['ENUM', 'licenceCategory', licence({ licenceCategory: `其他-${'字'.repeat(61)}` }), null],
  ['ENUM', 'status', licence({ status: '1' }), 'valid'],
  ['ENUM', 'status', licence({ status: '不明' }), null],
  ['ENUM', 'penaltyCategory', penalty({ penaltyCategory: '警告;训诫;罚款' }), null],
  [
    'ENUM',
    'penaltyCategory',
    penalty({ penaltyCategory: '其他（责令改正）;罚款' }),
    '其他-责令改正;罚款',
  ],
  ['ENUM', 'subjectCategory', penalty({ subjectCategory: '法人' }), 'legalPerson'],
  ['X01', 'legalRepresentative', person({ legalRepresentative: '张示例' }), ''],
  ['X01', 'unifiedSocialCreditCode', person({ unifiedSocialCreditCode: usccFor(3) }), ''],
  ['X02', 'subjectDocumentNumber', penalty({ subjectDocumentNumber: residentIdFor(3) }), ''],
  [
    'X02',
    'socialOrganizationCertificateNumber',
    penalty({ ...business, socialOrganizationCertificateNumber: '1234' }),
    '',
  ],
  [
    'X03',
    'subjectCategory',
    penalty({ unifiedSocialCreditCode: usccFor(7, '92') }),
    'individualBusiness',
  ],
  ['X03', 'unifiedSocialCreditCode', penalty({ subjectCategory: 'individualBusiness' }), null],
  ['X04', 'subjectDocumentNumber', person({ subjectDocumentNumber: '420202199003070017' }), null],
  ['X04', 'subjectDocumentNumber', person({ subjectDocumentNumber: '42020219900307001' }), null],
  ['X04', 'subjectDocumentNumber', person({ subjectDocumentNumber: '420202202611250017' }), null],
  [
    'X04',
    'subjectDocumentNumber',
    person({ subjectDocumentNumber: '42O202199003O70016' }),
    '420202199003070016',
  ],
  [
    'X04',
    'legalRepresentativeDocumentNumber',
    licence({
      legalRepresentativeDocumentType: 'residentId',
      legalRepresentativeDocumentNumber: '420202199003070017',
    }),
    null,
  ],
  [
    'X04-15',
    'subjectDocumentNumber',
    person({ subjectDocumentNumber: '610104620927690' }),
    '610104196209276908',
  ],
  [
    'X04-AGE',
    'subjectDocumentNumber',
    person({ subjectDocumentNumber: '440524188001010014' }),
    null,
  ],
  [
    'X04-RP',
    'subjectDocumentType',
    person({ subjectDocumentNumber: '810000199408230021' }),
    '其他-港澳台居民居住证',
  ],
  ['X05', 'decisionDate', penalty({ decisionDate: '2026-11-25', validUntil: '2027-11-25' }), null],
  ['X06', 'validUntil', licence({ validFrom: '2031-03-05' }), null],
  ['X06', 'validUntil', penalty({ validUntil: '2026-03-04' }), null],
  ['X06', 'publicityEndDate', penalty({ publicityEndDate: '2026-03-04' }), null],
  ['X07', 'validUntil', licence({ validUntil: '9999-12-31' }), '2099-12-31'],
  ['X07', 'validUntil', licence({ validUntil: '2099-12-30' }), '2099-12-31'],
  ['X08', 'validUntil', licence({ validUntil: '长期' }), '2099-12-31'],
  ['X08', 'validFrom', licence({ validFrom: '2026年3月5日' }), '2026-03-05'],
  ['X08', 'decisionDate', penalty({ decisionDate: '2026-02-30' }), null],
  ['X09', 'fineAmount', penalty({ fineAmount: '' }), '0.2'],
  ['X09', 'fineAmount', penalty({ fineAmount: '0' }), '0.2'],
  [
    'X09',
    'fineAmount',
    penalty({ fineAmount: '', penaltyContent: '处5千元以上罚款，即贰仟元整罚款。' }),
    null,
  ],
  [
    'X09',
    'fineAmount',
    penalty({ fineAmount: '', penaltyContent: '货值2000元，予以处罚。' }),
    null,
  ],
  ['X09-R', 'fineAmount', penalty({ penaltyCategory: '警告' }), null],
  ['X10', 'fineAmount', penalty({ fineAmount: '2000' }), '0.2'],
  ['X10', 'fineAmount', penalty({ fineAmount: '0.00002' }), '0.2'],
  [
    'X10',
    'fineAmount',
    penalty({ fineAmount: '12000.0', penaltyContent: '罚款人民币壹万贰仟元整。' }),
    '1.2',
  ],
  ['X11', 'fineAmount', penalty({ fineAmount: '2,000元' }), '0.2'],
  ['X11', 'fineAmount', penalty({ fineAmount: '-0.2' }), null],
  ['X11', 'fineAmount', penalty({ fineAmount: '0.1234567' }), null],
  ['X11', 'fineAmount', penalty({ fineAmount: '两千' }), null],
  [
    'X12',
    'confiscatedAmount',
    penalty({
      penaltyCategory: '罚款;没收违法所得',
      penaltyContent: '罚款2000元；没收违法所得1.5万元。',
    }),
    '1.5',
  ],
  ['X12', 'confiscatedAmount', penalty({ penaltyCategory: '罚款;没收非法财物' }), null],
  ['X12', 'revokedCertificate', penalty({ penaltyCategory: '罚款;吊销许可证件' }), null],
  ['X12', 'revokedCertificate', penalty({ penaltyCategory: '罚款;降低资质等级' }), null],
  ['X12-R', 'confiscatedAmount', penalty({ confiscatedAmount: '1.5' }), null],
  ['X12-R', 'revokedCertificate', penalty({ revokedCertificate: '食品经营许可证 JY1' }), null],
  [
    'X14',
    'subjectName',
    penalty({ subjectName: '云溪市 ＡＢ\u200b（示范）公司' }),
    '云溪市AB（示范）公司',
  ],
  ['X14', 'legalRepresentative', penalty({ legalRepresentative: '张　示例' }), '张示例'],
  ['X14', 'legalRepresentative', penalty({ legalRepresentative: 'John  Smith' }), 'John Smith'],
  [
    'X14',
    'taxRegistrationNumber',
    licence({ taxRegistrationNumber: '420200 mA00001' }),
    '420200MA00001',
  ],
  [
    'X14',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: usccFor(1).toLowerCase() }),
    usccFor(1),
  ],
  ['X14', 'organizationCode', licence({ organizationCode: 'D2143569-X' }), 'D2143569X'],
  [
    'X14',
    'registrationNumber',
    licence({ registrationNumber: '1101080000０0016' }),
    '110108000000016',
  ],
  [
    'X14',
    'subjectDocumentNumber',
    person({ subjectDocumentNumber: '11010519491231002x' }),
    '11010519491231002X',
  ],
  [
    'X21',
    'violationFacts',
    penalty({ violationFacts: '李示例（420202 19900307 0016）无证经营。' }),
    '李示例（4202**********0016）无证经营。',
  ],
  [
    'X21',
    'documentTitle',
    licence({ documentTitle: `关于${residentIdFor(9)}的决定` }),
    expect.any(String) as string,
  ],
  [
    'USCC',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: '9142020MA0000015L' }),
    null,
  ],
  [
    'USCC',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: '91A20200MA0000015L' }),
    null,
  ],
  [
    'USCC',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: '91420200MAOOOOO15L' }),
    usccFor(1),
  ],
  ['USCC', 'authorityCode', penalty({ authorityCode: '11420200' }), null],
  [
    'USCC-CD',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: '91420200MA0000016L' }),
    null,
  ],
  [
    'USCC-CD',
    'unifiedSocialCreditCode',
    penalty({ unifiedSocialCreditCode: '911101005JLR20JR60' }),
    null,
  ],
  [
    'USCC-CD',
    'sourceUnitCode',
    licence({ sourceUnitCode: usccFor(12, '11').slice(0, 17) + '0' }),
    null,
  ],
  ['USCC-PH', 'authorityCode', licence({ authorityCode: '00000000000000000X' }), null],
  ['ORG', 'organizationCode', licence({ organizationCode: 'D214356' }), null],
  ['ORG-CD', 'organizationCode', licence({ organizationCode: 'D21435691' }), null],
  ['ORG-CD', 'organizationCode', licence({ organizationCode: '1234S6788' }), '123456788'],
  ['REG', 'registrationNumber', licence({ registrationNumber: '1101080000000' }), null],
  [
    'REG',
    'registrationNumber',
    licence({ registrationNumber: '1101O80OOOOO016' }),
    '110108000000016',
  ],
  ['REG', 'registrationNumber', licence({ registrationNumber: usccFor(1) }), ''],
  ['REG', 'registrationNumber', licence({ registrationNumber: usccFor(2) }), null],
  ['REG-CD', 'registrationNumber', licence({ registrationNumber: '110108000000017' }), null],
  [
    'DOCNO',
    'documentNumber',
    penalty({ documentNumber: '云市监罚[2026]第012号' }),
    '云市监罚〔2026〕12号',
  ],
  ['DOCNO', 'documentNumber', penalty({ documentNumber: '云市监罚2026' }), null],
  ['DOCNO-Y', 'documentNumber', penalty({ documentNumber: '云市监罚〔2024〕12号' }), null],
  ['DOCNO-Y', 'documentNumber', penalty({ documentNumber: '云市监罚〔2027〕12号' }), null],
  [
    'DOC',
    'subjectDocumentNumber',
    person({ subjectDocumentType: 'taiwanPermit', subjectDocumentNumber: '1234567' }),
    null,
  ],
  [
    'DOC',
    'subjectDocumentNumber',
    person({ subjectDocumentType: 'hongKongMacaoPermit', subjectDocumentNumber: 'H1234567O' }),
    'H12345670',
  ],
  [
    'DOC',
    'subjectDocumentNumber',
    person({
      subjectDocumentType: 'foreignPermanentResidentId',
      subjectDocumentNumber: residentIdFor(4),
    }),
    'residentId',
  ],
  [
    'DOC',
    'subjectDocumentNumber',
    person({
      subjectDocumentType: '其他-港澳台居民居住证',
      subjectDocumentNumber: '810000199408230022',
    }),
    null,
  ],
  [
    'X04',
    'subjectDocumentNumber',
    person({ subjectDocumentNumber: '911124198108030024' }),
    'foreignPermanentResidentId',
  ],
  [
    'PASS',
    'subjectDocumentNumber',
    person({ subjectDocumentType: 'passport', subjectDocumentNumber: 'EI1234567' }),
    'E11234567',
  ],
  [
    'PASS',
    'subjectDocumentNumber',
    person({ subjectDocumentType: 'passport', subjectDocumentNumber: '护照1234' }),
    null,
  ],
  [
    'X14',
    'subjectDocumentNumber',
    person({ subjectDocumentType: 'passport', subjectDocumentNumber: ' e12345678' }),
    'E12345678',
  ],
  ['X17', 'subjectName', penalty({ subjectName: '云溪（示范)有限公司' }), '云溪（示范）有限公司'],
  ['X17', 'authorityName', penalty({ authorityName: '云溪市（市场监督管理局' }), null],
  ['X19', 'remarks', licence({ remarks: '机密★5年' }), null],
  ['X19', 'licenceContent', licence({ licenceContent: '密级：秘密' }), null],
  ['X19-S', 'penaltyContent', penalty({ penaltyContent: '适用简易程序，罚款2000元。' }), null],
  [
    'X21',
    'violationFacts',
    penalty({ violationFacts: '李某，电话13800138000，' }),
    '李某，电话138****8000，',
  ],
  [
    'X21',
    'remarks',
    penalty({ remarks: '罚没款账户6222021234567890128' }),
    '罚没款账户622************0128',
  ],
  [
    'X22',
    'publicityEndDate',
    penalty({ ...decidedIn2026, publicityEndDate: '2027-05-08' }),
    '2027-05-07',
  ],
  [
    'X22',
    'publicityEndDate',
    penalty({ ...decidedIn2026, ...revoked, publicityEndDate: '2029-05-08' }),
    '2029-05-07',
  ],
  ['X22', 'publicityEndDate', penalty({ publicityEndDate: '2029-03-06' }), '2029-03-05'],
  [
    'X22-M',
    'publicityEndDate',
    penalty({ ...decidedIn2026, ...warned, publicityEndDate: '2026-08-07' }),
    '',
  ],
  [
    'ENUM-D',
    'penaltyCategory',
    penalty({ ...decidedIn2020, penaltyCategory: '通报批评;罚款' }),
    '其他-通报批评;罚款',
  ],
  [
    'ENUM-D',
    'penaltyCategory',
    penalty({
      penaltyCategory: '罚款;暂扣或者吊销许可证',
      penaltyContent: '罚款2000元，吊销食品经营许可证。',
      revokedCertificate: '食品经营许可证 JY1',
    }),
    '罚款;吊销许可证件',
  ],
  [
    'ENUM-D',
    'penaltyCategory',
    penalty({
      penaltyCategory: '罚款;暂扣或者吊销执照',
      revokedCertificate: '营业执照',
    }),
    null,
  ],
];

/** With the platform and the clock of `context`; each with this one finding and no other. */
const contextCases: readonly Case[] = [
  ['X07-P', 'validUntil', licence({ validUntil: '2099-12-31' }), null],
  ['X13', 'documentTitle', licence({ documentTitle: '准'.repeat(22) }), null],
  ['X14-P', 'subjectName', licence({ subjectName: '云溪市A&B公司' }), null],
  ['P-FORM', 'licenceCategory', licence({ licenceCategory: '其他-备案' }), null],
  ['X20', 'decisionDate', licence({ decisionDate: '2026-03-04' }), null],
];

describe('a record by the rules', () => {
  it.each([
    ['licence of a company', 'licence', validLicence()],
    ['licence of an individual business', 'licence', validLicence(business)],
    ['licence of a person', 'licence', validNaturalPersonLicence()],
    ['licence with words of its own', 'licence', validLicence({ licenceCategory: '其他-备案' })],
    ['licence for long', 'licence', validLicence({ validUntil: '2099-12-31' })],
    [
      'licence numbered by its certificate',
      'licence',
      validLicence({ documentNumber: 'JY14202000000001' }),
    ],
    ['penalty of a company', 'penalty', validPenalty()],
    ['penalty of today', 'penalty', validPenalty({ decisionDate: today })],
    ['penalty of an individual business', 'penalty', validPenalty(business)],
    ['penalty of a person', 'penalty', validNaturalPersonPenalty()],
    [
      'penalty of a person with a passport',
      'penalty',
      validNaturalPersonPenalty({
        subjectDocumentType: 'passport',
        subjectDocumentNumber: 'E12345678',
      }),
    ],
    [
      'penalty with a document of the representative',
      'penalty',
      validPenalty({
        legalRepresentativeDocumentType: 'residentId',
        legalRepresentativeDocumentNumber: residentIdFor(8),
      }),
    ],
    [
      'penalty with confiscation and revocation',
      'penalty',
      validPenalty({
        penaltyCategory: '罚款;没收违法所得;没收非法财物;吊销许可证件;其他-责令改正、追回产品',
        confiscatedAmount: '0',
        revokedCertificate: '食品经营许可证 JY14202000000001',
      }),
    ],
    [
      'penalty of a company with a foreign name',
      'penalty',
      validPenalty({
        legalRepresentative: 'John J. Smith',
        subjectName: '云溪（示范）Tech 9公司',
      }),
    ],
  ] as const)('%s has no finding', (_, kind, values) => {
    expect(findingsOf(kind, values)).toEqual([]);
  });

  it.each(
    fc.sample(
      fc.tuple(fc.nat(999_999), fc.nat(9_999_999), fc.constantFrom(...doublePublicityKinds)),
      {
        numRuns: 20,
        seed: 1,
      },
    ),
  )('made from %i and %i has no finding', (n, m, kind) => {
    const company = {
      unifiedSocialCreditCode: usccFor(n),
      organizationCode: organizationCodeFor(n),
      registrationNumber: registrationNumberFor(m),
    };
    const subject = { subjectDocumentNumber: residentIdFor(m) };
    const records =
      kind === 'licence'
        ? [validLicence(company), validNaturalPersonLicence(subject)]
        : [validPenalty(company), validNaturalPersonPenalty(subject)];
    for (const values of records) expect(findingsOf(kind, values)).toEqual([]);
  });
});

describe('a record with one mistake', () => {
  it.each(cases)('%s at %s', (code, field, [kind, values], fix) => {
    const findings = findingsOf(kind, values);
    expect(findings.map((finding) => [finding.code, finding.fields[0]])).toEqual([[code, field]]);
    const [finding] = findings;
    if (!finding) return;
    expect(finding.level).toBe(defaultLevel(code));
    if (fix === null) {
      expect(finding.fix).toBeUndefined();
      return;
    }
    expect(Object.values(finding.fix?.changes ?? {})[0]).toEqual(fix);
    const mended = findingsOf(kind, { ...values, ...finding.fix?.changes });
    expect(mended.filter((after) => after.code === code && after.fields[0] === field)).toEqual([]);
  });

  it.each(contextCases)(
    '%s at %s, where the platform and the clock are known',
    (code, field, [kind, values]) => {
      const findings = findingsOf(kind, values, context);
      expect(findings.map((finding) => [finding.code, finding.fields[0]])).toEqual([[code, field]]);
      expect(findings[0]?.basis).toBe(scopeOf(code));
      expect(findings[0]?.level).toBe(defaultLevel(code));
      expect(findingsOf(kind, values)).toEqual([]);
    },
  );

  it('every rule is among them', () => {
    const tried = [...cases, ...contextCases].map(([code]) => code);
    const elsewhere: readonly RuleCode[] = ['X04-SEX', 'X15', 'X16', 'X18', 'X20-L'];
    expect(new Set([...tried, ...elsewhere])).toEqual(new Set(ruleCodes()));
  });

  it('is told in one Chinese sentence that names a field', () => {
    for (const [, , [kind, values]] of [...cases, ...contextCases]) {
      for (const { message, fields } of findingsOf(kind, values, context)) {
        expect(message).toMatch(/^[^。]+。$/u);
        const labels = fields.map(
          (id) => standards[kind].fields.find((field) => field.id === id)?.label,
        );
        expect(labels.some((label) => label !== undefined && message.includes(`“${label}”`))).toBe(
          true,
        );
      }
    }
  });

  it('never has a sensitive value in what is shown', () => {
    for (const [, , [kind, values]] of cases) {
      for (const { message, fix } of findingsOf(kind, values)) {
        for (const { id, sensitive } of standards[kind].fields) {
          const value = values[id] ?? '';
          if (sensitive !== true || value === '') continue;
          expect(message).not.toContain(value);
          expect(fix?.label ?? '').not.toContain(value);
          expect(fix?.label ?? '').not.toContain(
            fix?.changes[id] === '' ? value : (fix?.changes[id] ?? value),
          );
        }
      }
    }
  });
});

describe('an unfinished record', () => {
  it('without category misses only what is required of all', () => {
    const required = standards.penalty.fields
      .filter(({ requirement }) =>
        subjectCategories.every((category) => requirement[category] === 'required'),
      )
      .map(({ id }) => id);
    const findings = findingsOf('penalty', {});
    expect(findings.map(({ code, fields }) => [code, fields[0]])).toEqual(
      required.map((id) => ['REQ', id]),
    );
    expect(required).toContain('subjectCategory');
    expect(required).not.toContain('unifiedSocialCreditCode');
  });

  it('is judged in the order of the standard', () => {
    const places = new Map(standards.licence.fields.map(({ id }, i) => [id, i]));
    const found = findingsOf('licence', {
      subjectCategory: 'naturalPerson',
      unifiedSocialCreditCode: usccFor(1),
      decisionDate: '2027-01-01',
      validUntil: '2020-01-01',
      documentNumber: 'x',
      sourceUnitCode: '1',
    }).map(({ fields }) => places.get(fields[0]) ?? -1);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});

describe('a business under the wrong category', () => {
  it('is one finding with a way out, even as a person', () => {
    const values = validNaturalPersonPenalty({ unifiedSocialCreditCode: usccFor(7, '92') });
    expect(findingsOf('penalty', values).map(({ code }) => code)).toEqual(['X03']);
  });
});

describe('whatever the values are', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...Object.values(validLicence()),
      ...Object.values(validNaturalPersonPenalty()),
      '42O202199003O70016',
      ' 610104620927690',
      '９1420200MA0000015L',
      '其他',
      '警告、罚款',
      '2,000元',
      '罚款2000元，没收违法所得20000000元。',
      '2026年3月5日',
      '长期',
      '46086',
      '云市监罚[2026]第012号',
      '92420200MA4K00010U',
      '李示例420202199003070016',
      '李示例13800138000，6222021234567890128',
      '云溪（示范)公司',
      '机密★',
      '适用简易程序',
      '通报批评;暂扣或者吊销许可证',
      '吊销许可证件',
      'passport',
      'taiwanPermit',
      'foreignPermanentResidentId',
      '其他-港澳台居民居住证',
      '810000199408230021',
      '911124198108030024',
      'EI1234567',
      '2020-03-05',
      '2026-05-07',
      '2029-12-31',
      '2099-12-31',
    ),
  );
  const anyRecord = fc.constantFrom(...doublePublicityKinds).chain((kind) =>
    fc.tuple(
      fc.constant(kind),
      fc.record(Object.fromEntries(standards[kind].fields.map(({ id }) => [id, anyText])), {
        requiredKeys: [],
      }) as fc.Arbitrary<RecordValues>,
    ),
  );

  it('it never throws, and an applied fix never leaves the same finding', () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.constantFrom(...subjectCategories, undefined),
        fc.constantFrom(context, { ...context, platform: suzhouProfile }, { today }),
        ([kind, drawn], category, of) => {
          const values = category === undefined ? drawn : { ...drawn, subjectCategory: category };
          for (const { code, fields, fix } of findingsOf(kind, values, of)) {
            if (!fix) continue;
            const after = findingsOf(kind, { ...values, ...fix.changes }, of);
            expect(
              after.filter((left) => left.code === code && left.fields[0] === fields[0]),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keys that are none of the standard do not matter', () => {
    const poisoned = JSON.parse(
      '{"__proto__":{"subjectName":"x"},"constructor":"y","toString":"z","hasOwnProperty":"w"}',
    ) as RecordValues;
    expect(findingsOf('licence', { ...validLicence(), ...poisoned }, context)).toEqual([]);
    const types = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    for (const type of types) {
      const values = validNaturalPersonPenalty({
        subjectDocumentType: type,
        subjectCategory: 'naturalPerson',
        penaltyCategory: type,
      });
      expect(findingsOf('penalty', values, context).map(({ code }) => code)).toContain('ENUM');
      expect(findingsOf('penalty', { subjectCategory: type }).length).toBeGreaterThan(0);
    }
  });

  it('fields of a million characters are checked in a time that grows with their length', () => {
    for (const part of [
      '1',
      '一',
      '420202199003070017 ',
      '〔2026〕',
      '罚款2000元',
      ' ',
      '\ud800',
      '（',
      '13800138000 ',
      '其他-',
    ]) {
      const long = part.repeat(Math.ceil(1_000_000 / part.length));
      const values = {
        ...validPenalty(),
        subjectName: long,
        unifiedSocialCreditCode: long,
        documentNumber: long,
        penaltyCategory: long,
        penaltyContent: long,
        fineAmount: long,
        decisionDate: long,
      };
      expect(findingsOf('penalty', values, context).length).toBeGreaterThan(0);
    }
  }, 60_000);
});

it('catches a wrong character in a company code and in a resident ID', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.nat(17), fc.integer({ min: 1, max: 9 }), (n, at, more) => {
      const change = (text: string): string => {
        const digit = Number(text.charAt(at));
        return Number.isNaN(digit)
          ? text
          : text.slice(0, at) + String((digit + more) % 10) + text.slice(at + 1);
      };
      const code = change(usccFor(n));
      const id = change(residentIdFor(n));
      const companyFindings = findingsOf(
        'penalty',
        validPenalty({ unifiedSocialCreditCode: code }),
      );
      const personFindings = findingsOf(
        'penalty',
        validNaturalPersonPenalty({ subjectDocumentNumber: id }),
      );
      expect(companyFindings.length > 0).toBe(code !== usccFor(n));
      expect(personFindings.length > 0).toBe(id !== residentIdFor(n));
    }),
  );
});

describe('what the context says', () => {
  it('sets levels otherwise, and nothing else', () => {
    const values = validPenalty({ unifiedSocialCreditCode: '91420200MA0000016L' });
    const [byDefault] = findingsOf('penalty', values);
    const [byPolicy] = findingsOf('penalty', values, { today, levels: { 'USCC-CD': 'error' } });
    expect(byDefault?.level).toBe('warning');
    expect(byPolicy).toEqual({ ...byDefault, level: 'error' });
  });

  it('never has history late, nor what is reported as history', () => {
    const late = validLicence({ decisionDate: '2026-03-04' });
    const codes = (of: Partial<CheckContext>): string[] =>
      findingsOf('licence', late, { ...context, platform: null, ...of }).map(({ code }) => code);
    expect(codes({})).toEqual(['X20']);
    expect(codes({ reportingSince: '2026-03-04' })).toEqual(['X20']);
    expect(codes({ reportingSince: '2026-03-05' })).toEqual([]);
    expect(codes({ isHistory: true })).toEqual([]);
    expect(codes({ timelyFrom: null })).toEqual([]);
  });

  it('tells the city’s own limit apart from the national one', () => {
    const of = {
      today,
      timelyFrom: { national: '2026-03-01', local: '2026-03-06', caution: '（？）' },
    };
    const [finding] = findingsOf('licence', validLicence(), of);
    expect([finding?.code, finding?.level]).toEqual(['X20-L', 'info']);
    expect(finding?.message).toContain('2026-03-06');
    expect(finding?.message).not.toContain('（？）');
  });

  it('says where lateness hangs on a year whose days off are not known', () => {
    const of = {
      today,
      timelyFrom: { national: '2026-03-06', local: '2026-03-06', caution: '（？）' },
    };
    const [finding] = findingsOf('licence', validLicence(), of);
    expect(finding?.code).toBe('X20');
    expect(finding?.message).toMatch(/（？）$/);
  });

  it('has a platform refuse what the standard admits, and says so', () => {
    const lawyers = '34420000' + 'MA0000015';
    const code = lawyers + (usccCheckDigit(lawyers) ?? '');
    const values = validLicence({ unifiedSocialCreditCode: code, licenceCategory: '其他-备案' });
    expect(findingsOf('licence', values)).toEqual([]);
    const found = findingsOf('licence', values, { today, platform: suzhouProfile });
    expect(found.map((f) => [f.code, f.fields[0], f.basis])).toEqual([
      ['P-FORM', 'unifiedSocialCreditCode', 'platform'],
      ['P-FORM', 'licenceCategory', 'platform'],
    ]);
  });

  it('leaves prose alone where names are judged', () => {
    const values = validPenalty({
      violationFacts: '当事人 “示例” & 他人（见附件)，ＡＢ。',
      penaltyContent: '给予警告，并处罚款2000元 & 责令改正',
    });
    expect(findingsOf('penalty', values, { today, platform: suzhouProfile })).toEqual([]);
  });
});

describe('a sealed value', () => {
  const sealed = { sealed: { documentType: 'residentId', mask: '4202**********0016' } };

  it('counts as filled in, and is not read', () => {
    expect(
      findingsOf('penalty', { ...validNaturalPersonPenalty(), subjectDocumentNumber: sealed }),
    ).toEqual([]);
    expect(
      findingsOf('penalty', { ...validPenalty(), violationFacts: sealed, penaltyContent: sealed }),
    ).toEqual([]);
    expect(
      findingsOf('penalty', { ...validPenalty(), legalRepresentativeDocumentNumber: sealed }),
    ).toEqual([]);
  });

  it('is still found where it has no place', () => {
    const [finding] = findingsOf('penalty', { ...validPenalty(), subjectDocumentNumber: sealed });
    expect(finding?.code).toBe('X02');
    expect(JSON.stringify(finding)).not.toContain('4202');
  });

  it('is left to the rules that the table says can run', () => {
    const readers = rules.filter((rule) => !rule.sealed).map(({ code }) => code);
    const all = Object.fromEntries(standards.penalty.fields.map(({ id }) => [id, sealed]));
    const codes = findingsOf('penalty', all, context).map(({ code }) => code);
    expect(codes.filter((code) => readers.some((reader) => reader === code))).toEqual([]);
  });
});

describe('records of other standards', () => {
  it.each(catalogue.map((standard) => [standardRef(standard), standard] as const))(
    'of %s: each required field that is blank is found, and none that the standard lacks is named',
    (_, standard) => {
      const ids = standard.fields.map(({ id }) => id);
      for (const subjectCategory of subjectCategories) {
        const findings = validateBy(standard, { subjectCategory }, { today });
        const required = standard.fields.filter(
          (f) => f.requirement[subjectCategory] === 'required',
        );
        expect(findings.map((f) => f.fields[0])).toEqual(
          required.map(({ id }) => id).filter((id) => id !== 'subjectCategory'),
        );
        expect(findings.every(({ fields }) => fields.every((id) => ids.includes(id)))).toBe(true);
      }
    },
  );

  it('a person of the notice’s record has the sex that the identity number says', () => {
    const standard = standardInForce('other');
    const values: RecordValues = {
      itemName: '志愿服务',
      subjectName: '程一帆',
      subjectCategory: 'naturalPerson',
      sex: 'female',
      subjectDocumentType: 'residentId',
      subjectDocumentNumber: '420202199003070016',
      cause: '志愿服务先进个人',
      documentNumber: '云市文〔2026〕12号',
      authorityName: '云溪市文明办公室',
      decisionDate: today,
      validUntil: '2099-12-31',
    };
    const [finding, ...others] = validateBy(standard, values, { today });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'X04-SEX',
      level: 'warning',
      fields: ['sex', 'subjectDocumentNumber'],
    });
    expect(finding?.message).toMatch(/^“性别”与“身份证件号码”不一致：号码是男性的/);
    expect(validateBy(standard, { ...values, ...finding?.fix?.changes }, { today })).toEqual([]);
  });

  it('a residence permit is named by its number, and its kind of document to be changed', () => {
    const person = validNaturalPersonLicence({ subjectDocumentNumber: '810000199408230021' });
    const [finding] = validate(person, { kind: 'licence', today });
    expect(finding?.message).toBe(
      '“证件号码”属于港澳台居民居住证，“证件类型”请改为“其他-港澳台居民居住证”。',
    );
  });

  it('a penalty of 2015 owes no amount, and its ID column is one of resident IDs', () => {
    const penalty2015 = standardOf('penalty', '2015');
    if (!penalty2015) throw new Error('there is no such standard');
    const values: RecordValues = {
      documentNumber: '云市监罚〔2016〕12号',
      caseName: '示例案',
      penaltyCategory: '罚款',
      violationFacts: '未标明生产日期。',
      penaltyBasis: '《中华人民共和国食品安全法》第一百二十五条',
      subjectName: '李示例',
      subjectCategory: 'naturalPerson',
      subjectDocumentNumber: residentIdFor(3),
      penaltyContent: '罚款2000元。',
      decisionDate: '2016-03-05',
      authorityName: '云溪市市场监督管理局',
      status: 'valid',
      regionCode: '990101',
      updatedOn: '2016-03-06',
    };
    expect(validateBy(penalty2015, values, { today })).toEqual([]);
    const wrong = { ...values, subjectDocumentNumber: 'E12345678' };
    expect(validateBy(penalty2015, wrong, { today }).map(({ code }) => code)).toEqual(['X04']);
  });
});
