/** Health (健康检查) for whatever watches the relay. */
import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';

export function healthRoutes({ store, report }: Dependencies): Hono {
  return new Hono().get('/', async (c) => {
    try {
      await store.ping();
      return c.json({ status: 'ok' });
    } catch (error) {
      report(error instanceof Error ? error : new Error(String(error)));
      return c.json({ status: 'unavailable' }, 503);
    }
  });
}
