/**
 * What a platform refuses although the national standard admits it (本平台会拒绝): bytes instead of characters
 * (`X13`), characters (`X14-P`), forms (`P-FORM`), dates that its picker does not reach (`X07-P`). Only for the
 * platform whose profile is chosen.
 */
import type { Field } from '../standards/index.ts';
import { longTermDate } from '../standards/written.ts';
import { names, plainCodes } from './field-groups.ts';
import type { Inspection } from './inspection.ts';
import type { PlatformProfile } from './platform-profile.ts';

const compiled = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern, 'u');
    compiled.set(pattern, expression);
  }
  return expression;
}

function byteLength(text: string, bytes: 'utf8' | 'gbk'): number {
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Half of a pair of surrogates is two bytes of the four in either encoding.
    if (code < 0x80) length += 1;
    else if (bytes === 'gbk' || code < 0x800 || (code >= 0xd800 && code < 0xe000)) length += 2;
    else length += 3;
  }
  return length;
}

/** Reports what the platform refuses in a field; of what is wrong by the national rules nothing more. */
export function inspectForPlatform(
  record: Inspection,
  { id, type, maxLength }: Field,
  value: string,
  platform: PlatformProfile,
): void {
  if (record.hasReported(id)) return;
  if (type === 'text' && platform.bytes !== null && value.length * 3 > maxLength) {
    const bytes = byteLength(value, platform.bytes);
    if (bytes > maxLength) {
      record.report(
        'X13',
        [id],
        `%1有${Array.from(value).length}个字，按本平台的算法是${bytes}个字节，最多${maxLength}，请精简。`,
      );
    }
  }
  if (names.has(id) || plainCodes.has(id)) {
    const refused = Array.from(value).find((each) => platform.refusedCharacters.includes(each));
    if (refused !== undefined) {
      record.report(
        'X14-P',
        [id],
        `%1里的“${refused}”本平台会拒绝，请与信用中心商定写法，或说明理由后提交。`,
      );
    }
  }
  const { lastPickableDate } = platform;
  if (value === longTermDate && lastPickableDate !== null && lastPickableDate < value) {
    record.report('X07-P', [id], `本平台的日期框选不到${value}，%1请直接键入。`);
  }
  for (const { fields, pattern, advice } of platform.forms) {
    if (fields.includes(id) && !expressionOf(pattern).test(value)) {
      record.report('P-FORM', [id], `%1的写法本平台会拒绝：${advice}。`);
    }
  }
}
