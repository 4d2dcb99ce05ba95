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
  ...rest: [number, Field['requirement'], string, Parameters<typeof row>[6]?]
): Field {
  return row(id, label, label, ...rest);
}

const nameSynonyms = '名称 企业名称 企业法定名称 单位名称 姓名 主体名称';

const category = named('subjectCategory', '主体类别', 16, always, '相对人类别', {
  type: 'choice',
  choices: subjectCategoryChoices,
});
const unifiedCode = named(
  'unifiedSocialCreditCode',
  '统一社会信用代码',
  18,
  organizations,
  '社会信用代码',
);

/** Who is on a list of the portal. */
const listedSubject: readonly Field[] = [
  named('subjectName', '主体名称', 200, always, nameSynonyms),
  category,
  unifiedCode,
  named('registrationNumber', '工商登记码', 50, organizationsOnly, '工商注册号'),
  named('organizationCode', '组织机构代码', 9, organizationsOnly, ''),
  named('taxRegistrationNumber', '税务登记号', 20, organizationsOnly, '纳税人识别号'),
  named('subjectDocumentNumber', '居民身份证号', 18, personsOnly, '身份证号 身份证号码', {
    sensitive: true,
  }),
  named('address', '地址', 200, optional, '注册地址 住址', { sensitive: true }),
];

const listedSource: readonly Field[] = [
  named('sourceUnitName', '数据来源', 200, always, '数据来源单位 来源单位'),
  named('dataCategory', '数据类别', 64, optional, '信息类别'),
];

const remarks = named('remarks', '备注', 512, optional, '备注说明');

export const honour: Standard = {
  kind: 'honour',
  generation: '2018',
  revision: 1,
  fields: [
    named('itemName', '事项名称', 200, always, '荣誉名称 表彰名称 奖项名称'),
    ...listedSubject,
    ...listedSource,
    row('evaluationYear', 'COMMENT_YEAR', '评价年度', 4, optional, '年度'),
    row('documentNumber', 'IDENTIFICATION_NO', '认定文号', 128, always, '决定文书号 文号'),
    row('decisionDate', 'IDENTIFICATION_DATE', '认定时间', 10, always, '决定时间 认定日期', {
      type: 'date',
    }),
    row('authorityName', 'IDENTIFICATION_DEPT', '认定单位', 200, always, '决定机关 认定机关'),
    row('documentTitle', 'FILE_NAME', '文件名', 200, optional, '文件名称'),
    row('validUntil', 'EXPIRATION_DATE', '有效期限', 10, optional, '决定有效期 有效期至', {
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
    named('itemName', '事项名称', 200, always, '名单名称 失信名单名称'),
    ...listedSubject,
    named(
      'legalRepresentative',
      '企业法人姓名',
      50,
      organizationsOnly,
      '法定代表人 法定代表人姓名',
    ),
    ...listedSource,
    named('cause', '列入事由', 2000, always, '事由 失信行为 失信情形'),
    // A list has to be in the national catalogue (全国公共信用信息基础目录).
    named('listingBasis', '列入依据', 2000, always, '法律依据 认定依据'),
    named('notifiedOn', '告知日期', 10, always, '事前告知日期 履行告知程序日期', {
      type: 'date',
    }),
    row('caseNumber', 'CASE_NO', '案号', 128, optional, ''),
    row('documentNumber', 'EXECUTE_REFRENCE_NO', '执行依据文号', 128, always, '决定文书号 文号'),
    row('authorityName', 'EXECUTE_DEPT', '执行单位', 200, always, '决定机关 列入机关'),
    named('regionName', '地域名称', 64, optional, '地域'),
    named('filedOn', '立案时间', 10, optional, '立案日期', { type: 'date' }),
    named('decisionDate', '列入日期', 10, always, '决定时间 列入时间 决定日期', {
      type: 'date',
    }),
    named('publishedOn', '发布时间', 10, optional, '发布日期', { type: 'date' }),
    named('validUntil', '有效期限', 10, optional, '决定有效期 有效期至', {
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
    named('itemName', '事项名称', 200, always, '事项'),
    named('subjectName', '企业法定名称（姓名）', 200, always, nameSynonyms),
    category,
    unifiedCode,
    // The notice itself writes 姓别.
    named('sex', '性别', 2, personsOnly, '姓别', { type: 'choice', choices: sexChoices }),
    named('subjectDocumentType', '证件类型', 64, personsOnly, '身份证件类型', {
      type: 'choice',
      choices: documentTypeChoices,
      otherChoice: true,
    }),
    named(
      'subjectDocumentNumber',
      '身份证件号码',
      64,
      personsOnly,
      '身份证号码 身份证号 证件号码',
      { sensitive: true },
    ),
    named('cause', '事由', 4000, always, ''),
    named('documentNumber', '决定文书号', 128, always, '文书号 文号'),
    named('authorityName', '决定机关', 200, always, '决定单位'),
    named('decisionDate', '决定时间', 10, always, '决定日期', { type: 'date' }),
    named('validUntil', '决定有效期', 10, always, '有效期 有效期至', {
      type: 'date',
    }),
    remarks,
  ],
};
