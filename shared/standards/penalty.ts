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
    row('documentNumber', 'CF_WSH', '行政处罚决定书文号', 128, always),
    row('violationType', 'CF_WFXW', '违法行为类型', 2000, always),
    row('violationFacts', 'CF_SY', '违法事实', 2000, always),
    row('penaltyBasis', 'CF_YJ', '处罚依据', 2048, always),
    row('penaltyCategory', 'CF_CFLB', '处罚类别', 255, always, {
      type: 'choices',
      choices: penaltyCategoryChoices,
      otherChoice: true,
    }),
    row('penaltyContent', 'CF_NR', '处罚内容', 4000, always),
    row('fineAmount', 'CF_NR_FK', '罚款金额（万元）', 19, optional, { type: 'amount' }),
    row(
      'confiscatedAmount',
      'CF_NR_WFFF',
      '没收违法所得、没收非法财物的金额（万元）',
      19,
      optional,
      { type: 'amount' },
    ),
    row('revokedCertificate', 'CF_NR_ZKDX', '暂扣或吊销证照名称及编号', 200, optional),
    row('decisionDate', 'CF_JDRQ', '处罚决定日期', 10, always, { type: 'date' }),
    row('validUntil', 'CF_YXQ', '处罚有效期', 10, always, {
      type: 'date',
    }),
    row('publicityEndDate', 'CF_GSJZQ', '公示截止期', 10, optional, { type: 'date' }),
    ...authorityFields('CF_CFJG', '处罚机关'),
    ...sourceFields('CF_SJLY'),
  ],
};
