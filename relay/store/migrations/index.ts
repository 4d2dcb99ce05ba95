/** All migrations in order. They are only ever added to. */
import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
};
