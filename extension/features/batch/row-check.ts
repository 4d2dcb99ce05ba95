/** Checking imported rows before they become records. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { decisionKey } from '../ledger/same-decision.ts';

/** A row with what is to be said of it. */
export interface CheckedRow {
  readonly row: WaitingRow;
  readonly findings: readonly Finding[];
  /** The same decision stands already in the ledger, or in a row above. */
  readonly duplicate: 'ledger' | 'row' | null;
  /** Nothing speaks against taking it into the ledger. */
  readonly clean: boolean;
}

/** What identifies a decision among all kinds, or `null`. */
export function rowKey(row: Pick<WaitingRow, 'kind' | 'values'>): string | null {
  const key = decisionKey(row.values);
  return key === null ? null : `${row.kind}:${key}`;
}

/**
 * Checks rows in their order.
 *
 * @param known keys (`rowKey`) of the decisions in the ledger.
 * @param today `YYYY-MM-DD` in Asia/Shanghai.
 */
export function checkRows(
  rows: readonly WaitingRow[],
  known: ReadonlySet<string>,
  today: string,
): CheckedRow[] {
  const above = new Set<string>();
  return rows.map((row) => {
    const findings = validate(row.values, { kind: row.kind, today });
    const key = rowKey(row);
    const duplicate =
      key === null ? null : known.has(key) ? 'ledger' : above.has(key) ? 'row' : null;
    if (key !== null) above.add(key);
    const clean =
      duplicate === null &&
      row.problems.length === 0 &&
      !findings.some((finding) => finding.level === 'error');
    return { row, findings, duplicate, clean };
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
