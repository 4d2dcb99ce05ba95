/** The month's figures, read from the rows that arriving records keep up to date. */
import { noCounts, addCounts } from '@baosong/shared/statistics/counting.ts';
import type { Counts } from '@baosong/shared/statistics/counting.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { Connection } from './connection.ts';
import type { Store } from './port.ts';

export function monthFigures(
  { db }: Connection,
  listUnits: Store['listUnits'],
): Store['monthFigures'] {
  return async (month, axis, unitId) => {
    const within = db
      .selectFrom('rollup_day')
      .where('day', '>=', month.start)
      .where('day', '<=', month.end)
      .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId ?? ''));

    const sums = await within
      .where('axis', '=', axis)
      .select(({ fn }) => [
        'unit_id',
        'kind',
        fn.sum<number>('received').as('received'),
        fn.sum<number>('updated').as('updated'),
        fn.sum<number>('accepted').as('accepted'),
        fn.sum<number>('rejected').as('rejected'),
        fn.sum<number>('pending').as('pending'),
        fn.sum<number>('timely_eligible').as('timelyEligible'),
        fn.sum<number>('timely').as('timely'),
        fn.sum<number>('duplicates').as('duplicates'),
      ])
      .groupBy(['unit_id', 'kind'])
      .execute();

    // Days of reporting are days of submission, by whichever day the counts go.
    const reporting = within.where('axis', '=', 'submitted').where('received', '>', 0);
    const daysByUnit = await reporting
      .select(({ fn }) => ['unit_id', fn.count<number>('day').distinct().as('days')])
      .groupBy('unit_id')
      .execute();
    const allDays = await reporting
      .select(({ fn }) => fn.count<number>('day').distinct().as('days'))
      .executeTakeFirstOrThrow();

    const lastDays = await db
      .selectFrom('unit')
      .$if(unitId !== null, (query) => query.where('unit.id', '=', unitId ?? ''))
      .select((expression) => [
        'unit.id',
        expression
          .selectFrom('rollup_day')
          .select('day')
          .whereRef('rollup_day.unit_id', '=', 'unit.id')
          .where('axis', '=', 'submitted')
          .where('day', '<=', month.end)
          .where('received', '>', 0)
          .orderBy('day', 'desc')
          .limit(1)
          .as('day'),
      ])
      .execute();

    const sumsByUnit = Map.groupBy(sums, ({ unit_id }) => unit_id);
    const daysOf = new Map(daysByUnit.map(({ unit_id, days }) => [unit_id, days]));
    const lastDayOf = new Map(lastDays.map(({ id, day }) => [id, day]));
    const units = await listUnits(month.end, unitId);

    return {
      units: units.map(({ devices: _, otherItems: __, ...unit }) => {
        const parts = sumsByUnit.get(unit.id) ?? [];
        return {
          unit,
          counts: parts.reduce<Counts>((sum, part) => addCounts(sum, part), noCounts),
          received: receivedByKind(parts),
          reportingDays: daysOf.get(unit.id) ?? 0,
          lastReportedOn: lastDayOf.get(unit.id) ?? null,
        };
      }),
      reportingDays: allDays.days,
    };
  };
}

function receivedByKind(
  parts: readonly { readonly kind: DoublePublicityKind; readonly received: number }[],
): Record<DoublePublicityKind, number> {
  const entries = doublePublicityKinds.map((kind) => [
    kind,
    parts.find((part) => part.kind === kind)?.received ?? 0,
  ]);
  return Object.fromEntries(entries) as Record<DoublePublicityKind, number>;
}
