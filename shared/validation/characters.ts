/**
 * Characters that platforms refuse in names and codes (`X14`): full-width letters and digits, blanks, line
 * breaks, marks of no width. Prose and brackets are left alone; codes with a check digit are judged in
 * `identifiers.ts`.
 */
import { compact, isBlank, isInvisible, isZeroWidth } from '../identifiers/fold.ts';
import type { Field, FieldId } from '../standards/index.ts';
import type { FieldRule, Inspection } from './inspection.ts';

const names: ReadonlySet<FieldId> = new Set([
  'subjectName',
  'legalRepresentative',
  'certificateNumber',
  'authorityName',
  'sourceUnitName',
]);

const codes: ReadonlySet<FieldId> = new Set([
  'taxRegistrationNumber',
  'publicInstitutionCertificateNumber',
  'socialOrganizationCertificateNumber',
]);

/** The rule on the characters of a field, or `null` where any will do. */
export function characterRule({ id }: Field): FieldRule | null {
  const clean = names.has(id) ? cleanName : codes.has(id) ? compact : null;
  if (clean === null) return null;
  return (record, value) => {
    const cleaned = clean(value);
    if (cleaned !== value) reportWriting(record, id, cleaned);
  };
}

/** Reports a value that differs from the right one only in how it is written. */
export function reportWriting(record: Inspection, id: FieldId, normal: string): void {
  record.report(
    'X14',
    [id],
    `${record.name(id)}里有全角、小写或看不见的字符、空格、连字符，请改为规范写法。`,
    record.change(id, normal),
  );
}

function isFullWidthAlphanumeric(code: number): boolean {
  return (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

function isOdd(code: number): boolean {
  return isInvisible(code) || isFullWidthAlphanumeric(code);
}

/** Characters of words in Latin letters, with the point of an initial. */
const wordCharacter = /[\w.,]/;

/** A name as registers write it. A single blank between words of Latin letters stays: `John Smith`. */
function cleanName(text: string): string {
  let clean = true;
  for (let i = 0; i < text.length && clean; i += 1) clean = !isOdd(text.charCodeAt(i));
  if (clean) return text;
  let result = '';
  let last = '';
  let blank = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isZeroWidth(code)) continue;
    if (isBlank(code)) {
      blank = true;
      continue;
    }
    const character = String.fromCharCode(isFullWidthAlphanumeric(code) ? code - 0xfee0 : code);
    const betweenWords = blank && wordCharacter.test(last) && wordCharacter.test(character);
    result += betweenWords ? ` ${character}` : character;
    last = character;
    blank = false;
  }
  return result;
}
