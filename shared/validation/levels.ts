/**
 * The rules by their codes, and how much a finding of each weighs by default. Levels are policy: a
 * jurisdiction may set others. Real codes are in use that fail their check digit, so a check digit alone
 * is a warning there, while a resident ID that fails is a typing error. What each rule says and where it
 * comes from stands in `rules.ts`, which content scripts do without.
 */
import type { FindingLevel, RuleScope } from './finding.ts';

const errors = [
  'REQ',
  'LEN',
  'ENUM',
  'X01',
  'X02',
  'X03',
  'X04',
  'DOC',
  'X05',
  'X06',
  'X08',
  'X09',
  'X11',
  'X12',
  'X15',
  'X19',
  'X19-S',
  'USCC',
  'ORG',
] as const;

const warnings = [
  'ENUM-D',
  'X04-15',
  'X04-AGE',
  'X04-RP',
  'X04-SEX',
  'PASS',
  'X07',
  'X09-R',
  'X10',
  'X12-R',
  'X13',
  'X14',
  'X14-P',
  'X16',
  'X17',
  'X18',
  'X20',
  'X21',
  'X22',
  'X22-M',
  'P-FORM',
  'USCC-CD',
  'USCC-PH',
  'ORG-CD',
  'REG',
  'REG-CD',
  'DOCNO',
  'DOCNO-Y',
] as const;

const infos = ['X07-P', 'X20-L'] as const;

/** Stable code of a rule, at most ten characters. */
export type RuleCode = (typeof errors)[number] | (typeof warnings)[number] | (typeof infos)[number];

/** Levels that differ from the default. */
export type LevelPolicy = Readonly<Partial<Record<RuleCode, FindingLevel>>>;

/** All rules. */
export function ruleCodes(): readonly RuleCode[] {
  return [...errors, ...warnings, ...infos];
}

const isError: ReadonlySet<RuleCode> = new Set<RuleCode>(errors);
const isInfo: ReadonlySet<RuleCode> = new Set<RuleCode>(infos);

/** How much a finding of a rule weighs where nobody has decided otherwise. */
export function defaultLevel(code: RuleCode): FindingLevel {
  return isError.has(code) ? 'error' : isInfo.has(code) ? 'info' : 'warning';
}

/** What a platform refuses beyond the national standard. */
const ofPlatform: ReadonlySet<RuleCode> = new Set<RuleCode>(['X07-P', 'X13', 'X14-P', 'P-FORM']);

/** Whose rule a code is. */
export function scopeOf(code: RuleCode): RuleScope {
  return ofPlatform.has(code) ? 'platform' : 'national';
}
