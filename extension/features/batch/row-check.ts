/** Checking imported rows before they become records. */
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { standards } from '@baosong/shared/standards/index.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { addPairs, compareWithKnown, knownPairs } from '@baosong/shared/validation/comparison.ts';
import type { Known, KnownPairs } from '@baosong/shared/validation/comparison.ts';
import type { CheckContext } from '@baosong/shared/validation/context.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { decisionKey } from '../ledger/same-decision.ts';

/** A row with what is to be said of it. */
export interface CheckedRow {
  readonly row: WaitingRow;
  readonly findings: readonly Finding[];
  /** Nothing speaks against taking it into the ledger. */
  readonly clean: boolean;
}

/** What a row says. */
type Decision = Pick<WaitingRow, 'kind' | 'values'>;

/** What identifies a decision among all kinds, or `null`. */
export function rowKey(row: Decision): string | null {
  const key = decisionKey(row.values);
  return key === null ? null : `${row.kind}:${key}`;
}

/** What the ledger knows: its decisions by their keys, and its pairs of names and codes. */
export interface LedgerKnowledge {
  readonly decisions: ReadonlySet<string | null>;
  readonly pairs: KnownPairs;
}

/**
 * What is known of decisions, names and codes from the ledger.
 *
 * @param unit the reporting unit, where it is known.
 */
export function knowledgeOf(
  records: readonly CreditRecord[],
  unit: { readonly name: string; readonly unifiedSocialCreditCode: string } | null,
): LedgerKnowledge {
  const pairs = knownPairs();
  const latest = records.map((record) => ({ kind: record.kind, of: latestRevision(record) }));
  // A pair that is remembered last is the one that is offered first.
  for (const { of } of [...latest].sort((a, b) => a.of.at.localeCompare(b.of.at))) {
    addPairs(pairs, of.values);
  }
  pairs.add(unit?.name, unit?.unifiedSocialCreditCode);
  return {
    decisions: new Set(latest.map(({ kind, of: { values } }) => rowKey({ kind, values }))),
    pairs,
  };
}

const inLedger = '台账里已有的一条';

function placeOf({ sheetName, rowNumber }: WaitingRow): string {
  return `“${sheetName}”表第${rowNumber}行`;
}

function check({ kind, values }: Decision, known: Known, context: CheckContext): Finding[] {
  return [
    ...compareWithKnown(standards[kind], values, context, known),
    ...validate(values, { ...context, kind }),
  ];
}

/** Checks one record against what the rest of the ledger knows. */
export function checkAgainst(
  { decisions, pairs }: LedgerKnowledge,
  record: Decision,
  context: CheckContext,
): Finding[] {
  const key = rowKey(record);
  const repeated = key !== null && decisions.has(key) ? inLedger : null;
  return check(record, { pairs, repeated }, context);
}

/** Checks rows in their order, each against the ledger and the rows above it. */
export function checkRows(
  rows: readonly WaitingRow[],
  { decisions, pairs }: LedgerKnowledge,
  context: CheckContext,
): CheckedRow[] {
  const above = new Map<string, string>();
  const pairsAbove = knownPairs(pairs);
  return rows.map((row) => {
    const key = rowKey(row);
    const repeated = key === null ? null : decisions.has(key) ? inLedger : (above.get(key) ?? null);
    if (key !== null && !above.has(key)) above.set(key, placeOf(row));
    const findings = check(row, { pairs: pairsAbove, repeated }, context);
    addPairs(pairsAbove, row.values);
    const clean =
      row.problems.length === 0 && !findings.some((finding) => finding.level === 'error');
    return { row, findings, clean };
  });
}

/** The row after the clerk changed fields; a changed field no longer has a problem of reading. */
export function mended(row: WaitingRow, changes: RecordValues): WaitingRow {
  return {
    ...row,
    values: { ...row.values, ...changes },
    problems: row.problems.filter(({ field }) => !(field in changes)),
  };
}
