/**
 * What identifies people where the public reads it (`X21`, 个人信息保护法 article 6 and 28): resident IDs in
 * any text; telephone numbers and bank cards in prose, where no certificate has such a number.
 */
import { findResidentIds, maskResidentIds } from '../identifiers/resident-id.ts';
import type { Field } from '../standards/index.ts';
import { prose, unifiedCodes } from './field-groups.ts';
import type { FieldRule } from './inspection.ts';

const mobileNumber = /(?<![\d.])1[3-9]\d{9}(?![\d.])/g;
const bankCard = /(?<!\d)(?:6[02]|[45])\d{14,17}(?!\d)/g;

/** Whether the last digit is the check digit of ISO/IEC 7812 (Luhn). */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i)) * ((i % 2) + 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** A text with telephone numbers and bank cards masked: the first three and the last four digits stay. */
function maskNumbers(text: string): string {
  const mask = (digits: string): string =>
    digits.slice(0, 3) + '*'.repeat(digits.length - 7) + digits.slice(-4);
  return text
    .replace(mobileNumber, mask)
    .replace(bankCard, (digits) => (isCardNumber(digits) ? mask(digits) : digits));
}

/** No number that is looked for is shorter. */
const shortest = 11;

/** Without eleven digits in a row there is none of these. */
const manyDigits = /\d{11}/;

/** The rule on what identifies people in a field, or `null` where the field is for such numbers. */
export function privateDataRule({ id, type, sensitive }: Field): FieldRule | null {
  if (type !== 'text' || sensitive === true || unifiedCodes.has(id)) return null;
  const isProse = prose.has(id);
  return (record, value) => {
    if (value.length < shortest) return;
    const hasIds = findResidentIds(value).length > 0;
    const withoutIds = hasIds ? maskResidentIds(value) : value;
    const masked = isProse && manyDigits.test(withoutIds) ? maskNumbers(withoutIds) : withoutIds;
    if (masked === value) return;
    record.report(
      'X21',
      [id],
      `%1里有${hasIds ? '身份证号码' : '手机号码或银行卡号'}，公开前请隐去。`,
      { label: hasIds ? '隐去身份证号码' : '隐去号码', changes: { [id]: masked } },
    );
  };
}
