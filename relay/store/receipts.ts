/** Reports that are answered with a receipt number (回执号), `ZR-20261127-000001`, counted by the day in Shanghai. */
import { fingerprint } from '../fingerprint.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { MonthlyStatementResult, Sender } from './port.ts';

/** What every table of such reports keeps beside what the report says. */
export interface Receipted {
  readonly unit_id: string;
  readonly id: string;
  readonly receipt: string;
  readonly content_hash: string;
  readonly received_at: string;
  readonly device_id: string;
}

/**
 * Files one report, once: the same again gets the same receipt, another under its id is a conflict. `enter`
 * writes the row, or says why it must not be; only within `write`.
 */
export type File<Refused> = (
  sender: Sender,
  report: { readonly id: string },
  receiptDay: string,
  enter: (row: Receipted) => Refused | null,
) => MonthlyStatementResult | Refused;

/** Files the reports of one table under receipts of its series. `action` is what the audit log calls it. */
export function filing<Refused = never>(
  connection: Connection,
  table: 'zero_report' | 'monthly_statement',
  series: string,
  action: string,
): File<Refused> {
  const { db, rows } = connection;
  const audit = auditLog(connection);

  function nextReceipt(day: string): string {
    const prefix = `${series}-${day.replaceAll('-', '')}-`;
    const [last] = rows(
      db
        .selectFrom(table)
        .select(({ fn }) => fn.max<string | null>('receipt').as('receipt'))
        .where('receipt', 'like', `${prefix}%`),
    );
    const number = Number(last?.receipt?.slice(prefix.length) ?? 0) + 1;
    return prefix + String(number).padStart(6, '0');
  }

  return ({ unitId, deviceId, receivedAt }, report, receiptDay, enter) => {
    const hash = fingerprint(report);
    const [stored] = rows(
      db
        .selectFrom(table)
        .select(['receipt', 'received_at', 'content_hash'])
        .where('unit_id', '=', unitId)
        .where('id', '=', report.id),
    );
    if (stored) {
      return stored.content_hash === hash
        ? { status: 'unchanged', receipt: stored.receipt, receivedAt: stored.received_at }
        : { status: 'conflict' };
    }
    const receipt = nextReceipt(receiptDay);
    const refused = enter({
      unit_id: unitId,
      id: report.id,
      receipt,
      content_hash: hash,
      received_at: receivedAt,
      device_id: deviceId,
    });
    if (refused !== null) return refused;
    audit({ chain: unitId, at: receivedAt, actor: deviceId, action, subject: report.id });
    return { status: 'created', receipt, receivedAt };
  };
}
