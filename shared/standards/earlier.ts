/**
 * Licence and penalty in the generations before 2019. Pages of these generations are recognised by the
 * synonyms of the one in force.
 *
 * - 2015: as city platforms published it (发改电〔2015〕557号), lengths by the tables of two of them;
 * - 2018: 发改办财金〔2018〕424号, with columns for all codes of a subject, for the validity and the amounts;
 * - 2019 added the category of the subject and the kind of the representative's document.
 */
import { licenceCategoryChoices, penaltyCategoryChoices, plain } from './choices.ts';
import type { Choice, Field, FieldId, Standard } from './field.ts';
import { licence2019 } from './licence.ts';
import { penalty2019 } from './penalty.ts';
import { always, optional, organizations, organizationsOnly, personsOnly, row } from './row.ts';

type Prefix = 'XK' | 'CF';

/** The representative's document is a resident ID in 2018. */
function representative2018(prefix: Prefix): Field {
  return row(
    'legalRepresentativeDocumentNumber',
    `${prefix}_FR_SFZH`,
    '法定代表人身份证号',
    18,
    organizationsOnly,
    { sensitive: true },
  );
}

const since2019: ReadonlySet<FieldId> = new Set([
  'subjectCategory',
  'legalRepresentativeDocumentType',
]);

function generation2018(standard: Standard, prefix: Prefix): Standard {
  const representative = representative2018(prefix);
  return {
    ...standard,
    generation: '2018',
    fields: standard.fields
      .filter(({ id }) => !since2019.has(id))
      .map((field) => (field.id === representative.id ? representative : field)),
  };
}

export const licence2018 = generation2018(licence2019, 'XK');
export const penalty2018 = generation2018(penalty2019, 'CF');

/** Present state (当前状态) in 2015: its digits mean the opposite of those of 2018. */
const status2015: readonly Choice[] = [
  { value: 'valid', label: '正常', synonyms: ['0', '有效'] },
  { value: 'revoked', label: '撤销', synonyms: ['1'] },
  { value: 'disputed', label: '异议', synonyms: ['2'] },
  { value: 'other', label: '其他', synonyms: ['3'] },
];

const licenceCategories2015: readonly Choice[] = [
  ...licenceCategoryChoices,
  plain('其他', '其它 06'),
];

/** Two kinds of penalty are one category where article 8 of the Act had them in one item. */
const penaltyCategories2015: readonly Choice[] = [
  plain('警告'),
  plain('罚款'),
  plain('没收违法所得、没收非法财物'),
  plain('责令停产停业'),
  plain('暂扣或者吊销许可证、暂扣或者吊销执照'),
  plain('行政拘留'),
  plain('其他', '其它'),
];

function subject2015(prefix: Prefix, name: string): readonly Field[] {
  const code = (number: number, of: string): string => `行政相对人代码_${number}(${of})`;
  return [
    row('subjectName', name, '行政相对人名称', 256, always),
    row(
      'unifiedSocialCreditCode',
      `${prefix}_XDR_SHXYM`,
      code(1, '统一社会信用代码'),
      64,
      organizations,
    ),
    row('organizationCode', `${prefix}_XDR_ZDM`, code(2, '组织机构代码'), 64, organizationsOnly),
    row('registrationNumber', `${prefix}_XDR_GSDJ`, code(3, '工商登记码'), 64, organizationsOnly),
    row(
      'taxRegistrationNumber',
      `${prefix}_XDR_SWDJ`,
      code(4, '税务登记号'),
      64,
      organizationsOnly,
    ),
    row('subjectDocumentNumber', `${prefix}_XDR_SFZ`, code(5, '居民身份证号'), 64, personsOnly, {
      sensitive: true,
    }),
    row('legalRepresentative', `${prefix}_FR`, '法定代表人姓名', 256, organizations),
  ];
}

function end2015(prefix: Prefix): readonly Field[] {
  return [
    row('status', `${prefix}_ZT`, '当前状态', 1, always, {
      type: 'choice',
      choices: status2015,
    }),
    row('regionCode', 'DFBM', '地方编码', 6, always),
    row('updatedOn', 'SJC', '数据更新时间戳', 10, always, {
      type: 'date',
    }),
    row('remarks', 'BZ', '备注', 4000, optional),
  ];
}

export const licence2015: Standard = {
  kind: 'licence',
  generation: '2015',
  revision: 1,
  fields: [
    row('documentNumber', 'XK_WSH', '行政许可决定书文号', 128, always),
    row('projectName', 'XK_XMMC', '项目名称', 256, always),
    row('licenceCategory', 'XK_SPLB', '审批类别', 16, always, {
      type: 'choice',
      choices: licenceCategories2015,
    }),
    row('licenceContent', 'XK_NR', '许可内容', 2048, always),
    ...subject2015('XK', 'XK_XDR'),
    row('decisionDate', 'XK_JDRQ', '许可决定日期', 10, always, {
      type: 'date',
    }),
    row('validUntil', 'XK_JZQ', '许可截止期', 10, always, { type: 'date' }),
    row('authorityName', 'XK_XZJG', '许可机关', 64, always),
    ...end2015('XK'),
  ],
};

export const penalty2015: Standard = {
  kind: 'penalty',
  generation: '2015',
  revision: 1,
  fields: [
    row('documentNumber', 'CF_WSH', '行政处罚决定书文号', 128, always),
    row('caseName', 'CF_CFMC', '处罚名称', 256, always),
    row('penaltyCategory', 'CF_CFLB1', '处罚类别1', 36, always, {
      type: 'choice',
      choices: penaltyCategories2015,
    }),
    row('secondPenaltyCategory', 'CF_CFLB2', '处罚类别2', 36, optional, {
      type: 'choice',
      choices: penaltyCategories2015,
    }),
    row('violationFacts', 'CF_SY', '处罚事由', 2048, always),
    row('penaltyBasis', 'CF_YJ', '处罚依据', 2048, always),
    ...subject2015('CF', 'CF_XDR_MC'),
    row('penaltyContent', 'CF_JG', '处罚结果', 2048, always),
    row('decisionDate', 'CF_JDRQ', '处罚决定日期', 10, always, {
      type: 'date',
    }),
    row('validUntil', 'CF_JZQ', '处罚截止期', 10, optional, { type: 'date' }),
    row('publicityEndDate', 'CF_GSJZQ', '公示截止期', 10, optional, { type: 'date' }),
    row('authorityName', 'CF_XZJG', '处罚机关', 64, always),
    ...end2015('CF'),
  ],
};

/** The words of 2015 for the later categories of penalties; a category that is not here has none. */
export const penaltyCategoryOf2015: ReadonlyMap<string, string> = new Map([
  ...['警告', '罚款', '责令停产停业', '行政拘留'].map((word) => [word, word] as const),
  ...['没收违法所得', '没收非法财物'].map((word) => [word, '没收违法所得、没收非法财物'] as const),
  ...['暂扣或者吊销许可证', '暂扣或者吊销执照', '暂扣许可证件', '吊销许可证件'].map(
    (word) => [word, '暂扣或者吊销许可证、暂扣或者吊销执照'] as const,
  ),
]);

const knownPenaltyCategories: ReadonlySet<string> = new Set(
  penaltyCategoryChoices.map(({ value }) => value),
);

/** Whether a word of 2015 is a category of 2018, too, rather than two of them in one. */
export function isPenaltyCategoryOf2018(word: string): boolean {
  return knownPenaltyCategories.has(word);
}
