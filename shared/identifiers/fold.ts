/**
 * What typing adds to a number without changing it: full-width forms of the input method, blanks,
 * hyphens, and marks that nobody sees, copied along from web pages and chat programs.
 */

/** Full-width letters, digits and punctuation (U+FF01–U+FF5E) as half-width; the rest stays. */
export function toHalfWidth(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) {
      folded += text.slice(kept, i) + String.fromCharCode(code - 0xfee0);
      kept = i + 1;
    }
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

const blank = /[\s\x85]/;
const zeroWidth =
  /[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/;
const hyphen = /[-\u2010-\u2015\u2212\ufe63\uff0d]/;

/** Whether a character is a digit, an ASCII or a Chinese character, as nearly all are. */
function isOrdinary(code: number): boolean {
  return (code > 0x2f && code < 0x7f) || (code > 0x3000 && code < 0xfe00);
}

/** White space of any kind, the ideographic blank U+3000 and the no-break blank included. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (!isOrdinary(code) && blank.test(String.fromCharCode(code)));
}

/** Marks without width: joiners, direction marks, soft hyphen, variation selectors, byte order mark. */
export function isZeroWidth(code: number): boolean {
  return !isOrdinary(code) && zeroWidth.test(String.fromCharCode(code));
}

/** Whether a character only separates the digits of a number: blanks, hyphens and dashes, marks of no width. */
export function isSeparator(code: number): boolean {
  return isInvisible(code) || (!isOrdinary(code) && hyphen.test(String.fromCharCode(code)));
}

/** Whether a character is a blank or a mark of no width. */
export function isInvisible(code: number): boolean {
  return isBlank(code) || isZeroWidth(code);
}

/**
 * The normal form that identifiers share: half-width, `a`–`z` in upper case, without blanks, hyphens
 * and marks of no width. Applied twice it changes nothing more.
 */
export function compact(text: string): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    const upper = half >= 0x61 && half <= 0x7a ? half - 32 : half;
    const dropped = isSeparator(code);
    if (upper === code && !dropped) continue;
    result += text.slice(kept, i) + (dropped ? '' : String.fromCharCode(upper));
    kept = i + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** The text without blanks and marks of no width, wherever they stand. */
export function withoutInvisible(text: string): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!isInvisible(text.charCodeAt(i))) continue;
    result += text.slice(kept, i);
    kept = i + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Whether a text has anything but blanks and marks of no width. */
export function isVisible(text: string): boolean {
  let at = 0;
  while (at < text.length && isInvisible(text.charCodeAt(at))) at += 1;
  return at < text.length;
}

/** The text without blanks and marks of no width at either end. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isInvisible(text.charCodeAt(start))) start += 1;
  while (end > start && isInvisible(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** A name as it is compared: widths and brackets made alike, blanks left out. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}
