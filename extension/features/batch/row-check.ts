/** Checking imported rows before they become records. */
import { standards } from '@baosong/shared/standards/index.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { addPairs, compareWithKnown, knownPairs } from '@baosong/shared/validation/comparison.ts';
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

/** What the rows are compared with: decisions and pairs of names and codes, the oldest first. */
export type KnownRecord = Pick<WaitingRow, 'kind' | 'values'>;

/** What identifies a decision among all kinds, or `null`. */
export function rowKey(row: KnownRecord): string | null {
  const key = decisionKey(row.values);
  return key === null ? null : `${row.kind}:${key}`;
}

/**
 * Checks rows in their order, each against the ledger and the rows above it.
 *
 * @param ledger the records of the ledger.
 * @param unit name and code of the reporting unit, where they are known.
 */
export function checkRows(
  rows: readonly WaitingRow[],
  ledger: readonly KnownRecord[],
  unit: { readonly name: string; readonly unifiedSocialCreditCode: string } | null,
  context: CheckContext,
): CheckedRow[] {
  const pairs = knownPairs();
  for (const { values } of ledger) addPairs(pairs, values);
  pairs.add(unit?.name, unit?.unifiedSocialCreditCode);
  const known = new Set(ledger.map(rowKey));
  const above = new Set<string>();
  return rows.map((row) => {
    const key = rowKey(row);
    const repeated =
      key === null ? null : known.has(key) ? 'ledger' : above.has(key) ? 'row' : null;
    if (key !== null) above.add(key);
    const findings = [
      ...compareWithKnown(standards[row.kind], row.values, context, { pairs, repeated }),
      ...validate(row.values, { ...context, kind: row.kind }),
    ];
    addPairs(pairs, row.values);
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
