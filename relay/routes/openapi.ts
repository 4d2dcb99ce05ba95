/** The description of the interface for programs (OpenAPI 3.1), made from the schemas that check it. */
import { Hono } from 'hono';
import * as z from 'zod';
import { calendarYearsAnswerSchema } from '@baosong/shared/protocol/calendar-years.ts';
import {
  monthlyStatementAnswerSchema,
  monthlyStatementRequestSchema,
  unitReportsAnswerSchema,
} from '@baosong/shared/protocol/duties.ts';
import {
  enrolmentAnswerSchema,
  enrolmentRequestSchema,
  maxRecordsPerRequest,
  problemSchema,
  recordMessageSchema,
  recordsAnswerSchema,
  recordsRequestSchema,
  zeroReportAnswerSchema,
  zeroReportRequestSchema,
} from '@baosong/shared/protocol/messages.ts';
import {
  axisSchema,
  monthlyStatisticsSchema,
  monthSchema,
} from '@baosong/shared/protocol/statistics.ts';
import { listed } from '../problems.ts';
import type { ProblemName } from '../problems.ts';

const schemas = {
  EnrolmentRequest: enrolmentRequestSchema,
  EnrolmentAnswer: enrolmentAnswerSchema,
  // The relay reads records one by one; a sender has to make each of this shape.
  RecordsRequest: recordsRequestSchema.extend({
    records: z.array(recordMessageSchema).min(1).max(maxRecordsPerRequest),
  }),
  RecordsAnswer: recordsAnswerSchema,
  ZeroReportRequest: zeroReportRequestSchema,
  ZeroReportAnswer: zeroReportAnswerSchema,
  MonthlyStatementRequest: monthlyStatementRequestSchema,
  MonthlyStatementAnswer: monthlyStatementAnswerSchema,
  UnitReportsAnswer: unitReportsAnswerSchema,
  CalendarYearsAnswer: calendarYearsAnswerSchema,
  MonthlyStatistics: monthlyStatisticsSchema,
  Health: z.strictObject({ status: z.enum(['ok', 'unavailable']) }),
  Problem: problemSchema,
} as const;

type SchemaName = keyof typeof schemas;

interface Operation {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly summary: string;
  readonly credentials: readonly ('device' | 'session')[];
  readonly parameters?: Readonly<Record<string, z.ZodType>>;
  readonly request?: SchemaName;
  readonly answers: Readonly<Record<number, SchemaName>>;
  readonly refusals: readonly ProblemName[];
}

const bodyRefusals = [
  'malformed-json',
  'protocol-version',
  'length-required',
  'too-large',
  'not-json',
  'invalid-request',
  'resident-id-in-clear',
] as const;

const operations: readonly Operation[] = [
  {
    path: '/api/v1/enrolments',
    method: 'post',
    summary: '用一次性接入码接入设备',
    credentials: [],
    request: 'EnrolmentRequest',
    answers: { 201: 'EnrolmentAnswer' },
    refusals: [...bodyRefusals, 'wrong-code', 'too-many-attempts'],
  },
  {
    path: '/api/v1/records',
    method: 'post',
    summary: '发送记录，逐条答复；重复发送不重复入账',
    credentials: ['device'],
    request: 'RecordsRequest',
    answers: { 200: 'RecordsAnswer' },
    refusals: [...bodyRefusals, 'not-enrolled'],
  },
  {
    path: '/api/v1/zero-reports',
    method: 'post',
    summary: '零报送；重复发送给回原来的回执',
    credentials: ['device'],
    request: 'ZeroReportRequest',
    answers: { 200: 'ZeroReportAnswer', 201: 'ZeroReportAnswer' },
    refusals: [...bodyRefusals, 'not-enrolled', 'zero-report-conflict', 'zero-report-contradicted'],
  },
  {
    path: '/api/v1/monthly-statements',
    method: 'post',
    summary: '月度报送说明（含每月零报送）；重复发送给回原来的回执',
    credentials: ['device'],
    request: 'MonthlyStatementRequest',
    answers: { 200: 'MonthlyStatementAnswer', 201: 'MonthlyStatementAnswer' },
    refusals: [...bodyRefusals, 'not-enrolled', 'zero-report-conflict'],
  },
  {
    path: '/api/v1/unit-reports',
    method: 'get',
    summary: '本单位一段日期内已报送的记录、零报送和月度说明',
    credentials: ['device'],
    parameters: { from: z.iso.date(), to: z.iso.date() },
    answers: { 200: 'UnitReportsAnswer' },
    refusals: ['not-enrolled', 'invalid-request'],
  },
  {
    path: '/api/v1/calendar-years',
    method: 'get',
    summary: '管理员录入的各年放假安排',
    credentials: ['device'],
    answers: { 200: 'CalendarYearsAnswer' },
    refusals: ['not-enrolled'],
  },
  {
    path: '/api/v1/statistics/monthly',
    method: 'get',
    summary: '月度统计：设备看本单位，管理员看全部单位',
    credentials: ['device', 'session'],
    parameters: { month: monthSchema, axis: axisSchema },
    answers: { 200: 'MonthlyStatistics' },
    refusals: ['not-enrolled', 'not-logged-in', 'invalid-request'],
  },
  {
    path: '/healthz',
    method: 'get',
    summary: '健康检查',
    credentials: [],
    answers: { 200: 'Health', 503: 'Health' },
    refusals: [],
  },
];

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

function described(operation: Operation) {
  const { summary, credentials, parameters, request, answers, refusals } = operation;
  const problemsByStatus = Map.groupBy(refusals, (name) => listed(name).status);
  return {
    summary,
    security: credentials.map((name) => ({ [name]: [] })),
    ...(parameters && {
      parameters: Object.entries(parameters).map(([name, schema]) => ({
        name,
        in: 'query',
        required: false,
        schema: z.toJSONSchema(schema),
      })),
    }),
    ...(request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: reference(request) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, name]) => [
          status,
          {
            description: summary,
            content: { 'application/json': { schema: reference(name) } },
          },
        ]),
      ),
      ...Object.fromEntries(
        [...problemsByStatus].map(([status, names]) => [
          status,
          {
            description: names.map((name) => `${listed(name).title}（${name}）`).join('；'),
            content: { 'application/problem+json': { schema: reference('Problem') } },
          },
        ]),
      ),
    },
  };
}

/** The whole description. */
export const openapiDocument = {
  openapi: '3.1.0',
  info: { title: '报送中继', version: '1' },
  paths: Object.fromEntries(
    operations.map((operation) => [operation.path, { [operation.method]: described(operation) }]),
  ),
  components: {
    securitySchemes: {
      device: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'baosong_session' },
    },
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { io: 'input' }),
      ]),
    ),
  },
};

export function openapiRoutes(): Hono {
  return new Hono().get('/', (c) => c.json(openapiDocument));
}
