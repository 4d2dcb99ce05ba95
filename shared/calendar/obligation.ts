/**
 * The words in which duties are written down: what a jurisdiction asks for (policy), what a unit has to report
 * (catalogue), and one duty of one period (报送义务). `obligations.ts` derives the last from the others.
 */
import type { MonthlyStatement } from '../records/monthly-statement.ts';
import type { Period, ZeroReport } from '../records/zero-report.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import type { TimelinessRule } from './timeliness.ts';
import type { WorkdayCalendar } from './workdays.ts';

/**
 * The day of the week on which the weekly zero report is due: a day of the week (1 Monday to 7 Sunday),
 * or the last working day before it in the same week where it is off; or the week's last working
 * day, which a make-up Saturday or Sunday may be.
 */
export type WeeklyTarget =
  | { readonly rule: 'weekdayOrLastWorkdayBefore'; readonly weekday: number }
  | { readonly rule: 'lastWorkdayOfWeek' };

/**
 * What 「当月25日前」 means, as days of the month: from when on one is reminded, by when it is due (on the last
 * working day up to then), and from when on it is late.
 */
export interface MonthlyTarget {
  readonly remindFromDay: number;
  readonly dueByDay: number;
  readonly lateFromDay: number;
}

/** What a jurisdiction asks of its units, as data. */
export interface ObligationPolicy {
  readonly weeklyTarget: WeeklyTarget;
  /**
   * So many working days before the weekly target, and within its week, one is first reminded; with 0 the first
   * notice and that of the day itself are one.
   */
  readonly weeklyNoticeWorkdays: number;
  /** Whether each kind owes a zero report of its own, or one record of any kind answers for all. */
  readonly weeklyScope: 'eachKind' | 'combined';
  readonly monthlyTarget: MonthlyTarget;
}

/** What an item is about: a kind of the standard, or other credit information (其他信用信息). */
export type ItemKind = DoublePublicityKind | 'other';

/** How often a period without anything to report must be said to have had nothing; or never. */
export type ReportingCycle = 'weekly' | 'monthly' | 'perDecision';

/** One item of a unit's catalogue (目录事项), and from when until when, both days included, it is in it. */
export interface CatalogueItem {
  readonly kind: ItemKind;
  /** As the catalogue calls it, such as 荣誉表彰信息. */
  readonly name: string;
  readonly cycle: ReportingCycle;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

/** What obligations need to know of a record: `submittedOn` is `null` while it waits to be sent. */
export interface ReportedDecision {
  readonly id: string;
  readonly kind: DoublePublicityKind;
  readonly decisionDate: string;
  readonly documentNumber: string;
  readonly submittedOn: string | null;
}

/**
 * `notDue` before one is reminded; `due` from then on; `late` once the time is over; `doneByRecords` where
 * a record was sent; `doneByZeroReport`; `replacedByRecords` where both happened (已由后报数据替代);
 * `carriedOver` for a week without any working day, whose days the next week's duty takes over (顺延).
 */
export type ObligationState =
  | 'notDue'
  | 'due'
  | 'late'
  | 'doneByRecords'
  | 'doneByZeroReport'
  | 'replacedByRecords'
  | 'carriedOver';

/** What screens call a state. */
export const obligationStateLabels: Readonly<Record<ObligationState, string>> = {
  notDue: '未到期',
  due: '应办',
  late: '已逾期',
  doneByRecords: '已报送',
  doneByZeroReport: '已零报送',
  replacedByRecords: '已由后报数据替代',
  carriedOver: '顺延',
};

/** Which rule a duty comes from. */
export type Duty = 'weeklyZeroReport' | 'monthlyZeroReport' | 'decision';

/** What screens call a duty. */
export const dutyLabels: Readonly<Record<Duty, string>> = {
  weeklyZeroReport: '每周报送',
  monthlyZeroReport: '每月报送',
  decision: '逐件报送',
};

/** One duty of one period. */
export interface Obligation {
  /** Stable: `weekly:licence:2026-11-23` by the week's Monday, `monthly:2026-11`, `decision:` and the record's id. */
  readonly id: string;
  readonly duty: Duty;
  readonly kinds: readonly ItemKind[];
  /** What it is about, such as 行政许可, the names of the month's items, or the decision's document number. */
  readonly subject: string;
  /** The days it answers for: the week, and before it any week that was carried over into it. */
  readonly period: Period;
  /** The first day on which one is reminded of it, or `null` for a week without any working day. */
  readonly remindFrom: string | null;
  /** The day by the end of which it is to be done, or `null` as above. */
  readonly dueOn: string | null;
  /** The instant at which the office closes on that day. */
  readonly dueAt: string | null;
  /** From this day on it is late. */
  readonly lateFrom: string | null;
  readonly state: ObligationState;
  /** The day on which it was done, or `null`. */
  readonly doneOn: string | null;
  /** One Chinese sentence: how things stand, and what to do. */
  readonly explanation: string;
  /** One Chinese sentence: by which rule it is due then. */
  readonly why: string;
}

/** Whether a duty still is to be done, and time is up or running. */
export function isOwed({ state }: Obligation): boolean {
  return state === 'due' || state === 'late';
}

/** Whether a duty was done after its time, or still is to be. */
export function wasLate({ state, doneOn, lateFrom }: Obligation): boolean {
  return state === 'late' || (doneOn !== null && lateFrom !== null && doneOn >= lateFrom);
}

/** Everything that obligations follow from. */
export interface ObligationFacts {
  readonly policy: ObligationPolicy;
  readonly timelinessRule: TimelinessRule;
  readonly calendar: WorkdayCalendar;
  readonly catalogue: readonly CatalogueItem[];
  /** Each record once, whoever of the unit sent it. */
  readonly reports: readonly ReportedDecision[];
  readonly zeroReports: readonly ZeroReport[];
  readonly statements: readonly MonthlyStatement[];
  /**
   * The instant up to which it is known what colleagues reported, where that is a while ago; `null` where it
   * is known as of now or there is no way to know.
   */
  readonly colleaguesKnownUntil: string | null;
  /** The present instant. */
  readonly now: string;
}
