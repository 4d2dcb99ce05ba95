/** Which generation of the standard a form was made for. */
import type { FieldId } from '@baosong/shared/standards/index.ts';
import type { FormRecord } from './field-record.ts';
import { normaliseLabel } from './label.ts';

/** The national standard of 双公示, by the year of its edition. */
export type Generation = '2015' | '2018' | '2019';

/** Columns that the edition of 2018 gave up; one alone may be a habit of the platform. */
const columnsOf2015 =
  /^(xk|cf)_?(xmmc|splb|jzq|xzjg|cfmc|cflb[12]|jg|xdr_?(zdm|gsdj|sfz))$|^(dfbm|sjc)$/i;
const labelsOf2015 =
  /^(项目名称|审批类别|许可截止期|处罚名称|处罚类别[12]|处罚结果|地方编码|数据更新时间戳|行政相对人代码_[45]\((税务登记号|居民身份证号)\))$/;
const least = 2;

/** Columns that the revision of 2019 brought, or took the place of. */
const broughtIn2019: readonly FieldId[] = ['subjectCategory', 'legalRepresentativeDocumentType'];
const replacedIn2019 = /fr_?sfzh$/i;

/**
 * The generation of a form; the one in force where nothing speaks for an earlier one.
 *
 * @param fields what was recognised in it.
 */
export function generationOf(form: FormRecord, fields: ReadonlyMap<FieldId, number>): Generation {
  const old = form.fields.filter(
    ({ codes, labels }) =>
      codes.some((code) => columnsOf2015.test(code)) ||
      labels.some(({ text }) => labelsOf2015.test(normaliseLabel(text))),
  );
  if (broughtIn2019.some((id) => fields.has(id))) return '2019';
  if (old.length >= least) return '2015';
  const isOf2018 = form.fields.some(({ codes }) => codes.some((code) => replacedIn2019.test(code)));
  return isOf2018 ? '2018' : '2019';
}
