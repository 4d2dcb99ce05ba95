/**
 * Everything that crosses between an extension and a relay, as zod schemas; types are inferred from them.
 * Unknown fields are refused. Version 1 lives under `/api/v1`.
 */
import * as z from 'zod';
import { catalogueItemSchema } from './catalogue.ts';

/** The version that each message names. */
export const protocolVersion = 1;

/** At most this many records in one request. */
export const maxRecordsPerRequest = 500;

const uuid = z.uuid();
const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const name = z.string().trim().min(1).max(50);
const version = z.literal(protocolVersion);

export const recordKindSchema = z.enum(['licence', 'penalty']);
export const subjectCategorySchema = z.enum(['legalPerson', 'individualBusiness', 'naturalPerson']);

/** A value that stays with the clerk: the kind of document it is and a mask such as `4202**********0016`. */
export const sealedValueSchema = z.strictObject({
  sealed: z.strictObject({
    documentType: z.string().min(1).max(64),
    mask: z.string().min(1).max(4000),
  }),
});

const evidenceSchema = z.strictObject({
  kind: z.enum(['navigation', 'message', 'list', 'clerk']),
  at: instant,
  text: z.string().max(200).optional(),
});

export const submissionSchema = z.strictObject({
  id: uuid,
  revision: z.int().min(1),
  platform: z.url().max(200),
  at: instant,
  evidence: evidenceSchema,
  by: name,
  overrides: z
    .array(z.strictObject({ code: z.string().max(10), reason: z.string().min(1).max(500) }))
    .max(50),
});

export const outcomeSchema = z.strictObject({
  id: uuid,
  submissionId: uuid,
  verdict: z.enum(['accepted', 'rejected']),
  code: z.string().max(32).optional(),
  message: z.string().max(500).optional(),
  source: z.enum(['platform', 'unit']),
  at: instant,
});

/**
 * One record as a unit sends it: its latest revision, and all submissions and outcomes so far.
 * `content` is `null` for natural persons, of whom only the skeleton is sent (design, decision 4).
 */
export const recordMessageSchema = z.strictObject({
  id: uuid,
  kind: recordKindSchema,
  subjectCategory: subjectCategorySchema,
  standard: z.string().regex(/^(licence|penalty)@2019#\d{1,4}$/),
  decisionDate: date,
  documentNumber: z.string().trim().min(1).max(128),
  revision: z.strictObject({
    number: z.int().min(1),
    base: z.int().min(1).nullable(),
    at: instant,
    author: name,
    reason: z.string().min(1).max(500).optional(),
  }),
  content: z
    .record(z.string().max(64), z.union([z.string().max(4000), sealedValueSchema]))
    .nullable(),
  submissions: z.array(submissionSchema).max(50),
  outcomes: z.array(outcomeSchema).max(50),
});

export const recordsRequestSchema = z.strictObject({
  protocol: version,
  records: z.array(z.unknown()).min(1).max(maxRecordsPerRequest),
});

/** What happened to one record of a request, in the order of the request. */
export const recordResultSchema = z.strictObject({
  index: z.int().min(0),
  id: z.string().nullable(),
  status: z.enum(['created', 'updated', 'unchanged', 'conflict', 'refused']),
  /** For `conflict` and `refused`: one Chinese sentence, and the JSON pointer of the field at fault. */
  detail: z.string().optional(),
  pointer: z.string().optional(),
});

export const recordsAnswerSchema = z.strictObject({
  protocol: version,
  receivedAt: instant,
  results: z.array(recordResultSchema),
});

export const zeroReportMessageSchema = z.strictObject({
  id: uuid,
  kind: recordKindSchema,
  period: z.strictObject({ start: date, end: date }),
  person: name,
  at: instant,
  platform: z.url().max(200),
  /** Address of the page on which the button was pressed, without what follows `?`. */
  page: z.url().max(300).optional(),
  evidence: evidenceSchema,
});

export const zeroReportRequestSchema = z.strictObject({
  protocol: version,
  zeroReport: zeroReportMessageSchema,
});

/** `status` is `unchanged` where the same report had come before. */
export const zeroReportAnswerSchema = z.strictObject({
  protocol: version,
  receivedAt: instant,
  receipt: z.string(),
  status: z.enum(['created', 'unchanged']),
});

export const enrolmentRequestSchema = z.strictObject({
  protocol: version,
  code: z.string().trim().min(8).max(64),
  /** What the administrator sees this device under, such as 许可科一号机. */
  device: name,
});

export const enrolmentAnswerSchema = z.strictObject({
  protocol: version,
  token: z.string(),
  deviceId: uuid,
  unit: z.strictObject({
    id: z.string(),
    name: z.string(),
    unifiedSocialCreditCode: z.string(),
    district: z.string(),
    /** Kinds that the unit reports on the day, from its catalogue (目录). */
    kinds: z.array(recordKindSchema),
  }),
  /** All of the catalogue, past and future items included. */
  catalogue: z.array(catalogueItemSchema),
});

/** A refusal over HTTP: problem details of RFC 9457; `pointer` is the JSON pointer of the field at fault. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

export type RecordMessage = z.infer<typeof recordMessageSchema>;
export type RecordResult = z.infer<typeof recordResultSchema>;
export type RecordsAnswer = z.infer<typeof recordsAnswerSchema>;
export type ZeroReportMessage = z.infer<typeof zeroReportMessageSchema>;
export type ZeroReportAnswer = z.infer<typeof zeroReportAnswerSchema>;
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;
export type Problem = z.infer<typeof problemSchema>;
