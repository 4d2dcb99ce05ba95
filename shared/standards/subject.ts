/** Fields that licences and penalties share: who the subject (行政相对人) is. */
import { documentTypeChoices, subjectCategoryChoices } from './choices.ts';
import type { Field } from './field.ts';
import { always, by, organizations, organizationsOnly, personsOnly, row } from './row.ts';

/**
 * The subject fields of a kind.
 *
 * @param prefix `XK` for licences, `CF` for penalties; the codes differ in nothing else.
 */
export function subjectFields(prefix: 'XK' | 'CF'): readonly Field[] {
  return [
    row(
      'subjectName',
      `${prefix}_XDR_MC`,
      '行政相对人名称',
      200,
      always,
      `相对人名称 当事人名称 企业名称 单位名称 企业法定名称 姓名 ${prefix}_XDR`,
    ),
    row(
      'subjectCategory',
      `${prefix}_XDR_LB`,
      '行政相对人类别',
      16,
      always,
      '相对人类别 相对人类型 行政相对人类型 主体类别',
      { type: 'choice', choices: subjectCategoryChoices },
    ),
    row(
      'unifiedSocialCreditCode',
      `${prefix}_XDR_SHXYM`,
      '统一社会信用代码',
      18,
      organizations,
      '行政相对人代码_1(统一社会信用代码) 行政相对人代码_1 统一社会信用代码(行政相对人) 社会信用代码 信用代码 统一代码',
    ),
    row(
      'registrationNumber',
      `${prefix}_XDR_GSZC`,
      '工商注册号',
      50,
      organizationsOnly,
      `行政相对人代码_2(工商注册号) 行政相对人代码_2 工商登记码 营业执照注册号 注册号 ${prefix}_XDR_GSDJ`,
    ),
    row(
      'organizationCode',
      `${prefix}_XDR_ZZJG`,
      '组织机构代码',
      9,
      organizationsOnly,
      `行政相对人代码_3(组织机构代码) 行政相对人代码_3 ${prefix}_XDR_ZDM`,
    ),
    row(
      'taxRegistrationNumber',
      `${prefix}_XDR_SWDJ`,
      '税务登记号',
      15,
      organizationsOnly,
      '行政相对人代码_4(税务登记号) 行政相对人代码_4 纳税人识别号',
    ),
    row(
      'publicInstitutionCertificateNumber',
      `${prefix}_XDR_SYDW`,
      '事业单位证书号',
      12,
      by('optional', 'blank', 'blank'),
      '行政相对人代码_5(事业单位证书号) 行政相对人代码_5',
    ),
    row(
      'socialOrganizationCertificateNumber',
      `${prefix}_XDR_SHZZ`,
      '社会组织登记证号',
      50,
      by('optional', 'blank', 'blank'),
      '行政相对人代码_6(社会组织登记证号) 行政相对人代码_6',
    ),
    row(
      'legalRepresentative',
      `${prefix}_FRDB`,
      '法定代表人',
      50,
      organizations,
      `法定代表人姓名 法人代表 法人姓名 经营者姓名 负责人 ${prefix}_FDDB ${prefix}_FR`,
    ),
    row(
      'legalRepresentativeDocumentType',
      `${prefix}_FR_ZJLX`,
      '法定代表人证件类型',
      64,
      organizationsOnly,
      '法人证件类型 法定代表人证件种类',
      { type: 'choice', choices: documentTypeChoices, otherChoice: true },
    ),
    row(
      'legalRepresentativeDocumentNumber',
      `${prefix}_FR_ZJHM`,
      '法定代表人证件号码',
      64,
      organizationsOnly,
      `法人证件号码 法定代表人身份证号 法定代表人身份证号码 ${prefix}_FR_SFZH`,
      { sensitive: true },
    ),
    row(
      'subjectDocumentType',
      `${prefix}_XDR_ZJLX`,
      '证件类型',
      64,
      personsOnly,
      '自然人证件类型 相对人证件类型 身份证件类型',
      { type: 'choice', choices: documentTypeChoices, otherChoice: true },
    ),
    row(
      'subjectDocumentNumber',
      `${prefix}_XDR_ZJHM`,
      '证件号码',
      64,
      personsOnly,
      `自然人证件号码 相对人证件号码 身份证号 身份证号码 居民身份证号 身份证件号码 ${prefix}_XDR_SFZ`,
      { sensitive: true },
    ),
  ];
}
