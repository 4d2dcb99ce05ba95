/** The dashboard (月度统计): the month's table, chart and zero reports. */
import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import { requireSession } from '../identity.ts';
import { monthQuery } from '../month-query.ts';
import { dashboardPage } from '../pages/dashboard.ts';
import { uncoveredYears } from '../uncovered-years.ts';

export function dashboardRoutes(deps: Dependencies): Hono {
  return new Hono().get('/', async (c) => {
    const holder = await requireSession(c, deps);
    const now = deps.now();
    const query = monthQuery(c, now);
    const [figures, zeroReports, statements, uncovered] = await Promise.all([
      deps.store.monthFigures(query.period, query.axis, null),
      deps.store.listZeroReports(query.period),
      deps.store.listMonthlyStatements(query.month),
      uncoveredYears(deps, query),
    ]);
    return c.html(
      dashboardPage({
        holder,
        query,
        figures,
        uncovered,
        zeroReports,
        statements,
        madeAt: now.toISOString(),
      }),
    );
  });
}
