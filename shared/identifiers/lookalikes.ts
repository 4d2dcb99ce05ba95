/** Characters that are taken for each other when a number is copied by eye. */

const pairs: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['I', '1'],
  ['Z', '2'],
  ['S', '5'],
];

const digitFor = new Map(pairs);
const letterFor = new Map(pairs.map(([letter, digit]) => [digit, letter] as const));

/** The text with O, I, Z and S as the digits that they look like, for numbers that have no such letters. */
export function asDigits(text: string): string {
  return text.replace(/[OIZS]/g, (letter) => digitFor.get(letter) ?? letter);
}

/** All readings of a text that differ from it in one such character. */
export function lookalikes(text: string): readonly string[] {
  return Array.from(text).flatMap((character, i) => {
    const other = digitFor.get(character) ?? letterFor.get(character);
    return other === undefined ? [] : [text.slice(0, i) + other + text.slice(i + 1)];
  });
}
