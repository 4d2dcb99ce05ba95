/** Fields that licences and penalties share: who decided, and who reports. */
import type { Field } from './field.ts';
import { always, optional, row } from './row.ts';

/**
 * The authority (决定机关) and its code.
 *
 * @param code column of the name; that of the code ends in `DM`.
 * @param label 许可机关 or 处罚机关.
 */
export function authorityFields(code: string, label: string): readonly Field[] {
  return [
    row('authorityName', code, label, 200, always),
    row('authorityCode', `${code}DM`, `${label}统一社会信用代码`, 18, always),
  ];
}

/**
 * The source unit (数据来源单位), its code, and the remarks that end every table.
 *
 * @param code column of the name; that of the code ends in `DM`.
 */
export function sourceFields(code: string): readonly Field[] {
  const label = '数据来源单位';
  return [
    row('sourceUnitName', code, label, 200, always),
    row('sourceUnitCode', `${code}DM`, `${label}统一社会信用代码`, 18, always),
    row('remarks', 'BZ', '备注', 512, optional),
  ];
}
