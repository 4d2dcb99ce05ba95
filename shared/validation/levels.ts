/**
 * The rules by their codes, and how much a finding of each weighs. Levels are policy, kept in this one
 * place. Real codes are in use that fail their check digit, so a check digit alone is a warning there,
 * while a resident ID that fails is a typing error.
 */
import type { FindingLevel } from './finding.ts';

/** Level of each rule. `X…` are the numbered rules of the domain, the others what tables and standards say. */
export const levels = {
  /** A required field is blank. */
  REQ: 'error',
  /** More characters than the column takes. */
  LEN: 'error',
  /** Not a word of the enumeration. */
  ENUM: 'error',
  /** A natural person fills what persons leave blank. */
  X01: 'error',
  /** An organisation or individual business fills what it leaves blank. */
  X02: 'error',
  /** Codes starting with 92 and the category 个体工商户 go together. */
  X03: 'error',
  /** Not a resident ID. */
  X04: 'error',
  /** A resident ID of 15 digits, disused since 2013. */
  'X04-15': 'warning',
  /** A resident ID of somebody born before 1900. */
  'X04-AGE': 'warning',
  /** The number of a residence permit under the document type 身份证. */
  'X04-RP': 'warning',
  /** Decided after today. */
  X05: 'error',
  /** An end before its beginning. */
  X06: 'error',
  /** Long validity not written as 2099-12-31. */
  X07: 'warning',
  /** Not a date. */
  X08: 'error',
  /** 罚款 without its amount. */
  X09: 'error',
  /** The amount of a fine without 罚款. */
  'X09-R': 'warning',
  /** Yuan and ten thousand yuan confused. */
  X10: 'warning',
  /** Not an amount of decimal(18,6). */
  X11: 'error',
  /** Confiscation, suspension or revocation without what was taken. */
  X12: 'error',
  /** What was taken without the category. */
  'X12-R': 'warning',
  /** Full-width characters, blanks or invisible marks in a name or code. */
  X14: 'warning',
  /** A resident ID in a free text. */
  X21: 'warning',
  /** Length or alphabet of a unified social credit code. */
  USCC: 'error',
  /** Check digit of a unified social credit code. */
  'USCC-CD': 'warning',
  /** The placeholder that stands for an authority without code. */
  'USCC-PH': 'warning',
  /** Length or alphabet of an organisation code. */
  ORG: 'error',
  /** Check digit of an organisation code. */
  'ORG-CD': 'warning',
  /** Form of a registration number; older forms are still printed on licences. */
  REG: 'warning',
  /** Check digit of a registration number. */
  'REG-CD': 'warning',
  /** Form of a document number. */
  DOCNO: 'warning',
  /** A year of the document number that does not go with the decision. */
  'DOCNO-Y': 'warning',
} as const satisfies Readonly<Record<string, FindingLevel>>;

/** Stable code of a rule, at most ten characters. */
export type RuleCode = keyof typeof levels;
