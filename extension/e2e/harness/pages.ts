/** Serves the pages in `e2e/pages/` on this machine and keeps what they send. */
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platformScript } from './platform.ts';

export interface PageServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** What was posted, in order of arrival. */
  readonly received: Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

const pages = fileURLToPath(new URL('../pages/', import.meta.url));

/** Where packages may lie, nearest first. */
const packageFolders = ['../../node_modules/', '../../../node_modules/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A file of a widget library, straight from its package: `/lib/vue/dist/vue.js`. */
async function fileOfLibrary(path: string): Promise<Buffer | null> {
  for (const folder of packageFolders) {
    const file = join(folder, path);
    if (!file.startsWith(folder)) return null;
    try {
      return await readFile(file);
    } catch (error) {
      if (!['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/json')) {
    return JSON.parse(text) as Record<string, unknown>;
  }
  const sent = new URLSearchParams(text);
  return Object.fromEntries(Array.from(sent.keys(), (name) => [name, sent.getAll(name).join()]));
}

const document = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例市信用信息平台</title><body>${body}</body></html>`;

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('content-type', type);
  response.end(body);
}

/** Starts the server on a free port. */
export async function servePages(): Promise<PageServer> {
  const received: Record<string, unknown>[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST') {
      received.push(await bodyOf(request));
      if (pathname === '/sent.json') send(response, 'application/json', '{}');
      else
        send(response, 'text/html; charset=utf-8', document('<p>提交成功，受理编号 20260001</p>'));
      return;
    }
    if (pathname === '/platform.js') {
      send(response, 'text/javascript; charset=utf-8', platformScript);
      return;
    }
    const type = types[extname(pathname)];
    const library = /^\/lib\/(.+)$/.exec(decodeURIComponent(pathname))?.[1];
    const page = /^\/(?:widgets\/)?[a-z0-9-]+\.html$/.test(pathname) ? pathname.slice(1) : null;
    const body =
      library !== undefined
        ? await fileOfLibrary(library)
        : page !== null
          ? await readFile(pages + page)
          : null;
    if (body === null || type === undefined) {
      response.statusCode = 404;
      response.end();
    } else {
      if (library !== undefined) response.setHeader('cache-control', 'max-age=3600');
      send(response, type, body);
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
