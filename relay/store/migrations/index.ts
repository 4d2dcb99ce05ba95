/** All migrations in order. They are only ever added to. */
import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as duties from './0002-duties.ts';
import * as catalogue from './0003-catalogue.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-duties': duties,
  '0003-catalogue': catalogue,
};
