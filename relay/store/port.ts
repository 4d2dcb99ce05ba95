/**
 * What the relay asks of its database. One implementation today, SQLite (`sqlite.ts`); the port is where
 * another engine comes in.
 *
 * A promise of a write resolves only after the write is on disk. Instants are UTC ISO 8601 with
 * milliseconds, days `YYYY-MM-DD` in Asia/Shanghai. Secrets (codes, tokens) come in as SHA-256 only.
 */
import type {
  EnrolmentAnswer,
  RecordMessage,
  ZeroReportMessage,
} from '@baosong/shared/protocol/messages.ts';
import type { CalendarYear } from '@baosong/shared/protocol/calendar-years.ts';
import type { CatalogueItemMessage } from '@baosong/shared/protocol/catalogue.ts';
import type {
  MonthlyStatementMessage,
  UnitReportsAnswer,
} from '@baosong/shared/protocol/duties.ts';
import type { Period } from '@baosong/shared/records/zero-report.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { Axis, Counts } from '@baosong/shared/statistics/counting.ts';

/** A unit (信息提供单位) as of a day. */
export type UnitProfile = EnrolmentAnswer['unit'];

/** What the administrator says of a new unit. */
export interface NewUnit extends Omit<UnitProfile, 'id'> {
  /** Names of its items of other credit information (其他信用信息), which are reported by the month. */
  readonly otherItems: readonly string[];
}

/** A unit with what the administrator's list shows beside it. */
export interface ListedUnit extends UnitProfile, Pick<NewUnit, 'otherItems'> {
  readonly devices: number;
}

/** Who sends: a device of a unit, and when its request came. */
export interface Sender {
  readonly unitId: string;
  readonly deviceId: string;
  readonly receivedAt: string;
}

/** What became of one record. `pointer` is a JSON pointer within the record. */
export type IngestResult =
  | { readonly status: 'created' | 'updated' | 'unchanged' }
  | { readonly status: 'conflict' | 'refused'; readonly detail: string; readonly pointer: string };

/** What became of a zero report. */
export type ZeroReportResult =
  | {
      readonly status: 'created' | 'unchanged';
      readonly receipt: string;
      readonly receivedAt: string;
    }
  /** The same id had come with other content. */
  | { readonly status: 'conflict' }
  /** Records of the kind with a decision date in the period are known. */
  | { readonly status: 'contradicted'; readonly documentNumbers: readonly string[] };

/** What became of a monthly statement; `conflict` where the same id had come with other content. */
export type MonthlyStatementResult = Exclude<ZeroReportResult, { status: 'contradicted' }>;

/** A monthly statement as the dashboard lists it. */
export interface ListedMonthlyStatement extends MonthlyStatementMessage {
  readonly unitName: string;
  readonly receipt: string;
}

/** What is known of one unit in a period. */
export type UnitReports = Omit<UnitReportsAnswer, 'protocol' | 'asOf'>;

/** A zero report as the dashboard lists it. */
export interface ListedZeroReport {
  readonly unitName: string;
  readonly kind: DoublePublicityKind;
  readonly period: Period;
  readonly person: string;
  readonly at: string;
  readonly receipt: string;
  /** Whether records of the kind and period have come since (已由后报数据替代). */
  readonly superseded: boolean;
}

/** The month's figures of one unit. */
export interface UnitMonth {
  readonly unit: UnitProfile;
  readonly counts: Counts;
  readonly received: Readonly<Record<DoublePublicityKind, number>>;
  /** Days of the month with a submission, duplicates apart. */
  readonly reportingDays: number;
  /** The last day with a submission up to the end of the month, or `null`. */
  readonly lastReportedOn: string | null;
}

/** The month's figures of the units asked for, in the order in which tables show them. */
export interface MonthFigures {
  readonly units: readonly UnitMonth[];
  /** Days of the month on which any of these units reported. */
  readonly reportingDays: number;
}

/** Who is logged in. */
export interface SessionHolder {
  readonly administratorId: string;
  readonly name: string;
}

export interface Store {
  /** Throws where the database does not answer. */
  ping(): Promise<void>;
  /** Finishes the writes under way, folds the log into the database file and closes it. */
  close(): Promise<void>;

  /**
   * The units as of a day, in the order in which tables show them.
   *
   * @param unitId the one unit asked for; `null` for all.
   */
  listUnits(day: string, unitId: string | null): Promise<ListedUnit[]>;
  /** @returns `null` where a unit bears the code already. */
  createUnit(unit: NewUnit, by: string, at: string): Promise<UnitProfile | null>;
  /** A unit's whole catalogue (目录), past and future items included. */
  catalogueOf(unitId: string): Promise<CatalogueItemMessage[]>;
  /** Puts a catalogue in place of a unit's. @returns whether there is such a unit. */
  putCatalogue(
    unitId: string,
    items: readonly CatalogueItemMessage[],
    by: string,
    at: string,
  ): Promise<boolean>;
  /** @returns whether there is such a unit. */
  issueEnrolmentCode(code: {
    readonly unitId: string;
    readonly codeHash: string;
    readonly by: string;
    readonly at: string;
    readonly expiresAt: string;
  }): Promise<boolean>;
  /** Uses a code up. @returns `null` where the code is unknown, used or expired. */
  enrol(enrolment: {
    readonly codeHash: string;
    readonly device: string;
    readonly tokenHash: string;
    readonly at: string;
  }): Promise<{
    readonly deviceId: string;
    readonly unit: UnitProfile;
  } | null>;
  findDevice(
    tokenHash: string,
  ): Promise<{ readonly unitId: string; readonly deviceId: string } | null>;

  countAdministrators(): Promise<number>;
  /** Opens a set-up link; links opened before stop working. */
  openSetup(tokenHash: string, at: string, expiresAt: string): Promise<void>;
  isSetupOpen(tokenHash: string, at: string): Promise<boolean>;
  /**
   * Uses a set-up link up: makes the administrator, or gives the one of that name a new passphrase and
   * ends their sessions. @returns `false` where the link does not work (any more).
   */
  completeSetup(setup: {
    readonly tokenHash: string;
    readonly name: string;
    readonly passphraseHash: string;
    readonly at: string;
  }): Promise<boolean>;
  findAdministrator(
    name: string,
  ): Promise<{ readonly id: string; readonly passphraseHash: string } | null>;
  openSession(session: {
    readonly tokenHash: string;
    readonly administratorId: string;
    readonly at: string;
    readonly expiresAt: string;
  }): Promise<void>;
  findSession(tokenHash: string, at: string): Promise<SessionHolder | null>;
  closeSession(tokenHash: string): Promise<void>;

  /** Takes records in, each for itself: one that conflicts leaves the others untouched. */
  ingestRecords(sender: Sender, records: readonly RecordMessage[]): Promise<IngestResult[]>;
  /** `receiptDay` is the day that the receipt number bears. */
  fileZeroReport(
    sender: Sender,
    report: ZeroReportMessage,
    receiptDay: string,
  ): Promise<ZeroReportResult>;

  /** `receiptDay` is the day that the receipt number bears. */
  fileMonthlyStatement(
    sender: Sender,
    statement: MonthlyStatementMessage,
    receiptDay: string,
  ): Promise<MonthlyStatementResult>;
  /** What one unit reported for a period, by decision date and by what zero reports and statements answer for. */
  unitReports(unitId: string, period: Period): Promise<UnitReports>;
  /** The statements on a month (`YYYY-MM`), latest first. */
  listMonthlyStatements(month: string): Promise<ListedMonthlyStatement[]>;

  /** Enters a year's days off, in place of what was entered for it before; the statistics follow at once. */
  putCalendarYear(year: CalendarYear, by: string, at: string): Promise<void>;
  /** The years that were entered, in order. */
  listCalendarYears(): Promise<CalendarYear[]>;

  /** @param unitId the one unit asked for; `null` for all. */
  monthFigures(month: Period, axis: Axis, unitId: string | null): Promise<MonthFigures>;
  /** The zero reports whose period touches the month, latest first. */
  listZeroReports(month: Period): Promise<ListedZeroReport[]>;
  /** Counts everything anew. @returns how many rows of the statistics were wrong and are mended. */
  rebuildStatistics(): Promise<number>;
}
