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

/** White space of any kind, the ideographic blank U+3000 and the no-break blank included. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Marks without width: joiners, direction marks, soft hyphen, variation selectors, byte order mark. */
export function isZeroWidth(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x034f ||
    code === 0x061c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** Hyphens, dashes and minus signs, the full-width ones included. */
export function isHyphen(code: number): boolean {
  return (
    code === 0x2d ||
    (code >= 0x2010 && code <= 0x2015) ||
    code === 0x2043 ||
    code === 0x2212 ||
    code === 0xfe58 ||
    code === 0xfe63 ||
    code === 0xff0d
  );
}

/** Whether a character only separates the digits of a number. */
export function isSeparator(code: number): boolean {
  return isBlank(code) || isHyphen(code) || isZeroWidth(code);
}

/**
 * The normal form that identifiers share: half-width, `a`–`z` in upper case, without blanks, hyphens
 * and marks of no width. Applied twice it changes nothing more.
 */
export function compact(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isSeparator(code)) continue;
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    result += String.fromCharCode(half >= 0x61 && half <= 0x7a ? half - 32 : half);
  }
  return result;
}

/** The text without blanks and marks of no width at either end. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isInvisible(text.charCodeAt(start))) start += 1;
  while (end > start && isInvisible(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Whether a character is a blank or a mark of no width. */
export function isInvisible(code: number): boolean {
  // Nearly all are Chinese or ASCII characters.
  if ((code > 0x3000 && code < 0xfe00) || (code > 0x20 && code < 0x7f)) return false;
  return isBlank(code) || isZeroWidth(code);
}
