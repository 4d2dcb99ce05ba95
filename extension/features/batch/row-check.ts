/** Checking imported rows before they become records. */
import { standards } from '@baosong/shared/standards/index.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { addPairs, compareWithKnown, knownPairs } from '@baosong/shared/validation/comparison.ts';
import type { Known } from '@baosong/shared/validation/comparison.ts';
import type { CheckContext } from '@baosong/shared/validation/context.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { keyOf } from '../ledger/knowledge.ts';
import type { Decision, Knowledge } from '../ledger/knowledge.ts';

/** A row with what is to be said of it. */
export interface CheckedRow {
  readonly row: WaitingRow;
  readonly findings: readonly Finding[];
  /** Nothing speaks against taking it into the ledger. */
  readonly clean: boolean;
}

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
  { decisions, pairs }: Knowledge,
  record: Decision,
  context: CheckContext,
): Finding[] {
  const key = keyOf(record);
  const repeated = key === null ? null : (decisions.get(key) ?? null);
  return check(record, { pairs, repeated }, context);
}

/** Checks rows in their order, each against the ledger and the rows above it. */
export function checkRows(
  rows: readonly WaitingRow[],
  { decisions, pairs }: Knowledge,
  context: CheckContext,
): CheckedRow[] {
  const above = new Map<string, string>();
  const pairsAbove = knownPairs(pairs);
  return rows.map((row) => {
    const key = keyOf(row);
    const repeated = key === null ? null : (decisions.get(key) ?? above.get(key) ?? null);
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
