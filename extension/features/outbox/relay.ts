/** Speaks to the relay over HTTP. Refusals become sentences for the clerk here, once. */
import '../../strict-csp.ts';
import type * as z from 'zod';
import { calendarYearsAnswerSchema } from '@baosong/shared/protocol/calendar-years.ts';
import type { CalendarYearsAnswer } from '@baosong/shared/protocol/calendar-years.ts';
import {
  monthlyStatementAnswerSchema,
  unitReportsAnswerSchema,
} from '@baosong/shared/protocol/duties.ts';
import type {
  MonthlyStatementAnswer,
  MonthlyStatementMessage,
  UnitReportsAnswer,
} from '@baosong/shared/protocol/duties.ts';
import {
  enrolmentAnswerSchema,
  problemSchema,
  protocolVersion,
  recordsAnswerSchema,
  zeroReportAnswerSchema,
} from '@baosong/shared/protocol/messages.ts';
import type {
  EnrolmentAnswer,
  RecordMessage,
  RecordsAnswer,
  ZeroReportAnswer,
  ZeroReportMessage,
} from '@baosong/shared/protocol/messages.ts';

/** Where and as whom to send. */
export interface RelayAccess {
  readonly origin: string;
  readonly token: string;
}

/**
 * Why the relay did not take a request. `unreachable` and `busy` pass by themselves; `unauthorized` needs
 * a new enrolment; `refused` is about what was sent.
 */
export class RelayError extends Error {
  readonly reason: 'unreachable' | 'busy' | 'unauthorized' | 'refused';
  /** JSON pointers of the fields at fault, with a sentence each. */
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(
    reason: RelayError['reason'],
    message: string,
    { faults = [], cause }: { faults?: RelayError['faults']; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'RelayError';
    this.reason = reason;
    this.faults = faults;
  }
}

const patience = 30_000;

function reasonOf(status: number): RelayError['reason'] {
  if (status === 401 || status === 403) return 'unauthorized';
  return status === 408 || status === 429 || status >= 500 ? 'busy' : 'refused';
}

async function refusal(response: Response): Promise<RelayError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  const reason = reasonOf(response.status);
  if (!problem.success) {
    return new RelayError(
      reason,
      `报送中继答复异常（HTTP ${response.status}），请核对地址或联系管理员。`,
    );
  }
  const { title, detail, errors } = problem.data;
  return new RelayError(reason, detail ?? title, { faults: errors ?? [] });
}

async function ask<Schema extends z.ZodType>(
  origin: string,
  path: string,
  token: string | null,
  body: unknown,
  schema: Schema,
): Promise<z.infer<Schema>> {
  let response: Response;
  // AbortSignal.timeout came with Chrome 103.
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, patience);
  try {
    response = await fetch(`${origin}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      signal: controller.signal,
    });
  } catch (error) {
    throw new RelayError(
      'unreachable',
      '连不上报送中继，请检查网络和地址；待发送的内容会保留并自动重试。',
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw await refusal(response);
  const answer = schema.safeParse(await response.json().catch(() => null));
  if (!answer.success) {
    throw new RelayError(
      'busy',
      '报送中继的答复看不懂，扩展与服务器的版本可能不一致，请联系管理员。',
    );
  }
  return answer.data;
}

/** Sends records, at most `maxRecordsPerRequest`. @throws RelayError */
export async function postRecords(
  { origin, token }: RelayAccess,
  records: readonly RecordMessage[],
): Promise<RecordsAnswer> {
  const body = { protocol: protocolVersion, records };
  return await ask(origin, 'records', token, body, recordsAnswerSchema);
}

/** Sends a zero report. @throws RelayError */
export async function postZeroReport(
  { origin, token }: RelayAccess,
  zeroReport: ZeroReportMessage,
): Promise<ZeroReportAnswer> {
  const body = { protocol: protocolVersion, zeroReport };
  return await ask(origin, 'zero-reports', token, body, zeroReportAnswerSchema);
}

/** Sends a monthly statement. @throws RelayError */
export async function postMonthlyStatement(
  { origin, token }: RelayAccess,
  statement: MonthlyStatementMessage,
): Promise<MonthlyStatementAnswer> {
  const body = { protocol: protocolVersion, statement };
  return await ask(origin, 'monthly-statements', token, body, monthlyStatementAnswerSchema);
}

/** What this unit has reported for a period, on whichever device. @throws RelayError */
export async function fetchUnitReports(
  { origin, token }: RelayAccess,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<UnitReportsAnswer> {
  const path = `unit-reports?from=${from}&to=${to}`;
  return await ask(origin, path, token, undefined, unitReportsAnswerSchema);
}

/** The days off that the relay's administrator entered. @throws RelayError */
export async function fetchCalendarYears({
  origin,
  token,
}: RelayAccess): Promise<CalendarYearsAnswer> {
  return await ask(origin, 'calendar-years', token, undefined, calendarYearsAnswerSchema);
}

/** Enrols this device with the code from the enrolment slip. @throws RelayError */
export async function enrol(
  origin: string,
  code: string,
  device: string,
): Promise<EnrolmentAnswer> {
  const body = { protocol: protocolVersion, code, device };
  return await ask(origin, 'enrolments', null, body, enrolmentAnswerSchema);
}
