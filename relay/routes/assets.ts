/** The one style sheet, under an address that changes with its content and may therefore be kept for ever. */
import { Hono } from 'hono';
import { styleSheet } from '../pages/style-sheet.ts';

export function assetRoutes(): Hono {
  return new Hono().get(`/${styleSheet.name}`, (c) =>
    c.body(styleSheet.text, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
}
