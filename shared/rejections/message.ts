/** Messages of platforms made comparable: the same rejection never reads quite the same twice. */

/** A platform's code as it is compared. */
export function normalizeCode(code: string): string {
  return code.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** A number, an identifier or a date, also one of which a part is masked. */
const numberWords = /[0-9A-Z*]*[0-9][0-9A-Z*]*/g;

/**
 * A message without what varies: numbers of any kind become `#`; blanks, punctuation, widths and letter case do
 * not matter. Holds no digit, and so no identity number.
 */
export function normalizeMessage(message: string): string {
  return shaped(message, numberWords, /[\p{P}\p{S}\s]/gu);
}

/** A pattern for messages as a person writes it: like a message, but `*` stands for anything. */
export function messagePattern(written: string): string {
  return shaped(written, /[0-9A-Z]*[0-9][0-9A-Z]*/g, /(?!\*)[\p{P}\p{S}\s]/gu).replace(/\*+/g, '*');
}

/** A letter that no message holds keeps the place of a number while the signs are taken out. */
const place = '\u{e000}';

function shaped(text: string, numbers: RegExp, signs: RegExp): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[a-z]/g, (letter) => letter.toUpperCase())
      .replaceAll(place, '')
      .replace(numbers, place)
      .replaceAll('#', place)
      .replace(signs, '')
      .replace(/\u{e000}+/gu, '#')
      // What a sign kept apart may have come together.
      .normalize('NFKC')
  );
}

/** Whether a normalised message is one of a pattern. */
export function fits(message: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return message === pattern;
  if (!message.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = message.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return message.length - last.length >= from && message.endsWith(last);
}
