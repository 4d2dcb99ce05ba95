/** The administrative licence (行政许可) of the 2019 generation, field by field. */
import { authorityFields, sourceFields } from './authority.ts';
import { licenceCategoryChoices, licenceStatusChoices } from './choices.ts';
import type { Standard } from './field.ts';
import { always, optional, row } from './row.ts';
import { subjectFields } from './subject.ts';

export const licence2019: Standard = {
  kind: 'licence',
  generation: '2019',
  revision: 1,
  fields: [
    ...subjectFields('XK'),
    row(
      'documentTitle',
      'XK_XKWS',
      '行政许可决定文书名称',
      64,
      always,
      '许可决定文书名称 决定文书名称 文书名称 XK_XMMC 项目名称',
    ),
    row(
      'documentNumber',
      'XK_WSH',
      '行政许可决定文书号',
      64,
      always,
      '行政许可决定书文号 许可决定文书号 决定文书号 文书号 文号',
    ),
    row('licenceCategory', 'XK_XKLB', '许可类别', 256, always, '审批类别 许可类型 XK_SPLB', {
      type: 'choice',
      choices: licenceCategoryChoices,
      otherChoice: true,
    }),
    row('certificateName', 'XK_XKZS', '许可证书名称', 64, optional, '行政许可证书名称 证书名称'),
    row(
      'certificateNumber',
      'XK_XKBH',
      '许可编号',
      64,
      optional,
      '许可证书编号 证书编号 许可证编号',
    ),
    row('licenceContent', 'XK_NR', '许可内容', 4000, always, '行政许可内容'),
    row(
      'decisionDate',
      'XK_JDRQ',
      '许可决定日期',
      10,
      always,
      '行政许可决定日期 决定日期 决定时间 发证日期',
      { type: 'date' },
    ),
    row('validFrom', 'XK_YXQZ', '有效期自', 10, always, '有效期起 有效期开始日期 许可有效期自', {
      type: 'date',
    }),
    row(
      'validUntil',
      'XK_YXQZI',
      '有效期至',
      10,
      always,
      '有效期止 许可截止期 有效期截止日期 许可有效期至 XK_JZQ',
      { type: 'date' },
    ),
    ...authorityFields('XK_XKJG', '许可机关', '发证机关 XK_XZJG'),
    row('status', 'XK_ZT', '当前状态', 1, always, '状态 许可状态', {
      type: 'choice',
      choices: licenceStatusChoices,
    }),
    ...sourceFields('XK_LYDW'),
  ],
};
