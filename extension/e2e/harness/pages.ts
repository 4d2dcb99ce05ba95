/** Serves the pages in `e2e/pages/` on this machine and keeps what they send. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** What was posted, in order of arrival. */
  readonly received: Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** Real widget libraries, straight from their packages. */
const libraries: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/vue.js': ['vue/dist/vue.global.prod.js', 'text/javascript'],
  '/element-plus.js': ['element-plus/dist/index.full.min.js', 'text/javascript'],
  '/element-plus.css': ['element-plus/dist/index.css', 'text/css'],
};

/** Packages whose files pages load as `/lib/<package>/<path>`. */
const packages = new Set([
  'bootstrap',
  'bootstrap-datetime-picker',
  'icheck',
  'jquery',
  'jquery-easyui',
  'layui',
  'layui-laydate',
  'layui26',
  'my97datepicker',
  'select2',
]);
const installed = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The file behind a path: one of a package, or one of the pages here. */
function fileAt(pathname: string): string | null {
  const [, name = '', file = ''] = /^\/lib\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
  if (packages.has(name)) return `${installed}${name}/${file}`;
  const page = /^\/([a-z0-9-]+\.(?:html|js|css))$/.exec(pathname)?.[1];
  return page === undefined ? null : pages + page;
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
  response.setHeader('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
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
      else send(response, 'text/html', document('<p>提交成功，受理编号 20260001</p>'));
      return;
    }
    const library = libraries[pathname];
    if (library !== undefined) {
      send(response, library[1], await readFile(resolve(library[0])));
      return;
    }
    const file = fileAt(pathname);
    const type = types[extname(pathname)];
    if (file === null || type === undefined || !existsSync(file)) {
      response.statusCode = 404;
      response.end();
    } else {
      send(response, type, await readFile(file));
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
