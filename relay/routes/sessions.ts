/** Logging in and out (登录、退出). */
import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import { createAttemptLimit } from '../attempt-limit.ts';
import { readForm } from '../form-body.ts';
import { endSession, remoteAddress, sessionHolder, startSession } from '../identity.ts';
import { loginPage } from '../pages/login.ts';
import { hashPassphrase, verifyPassphrase } from '../passphrase.ts';
import { listed, Refusal } from '../problems.ts';

export function sessionRoutes(deps: Dependencies): Hono {
  const attempts = createAttemptLimit(deps.now);
  // What an unknown name is compared with, so that it takes as long to refuse as a known one.
  const nobody = hashPassphrase('');

  return new Hono()
    .get('/login', async (c) => {
      if (await sessionHolder(c, deps)) return c.redirect('/', 303);
      return c.html(loginPage({ name: '', refusal: null }));
    })
    .post('/login', async (c) => {
      const address = remoteAddress(c);
      const form = await readForm(c);
      attempts.begin(address);
      const name = form.get('name')?.trim() ?? '';
      const found = await deps.store.findAdministrator(name);
      const right = await verifyPassphrase(
        form.get('passphrase') ?? '',
        found?.passphraseHash ?? (await nobody),
      );
      if (!found || !right) {
        const refusal = new Refusal('wrong-passphrase');
        return c.html(loginPage({ name, refusal }), listed(refusal.problem).status);
      }
      attempts.succeeded(address);
      await startSession(c, deps, found.id);
      return c.redirect('/', 303);
    })
    .post('/logout', async (c) => {
      await endSession(c, deps);
      return c.redirect('/login', 303);
    });
}
