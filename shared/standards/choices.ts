/** Enumerations of the 2019 generation (domain: 信用双公示 data standard, enumerated values). */
import type { Choice } from './field.ts';

type Period = Pick<Choice, 'since' | 'until'>;

/** @param synonyms words with blanks between them. */
function choice(value: string, label: string, synonyms: string, period?: Period): Choice {
  return { value, label, synonyms: synonyms === '' ? [] : synonyms.split(' '), ...period };
}

/**
 * A choice that is kept as the word that it is.
 *
 * @param synonyms words with blanks between them.
 */
export const plain = (label: string, synonyms = '', period?: Period): Choice =>
  choice(label, label, synonyms, period);

/** Category of the subject (行政相对人类别). */
export const subjectCategoryChoices: readonly Choice[] = [
  choice(
    'legalPerson',
    '法人及非法人组织',
    '法人 法人和其他组织 法人及其他组织 非法人组织 企业 02 03',
  ),
  choice('individualBusiness', '个体工商户', '个体 个体户 04'),
  choice('naturalPerson', '自然人', '个人 公民 01'),
];

/** Kind of identity document (证件类型). */
export const documentTypeChoices: readonly Choice[] = [
  choice('residentId', '身份证', '居民身份证 公民身份证 身份证号 01'),
  choice('passport', '护照号', '护照 02'),
  choice('hongKongMacaoPermit', '港澳居民来往内地通行证', '港澳通行证 回乡证 03'),
  choice('taiwanPermit', '台湾居民来往大陆通行证', '台胞证 台湾通行证 04'),
  choice('foreignPermanentResidentId', '外国人永久居留身份证', '外国人永久居留证 05'),
];

/** Category of the licence (许可类别). */
export const licenceCategoryChoices: readonly Choice[] = [
  plain('普通', '普通许可 01'),
  plain('特许', '02'),
  plain('认可', '03'),
  plain('核准', '04'),
  plain('登记', '05'),
];

/** The Administrative Penalty Act (行政处罚法) of 2021 came into force with article 9, which replaced article 8. */
const actOf2021 = { since: '2021-07-15' };
const actOf2017 = { until: '2021-07-14' };

/**
 * Category of the penalty (处罚类别), the words of the 2018/2019 column and of article 9 of the 2021 Act; the
 * day of the decision tells which of them are in force.
 */
export const penaltyCategoryChoices: readonly Choice[] = [
  plain('警告'),
  plain('通报批评', '', actOf2021),
  plain('罚款'),
  plain('没收违法所得', '没收非法所得'),
  plain('没收非法财物', '没收非法财务'),
  plain('暂扣许可证件', '暂扣许可证 暂扣执照', actOf2021),
  plain('降低资质等级', '', actOf2021),
  plain('吊销许可证件', '吊销许可证 吊销执照', actOf2021),
  plain('暂扣或者吊销许可证', '', actOf2017),
  plain('暂扣或者吊销执照', '', actOf2017),
  plain('限制开展生产经营活动', '', actOf2021),
  plain('责令停产停业', '停产停业'),
  plain('责令关闭', '', actOf2021),
  plain('限制从业', '', actOf2021),
  plain('行政拘留', '拘留'),
];

/** Present state of a licence (当前状态); its digits mean the opposite in the 2015 generation. */
export const licenceStatusChoices: readonly Choice[] = [
  choice('valid', '有效', '1 正常'),
  choice('invalid', '无效', '0 失效'),
];
