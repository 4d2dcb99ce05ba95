/** Set-up (初始设置): whoever holds the one-time link chooses the administrator's name and passphrase. */
import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import { readForm } from '../form-body.ts';
import { sha256 } from '../fingerprint.ts';
import { setupPage } from '../pages/setup.ts';
import type { SetupEntries } from '../pages/setup.ts';
import { hashPassphrase } from '../passphrase.ts';
import { Refusal } from '../problems.ts';

const shortestPassphrase = 12;
const longestPassphrase = 128;
const longestName = 50;

export function setupRoutes({ store, now }: Dependencies): Hono {
  const requireOpen = async (tokenHash: string): Promise<void> => {
    const open = await store.isSetupOpen(tokenHash, now().toISOString());
    if (!open) throw new Refusal('setup-closed');
  };

  return new Hono()
    .get('/:token', async (c) => {
      await requireOpen(sha256(c.req.param('token')));
      return c.html(setupPage({ name: '', errors: {} }));
    })
    .post('/:token', async (c) => {
      const tokenHash = sha256(c.req.param('token'));
      await requireOpen(tokenHash);
      const form = await readForm(c);
      const name = form.get('name')?.trim() ?? '';
      const passphrase = form.get('passphrase') ?? '';
      const errors = faults(name, passphrase, form.get('repeated') ?? '');
      if (Object.keys(errors).length > 0) return c.html(setupPage({ name, errors }), 422);

      const done = await store.completeSetup({
        tokenHash,
        name,
        passphraseHash: await hashPassphrase(passphrase),
        at: now().toISOString(),
      });
      if (!done) throw new Refusal('setup-closed');
      return c.redirect('/login', 303);
    });
}

function faults(name: string, passphrase: string, repeated: string): SetupEntries['errors'] {
  const length = Array.from(passphrase).length;
  return {
    ...((name === '' || name.length > longestName) && {
      name: `请填写用户名，不超过 ${String(longestName)} 个字。`,
    }),
    ...((length < shortestPassphrase || length > longestPassphrase) && {
      passphrase: `口令须有 ${String(shortestPassphrase)} 至 ${String(longestPassphrase)} 个字符。`,
    }),
    ...(passphrase !== repeated && { repeated: '两次填写的口令不一致，请重新填写。' }),
  };
}
