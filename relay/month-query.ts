/** Which month, and by which axis: the question that every view of the statistics answers. */
import type { Context } from 'hono';
import * as z from 'zod';
import { monthOf, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { axisSchema, monthSchema } from '@baosong/shared/protocol/statistics.ts';
import type { Period } from '@baosong/shared/records/zero-report.ts';
import type { Axis } from '@baosong/shared/statistics/counting.ts';
import { chinese, placesOf } from './json-body.ts';
import { Refusal } from './problems.ts';

export interface MonthQuery {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly period: Period;
  readonly axis: Axis;
}

/** Without an answer to which month, the present one in Shanghai; to which axis, the day of submission. */
export function monthQuery(c: Context, now: Date): MonthQuery {
  const schema = z.object({
    month: monthSchema.default(shanghaiDate(now.toISOString()).slice(0, 7)),
    axis: axisSchema.default('submitted'),
  });
  const parsed = schema.safeParse(c.req.query(), chinese);
  if (!parsed.success) throw new Refusal('invalid-request', placesOf(parsed.error));
  const { month, axis } = parsed.data;
  return { month, axis, period: monthOf(`${month}-01`) };
}
