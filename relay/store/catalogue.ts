/** What units have to report (目录): read for a device or a day, and changed by the administrator. */
import type { Kysely } from 'kysely';
import { doublePublicityKinds, recordKindLabels } from '@baosong/shared/standards/index.ts';
import type { CatalogueItemMessage } from '@baosong/shared/protocol/catalogue.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { NewUnit, Store } from './port.ts';
import type { Tables } from './schema.ts';

/** The items that are in force on a day, in the order in which they are read out. */
export function catalogueOn(db: Kysely<Tables>, day: string) {
  return db
    .selectFrom('catalogue_item')
    .select(['unit_id', 'kind', 'name'])
    .where('effective_from', '<=', day)
    .where((expression) =>
      expression.or([
        expression('effective_until', 'is', null),
        expression('effective_until', '>=', day),
      ]),
    )
    .orderBy('name');
}

/** The kinds and the other items among these. */
export function partsOf(
  items: readonly Pick<Tables['catalogue_item'], 'kind' | 'name'>[],
): Pick<NewUnit, 'kinds' | 'otherItems'> {
  return {
    kinds: doublePublicityKinds.filter((kind) => items.some((item) => item.kind === kind)),
    otherItems: items.filter(({ kind }) => kind === 'other').map(({ name }) => name),
  };
}

/** The items of a unit that is new to the relay: it had them before. */
export function itemsOfNewUnit({ kinds, otherItems }: NewUnit): CatalogueItemMessage[] {
  const always = { effectiveFrom: null, effectiveUntil: null };
  return [
    ...kinds.map((kind) => ({
      kind,
      name: recordKindLabels[kind],
      cycle: 'weekly' as const,
      ...always,
    })),
    ...otherItems.map((name) => ({
      kind: 'other' as const,
      name,
      cycle: 'monthly' as const,
      ...always,
    })),
  ];
}

/** Adds items to a unit's catalogue; only within `write`. */
export function insertItems(
  { db, run }: Connection,
  unitId: string,
  items: readonly CatalogueItemMessage[],
): void {
  for (const { kind, name, cycle, effectiveFrom, effectiveUntil } of items) {
    run(
      db.insertInto('catalogue_item').values({
        unit_id: unitId,
        kind,
        name,
        cycle,
        effective_from: effectiveFrom ?? '',
        effective_until: effectiveUntil,
      }),
    );
  }
}

export function catalogueStore(
  connection: Connection,
): Pick<Store, 'catalogueOf' | 'putCatalogue'> {
  const { db, run, rows, write } = connection;
  const audit = auditLog(connection);
  return {
    catalogueOf: (unitId) => catalogueOf(db, unitId),
    putCatalogue: (unitId, items, by, at) =>
      write(() => {
        const [unit] = rows(db.selectFrom('unit').select('id').where('id', '=', unitId));
        if (!unit) return false;
        run(db.deleteFrom('catalogue_item').where('unit_id', '=', unitId));
        insertItems(connection, unitId, items);
        audit({ chain: unitId, at, actor: by, action: 'catalogue.changed', subject: unitId });
        return true;
      }),
  };
}

/** A unit's whole catalogue: the kinds first, each thing's items from first to last. */
export async function catalogueOf(
  db: Kysely<Tables>,
  unitId: string,
): Promise<CatalogueItemMessage[]> {
  const items = await db
    .selectFrom('catalogue_item')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('name')
    .orderBy('effective_from')
    .execute();
  const inOrder = [...doublePublicityKinds, 'other' as const];
  return inOrder.flatMap((kind) =>
    items
      .filter((item) => item.kind === kind)
      .map(({ name, cycle, effective_from, effective_until }) => ({
        kind,
        name,
        cycle,
        effectiveFrom: effective_from === '' ? null : effective_from,
        effectiveUntil: effective_until,
      })),
  );
}
