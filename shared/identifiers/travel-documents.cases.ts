/**
 * Inputs and verdicts for travel documents, by the document that they should be of: `valid` and `invalid` are
 * beyond dispute; `decisions` are those on which validators differ, with what is decided here and why.
 */
import type { TravelDocumentType } from './travel-documents.ts';

type Inputs = Readonly<Record<TravelDocumentType, readonly string[]>>;

// prettier-ignore
export const valid: Inputs = {
  passport: ['DE1234567', 'DE2345678', 'E00160027', 'E12345678', 'EA1234567', 'G12345678', 'G25352389'],
  hongKongMacaoPermit: ['H12345678', 'H1234567802', 'H1234567890', 'H32031177', 'H3203117707', 'M12345678', 'M1234567801', 'M32031177', 'M3203117707'],
  taiwanPermit: ['07257456', '12345678'],
  residencePermit: ['810000199408230021', '81000019980902013X', '820000199408230023', '820000200009100032', '830000199201300022', '830000200209060065'],
  foreignPermanentResidentId: ['911124198108030024', '911398199012310021', '932682198501010017', 'CAN110019810803', 'KAZ110090123105'],
};

/** Numbers of no Chinese passport; where they have 5 to 17 letters and digits another country may have printed them. */
// prettier-ignore
export const notChinese: readonly string[] = ['EI1234567', 'G.1234567', 'G1234567', 'GA1234567', 'GO1234567', 'K0123456', 'X12345678'];

// prettier-ignore
export const invalid: Inputs = {
  passport: [],
  hongKongMacaoPermit: ['', 'A12345678', 'A1234567801', 'H1234567', 'H123456789', 'H1234567A', 'H13070119931030228X', 'K1234567802', 'M230701199310302289', 'X12345678'],
  taiwanPermit: ['', '1234567', '123456789', '1234567890(12', '12345678901', '1234567A', 'F290299977', 'TT12345678'],
  residencePermit: ['', '810000199402310021', '810000199408230022', '81101019900307123', '830000199201300021', '830000199202310022', '841010199003071234'],
  foreignPermanentResidentId: ['832682198501010017', '911124198108030008', '911398199002310021', '911398199012310020', '911398199012310022', '911999199012310021', '93268219850101001', '932682198501010018', '9326821985010100X7', '932682198502300017', '932682198513010017', '996682198501010017', '999398199012310021', 'AB123456789012', 'ABC12345678901', 'ABC123456789012', 'KAA110090123105', 'KAZ110090023105', 'KAZ110090123107', 'KAZ990090123105'],
};

// prettier-ignore
export const decisions: readonly (readonly [
  type: TravelDocumentType, input: string, verdict: boolean, why: string,
])[] = [
  ['hongKongMacaoPermit', 'h3203117707', false, 'lower case is not as it is printed; the normal form is offered'],
  ['hongKongMacaoPermit', 'm3203117707', false, 'lower case is not as it is printed; the normal form is offered'],
  ['hongKongMacaoPermit', 'h32031177', false, 'lower case is not as it is printed; the normal form is offered'],
  ['hongKongMacaoPermit', 'm32031177', false, 'lower case is not as it is printed; the normal form is offered'],
  ['hongKongMacaoPermit', ' ', false, 'in no writing a number of this kind'],
  ['hongKongMacaoPermit', 'h130701199310', false, 'in no writing a number of this kind'],
  ['hongKongMacaoPermit', 'm520302198912097948', false, 'in no writing a number of this kind'],
  ['hongKongMacaoPermit', 'HA123456', true, 'the edition of 2024 for foreigners; both lengths are met, so neither is refused'],
  ['hongKongMacaoPermit', 'HA1234567', true, 'the edition of 2024 for foreigners; both lengths are met, so neither is refused'],
  ['taiwanPermit', 'h1307098', false, 'in no writing a number of this kind'],
  ['taiwanPermit', 'abcdefgh', false, 'in no writing a number of this kind'],
  ['taiwanPermit', ' ', false, 'in no writing a number of this kind'],
  ['taiwanPermit', '1234567890', true, 'ten digits were printed until 2015'],
  ['taiwanPermit', 'T12345678', false, 'another document'],
  ['taiwanPermit', '123456789012345678', false, 'another document'],
  ['residencePermit', '811010199003071234', false, 'shape alone is not enough; region and check digit decide'],
  ['residencePermit', '821010199003071234', false, 'shape alone is not enough; region and check digit decide'],
  ['residencePermit', '831010199003071234', false, 'shape alone is not enough; region and check digit decide'],
];

/** Passports on which validators differ: whether China, Hong Kong or Macao printed them. */
// prettier-ignore
export const chineseDecisions: readonly (readonly [input: string, verdict: boolean, why: string])[] = [
  ['E-1234567', false, 'a digit is missing'],
  ['e12345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['de2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['De2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['se2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['pe2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['ka2345678', false, 'in no writing one of these'],
  ['kb2345678', false, 'in no writing one of these'],
  ['kj2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['Km2345678', false, 'in no writing one of these'],
  ['hm2345678', false, 'in no writing one of these'],
  ['Hj2345678', false, 'in no writing one of these'],
  ['ha2345678', false, 'in no writing one of these'],
  ['Ma2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['ma2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['mB2345678', false, 'lower case is not as it is printed; the normal form is offered'],
  ['MB2345678', true, 'printed by Hong Kong or Macao'],
  ['MN2345678', false, 'in no writing one of these'],
  ['Mj2345678', false, 'in no writing one of these'],
  ['abc', false, 'in no writing one of these'],
  ['dc2345678', false, 'in no writing one of these'],
  ['sc2345678', false, 'in no writing one of these'],
  ['pc2345678', false, 'in no writing one of these'],
  ['dk2345678', false, 'in no writing one of these'],
  ['s28233515', false, 'lower case is not as it is printed; the normal form is offered'],
  ['141234567', true, 'a series of before 2012, still in papers of those years'],
  ['159203084', true, 'a series of before 2012, still in papers of those years'],
  ['MA1234567', true, 'printed by Hong Kong or Macao'],
  ['K25345719', true, 'printed by Hong Kong or Macao'],
  ['D12345678', true, 'a series of before 2012, still in papers of those years'],
  ['H1234567', false, 'in no writing one of these'],
  ['K1234567', false, 'in no writing one of these'],
];
