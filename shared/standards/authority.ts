/** Fields that licences and penalties share: who decided, and who reports. */
import type { Field } from './field.ts';
import { always, optional, row } from './row.ts';

/**
 * The authority (决定机关) and its code.
 *
 * @param code column of the name; that of the code ends in `DM`.
 * @param label 许可机关 or 处罚机关.
 * @param synonyms of the name, beside those of every authority.
 */
export function authorityFields(code: string, label: string, synonyms: string): readonly Field[] {
  return [
    row('authorityName', code, label, 200, always, `${label}名称 决定机关 ${synonyms}`),
    row(
      'authorityCode',
      `${code}DM`,
      `${label}统一社会信用代码`,
      18,
      always,
      `${label}代码 决定机关统一社会信用代码`,
    ),
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
    row('sourceUnitName', code, label, 200, always, `${label}名称 来源单位 报送单位`),
    row(
      'sourceUnitCode',
      `${code}DM`,
      `${label}统一社会信用代码`,
      18,
      always,
      `${label}代码 来源单位统一社会信用代码`,
    ),
    row('remarks', 'BZ', '备注', 512, optional, '备注说明'),
  ];
}
