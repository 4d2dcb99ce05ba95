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
    row('documentTitle', 'XK_XKWS', '行政许可决定文书名称', 64, always),
    row('documentNumber', 'XK_WSH', '行政许可决定文书号', 64, always),
    row('licenceCategory', 'XK_XKLB', '许可类别', 256, always, {
      type: 'choice',
      choices: licenceCategoryChoices,
      otherChoice: true,
    }),
    row('certificateName', 'XK_XKZS', '许可证书名称', 64, optional),
    row('certificateNumber', 'XK_XKBH', '许可编号', 64, optional),
    row('licenceContent', 'XK_NR', '许可内容', 4000, always),
    row('decisionDate', 'XK_JDRQ', '许可决定日期', 10, always, { type: 'date' }),
    row('validFrom', 'XK_YXQZ', '有效期自', 10, always, {
      type: 'date',
    }),
    row('validUntil', 'XK_YXQZI', '有效期至', 10, always, { type: 'date' }),
    ...authorityFields('XK_XKJG', '许可机关'),
    row('status', 'XK_ZT', '当前状态', 1, always, {
      type: 'choice',
      choices: licenceStatusChoices,
    }),
    ...sourceFields('XK_LYDW'),
  ],
};
