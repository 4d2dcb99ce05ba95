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
    row('subjectName', `${prefix}_XDR_MC`, '行政相对人名称', 200, always),
    row('subjectCategory', `${prefix}_XDR_LB`, '行政相对人类别', 16, always, {
      type: 'choice',
      choices: subjectCategoryChoices,
    }),
    row('unifiedSocialCreditCode', `${prefix}_XDR_SHXYM`, '统一社会信用代码', 18, organizations),
    row('registrationNumber', `${prefix}_XDR_GSZC`, '工商注册号', 50, organizationsOnly),
    row('organizationCode', `${prefix}_XDR_ZZJG`, '组织机构代码', 9, organizationsOnly),
    row('taxRegistrationNumber', `${prefix}_XDR_SWDJ`, '税务登记号', 15, organizationsOnly),
    row(
      'publicInstitutionCertificateNumber',
      `${prefix}_XDR_SYDW`,
      '事业单位证书号',
      12,
      by('optional', 'blank', 'blank'),
    ),
    row(
      'socialOrganizationCertificateNumber',
      `${prefix}_XDR_SHZZ`,
      '社会组织登记证号',
      50,
      by('optional', 'blank', 'blank'),
    ),
    row('legalRepresentative', `${prefix}_FRDB`, '法定代表人', 50, organizations),
    row(
      'legalRepresentativeDocumentType',
      `${prefix}_FR_ZJLX`,
      '法定代表人证件类型',
      64,
      organizationsOnly,
      { type: 'choice', choices: documentTypeChoices, otherChoice: true },
    ),
    row(
      'legalRepresentativeDocumentNumber',
      `${prefix}_FR_ZJHM`,
      '法定代表人证件号码',
      64,
      organizationsOnly,
      { sensitive: true },
    ),
    row('subjectDocumentType', `${prefix}_XDR_ZJLX`, '证件类型', 64, personsOnly, {
      type: 'choice',
      choices: documentTypeChoices,
      otherChoice: true,
    }),
    row('subjectDocumentNumber', `${prefix}_XDR_ZJHM`, '证件号码', 64, personsOnly, {
      sensitive: true,
    }),
  ];
}
