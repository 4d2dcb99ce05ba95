/**
 * What extension and relay say to each other about duties, beside the reports themselves: the monthly
 * statement, what a unit has to report, and what it has reported so far, whoever of it did.
 */
import * as z from 'zod';
import { catalogueItemSchema, itemNameSchema } from './catalogue.ts';
import { protocolVersion, recordKindSchema, zeroReportMessageSchema } from './messages.ts';
import { monthSchema } from './statistics.ts';

const version = z.literal(protocolVersion);
const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();

/** See `shared/records/monthly-statement.ts`. */
export const monthlyStatementMessageSchema = z.strictObject({
  id: z.uuid(),
  month: monthSchema,
  items: z
    .array(
      z.strictObject({
        name: itemNameSchema,
        reported: z.int().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(50)
    .refine(
      (items) => new Set(items.map(({ name }) => name)).size === items.length,
      '同一事项写了两次，请合并后再报。',
    ),
  person: z.string().trim().min(1).max(50),
  at: instant,
});

export const monthlyStatementRequestSchema = z.strictObject({
  protocol: version,
  statement: monthlyStatementMessageSchema,
});

/** `status` is `unchanged` where the same statement had come before. */
export const monthlyStatementAnswerSchema = z.strictObject({
  protocol: version,
  receivedAt: instant,
  receipt: z.string(),
  status: z.enum(['created', 'unchanged']),
});

const receipt = { receipt: z.string() };

/**
 * What the relay knows of a unit in a period: records by their decision date, zero reports and statements that
 * touch it. `asOf` is the moment at which it was so.
 */
export const unitReportsAnswerSchema = z.strictObject({
  protocol: version,
  asOf: instant,
  records: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: recordKindSchema,
      decisionDate: date,
      documentNumber: z.string(),
      /** Day of the first submission in Shanghai, or `null` where none is known. */
      submittedOn: date.nullable(),
      /** Name and code of a subject that is no natural person, as far as the relay holds them in clear. */
      subject: z
        .strictObject({
          name: z.string().min(1).max(4000),
          unifiedSocialCreditCode: z.string().max(4000),
        })
        .optional(),
    }),
  ),
  /** The whole catalogue, past and future items included. */
  catalogue: z.array(catalogueItemSchema),
  zeroReports: z.array(zeroReportMessageSchema.extend(receipt)),
  statements: z.array(monthlyStatementMessageSchema.extend(receipt)),
});

/** Days that one question may cover. */
export const maxReportDays = 400;

export type MonthlyStatementMessage = z.infer<typeof monthlyStatementMessageSchema>;
export type MonthlyStatementAnswer = z.infer<typeof monthlyStatementAnswerSchema>;
export type UnitReportsAnswer = z.infer<typeof unitReportsAnswerSchema>;
