/**
 * What a check of a workbook says (核验报告), and its machine-readable form: what `npm run check -- … --json` prints.
 * Neither names a value that identifies a person, only the cell in which it stands.
 */
import * as z from 'zod';
import { allFieldIds, recordKinds } from '../standards/catalogue.ts';
import type { FieldId } from '../standards/index.ts';

const fieldId = z.custom<FieldId>((id) => typeof id === 'string' && allFieldIds.has(id));
const level = z.enum(['error', 'warning', 'info']);
const count = z.int().nonnegative();

const finding = z.strictObject({
  sheet: z.string(),
  /** Number of the row, 1 for the first. */
  row: z.int().positive(),
  /** Address such as `C5`; `null` where the sheet has no column for any of the fields. */
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}\d+$/)
    .nullable(),
  /** A rule of the standard, `X15` for a repetition in the workbook, or a problem of reading (`CELL-…`). */
  code: z.string(),
  level,
  /** The fields concerned; the first is the one to look at. */
  fields: z.array(fieldId).min(1),
  /** One Chinese sentence. */
  message: z.string(),
  /** What would mend it, such as `改为 2026-11-23`; `null` where there is nothing to offer or to show. */
  fix: z.string().nullable(),
});

/** The report as JSON. Fields are only added within a version. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  /** Day for which was checked, `YYYY-MM-DD` in Asia/Shanghai. */
  today: z.iso.date(),
  /** Whether something has to be mended before the records can be reported. */
  blocked: z.boolean(),
  /** `blockedRows`: with an error at least; the others count findings. */
  counts: z.strictObject({
    rows: count,
    blockedRows: count,
    errors: count,
    warnings: count,
    infos: count,
  }),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(recordKinds),
      /** 1 for the first row. */
      headerRow: z.int().positive(),
      rows: count,
      columns: z.array(z.strictObject({ column: z.string(), field: fieldId, label: z.string() })),
      /** Header texts that belong to no field. */
      unmatched: z.array(z.string()),
      /** Fields that every subject must fill and that have no column. */
      missing: z.array(fieldId),
    }),
  ),
  /** How often each rule was broken, the heaviest and most frequent first. */
  rules: z.array(z.strictObject({ code: z.string(), level, count: z.int().positive() })),
  /** In the order of the sheets, and of the rows in each. */
  findings: z.array(finding),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportedFinding = Report['findings'][number];
