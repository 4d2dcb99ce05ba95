/**
 * Credit information beside licences and penalties: honours (红名单, 表彰), subjects in serious breach of
 * trust (黑名单, 严重失信主体名单), and whatever else a unit decides.
 *
 * The key fields are those of 黄信用办〔2018〕5号 三(三): 事项名称、企业法定名称、统一社会信用代码、事由, of people 姓名、
 * 性别、身份证件号码, and 决定文书号、决定机关、决定时间、决定有效期. Columns with codes are those of a city's portal.
 */
import { documentTypeChoices, subjectCategoryChoices } from './choices.ts';
import type { Choice, Field, FieldId, Standard } from './field.ts';
import { always, optional, organizations, organizationsOnly, personsOnly, row } from './row.ts';

const sexChoices: readonly Choice[] = [
  { value: 'male', label: '男', synonyms: ['男性', '1'] },
  { value: 'female', label: '女', synonyms: ['女性', '2'] },
];

/** A column that has a label and no code. */
function named(
  id: FieldId,
  label: string,
  ...rest: [number, Field['requirement'], Parameters<typeof row>[5]?]
): Field {
  return row(id, label, label, ...rest);
}

const category = named('subjectCategory', '主体类别', 16, always, {
  type: 'choice',
  choices: subjectCategoryChoices,
});
const unifiedCode = named('unifiedSocialCreditCode', '统一社会信用代码', 18, organizations);

/** Who is on a list of the portal. */
const listedSubject: readonly Field[] = [
  named('subjectName', '主体名称', 200, always),
  category,
  unifiedCode,
  named('registrationNumber', '工商登记码', 50, organizationsOnly),
  named('organizationCode', '组织机构代码', 9, organizationsOnly),
  named('taxRegistrationNumber', '税务登记号', 20, organizationsOnly),
  named('subjectDocumentNumber', '居民身份证号', 18, personsOnly, {
    sensitive: true,
  }),
  named('address', '地址', 200, optional, { sensitive: true }),
];

const listedSource: readonly Field[] = [
  named('sourceUnitName', '数据来源', 200, always),
  named('dataCategory', '数据类别', 64, optional),
];

const remarks = named('remarks', '备注', 512, optional);

export const honour: Standard = {
  kind: 'honour',
  generation: '2018',
  revision: 1,
  fields: [
    named('itemName', '事项名称', 200, always),
    ...listedSubject,
    ...listedSource,
    row('evaluationYear', 'COMMENT_YEAR', '评价年度', 4, optional),
    row('documentNumber', 'IDENTIFICATION_NO', '认定文号', 128, always),
    row('decisionDate', 'IDENTIFICATION_DATE', '认定时间', 10, always, {
      type: 'date',
    }),
    row('authorityName', 'IDENTIFICATION_DEPT', '认定单位', 200, always),
    row('documentTitle', 'FILE_NAME', '文件名', 200, optional),
    row('validUntil', 'EXPIRATION_DATE', '有效期限', 10, optional, {
      type: 'date',
    }),
    remarks,
  ],
};

export const blacklist: Standard = {
  kind: 'blacklist',
  generation: '2018',
  revision: 1,
  fields: [
    named('itemName', '事项名称', 200, always),
    ...listedSubject,
    named('legalRepresentative', '企业法人姓名', 50, organizationsOnly),
    ...listedSource,
    named('cause', '列入事由', 2000, always),
    // A list has to be in the national catalogue (全国公共信用信息基础目录).
    named('listingBasis', '列入依据', 2000, always),
    named('notifiedOn', '告知日期', 10, always, {
      type: 'date',
    }),
    row('caseNumber', 'CASE_NO', '案号', 128, optional),
    row('documentNumber', 'EXECUTE_REFRENCE_NO', '执行依据文号', 128, always),
    row('authorityName', 'EXECUTE_DEPT', '执行单位', 200, always),
    named('regionName', '地域名称', 64, optional),
    named('filedOn', '立案时间', 10, optional, { type: 'date' }),
    named('decisionDate', '列入日期', 10, always, {
      type: 'date',
    }),
    named('publishedOn', '发布时间', 10, optional, { type: 'date' }),
    named('validUntil', '有效期限', 10, optional, {
      type: 'date',
    }),
    remarks,
  ],
};

/** The notice gives its fields no codes. */
export const other: Standard = {
  kind: 'other',
  generation: '2018',
  revision: 1,
  fields: [
    named('itemName', '事项名称', 200, always),
    named('subjectName', '企业法定名称（姓名）', 200, always),
    category,
    unifiedCode,
    // The notice itself writes 姓别.
    named('sex', '性别', 2, personsOnly, { type: 'choice', choices: sexChoices }),
    named('subjectDocumentType', '证件类型', 64, personsOnly, {
      type: 'choice',
      choices: documentTypeChoices,
      otherChoice: true,
    }),
    named('subjectDocumentNumber', '身份证件号码', 64, personsOnly, { sensitive: true }),
    named('cause', '事由', 4000, always),
    named('documentNumber', '决定文书号', 128, always),
    named('authorityName', '决定机关', 200, always),
    named('decisionDate', '决定时间', 10, always, { type: 'date' }),
    named('validUntil', '决定有效期', 10, always, {
      type: 'date',
    }),
    remarks,
  ],
};
