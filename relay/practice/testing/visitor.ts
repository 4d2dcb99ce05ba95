/** A clerk's side of the platform in tests: a server on a free port, and a client that keeps its cookie. */
import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createPractice, type PracticeOptions } from '../app.ts';
import { fieldsOf, type Form, type FormValues } from '../form.ts';

/** A platform on 127.0.0.1. */
export async function startPractice(
  options: PracticeOptions,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const app = createPractice(options);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Someone who reports for a unit; `request` sends the cookie and does not follow redirects. */
export async function visit(address: string, unit: string) {
  const chosen = await fetch(`${address}/unit`, {
    method: 'POST',
    body: new URLSearchParams({ unit }),
    redirect: 'manual',
  });
  const cookie = (chosen.headers.get('set-cookie') ?? '').replace(/;.*/, '');
  const request = (
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...init.headers },
    });
  const page = async (path: string): Promise<string> => {
    const response = await request(path);
    return response.text();
  };
  return {
    request,
    page,
    /** Sends a form natively. */
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      request(path, { method: 'POST', body: new URLSearchParams(fields).toString() }),
    /** Sends JSON, as the script of the penalty page does, and reads the answer. */
    async send(path: string, message: unknown): Promise<unknown> {
      const response = await request(path, {
        method: 'POST',
        body: typeof message === 'string' ? message : JSON.stringify(message),
        headers: { 'Content-Type': 'application/json' },
      });
      return response.json();
    },
    /** The stored values of a record by column code, read off its page. */
    async stored(number: string): Promise<Record<string, string>> {
      const rows = (await page(`/records/${number}`)).matchAll(
        /<tr data-code="([^"]+)">[^]*?<td class="value">([^]*?)<\/td>/g,
      );
      return Object.fromEntries(
        Array.from(rows, ([, code = '', value = '']) => [code, unescaped(value)]),
      );
    },
    /** The row of a record on the list, its cells as text. */
    async listed(number: string): Promise<string[]> {
      const row = new RegExp(`<tr data-number="${number}">([^]*?)</tr>`).exec(
        await page('/records'),
      );
      return Array.from((row?.[1] ?? '').matchAll(/<td[^>]*>([^]*?)<\/td>/g), ([, cell = '']) =>
        unescaped(cell.replaceAll(/<[^>]+>/g, '')).trim(),
      );
    },
  };
}

/** Values as a page submits them: under the names of its form. */
export function named(form: Form, values: FormValues): Record<string, string> {
  return Object.fromEntries(fieldsOf(form).map(({ code, name }) => [name, values[code] ?? '']));
}

function unescaped(written: string): string {
  return written
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
