/** Monthly statements (月度报送说明): filing, and the list of a month. */
import { monthlyStatementMessageSchema } from '@baosong/shared/protocol/duties.ts';
import { monthOf } from '@baosong/shared/calendar/dates.ts';
import type { Connection } from './connection.ts';
import type { Store } from './port.ts';
import { filing } from './receipts.ts';
import type { Tables } from './schema.ts';
import { namesOn } from './units.ts';

const itemsSchema = monthlyStatementMessageSchema.shape.items;

/** The items of a statement as the table keeps them. */
export function itemsOf(row: Pick<Tables['monthly_statement'], 'items'>) {
  return itemsSchema.parse(JSON.parse(row.items));
}

export function fileMonthlyStatement(connection: Connection): Store['fileMonthlyStatement'] {
  const { db, run, write } = connection;
  const file = filing(connection, 'monthly_statement', 'ZM', 'monthly-statement.filed');

  return (sender, statement, receiptDay) =>
    write(() =>
      file(sender, statement, receiptDay, (row) => {
        const { month, items, person, at } = statement;
        const values = { ...row, month, items: JSON.stringify(items), person, at };
        run(db.insertInto('monthly_statement').values(values));
        return null;
      }),
    );
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
