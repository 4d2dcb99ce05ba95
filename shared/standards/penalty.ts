/** The administrative penalty (行政处罚) of the 2019 generation, field by field. */
import { authorityFields, sourceFields } from './authority.ts';
import { penaltyCategoryChoices } from './choices.ts';
import type { Standard } from './field.ts';
import { always, optional, row } from './row.ts';
import { subjectFields } from './subject.ts';

export const penalty2019: Standard = {
  kind: 'penalty',
  generation: '2019',
  revision: 1,
  fields: [
    ...subjectFields('CF'),
    row(
      'documentNumber',
      'CF_WSH',
      '行政处罚决定书文号',
      128,
      always,
      '行政处罚决定文书号 处罚决定书文号 处罚文号 决定文书号 文书号 文号',
    ),
    row('violationType', 'CF_WFXW', '违法行为类型', 2000, always, '违法行为 违法类型'),
    row('violationFacts', 'CF_SY', '违法事实', 2000, always, '处罚事由 事由 主要违法事实'),
    row('penaltyBasis', 'CF_YJ', '处罚依据', 2048, always, '行政处罚依据 法律依据'),
    row(
      'penaltyCategory',
      'CF_CFLB',
      '处罚类别',
      255,
      always,
      '处罚种类 行政处罚类别 处罚类型 CF_CFLB1',
      { type: 'choices', choices: penaltyCategoryChoices, otherChoice: true },
    ),
    row('penaltyContent', 'CF_NR', '处罚内容', 4000, always, '行政处罚内容 处罚结果 CF_JG'),
    row(
      'fineAmount',
      'CF_NR_FK',
      '罚款金额（万元）',
      19,
      optional,
      '罚款金额 处罚金额（万元） 处罚金额',
      { type: 'amount' },
    ),
    row(
      'confiscatedAmount',
      'CF_NR_WFFF',
      '没收违法所得、没收非法财物的金额（万元）',
      19,
      optional,
      '没收违法所得、没收非法财务的金额（万元） 没收金额（万元） 没收金额 没收违法所得金额',
      { type: 'amount' },
    ),
    row(
      'revokedCertificate',
      'CF_NR_ZKDX',
      '暂扣或吊销证照名称及编号',
      200,
      optional,
      '暂扣或吊销证照 暂扣吊销证照名称及编号',
    ),
    row(
      'decisionDate',
      'CF_JDRQ',
      '处罚决定日期',
      10,
      always,
      '行政处罚决定日期 决定日期 决定时间',
      { type: 'date' },
    ),
    row('validUntil', 'CF_YXQ', '处罚有效期', 10, always, '处罚有效期至 有效期 有效期至', {
      type: 'date',
    }),
    row(
      'publicityEndDate',
      'CF_GSJZQ',
      '公示截止期',
      10,
      optional,
      '公示截止日期 公示期限 公示期至',
      { type: 'date' },
    ),
    ...authorityFields('CF_CFJG', '处罚机关', 'CF_XZJG CF_XKJG'),
    ...sourceFields('CF_SJLY'),
  ],
};
