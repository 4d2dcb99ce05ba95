/** Charts as SVG images of their own, so that pages need neither script nor inline styles. */
import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import { requireSession } from '../identity.ts';
import { monthQuery } from '../month-query.ts';
import { unitLines } from '../monthly-table.ts';
import { monthlyChart } from '../pages/monthly-chart.ts';

export function chartRoutes(deps: Dependencies): Hono {
  return new Hono().get('/monthly.svg', async (c) => {
    await requireSession(c, deps);
    const { period, axis } = monthQuery(c, deps.now());
    const figures = await deps.store.monthFigures(period, axis, null);
    return c.body(monthlyChart(unitLines(figures)), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
    });
  });
}
