/** Statistics (统计) as JSON: a device sees its own unit, an administrator all of them. */
import { Hono } from 'hono';
import { protocolVersion } from '@baosong/shared/protocol/messages.ts';
import type { MonthlyStatistics } from '@baosong/shared/protocol/statistics.ts';
import { ratesOf } from '@baosong/shared/statistics/rates.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireDevice, requireSession } from '../identity.ts';
import { monthQuery } from '../month-query.ts';
import { totalLine } from '../monthly-table.ts';
import type { UnitMonth } from '../store/port.ts';
import { uncoveredYears } from '../uncovered-years.ts';

export function statisticsRoutes(deps: Dependencies): Hono {
  return new Hono().get('/monthly', async (c) => {
    let unitId: string | null = null;
    if (c.req.header('authorization') === undefined) await requireSession(c, deps);
    else ({ unitId } = await requireDevice(c, deps));

    const query = monthQuery(c, deps.now());
    const { month, period, axis } = query;
    const figures = await deps.store.monthFigures(period, axis, unitId);
    const answer: MonthlyStatistics = {
      protocol: protocolVersion,
      month,
      axis,
      units: figures.units.map((line) => {
        const { id, name, unifiedSocialCreditCode, district } = line.unit;
        return { unit: { id, name, unifiedSocialCreditCode, district }, ...written(line) };
      }),
      total: written(totalLine(figures)),
      uncoveredYears: await uncoveredYears(deps, query),
    };
    return c.json(answer);
  });
}

function written(line: Omit<UnitMonth, 'unit'>): MonthlyStatistics['total'] {
  const { acceptance, timeliness, lateReport } = ratesOf(line.counts);
  return {
    ...line.counts,
    licences: line.received.licence,
    penalties: line.received.penalty,
    acceptanceRate: acceptance,
    timelinessRate: timeliness,
    lateReportRate: lateReport,
    reportingDays: line.reportingDays,
    lastReportedOn: line.lastReportedOn,
  };
}
