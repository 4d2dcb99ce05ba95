/** The files of the pages, under addresses that change with the content and may therefore be kept for ever. */
import { Hono } from 'hono';
import { icon, styleSheet } from '../pages/assets.ts';

export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const { name, text, mediaType } of [styleSheet, icon]) {
    routes.get(`/${name}`, (c) =>
      c.body(text, 200, {
        'Content-Type': mediaType,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  }
  return routes;
}
