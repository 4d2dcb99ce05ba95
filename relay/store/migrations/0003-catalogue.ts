/** The catalogue with names, so that it can hold other credit information, and cycles by their names. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('catalogue_item').renameTo('catalogue_item_before').execute();
  await schema
    .createTable('catalogue_item')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('cycle', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('effective_until', 'text')
    .addPrimaryKeyConstraint('catalogue_pk', ['unit_id', 'kind', 'name', 'effective_from'])
    .execute();
  await sql`
    INSERT INTO catalogue_item (unit_id, kind, name, cycle, effective_from, effective_until)
    SELECT unit_id, kind, CASE kind WHEN 'licence' THEN '行政许可' ELSE '行政处罚' END, 'weekly',
      effective_from, effective_to
    FROM catalogue_item_before`.execute(db);
  await schema.dropTable('catalogue_item_before').execute();
}
