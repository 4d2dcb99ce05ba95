/**
 * Identity documents beside the resident ID (证件号码): passports, permits of residents of Hong Kong, Macao
 * and Taiwan, and the card of foreign permanent residents. The National Immigration Administration
 * (国家移民管理局) prints them; their forms are known from its announcements and from specimens.
 *
 * | document | form |
 * |---|---|
 * | Chinese passport (护照) | E and 8 digits, or E, a letter but I and O, and 7 digits; G and 8 digits before 2012; 14 or 15 and 7 digits before that. D, S and P for diplomats and officials: 7 or 8 digits, or E and 7 digits |
 * | passport of Hong Kong, Macao | K and 8 digits or KJ and 7; MA, MB or MC and 7 digits |
 * | foreign passport | 5 to 17 letters and digits, whatever the country prints |
 * | 港澳居民来往内地通行证 | H or M and 8 digits, with 2 more for the number of the card until 2013; a letter in the second place and 6 or 7 digits on those for foreigners (2024) |
 * | 台湾居民来往大陆通行证 | 8 digits; 10 digits on those of before 2015, perhaps with a letter behind, in brackets or not |
 * | 港澳台居民居住证 | 18 digits as on a resident ID, from 810000, 820000 or 830000 |
 * | 外国人永久居留身份证, from December 2023 | 9, province (2), country (3 digits of ISO 3166), day of birth (8), sequence (3), check digit as on a resident ID |
 * | 外国人永久居留身份证, before | country (3 letters), region (4 digits), day of birth YYMMDD, sequence (1), check digit with the weights 7 3 1 of ICAO 9303 |
 *
 * Worked example: 911398199012310021 is a card issued in Beijing (11) to a Kazakh woman (398) born on
 * 31 December 1990. On the older card KAZ11009012310? the letters count A=10 … Z=35; the weighted sum is
 * 265, and 265 mod 10 gives `KAZ110090123105`.
 *
 * Pitfalls: both cards of permanent residents are valid. Older cards are also met with the day of birth
 * in eight digits and no check digit. Only a form can be checked of passports and permits: a wrong digit
 * goes unnoticed.
 */
import { monthLength } from '../calendar/dates.ts';
import { compact } from './fold.ts';
import { asDigits } from './lookalikes.ts';
import * as residentId from './resident-id.ts';
import type { ResidentIdReason } from './resident-id.ts';

export type TravelDocumentType =
  | 'passport'
  | 'hongKongMacaoPermit'
  | 'taiwanPermit'
  | 'residencePermit'
  | 'foreignPermanentResidentId';

export type TravelDocumentReason = ResidentIdReason | 'form' | 'country' | 'sequence';

export type TravelDocument =
  | {
      readonly ok: true;
      readonly type: TravelDocumentType;
      /** A passport of another country, of which nothing but the length is known. */
      readonly foreign: boolean;
    }
  | { readonly ok: false; readonly reason: TravelDocumentReason };

/** In the order in which a number is told by its form. */
const forms: Readonly<Record<TravelDocumentType, RegExp>> = {
  residencePermit: /^8[123]0000\d{11}[\dX]$/,
  foreignPermanentResidentId: /^(?:9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
  hongKongMacaoPermit: /^[HM](?:\d{8}|\d{10}|[A-Z]\d{6,7})$/,
  passport:
    /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|1[45]\d{7}|[DSP]\d{7,8}|[DSP]E\d{7}|K\d{8}|KJ\d{7}|M[ABC]\d{7})$/,
  taiwanPermit: /^(?:\d{8}|\d{10}(?:[A-Z]|\([A-Z]\))?)$/,
};

const foreignPassport = /^[A-Z0-9]{5,17}$/;

/** The documents, in the order in which a number is told by its form. */
export const travelDocumentTypes = Object.keys(forms) as readonly TravelDocumentType[];

/** ISO 3166-1 leaves the numbers from here on to its users. */
const firstUserCountry = 900;

/** Whether the digits from `start` are month and day of a year of four or, in either century, two digits. */
function isDay(text: string, start: number, yearDigits: 2 | 4): boolean {
  const [year = 0, month = 0, day = 0] = [
    text.slice(start, start + yearDigits),
    text.slice(start + yearDigits, start + yearDigits + 2),
    text.slice(start + yearDigits + 2, start + yearDigits + 4),
  ].map(Number);
  if (yearDigits === 4 && year < 1800) return false;
  // Of two digits the year 2000 is the one in doubt, and a leap year.
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year || 2000, month);
}

function isAfter(day: string, today: string): boolean {
  return day > today.replace(/-/g, '');
}

function cardFault(text: string, today: string): TravelDocumentReason | null {
  if (!residentId.isProvince(text.slice(1, 3))) return 'region';
  const country = Number(text.slice(3, 6));
  if (country === 0 || country >= firstUserCountry) return 'country';
  if (!isDay(text, 6, 4)) return 'date';
  if (isAfter(text.slice(6, 14), today)) return 'future';
  if (text.startsWith('000', 14)) return 'sequence';
  return residentId.checkDigitOf(text.slice(0, 17)) === text.charAt(17) ? null : 'checkDigit';
}

function formerCardFault(text: string, today: string): TravelDocumentReason | null {
  if (!residentId.isProvince(text.slice(3, 5))) return 'region';
  if (!isDay(text, 7, 2)) {
    if (!isDay(text, 7, 4)) return 'date';
    return isAfter(text.slice(7), today) ? 'future' : null;
  }
  let sum = 0;
  for (let i = 0; i < 14; i += 1) {
    sum += Number.parseInt(text.charAt(i), 36) * ([7, 3, 1][i % 3] ?? 0);
  }
  return sum % 10 === Number(text.charAt(14)) ? null : 'checkDigit';
}

function fault(type: TravelDocumentType, text: string, today: string): TravelDocumentReason | null {
  if (!forms[type].test(text)) return 'form';
  if (type === 'residencePermit') return residentId.fault(text, today);
  if (type !== 'foreignPermanentResidentId') return null;
  return (text.startsWith('9') ? cardFault : formerCardFault)(text, today);
}

/**
 * Which document a number is of, or the first thing that is wrong with it.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai; nobody is born after it.
 * @param type the document that it should be of. Without it: whichever has this form; a foreign passport,
 *   which may have any, is then not thought of.
 */
export function parse(text: string, today: string, type?: TravelDocumentType): TravelDocument {
  if (text === '') return { ok: false, reason: 'empty' };
  if (type === undefined) {
    const found = travelDocumentTypes.find((each) => fault(each, text, today) === null);
    return found === undefined
      ? { ok: false, reason: 'form' }
      : { ok: true, type: found, foreign: false };
  }
  const reason = fault(type, text, today);
  if (reason === null) return { ok: true, type, foreign: false };
  return type === 'passport' && foreignPassport.test(text)
    ? { ok: true, type, foreign: true }
    : { ok: false, reason };
}

/** The verdict on the text as typed; see `parse` for the parameters. */
export function isValid(text: string, today: string, type?: TravelDocumentType): boolean {
  return parse(text, today, type).ok;
}

/** Half-width, upper case, without blanks, hyphens and marks of no width; `×` at the end as X. */
export function normalize(text: string): string {
  return compact(text).replace(/×$/, 'X');
}

/**
 * The number that was most likely meant: the normal form, or the one with O, I, Z and S as 0, 1, 2 and 5
 * where only digits stand. `null` where there is nothing to mend or it is still not of this document.
 */
export function suggest(text: string, today: string, type: TravelDocumentType): string | null {
  const number = normalize(text);
  // No letters, or one, or three stand before the digits.
  const candidates = [0, 1, 3].map((kept) => number.slice(0, kept) + asDigits(number.slice(kept)));
  return (
    [number, ...candidates].find(
      (candidate) => candidate !== text && fault(type, candidate, today) === null,
    ) ?? null
  );
}
