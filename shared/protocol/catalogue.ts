/** The catalogue (目录) of a unit, by which it owes what it owes, as the centre keeps it at the relay. */
import * as z from 'zod';

const date = z.iso.date();

export const itemNameSchema = z.string().trim().min(1).max(60);

/** One item (目录事项); see `shared/calendar/obligation.ts`. */
export const catalogueItemSchema = z.strictObject({
  kind: z.enum(['licence', 'penalty', 'other']),
  name: itemNameSchema,
  cycle: z.enum(['weekly', 'monthly', 'perDecision']),
  /** `null` for what the unit had to report before the relay knew it. */
  effectiveFrom: date.nullable(),
  effectiveUntil: date.nullable(),
});

export type CatalogueItemMessage = z.infer<typeof catalogueItemSchema>;
