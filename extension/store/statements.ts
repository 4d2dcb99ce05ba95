/** Monthly statements (月度报送说明) of this unit. */
import type { MonthlyStatement } from '@baosong/shared/records/monthly-statement.ts';
import { inDatabase } from './database.ts';
import { enqueue } from './outbox.ts';
import type { StatementRow } from './rows.ts';

/** Keeps a statement that was made here; the relay is told. */
export async function addStatement(statement: MonthlyStatement): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', [db.statements, db.outbox], async () => {
      await db.statements.add({ ...statement, receipt: null });
      await enqueue(db, 'statement', statement.id);
    }),
  );
}

/** Notes the relay's number for a statement. */
export async function noteStatementReceipt(id: string, receipt: string): Promise<void> {
  await inDatabase((db) => db.statements.update(id, { receipt }));
}

/** All statements, newest first. */
export async function readStatements(): Promise<StatementRow[]> {
  const rows = await inDatabase((db) => db.statements.toArray());
  return rows.sort((a, b) => b.at.localeCompare(a.at));
}

/** Statements by their ids; unknown ids are left out. */
export async function readStatementsById(ids: readonly string[]): Promise<StatementRow[]> {
  const rows = await inDatabase((db) => db.statements.bulkGet([...ids]));
  return rows.filter((row) => row !== undefined);
}
