/** Units, the codes by which their devices enrol, and the devices. */
import type { Kysely } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { auditLog } from './audit.ts';
import { catalogueOn, insertItems, itemsOfNewUnit, partsOf } from './catalogue.ts';
import type { Connection } from './connection.ts';
import type { Store, UnitProfile } from './port.ts';
import type { Tables } from './schema.ts';

type UnitStore = Pick<
  Store,
  'listUnits' | 'createUnit' | 'issueEnrolmentCode' | 'enrol' | 'findDevice'
>;

/**
 * The units with the name, code and district that were valid on a day; for a day before a unit's first
 * name, the first.
 */
export function namesOn(db: Kysely<Tables>, day: string) {
  return db
    .selectFrom('unit_identity as identity')
    .select([
      'identity.unit_id as id',
      'identity.name',
      'identity.unified_social_credit_code as unifiedSocialCreditCode',
      'identity.district',
    ])
    .where('identity.valid_from', '=', (expression) =>
      expression
        .selectFrom('unit_identity as other')
        .select(({ fn }) =>
          fn
            .coalesce(
              fn.max('other.valid_from').filterWhere('other.valid_from', '<=', day),
              fn.min('other.valid_from'),
            )
            .as('valid_from'),
        )
        .whereRef('other.unit_id', '=', 'identity.unit_id'),
    );
}

export function unitStore(connection: Connection): UnitStore {
  const { sqlite, db, run, rows, write } = connection;
  const audit = auditLog(connection);
  const deviceByToken = sqlite.prepare(
    'SELECT unit_id AS unitId, id AS deviceId FROM device WHERE token_hash = ?',
  );

  function profile(unitId: string, day: string): UnitProfile {
    const [unit] = rows(namesOn(db, day).where('identity.unit_id', '=', unitId));
    if (!unit) throw new Error(`Unit without a name: ${unitId}`);
    const { kinds } = partsOf(rows(catalogueOn(db, day).where('unit_id', '=', unitId)));
    return { ...unit, kinds };
  }

  return {
    listUnits: async (day, unitId) => {
      const units = await namesOn(db, day)
        .select((expression) =>
          expression
            .selectFrom('device')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('device.unit_id', '=', 'identity.unit_id')
            .as('devices'),
        )
        .$if(unitId !== null, (query) => query.where('identity.unit_id', '=', unitId ?? ''))
        .orderBy('identity.district')
        .orderBy('identity.name')
        .execute();
      const catalogue = await catalogueOn(db, day)
        .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId ?? ''))
        .execute();
      const itemsByUnit = Map.groupBy(catalogue, ({ unit_id }) => unit_id);
      return units.map(({ devices, ...unit }) => ({
        ...unit,
        devices: devices ?? 0,
        ...partsOf(itemsByUnit.get(unit.id) ?? []),
      }));
    },

    createUnit: (unit, by, at) =>
      write(() => {
        const day = shanghaiDate(at);
        const [holder] = rows(
          namesOn(db, day).where(
            'identity.unified_social_credit_code',
            '=',
            unit.unifiedSocialCreditCode,
          ),
        );
        if (holder) return null;
        const id = uuidv7();
        run(db.insertInto('unit').values({ id, created_at: at }));
        run(
          db.insertInto('unit_identity').values({
            unit_id: id,
            valid_from: day,
            name: unit.name,
            unified_social_credit_code: unit.unifiedSocialCreditCode,
            district: unit.district,
          }),
        );
        insertItems(connection, id, itemsOfNewUnit(unit));
        audit({ chain: id, at, actor: by, action: 'unit.created', subject: id });
        return profile(id, day);
      }),

    issueEnrolmentCode: ({ unitId, codeHash, by, at, expiresAt }) =>
      write(() => {
        const [unit] = rows(db.selectFrom('unit').select('id').where('id', '=', unitId));
        if (!unit) return false;
        run(
          db.insertInto('enrolment_code').values({
            code_hash: codeHash,
            unit_id: unitId,
            created_at: at,
            expires_at: expiresAt,
            used_at: null,
          }),
        );
        audit({ chain: unitId, at, actor: by, action: 'enrolment-code.issued', subject: unitId });
        return true;
      }),

    enrol: ({ codeHash, device, tokenHash, at }) =>
      write(() => {
        const [code] = rows(
          db
            .selectFrom('enrolment_code')
            .select('unit_id')
            .where('code_hash', '=', codeHash)
            .where('used_at', 'is', null)
            .where('expires_at', '>', at),
        );
        if (!code) return null;
        run(
          db.updateTable('enrolment_code').set({ used_at: at }).where('code_hash', '=', codeHash),
        );
        const deviceId = uuidv7();
        run(
          db.insertInto('device').values({
            id: deviceId,
            unit_id: code.unit_id,
            name: device,
            token_hash: tokenHash,
            enrolled_at: at,
          }),
        );
        audit({
          chain: code.unit_id,
          at,
          actor: deviceId,
          action: 'device.enrolled',
          subject: deviceId,
        });
        return { deviceId, unit: profile(code.unit_id, shanghaiDate(at)) };
      }),

    findDevice: (tokenHash) => {
      const device = deviceByToken.get(tokenHash);
      return Promise.resolve((device as { unitId: string; deviceId: string } | undefined) ?? null);
    },
  };
}
