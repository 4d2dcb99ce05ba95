/**
 * What a record alone does not tell: whether the decision was reported before (`X15`), and whether its names
 * and codes are known together (`X16` of the subject, `X17` in another writing, `X18` of authority and source
 * unit). The pairs come from the ledger, the rows of an import, the relay and the unit's own settings.
 *
 * A subject that was renamed has one code and two names, and both are offered: the one that was seen last as
 * the fix, the others beside it; the name as typed stays where a reason is given.
 */
import { comparableName } from '../identifiers/fold.ts';
import { normalize as normalizeCode } from '../identifiers/uscc.ts';
import type { FieldId, RecordValues, Standard } from '../standards/index.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import { fieldTableOf, inspectionOf } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import type { RuleCode } from './levels.ts';

/** Names and codes that were seen together. */
export interface KnownPairs {
  /** Remembers a pair as the one seen last; what is blank is no pair. */
  add(name: string | undefined, code: string | undefined): void;
  /** Names under which a code was seen, the last one first. */
  namesOf(code: string): readonly string[];
  /** Codes that were seen with a name, the last one first. */
  codesOf(name: string): readonly string[];
}

/** What others know of a record. */
export interface Known {
  readonly pairs: KnownPairs;
  /** Where the same decision stands already, as the message is to say it, such as `台账里的一条`; else `null`. */
  readonly repeated: string | null;
}

function moveToFront(lists: Map<string, string[]>, key: string, value: string): void {
  lists.set(key, [value, ...(lists.get(key) ?? []).filter((other) => other !== value)]);
}

function joined(later: readonly string[] = [], earlier: readonly string[] = []): readonly string[] {
  return later.length === 0 ? earlier : [...new Set([...later, ...earlier])];
}

/**
 * An empty memory of pairs.
 *
 * @param before what was known before and stays as it is; what is added here counts as seen later.
 */
export function knownPairs(before?: KnownPairs): KnownPairs {
  const names = new Map<string, string[]>();
  const codes = new Map<string, string[]>();
  return {
    add(name = '', code = '') {
      const key = comparableName(name);
      const normalCode = normalizeCode(code);
      if (key === '' || normalCode === '') return;
      moveToFront(names, normalCode, name);
      moveToFront(codes, key, normalCode);
    },
    namesOf: (code) => joined(names.get(normalizeCode(code)), before?.namesOf(code)),
    codesOf: (name) => joined(codes.get(comparableName(name)), before?.codesOf(name)),
  };
}

/** The fields that hold a name and its code, and the rule on them. */
const pairFields: readonly (readonly [rule: RuleCode, name: FieldId, code: FieldId])[] = [
  ['X16', 'subjectName', 'unifiedSocialCreditCode'],
  ['X18', 'authorityName', 'authorityCode'],
  ['X18', 'sourceUnitName', 'sourceUnitCode'],
];

/** Remembers all pairs of a record; a natural person's name is nobody's but the record's. */
export function addPairs(pairs: KnownPairs, values: RecordValues): void {
  for (const [, name, code] of pairFields) {
    if (name === 'subjectName' && values.subjectCategory === 'naturalPerson') continue;
    pairs.add(values[name], values[code]);
  }
}

function inspectPair(
  record: Inspection,
  pairs: KnownPairs,
  [rule, nameField, codeField]: (typeof pairFields)[number],
): void {
  const name = record.value(nameField);
  const code = record.value(codeField);
  if (name === '' || code === '') return;
  const names = pairs.namesOf(code);
  const [lastName] = names;
  if (lastName === name) return;
  if (lastName !== undefined && comparableName(lastName) === comparableName(name)) {
    record.report(
      'X17',
      [nameField, codeField],
      `${record.name(nameField)}与以前报送的“${lastName}”只差括号或全半角，请照证照统一写法。`,
      record.change(nameField, lastName),
    );
    return;
  }
  if (lastName !== undefined) {
    const others = names.filter((other) => comparableName(other) !== comparableName(name));
    record.report(
      rule,
      [nameField, codeField],
      `${record.name(codeField)}以前对应的名称是“${lastName}”，与${record.name(nameField)}不同，请核对；确已更名的，说明理由后提交。`,
      record.change(nameField, lastName),
      [
        ...others.slice(1).map((other) => record.change(nameField, other)),
        ...pairs.codesOf(name).map((other) => record.change(codeField, other)),
      ],
    );
    return;
  }
  const codes = pairs.codesOf(name);
  const [lastCode] = codes;
  if (lastCode === undefined) return;
  record.report(
    rule,
    [codeField, nameField],
    `${record.name(nameField)}以前对应的代码是${lastCode}，与${record.name(codeField)}不同，请对照证照核对。`,
    record.change(codeField, lastCode),
    codes.slice(1).map((other) => record.change(codeField, other)),
  );
}

/** The findings of a record beside what is known; to be shown together with those of `validateBy`. */
export function compareWithKnown(
  standard: Standard,
  values: RecordValues,
  context: CheckContext,
  { pairs, repeated }: Known,
): readonly Finding[] {
  const record = inspectionOf(values, fieldTableOf(standard), context);
  if (repeated !== null) {
    record.report(
      'X15',
      ['documentNumber', 'subjectName', 'decisionDate'],
      `与${repeated}重复（${record.name('documentNumber')}、名称、决定日期相同），请核对，不要重复报送。`,
    );
  }
  for (const fields of pairFields) inspectPair(record, pairs, fields);
  return record.findings();
}
