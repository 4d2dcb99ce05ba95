/**
 * Characters of names and codes: full-width letters and digits, blanks, line breaks, marks of no width (`X14`);
 * brackets that do not match (`X17`), while either kind of bracket is a licence's own. Prose is left alone; codes
 * with a check digit are judged in `identifiers.ts`.
 */
import { compact, isBlank, isInvisible, isZeroWidth } from '../identifiers/fold.ts';
import type { Field, FieldId } from '../standards/index.ts';
import { names, plainCodes } from './field-groups.ts';
import type { FieldRule, Inspection } from './inspection.ts';

/** The rule on the characters of a field, or `null` where any will do. */
export function characterRule({ id }: Field): FieldRule | null {
  const clean = names.has(id) ? cleanName : plainCodes.has(id) ? compact : null;
  if (clean === null) return null;
  return (record, value) => {
    const cleaned = clean(value);
    if (cleaned !== value) reportWriting(record, id, cleaned);
    if (clean === cleanName) inspectBrackets(record, id, value);
  };
}

const bracket = /[()（）]/u;

/** The name with its brackets in pairs of one kind, the one that is opened; `null` where they do not pair. */
function pairedBrackets(name: string): string | null {
  const open: string[] = [];
  let paired = '';
  for (const character of name) {
    if (character === '(' || character === '（') open.push(character);
    if (character === ')' || character === '）') {
      const opened = open.pop();
      if (opened === undefined) return null;
      paired += opened === '(' ? ')' : '）';
    } else paired += character;
  }
  return open.length === 0 ? paired : null;
}

function inspectBrackets(record: Inspection, id: FieldId, value: string): void {
  if (!bracket.test(value)) return;
  const paired = pairedBrackets(value);
  if (paired === value) return;
  record.report(
    'X17',
    [id],
    `%1里的括号不成对，请照营业执照或证件填写，前后用同一种括号。`,
    paired === null ? null : record.change(id, paired),
  );
}

/** Reports a value that differs from the right one only in how it is written. */
export function reportWriting(record: Inspection, id: FieldId, normal: string): void {
  record.report(
    'X14',
    [id],
    `%1里有全角、小写或看不见的字符、空格、连字符，请改为规范写法。`,
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
