/**
 * What is not reported at all: state secrets (涉密, `X19`), by the marks of 保守国家秘密法 on their papers, and
 * penalties by simplified procedure (简易程序, `X19-S`), 行政处罚法 article 51 since 2021. Both can be overridden
 * with a reason: the words may stand there for something else.
 */
import type { Field } from '../standards/index.ts';
import { prose } from './field-groups.ts';
import type { FieldRule } from './inspection.ts';

const secret = /[绝机秘]密\s{0,4}[★☆]|密级[:：]\s{0,4}[绝机秘]密/u;
const simplified = /(?<!不(?:适用|符合|属于)|未适用|由)简易程序(?!转)|当场(?:行政)?处罚决定/u;

/** The rule on what a text says of its decision, or `null` for other fields. */
export function reportabilityRule({ id }: Field): FieldRule | null {
  if (!prose.has(id)) return null;
  return (record, value) => {
    if (value.includes('密') && secret.test(value)) {
      record.report(
        'X19',
        [id],
        `%1带有密级，涉密的决定不得报送，请停止；确不涉密的，说明理由后提交。`,
      );
    }
    if (simplified.test(value) && record.field('penaltyCategory')) {
      record.report(
        'X19-S',
        [id],
        `%1写明是简易程序，简易程序的处罚不报送；确非如此的，说明理由后提交。`,
      );
    }
  };
}
