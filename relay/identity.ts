/** Who is asking: a device by its bearer token, an administrator by a session cookie. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Dependencies } from './dependencies.ts';
import { sha256 } from './fingerprint.ts';
import { Refusal } from './problems.ts';
import { newToken } from './secrets.ts';
import type { Sender, SessionHolder } from './store/port.ts';

const cookieName = 'baosong_session';
const sessionHours = 12;

/** The device that sends a request. @throws Refusal where it is not enrolled. */
export async function requireDevice(c: Context, { store, now }: Dependencies): Promise<Sender> {
  const [, token] = /^Bearer ([\w-]+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const device = token === undefined ? null : await store.findDevice(sha256(token));
  if (!device) throw new Refusal('not-enrolled');
  return { ...device, receivedAt: now().toISOString() };
}

/** The administrator who is logged in, or `null`. */
export async function sessionHolder(
  c: Context,
  { store, now }: Dependencies,
): Promise<SessionHolder | null> {
  const token = getCookie(c, cookieName);
  if (token === undefined) return null;
  return store.findSession(sha256(token), now().toISOString());
}

/** The administrator who is logged in. @throws Refusal where nobody is. */
export async function requireSession(c: Context, deps: Dependencies): Promise<SessionHolder> {
  const holder = await sessionHolder(c, deps);
  if (!holder) throw new Refusal('not-logged-in');
  return holder;
}

/** Logs an administrator in for twelve hours. */
export async function startSession(
  c: Context,
  { store, now }: Dependencies,
  administratorId: string,
): Promise<void> {
  const { text, hash } = newToken();
  const at = now();
  const expires = new Date(at.getTime() + sessionHours * 3_600_000);
  await store.openSession({
    tokenHash: hash,
    administratorId,
    at: at.toISOString(),
    expiresAt: expires.toISOString(),
  });
  setCookie(c, cookieName, text, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: sessionHours * 3600,
  });
}

/** Logs out. */
export async function endSession(c: Context, { store }: Dependencies): Promise<void> {
  const token = deleteCookie(c, cookieName, { path: '/' });
  if (token !== undefined) await store.closeSession(sha256(token));
}

/** The address that a request came from; a proxy's own, where there is one. */
export function remoteAddress(c: Context): string {
  return getConnInfo(c).remote.address ?? '';
}
