/** Receipt numbers (回执号): `ZR-20261127-000001`, counted by the day in Shanghai. */
import type { Connection } from './connection.ts';

/** The next number of a day; only within `write`. */
export function nextReceipt(
  { db, rows }: Connection,
  table: 'zero_report' | 'monthly_statement',
  series: string,
  day: string,
): string {
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
