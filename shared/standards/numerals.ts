/** Chinese numerals (中文数字), small and capital: 二千零五, 贰仟零伍, and digit by digit 二〇二六. */

const digits = new Map(
  ['零〇○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (characters, value) => Array.from(characters, (character) => [character, value] as const),
  ),
);

const smallUnits = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const largeUnits = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);

/** The characters of which numerals are made, for use inside a character class. */
export const numeralCharacters = [
  ...digits.keys(),
  ...smallUnits.keys(),
  ...largeUnits.keys(),
].join('');

/** The whole number that numerals with units mean, such as 2005 for 贰仟零伍, or `null`. */
export function numberOf(numerals: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of numerals) {
    const value = digits.get(character);
    const small = smallUnits.get(character);
    const large = largeUnits.get(character);
    if (value !== undefined) {
      // Two digits side by side are read digit by digit, which an amount never is.
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      total =
        section === 0
          ? total * large
          : large > total
            ? (total + section) * large
            : total + section * large;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return numerals === '' ? null : total + section + (digit ?? 0);
}

/** Numerals read digit by digit, such as `2026` for 二〇二六, or `null`. */
export function digitsOf(numerals: string): string | null {
  let text = '';
  for (const character of numerals) {
    const value = digits.get(character);
    if (value === undefined) return null;
    text += String(value);
  }
  return text === '' ? null : text;
}
