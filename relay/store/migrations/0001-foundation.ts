/** The first layout: units and who may speak for them, records as events, statistics, audit. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('unit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('unit_identity')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('unified_social_credit_code', 'text', (column) => column.notNull())
    .addColumn('district', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_identity_pk', ['unit_id', 'valid_from'])
    .execute();

  await schema
    .createTable('catalogue_item')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('cycle', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('effective_to', 'text')
    .addPrimaryKeyConstraint('catalogue_item_pk', ['unit_id', 'kind', 'effective_from'])
    .execute();

  await schema
    .createTable('enrolment_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();

  await schema
    .createTable('device')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('enrolled_at', 'text', (column) => column.notNull())
    .execute();

  await schema.createIndex('device_by_unit').on('device').column('unit_id').execute();

  await schema
    .createTable('administrator')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('passphrase_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('setup_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('administrator_id', 'text', (column) =>
      column.notNull().references('administrator.id'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('record')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_category', 'text', (column) => column.notNull())
    .addColumn('decision_date', 'text', (column) => column.notNull())
    .addColumn('document_number', 'text', (column) => column.notNull())
    .addColumn('duplicate_key', 'text')
    .addColumn('revision_number', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('record_pk', ['unit_id', 'id'])
    .execute();
  await schema
    .createIndex('record_by_duplicate_key')
    .on('record')
    .columns(['unit_id', 'duplicate_key'])
    .execute();
  await schema
    .createIndex('record_by_decision_date')
    .on('record')
    .columns(['unit_id', 'kind', 'decision_date'])
    .execute();

  await schema
    .createTable('revision')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('base', 'integer')
    .addColumn('standard', 'text', (column) => column.notNull())
    .addColumn('subject_category', 'text', (column) => column.notNull())
    .addColumn('decision_date', 'text', (column) => column.notNull())
    .addColumn('document_number', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('revision_pk', ['unit_id', 'record_id', 'number'])
    .execute();

  await schema
    .createTable('submission')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('overrides', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('submission_pk', ['unit_id', 'id'])
    .execute();
  await schema
    .createIndex('submission_by_record')
    .on('submission')
    .columns(['unit_id', 'record_id'])
    .execute();

  await schema
    .createTable('outcome')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('submission_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('message', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('outcome_pk', ['unit_id', 'id'])
    .execute();
  await schema
    .createIndex('outcome_by_record')
    .on('outcome')
    .columns(['unit_id', 'record_id'])
    .execute();

  await schema
    .createTable('zero_report')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period_start', 'text', (column) => column.notNull())
    .addColumn('period_end', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('zero_report_pk', ['unit_id', 'id'])
    .execute();
  await schema
    .createIndex('zero_report_by_period')
    .on('zero_report')
    .columns(['period_start', 'period_end'])
    .execute();

  await schema
    .createTable('rollup_day')
    .addColumn('axis', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_category', 'text', (column) => column.notNull())
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('updated', 'integer', (column) => column.notNull())
    .addColumn('accepted', 'integer', (column) => column.notNull())
    .addColumn('rejected', 'integer', (column) => column.notNull())
    .addColumn('pending', 'integer', (column) => column.notNull())
    .addColumn('timely_eligible', 'integer', (column) => column.notNull())
    .addColumn('timely', 'integer', (column) => column.notNull())
    .addColumn('duplicates', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('rollup_day_pk', [
      'axis',
      'day',
      'unit_id',
      'kind',
      'subject_category',
    ])
    .execute();
  await schema
    .createIndex('rollup_day_by_unit')
    .on('rollup_day')
    .columns(['unit_id', 'axis', 'day'])
    .execute();

  await schema
    .createTable('audit')
    .addColumn('chain', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_pk', ['chain', 'sequence'])
    .execute();
}
