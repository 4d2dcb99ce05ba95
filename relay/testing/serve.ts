/** Serves the relay inside a test: real HTTP on a port of the system's choice, a real SQLite file, a clock to set. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from '../app.ts';
import { hashPassphrase } from '../passphrase.ts';
import { newEnrolmentCode, newToken } from '../secrets.ts';
import type { NewUnit, Store, UnitProfile } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite.ts';

export const testUnit: NewUnit = {
  name: '云溪市城市管理局',
  unifiedSocialCreditCode: '11420200011012349Q',
  district: '市直',
  kinds: ['licence', 'penalty'],
  otherItems: [],
};

export const otherUnit: NewUnit = {
  name: '云溪市文化和旅游局',
  unifiedSocialCreditCode: '12420200420420423K',
  district: '云溪区',
  kinds: ['licence'],
  otherItems: [],
};

export const passphrase = 'correct horse battery staple';

/** A device of a unit, enrolled. */
export interface TestDevice {
  readonly unit: UnitProfile;
  readonly token: string;
  post(path: string, body: unknown): Promise<Response>;
  get(path: string): Promise<Response>;
}

export interface ServedRelay {
  readonly origin: string;
  readonly store: Store;
  /** The database file. */
  readonly file: string;
  readonly clock: { now: Date };
  /** What was reported as unexpected. */
  readonly reports: Error[];
  newCode(unit: NewUnit): Promise<string>;
  newSetupLink(): Promise<string>;
  enrol(unit: NewUnit): Promise<TestDevice>;
  /** The cookie of an administrator who is logged in. */
  logIn(): Promise<string>;
  close(): Promise<void>;
}

/** Posts JSON as a program does. */
export function postJson(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Posts a form as a page of the relay does. */
export function postForm(
  url: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
  cookie = '',
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin, Cookie: cookie },
    body: new URLSearchParams(fields),
  });
}

export async function serveRelay(): Promise<ServedRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'baosong-relay-'));
  const file = join(folder, 'relay.sqlite');
  const store = await openSqliteStore(file);
  const clock = { now: new Date('2026-11-27T07:00:00.000Z') };
  const reports: Error[] = [];
  const app = createApp({
    store,
    now: () => clock.now,
    report: (error) => {
      reports.push(error);
    },
  });
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => {
        resolve({ server: starting, port: address.port });
      });
    },
  );
  const origin = `http://127.0.0.1:${String(port)}`;
  const inADay = (): string => new Date(clock.now.getTime() + 86_400_000).toISOString();

  async function unitLike(unit: NewUnit): Promise<UnitProfile> {
    const created = await store.createUnit(unit, 'test', clock.now.toISOString());
    if (created) return created;
    const units = await store.listUnits('2026-12-31', null);
    const known = units.find(
      (other) => other.unifiedSocialCreditCode === unit.unifiedSocialCreditCode,
    );
    if (!known) throw new Error('No such unit');
    return known;
  }

  async function newCode(unit: NewUnit): Promise<string> {
    const { id } = await unitLike(unit);
    const code = newEnrolmentCode();
    await store.issueEnrolmentCode({
      unitId: id,
      codeHash: code.hash,
      by: 'test',
      at: clock.now.toISOString(),
      expiresAt: inADay(),
    });
    return code.text;
  }

  async function newSetupLink(): Promise<string> {
    const token = newToken();
    await store.openSetup(token.hash, clock.now.toISOString(), inADay());
    return `${origin}/setup/${token.text}`;
  }

  return {
    origin,
    store,
    file,
    clock,
    reports,
    newCode,
    newSetupLink,
    enrol: async (unit) => {
      const answer = await postJson(`${origin}/api/v1/enrolments`, {
        protocol: 1,
        code: await newCode(unit),
        device: '许可科一号机',
      });
      const enrolled = (await answer.json()) as { token: string; unit: UnitProfile };
      const headers = { Authorization: `Bearer ${enrolled.token}` };
      return {
        ...enrolled,
        post: (path, body) => postJson(origin + path, body, headers),
        get: (path) => fetch(origin + path, { headers }),
      };
    },
    logIn: async () => {
      const token = newToken();
      await store.openSetup(token.hash, clock.now.toISOString(), inADay());
      await store.completeSetup({
        tokenHash: token.hash,
        name: '管理员',
        passphraseHash: await hashPassphrase(passphrase),
        at: clock.now.toISOString(),
      });
      const answer = await postForm(`${origin}/login`, { name: '管理员', passphrase });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
