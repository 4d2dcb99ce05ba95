/** Identity numbers of people where the public reads them (`X21`): a resident ID in a free text. */
import { findResidentIds, maskResidentIds } from '../identifiers/resident-id.ts';
import type { Field, FieldId } from '../standards/index.ts';
import type { FieldRule } from './inspection.ts';

/** Fields whose eighteen digits are a code of their own. */
const codes: ReadonlySet<FieldId> = new Set([
  'unifiedSocialCreditCode',
  'authorityCode',
  'sourceUnitCode',
]);

/** The rule on identity numbers in a field, or `null` where the field is for such numbers. */
export function privateDataRule({ id, type, sensitive }: Field): FieldRule | null {
  if (type !== 'text' || sensitive === true || codes.has(id)) return null;
  return (record, value) => {
    if (findResidentIds(value).length === 0) return;
    record.report('X21', [id], `${record.name(id)}里有身份证号码，公开前请隐去。`, {
      label: '隐去身份证号码',
      changes: { [id]: maskResidentIds(value) },
    });
  };
}
