/**
 * What the platform received (已报数据), its drafts and zero reports, all in memory: gone when the
 * process ends. Verdicts need no timer: each is fixed on arrival and shown once its time has come.
 */
import { beijingWeek } from './beijing-time.ts';
import type { Form, FormValues, Kind } from './form.ts';
import { licenceForm } from './licence-form.ts';
import { penaltyForm } from './penalty-form.ts';
import { subjectMatches } from './subjects.ts';

/** The platform's forms by kind. */
export const forms: Readonly<Record<Kind, Form>> = { licence: licenceForm, penalty: penaltyForm };

/** One record as it arrived. */
export interface Receipt {
  /** 受理编号, such as `YX-L-000001`. */
  readonly number: string;
  readonly kind: Kind;
  /** Name of the reporting unit. */
  readonly unit: string;
  readonly receivedAt: Date;
  readonly values: FormValues;
  /** Why it will be rejected; absent when it will be accepted. */
  readonly rejection?: Rejection;
}

/** Error code (错误代码) and description (错误描述) of a rejected record. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
}

/** How a record stands: in process, accepted, or rejected. */
export type Outcome =
  | { readonly status: '处理中' }
  | { readonly status: '入库'; readonly decidedAt: Date }
  | { readonly status: '退回'; readonly decidedAt: Date; readonly rejection: Rejection };

/** A zero report (零报送): nothing to report of a kind in a week. */
export interface ZeroReport {
  /** 回执号, such as `YX-Z-000001`. */
  readonly number: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly filedAt: Date;
  /** Monday of the week, `YYYY-MM-DD` in Beijing. */
  readonly week: string;
}

const mismatch: Rejection = {
  code: '1001',
  message: '验证规则代码:1001;错误描述:主体库中未找到该主体，或名称与统一社会信用代码不匹配.',
};

const repeated: Rejection = {
  code: '20001',
  message:
    '错误代码:20001;错误描述:重复数据，相同决定文书号、行政相对人名称和决定日期的数据已存在.',
};

/** The values that name a record on lists and tell repeated ones. */
export function headline(kind: Kind, values: FormValues) {
  const { prefix } = forms[kind];
  return {
    subjectName: values[`${prefix}_XDR_MC`] ?? '',
    subjectCode: values[`${prefix}_XDR_SHXYM`] ?? '',
    documentNumber: values[`${prefix}_WSH`] ?? '',
    decisionDate: values[`${prefix}_JDRQ`] ?? '',
  };
}

/** The platform's memory. */
export type Receipts = ReturnType<typeof createReceipts>;

/**
 * An empty memory.
 *
 * @param now the clock
 * @param decideAfterSeconds how long a record stays in process
 */
export function createReceipts(now: () => Date, decideAfterSeconds: number) {
  const received: Receipt[] = [];
  const zeroReports: ZeroReport[] = [];
  const drafts = new Map<string, FormValues>();
  const counters = new Map<string, number>();

  function nextNumber(prefix: string): string {
    const count = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, count);
    return `${prefix}-${String(count).padStart(6, '0')}`;
  }

  function rejectionOf(kind: Kind, unit: string, values: FormValues): Rejection | undefined {
    const { subjectName, subjectCode, documentNumber, decisionDate } = headline(kind, values);
    if (subjectCode !== '' && !subjectMatches(subjectName, subjectCode)) return mismatch;
    // A rejected record may be sent again, so only those that get in count as earlier data.
    const known = received.some((earlier) => {
      const other = headline(earlier.kind, earlier.values);
      return (
        earlier.kind === kind &&
        earlier.unit === unit &&
        earlier.rejection === undefined &&
        other.subjectName === subjectName &&
        other.documentNumber === documentNumber &&
        other.decisionDate === decisionDate
      );
    });
    return known ? repeated : undefined;
  }

  return {
    /** Takes a checked record in, gives it a number and drops the unit's draft of that kind. */
    receive(kind: Kind, unit: string, values: FormValues): Receipt {
      const rejection = rejectionOf(kind, unit, values);
      const receipt: Receipt = {
        number: nextNumber(forms[kind].numberPrefix),
        kind,
        unit,
        receivedAt: now(),
        values,
        ...(rejection && { rejection }),
      };
      received.push(receipt);
      drafts.delete(`${kind} ${unit}`);
      return receipt;
    },

    /** The unit's records of a kind, newest first. */
    list(unit: string, kind: Kind): readonly Receipt[] {
      return received.filter((receipt) => receipt.unit === unit && receipt.kind === kind).reverse();
    },

    /** The unit's record with a number, if it has it. */
    find(unit: string, number: string): Receipt | undefined {
      return received.find((receipt) => receipt.unit === unit && receipt.number === number);
    },

    /** How a record stands now. */
    outcomeOf(receipt: Receipt): Outcome {
      const decidedAt = new Date(receipt.receivedAt.getTime() + decideAfterSeconds * 1000);
      if (now() < decidedAt) return { status: '处理中' };
      if (receipt.rejection === undefined) return { status: '入库', decidedAt };
      return { status: '退回', decidedAt, rejection: receipt.rejection };
    },

    /** Files a zero report for this week; one already filed is returned instead of a second. */
    fileZeroReport(unit: string, kind: Kind): { report: ZeroReport; repeated: boolean } {
      const filedAt = now();
      const week = beijingWeek(filedAt).from;
      const earlier = zeroReports.find(
        (report) => report.unit === unit && report.kind === kind && report.week === week,
      );
      if (earlier !== undefined) return { report: earlier, repeated: true };
      const report = { number: nextNumber('YX-Z'), kind, unit, filedAt, week };
      zeroReports.push(report);
      return { report, repeated: false };
    },

    /** The unit's zero reports of this week. */
    zeroReportsThisWeek(unit: string): readonly ZeroReport[] {
      const week = beijingWeek(now()).from;
      return zeroReports.filter((report) => report.unit === unit && report.week === week);
    },

    /** The unit's zero report with a number, if it has it. */
    findZeroReport(unit: string, number: string): ZeroReport | undefined {
      return zeroReports.find((report) => report.unit === unit && report.number === number);
    },

    /** Keeps an unfinished form; nothing of it is checked or counted. */
    saveDraft(kind: Kind, unit: string, values: FormValues): void {
      drafts.set(`${kind} ${unit}`, values);
    },

    /** The unit's unfinished form of a kind. */
    draftOf(kind: Kind, unit: string): FormValues | undefined {
      return drafts.get(`${kind} ${unit}`);
    },
  };
}
