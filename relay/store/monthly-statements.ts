/** Monthly statements (月度报送说明): filing, and the list of a month. */
import { monthlyStatementMessageSchema } from '@baosong/shared/protocol/duties.ts';
import { monthOf } from '@baosong/shared/calendar/dates.ts';
import { fingerprint } from '../fingerprint.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { Store } from './port.ts';
import { nextReceipt } from './receipts.ts';
import type { Tables } from './schema.ts';
import { namesOn } from './units.ts';

const itemsSchema = monthlyStatementMessageSchema.shape.items;

/** The items of a statement as the table keeps them. */
export function itemsOf(row: Pick<Tables['monthly_statement'], 'items'>) {
  return itemsSchema.parse(JSON.parse(row.items));
}

export function fileMonthlyStatement(connection: Connection): Store['fileMonthlyStatement'] {
  const { db, run, rows, write } = connection;
  const audit = auditLog(connection);

  return (sender, statement, receiptDay) =>
    write(() => {
      const { unitId, deviceId, receivedAt } = sender;
      const hash = fingerprint(statement);
      const [stored] = rows(
        db
          .selectFrom('monthly_statement')
          .select(['receipt', 'received_at', 'content_hash'])
          .where('unit_id', '=', unitId)
          .where('id', '=', statement.id),
      );
      if (stored) {
        return stored.content_hash === hash
          ? { status: 'unchanged', receipt: stored.receipt, receivedAt: stored.received_at }
          : { status: 'conflict' };
      }
      const receipt = nextReceipt(connection, 'monthly_statement', 'ZM', receiptDay);
      run(
        db.insertInto('monthly_statement').values({
          unit_id: unitId,
          id: statement.id,
          month: statement.month,
          items: JSON.stringify(statement.items),
          person: statement.person,
          at: statement.at,
          receipt,
          content_hash: hash,
          received_at: receivedAt,
          device_id: deviceId,
        }),
      );
      audit({
        chain: unitId,
        at: receivedAt,
        actor: deviceId,
        action: 'monthly-statement.filed',
        subject: statement.id,
      });
      return { status: 'created', receipt, receivedAt };
    });
}

export function listMonthlyStatements({ db }: Connection): Store['listMonthlyStatements'] {
  return async (month) => {
    const statements = await db
      .selectFrom('monthly_statement as statement')
      .innerJoin(namesOn(db, monthOf(`${month}-01`).end).as('unit'), 'unit.id', 'statement.unit_id')
      .select([
        'unit.name as unitName',
        'statement.id',
        'statement.month',
        'statement.items',
        'statement.person',
        'statement.at',
        'statement.receipt',
      ])
      .where('statement.month', '=', month)
      .orderBy('statement.receipt', 'desc')
      .execute();
    return statements.map((statement) => ({ ...statement, items: itemsOf(statement) }));
  };
}
