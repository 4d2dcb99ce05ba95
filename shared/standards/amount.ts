/**
 * Amounts of money (金额) as people write them, and as the standard wants them: a decimal number of ten
 * thousand yuan (万元), `0.2` for 2000元. Decimals are shifted as text, so nothing is rounded.
 */
import { toHalfWidth } from '../identifiers/fold.ts';
import { numberOf, numeralCharacters } from './numerals.ts';
import { shifted } from './shifted.ts';

/** An amount found in a text. */
export interface FoundAmount {
  /** In 万元, in its shortest writing. */
  readonly value: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** Where it ends, not included. */
  readonly end: number;
}

// Repetitions are bounded, so that a page full of digits costs no more than its length.
const decimal = String.raw`(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,16})(?:\.\d{1,8})?`;
const written = String.raw`(?<![\d.,])(${decimal})\s{0,4}([十百千万亿拾佰仟萬億]{0,4})|([${numeralCharacters}]{1,32})`;
const fractions = `(?:([${numeralCharacters}\\d])角)?(?:([${numeralCharacters}\\d])分)?[整正]?`;

const inYuan = new RegExp(`(?:${written})\\s{0,4}[元圆]${fractions}`, 'gu');
const wholly = new RegExp(`^(?:${written})\\s{0,4}(?:([元圆])${fractions})?$`, 'u');

/** The power of ten of a unit that follows digits, 8 for 亿, or `null` for characters in disorder. */
function powerOf(unit: string): number | null {
  if (unit === '') return 0;
  const factor = numberOf(`一${unit}`);
  return factor === null || !/^10*$/.test(String(factor)) ? null : String(factor).length - 1;
}

/** The number of yuan of a match of `written` and `fractions`, or `null`. */
function yuanOf(
  number: string | undefined,
  unit: string | undefined,
  numerals: string | undefined,
  tenths: string | undefined,
  hundredths: string | undefined,
): string | null {
  let yuan: string | null;
  if (number !== undefined) {
    const power = powerOf(unit ?? '');
    yuan = power === null ? null : shifted(number.replaceAll(',', ''), power);
  } else {
    const value = numberOf(numerals ?? '');
    yuan = value === null ? null : String(value);
  }
  if (yuan === null || yuan.includes('.') || (tenths === undefined && hundredths === undefined)) {
    return yuan;
  }
  return shifted(`${yuan}.${digitOf(tenths)}${digitOf(hundredths)}`, 0);
}

function digitOf(character: string | undefined): string {
  if (character === undefined) return '0';
  return /\d/.test(character) ? character : String(numberOf(character) ?? 0);
}

/**
 * The 万元 that a written amount means: `2,000元`, `0.2万元`, `￥2000`, `贰仟元整` are all `0.2`. A number
 * without unit is one of 万元. `null` for what is no amount.
 */
export function amountOf(text: string): string | null {
  const folded = toHalfWidth(text)
    .replace(/\s+/gu, '')
    .replace(/^人民币/, '');
  const plain = folded.replace(/^[¥￥]/, '');
  const match = wholly.exec(plain);
  if (!match) return null;
  const [, number, unit, numerals, yuanSign, tenths, hundredths] = match;
  const yuan = yuanOf(number, unit, numerals, tenths, hundredths);
  if (yuan === null) return null;
  if (yuanSign !== undefined || plain !== folded) return shifted(yuan, -4);
  // Without 元 the column's own unit is meant: 0.2 and 0.2万 are the same there.
  if (number === undefined) return null;
  return unit === '' || unit === '万' || unit === '萬'
    ? shifted(number.replaceAll(',', ''), 0)
    : null;
}

/** All amounts of yuan in a text, digits and numerals alike, in the order in which they stand. */
export function amountsIn(text: string): readonly FoundAmount[] {
  const found: FoundAmount[] = [];
  if (!/[元圆]/u.test(text)) return found;
  const folded = toHalfWidth(text);
  inYuan.lastIndex = 0;
  for (let match = inYuan.exec(folded); match !== null; match = inYuan.exec(folded)) {
    const [whole, number, unit, numerals, tenths, hundredths] = match;
    const yuan = yuanOf(number, unit, numerals, tenths, hundredths);
    if (yuan === null) continue;
    found.push({ value: shifted(yuan, -4), start: match.index, end: match.index + whole.length });
  }
  return found;
}
