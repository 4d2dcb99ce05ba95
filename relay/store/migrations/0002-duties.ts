/** Monthly statements, the page of a zero report, and calendar years that came out after the build. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('zero_report').addColumn('page', 'text').execute();

  await schema
    .createTable('monthly_statement')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('monthly_statement_pk', ['unit_id', 'id'])
    .execute();
  await schema
    .createIndex('monthly_statement_by_month')
    .on('monthly_statement')
    .columns(['month', 'unit_id'])
    .execute();

  await schema
    .createTable('calendar_year')
    .addColumn('year', 'integer', (column) => column.primaryKey())
    .addColumn('arrangement', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .execute();
}
