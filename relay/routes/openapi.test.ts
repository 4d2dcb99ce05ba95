import { createApp } from '../app.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveRelay, testUnit } from '../testing/serve.ts';
import type { ServedRelay } from '../testing/serve.ts';
import { openapiDocument } from './openapi.ts';

let relay: ServedRelay;
beforeEach(async () => {
  relay = await serveRelay();
});
afterEach(() => relay.close());

describe('GET /openapi.json', () => {
  it('describes every route for programs, and no other', () => {
    const app = createApp({ store: relay.store, now: () => new Date(), report: () => undefined });
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(api\/|healthz)/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    const described = Object.entries(openapiDocument.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it('is served, and refers to nothing that it does not hold', async () => {
    const answer = await fetch(`${relay.origin}/openapi.json`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const document = JSON.parse(text) as typeof openapiDocument;
    expect(document.openapi).toBe('3.1.0');
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '');
  });

  it('names the statuses that callers meet', async () => {
    const device = await relay.enrol(testUnit);
    const met = [
      [await device.post('/api/v1/records', { protocol: 2 }), '/api/v1/records', 'post'],
      [await device.post('/api/v1/records', { protocol: 1 }), '/api/v1/records', 'post'],
      [
        await device.post('/api/v1/enrolments', { protocol: 1, code: 'AAAA-AAAA', device: '甲' }),
        '/api/v1/enrolments',
        'post',
      ],
      [await device.get('/api/v1/statistics/monthly?month=x'), '/api/v1/statistics/monthly', 'get'],
      [await fetch(`${relay.origin}/healthz`), '/healthz', 'get'],
    ] as const;
    for (const [answer, path, method] of met) {
      const operation = (openapiDocument.paths[path] as Record<string, { responses: object }>)[
        method
      ];
      expect(operation?.responses).toHaveProperty(String(answer.status));
    }
  });
});

describe('GET /healthz', () => {
  it('says when the database does not answer', async () => {
    expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200);
    const app = createApp({
      store: { ...relay.store, ping: () => Promise.reject(new Error('closed')) },
      now: () => new Date(),
      report: (error) => relay.reports.push(error),
    });
    const answer = await app.request('/healthz');
    expect(answer.status).toBe(503);
    expect(relay.reports).toHaveLength(1);
  });
});
