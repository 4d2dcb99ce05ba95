/** What the device's own unit has reported for a period, on whichever of its devices. */
import { Hono } from 'hono';
import * as z from 'zod';
import { maxReportDays } from '@baosong/shared/protocol/duties.ts';
import type { UnitReportsAnswer } from '@baosong/shared/protocol/duties.ts';
import { protocolVersion } from '@baosong/shared/protocol/messages.ts';
import { daysBetween } from '@baosong/shared/calendar/dates.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireDevice } from '../identity.ts';
import { chinese, placesOf } from '../json-body.ts';
import { Refusal } from '../problems.ts';

const query = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= maxReportDays, {
    path: ['to'],
    message: `期末不得早于期初，一次最多 ${String(maxReportDays)} 天。`,
  });

export function unitReportRoutes(deps: Dependencies): Hono {
  return new Hono().get('/', async (c) => {
    const { unitId, receivedAt } = await requireDevice(c, deps);
    const parsed = query.safeParse(c.req.query(), chinese);
    if (!parsed.success) throw new Refusal('invalid-request', placesOf(parsed.error));
    const { from, to } = parsed.data;
    const answer: UnitReportsAnswer = {
      protocol: protocolVersion,
      asOf: receivedAt,
      ...(await deps.store.unitReports(unitId, { start: from, end: to })),
    };
    return c.json(answer);
  });
}
