/** The month's statistics as a relay answers them to a device, of its own unit, and to an administrator, of all. */
import * as z from 'zod';
import { protocolVersion } from './messages.ts';

const date = z.iso.date();
const count = z.int().min(0);
/** Between 0 and 1; `null` where there is nothing to divide by. */
const rate = z.number().min(0).max(1).nullable();

export const axisSchema = z.enum(['submitted', 'decided']);
export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

const figures = {
  /** 上报量, and how it is made up by kind. */
  received: count,
  licences: count,
  penalties: count,
  updated: count,
  accepted: count,
  rejected: count,
  pending: count,
  timelyEligible: count,
  timely: count,
  duplicates: count,
  acceptanceRate: rate,
  timelinessRate: rate,
  lateReportRate: rate,
  /** Days of the month with a submission. */
  reportingDays: count,
  /** The last day with a submission up to the end of the month. */
  lastReportedOn: date.nullable(),
};

/** See shared/statistics/counting.ts for what each figure counts. */
export const monthlyStatisticsSchema = z.strictObject({
  protocol: z.literal(protocolVersion),
  month: monthSchema,
  axis: axisSchema,
  units: z.array(
    z.strictObject({
      unit: z.strictObject({
        id: z.string(),
        name: z.string(),
        unifiedSocialCreditCode: z.string(),
        district: z.string(),
      }),
      ...figures,
    }),
  ),
  total: z.strictObject(figures),
  /** Years whose days off are not known: where there are any, `timely` was counted as if all weekdays were worked. */
  uncoveredYears: z.array(z.int()),
});

export type MonthlyStatistics = z.infer<typeof monthlyStatisticsSchema>;
