/** Administrators, the one-time links by which they are made, and their sessions. */
import { uuidv7 } from 'uuidv7';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { Store } from './port.ts';

type AdministratorStore = Pick<
  Store,
  | 'countAdministrators'
  | 'openSetup'
  | 'isSetupOpen'
  | 'completeSetup'
  | 'findAdministrator'
  | 'openSession'
  | 'findSession'
  | 'closeSession'
>;

export function administratorStore(connection: Connection): AdministratorStore {
  const { db, run, rows, write } = connection;
  const audit = auditLog(connection);

  const openLink = (tokenHash: string, at: string) =>
    db
      .selectFrom('setup_link')
      .select('token_hash')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', at);

  function replacePassphrase(name: string, hash: string): string | null {
    const [administrator] = rows(
      db.selectFrom('administrator').select('id').where('name', '=', name),
    );
    if (!administrator) return null;
    run(
      db
        .updateTable('administrator')
        .set({ passphrase_hash: hash })
        .where('id', '=', administrator.id),
    );
    run(db.deleteFrom('session').where('administrator_id', '=', administrator.id));
    return administrator.id;
  }

  function addAdministrator(name: string, hash: string, at: string): string {
    const id = uuidv7();
    run(db.insertInto('administrator').values({ id, name, passphrase_hash: hash, created_at: at }));
    return id;
  }

  return {
    countAdministrators: async () => {
      const { count } = await db
        .selectFrom('administrator')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    openSetup: (tokenHash, at, expiresAt) =>
      write(() => {
        run(db.deleteFrom('setup_link'));
        run(
          db
            .insertInto('setup_link')
            .values({ token_hash: tokenHash, created_at: at, expires_at: expiresAt }),
        );
        audit({ chain: 'relay', at, actor: 'relay', action: 'setup.opened', subject: 'relay' });
      }),

    isSetupOpen: async (tokenHash, at) =>
      (await openLink(tokenHash, at).executeTakeFirst()) !== undefined,

    completeSetup: ({ tokenHash, name, passphraseHash, at }) =>
      write(() => {
        if (rows(openLink(tokenHash, at)).length === 0) return false;
        run(db.deleteFrom('setup_link'));
        const id =
          replacePassphrase(name, passphraseHash) ?? addAdministrator(name, passphraseHash, at);
        audit({ chain: 'relay', at, actor: id, action: 'setup.completed', subject: id });
        return true;
      }),

    findAdministrator: async (name) => {
      const found = await db
        .selectFrom('administrator')
        .select(['id', 'passphrase_hash as passphraseHash'])
        .where('name', '=', name)
        .executeTakeFirst();
      return found ?? null;
    },

    openSession: ({ tokenHash, administratorId, at, expiresAt }) =>
      write(() => {
        run(db.deleteFrom('session').where('expires_at', '<=', at));
        run(
          db.insertInto('session').values({
            token_hash: tokenHash,
            administrator_id: administratorId,
            created_at: at,
            expires_at: expiresAt,
          }),
        );
        audit({
          chain: 'relay',
          at,
          actor: administratorId,
          action: 'session.opened',
          subject: administratorId,
        });
      }),

    findSession: async (tokenHash, at) => {
      const found = await db
        .selectFrom('session')
        .innerJoin('administrator', 'administrator.id', 'session.administrator_id')
        .select(['administrator.id as administratorId', 'administrator.name'])
        .where('session.token_hash', '=', tokenHash)
        .where('session.expires_at', '>', at)
        .executeTakeFirst();
      return found ?? null;
    },

    closeSession: (tokenHash) =>
      write(() => {
        run(db.deleteFrom('session').where('token_hash', '=', tokenHash));
      }),
  };
}
