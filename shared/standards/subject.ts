/** Fields that licences and penalties share: who the subject (行政相对人) is. */
import { documentTypeChoices, subjectCategoryChoices } from './choices.ts';
import type { Field, Requirement, SubjectCategory } from './field.ts';

/** The three requirements in the order legal person, individual business, natural person. */
export function by(
  legalPerson: Requirement,
  individualBusiness: Requirement,
  naturalPerson: Requirement,
): Readonly<Record<SubjectCategory, Requirement>> {
  return { legalPerson, individualBusiness, naturalPerson };
}

/** Required of every subject. */
export const always = by('required', 'required', 'required');

/** Optional for every subject. */
export const optional = by('optional', 'optional', 'optional');

/**
 * The subject fields of a kind.
 *
 * @param prefix `XK` for licences, `CF` for penalties; the codes differ in nothing else.
 */
export function subjectFields(prefix: 'XK' | 'CF'): readonly Field[] {
  return [
    {
      id: 'subjectName',
      code: `${prefix}_XDR_MC`,
      label: '行政相对人名称',
      synonyms: [
        '相对人名称',
        '当事人名称',
        '企业名称',
        '单位名称',
        '企业法定名称',
        '姓名',
        `${prefix}_XDR`,
      ],
      type: 'text',
      maxLength: 200,
      requirement: always,
    },
    {
      id: 'subjectCategory',
      code: `${prefix}_XDR_LB`,
      label: '行政相对人类别',
      synonyms: ['相对人类别', '相对人类型', '行政相对人类型', '主体类别'],
      type: 'choice',
      maxLength: 16,
      requirement: always,
      choices: subjectCategoryChoices,
    },
    {
      id: 'unifiedSocialCreditCode',
      code: `${prefix}_XDR_SHXYM`,
      label: '统一社会信用代码',
      synonyms: [
        '行政相对人代码_1(统一社会信用代码)',
        '行政相对人代码_1',
        '统一社会信用代码(行政相对人)',
        '社会信用代码',
        '信用代码',
        '统一代码',
      ],
      type: 'text',
      maxLength: 18,
      requirement: by('required', 'required', 'blank'),
    },
    {
      id: 'registrationNumber',
      code: `${prefix}_XDR_GSZC`,
      label: '工商注册号',
      synonyms: [
        '行政相对人代码_2(工商注册号)',
        '行政相对人代码_2',
        '工商登记码',
        '营业执照注册号',
        '注册号',
        `${prefix}_XDR_GSDJ`,
      ],
      type: 'text',
      maxLength: 50,
      requirement: by('optional', 'optional', 'blank'),
    },
    {
      id: 'organizationCode',
      code: `${prefix}_XDR_ZZJG`,
      label: '组织机构代码',
      synonyms: ['行政相对人代码_3(组织机构代码)', '行政相对人代码_3', `${prefix}_XDR_ZDM`],
      type: 'text',
      maxLength: 9,
      requirement: by('optional', 'optional', 'blank'),
    },
    {
      id: 'taxRegistrationNumber',
      code: `${prefix}_XDR_SWDJ`,
      label: '税务登记号',
      synonyms: ['行政相对人代码_4(税务登记号)', '行政相对人代码_4', '纳税人识别号'],
      type: 'text',
      maxLength: 15,
      requirement: by('optional', 'optional', 'blank'),
    },
    {
      id: 'publicInstitutionCertificateNumber',
      code: `${prefix}_XDR_SYDW`,
      label: '事业单位证书号',
      synonyms: ['行政相对人代码_5(事业单位证书号)', '行政相对人代码_5'],
      type: 'text',
      maxLength: 12,
      requirement: by('optional', 'blank', 'blank'),
    },
    {
      id: 'socialOrganizationCertificateNumber',
      code: `${prefix}_XDR_SHZZ`,
      label: '社会组织登记证号',
      synonyms: ['行政相对人代码_6(社会组织登记证号)', '行政相对人代码_6'],
      type: 'text',
      maxLength: 50,
      requirement: by('optional', 'blank', 'blank'),
    },
    {
      id: 'legalRepresentative',
      code: `${prefix}_FRDB`,
      label: '法定代表人',
      synonyms: [
        '法定代表人姓名',
        '法人代表',
        '法人姓名',
        '经营者姓名',
        '负责人',
        `${prefix}_FDDB`,
        `${prefix}_FR`,
      ],
      type: 'text',
      maxLength: 50,
      requirement: by('required', 'required', 'blank'),
    },
    {
      id: 'legalRepresentativeDocumentType',
      code: `${prefix}_FR_ZJLX`,
      label: '法定代表人证件类型',
      synonyms: ['法人证件类型', '法定代表人证件种类'],
      type: 'choice',
      maxLength: 64,
      requirement: by('optional', 'optional', 'blank'),
      choices: documentTypeChoices,
      otherChoice: true,
    },
    {
      id: 'legalRepresentativeDocumentNumber',
      code: `${prefix}_FR_ZJHM`,
      label: '法定代表人证件号码',
      synonyms: ['法人证件号码', '法定代表人身份证号', '法定代表人身份证号码', `${prefix}_FR_SFZH`],
      type: 'text',
      maxLength: 64,
      requirement: by('optional', 'optional', 'blank'),
      sensitive: true,
    },
    {
      id: 'subjectDocumentType',
      code: `${prefix}_XDR_ZJLX`,
      label: '证件类型',
      synonyms: ['自然人证件类型', '相对人证件类型', '身份证件类型'],
      type: 'choice',
      maxLength: 64,
      requirement: by('blank', 'blank', 'required'),
      choices: documentTypeChoices,
      otherChoice: true,
    },
    {
      id: 'subjectDocumentNumber',
      code: `${prefix}_XDR_ZJHM`,
      label: '证件号码',
      synonyms: [
        '自然人证件号码',
        '相对人证件号码',
        '身份证号',
        '身份证号码',
        '居民身份证号',
        '身份证件号码',
        `${prefix}_XDR_SFZ`,
      ],
      type: 'text',
      maxLength: 64,
      requirement: by('blank', 'blank', 'required'),
      sensitive: true,
    },
  ];
}
