/** What is owed, from what the ledger and the relay know: the one way for badge, notification, page and popup. */
import { isDate } from '@baosong/shared/standards/written.ts';
import { monthOf, shanghaiDate, weekOf } from '@baosong/shared/calendar/dates.ts';
import type {
  CatalogueItem,
  Obligation,
  ObligationFacts,
  ObligationPolicy,
  ReportedDecision,
} from '@baosong/shared/calendar/obligation.ts';
import { obligations } from '@baosong/shared/calendar/obligations.ts';
import { reminderFor } from '@baosong/shared/calendar/reminders.ts';
import type { Quiet, Reminder } from '@baosong/shared/calendar/reminders.ts';
import type { TimelinessRule } from '@baosong/shared/calendar/timeliness.ts';
import { weekAnsweredFor } from '@baosong/shared/calendar/weekly.ts';
import type { WorkdayCalendar } from '@baosong/shared/calendar/workdays.ts';
import * as documentNumbers from '@baosong/shared/identifiers/document-number.ts';
import type { CatalogueItemMessage } from '@baosong/shared/protocol/catalogue.ts';
import type { MonthlyStatement } from '@baosong/shared/records/monthly-statement.ts';
import { isConfirmed, latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import type { Period, ZeroReport } from '@baosong/shared/records/zero-report.ts';
import { doublePublicityKinds, recordKindLabels } from '@baosong/shared/standards/index.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ZeroReportFacts } from '../../messages.ts';

/** What duties follow from. */
export interface DutyFacts {
  readonly policy: ObligationPolicy;
  readonly timelinessRule: TimelinessRule;
  readonly calendar: WorkdayCalendar;
  /** The kinds that the unit reports by the week. */
  readonly kinds: readonly DoublePublicityKind[];
  /** Names of the items that it reports by the month. */
  readonly otherItems: readonly string[];
  /** Since when, by kind or name; what is missing, since the set-up. */
  readonly since: Readonly<Record<string, string>>;
  /** What the relay says that the unit has to report: it goes before the kinds; `null` where it has not. */
  readonly catalogue: readonly CatalogueItemMessage[] | null;
  /** Day of the set-up; `null` before, and then nothing is owed. */
  readonly setUpOn: string | null;
  readonly records: readonly CreditRecord[];
  /** Records of the unit that the relay knows, this device's own among them. */
  readonly relayRecords: readonly ReportedDecision[];
  /** Those that were not withdrawn, colleagues' among them. */
  readonly zeroReports: readonly ZeroReport[];
  readonly statements: readonly MonthlyStatement[];
  /** See `ObligationFacts`. */
  readonly colleaguesKnownUntil: string | null;
  readonly quiet: Quiet;
  /** The present instant. */
  readonly now: string;
}

export interface Duties {
  readonly obligations: readonly Obligation[];
  readonly reminder: Reminder;
  readonly zeroReport: ZeroReportFacts;
  /** Each decision that is known, once. */
  readonly reports: readonly ReportedDecision[];
}

/** What the relay's catalogue asks of the unit, from the period of the set-up on. */
function relayItems(catalogue: readonly CatalogueItemMessage[], setUpOn: string): CatalogueItem[] {
  return catalogue.map(({ effectiveFrom, ...item }) => {
    const { start } = (item.cycle === 'monthly' ? monthOf : weekOf)(setUpOn);
    const from = effectiveFrom ?? '';
    return { ...item, effectiveFrom: from > start ? from : start };
  });
}

/** What the calendar has to know to tell all duties, past and to come. */
export function obligationFacts(facts: DutyFacts): ObligationFacts {
  const { kinds, otherItems, setUpOn, since, catalogue } = facts;
  /** An item begins with the week or month of its day. */
  const item = (
    part: Pick<CatalogueItem, 'kind' | 'name' | 'cycle'>,
    key: string,
    periodOf: (date: string) => Period,
  ): CatalogueItem[] =>
    setUpOn === null
      ? []
      : [{ ...part, effectiveFrom: periodOf(since[key] ?? setUpOn).start, effectiveUntil: null }];
  return {
    policy: facts.policy,
    timelinessRule: facts.timelinessRule,
    calendar: facts.calendar,
    catalogue: [
      ...(catalogue === null || setUpOn === null
        ? kinds.flatMap((kind) =>
            item({ kind, name: recordKindLabels[kind], cycle: 'weekly' }, kind, weekOf),
          )
        : relayItems(catalogue, setUpOn)),
      ...otherItems.flatMap((name) =>
        item({ kind: 'other', name, cycle: 'monthly' }, name, monthOf),
      ),
    ],
    reports: knownReports(facts.records, facts.relayRecords),
    zeroReports: facts.zeroReports,
    statements: facts.statements,
    colleaguesKnownUntil: facts.colleaguesKnownUntil,
    now: facts.now,
  };
}

/** Computes what is owed and how it is said. */
export function dutiesOf(facts: DutyFacts): Duties {
  const all = obligationFacts(facts);
  const owed = obligations(all);
  const week = weekAnsweredFor(weekOf(shanghaiDate(facts.now)), facts.policy, facts.calendar);
  return {
    obligations: owed,
    reminder: reminderFor(owed, facts.now, facts.calendar, facts.quiet),
    zeroReport: zeroReportFacts(all.reports, week, '本周', pressFor(facts)),
    reports: all.reports,
  };
}

/** What a press of a zero-report button is for; where the unit owes nothing by the week it may be anything. */
function pressFor({ kinds, policy }: DutyFacts): Pick<ZeroReportFacts, 'kinds' | 'combined'> {
  return {
    kinds: kinds.length > 0 ? kinds : doublePublicityKinds,
    combined: policy.weeklyScope === 'combined',
  };
}

/** What speaks against a zero report for a period: every decision in it that is known, sent or not. */
export function zeroReportFacts(
  reports: readonly ReportedDecision[],
  week: Period,
  name: string,
  { kinds, combined }: Pick<ZeroReportFacts, 'kinds' | 'combined'>,
): ZeroReportFacts {
  const recorded = (kind: DoublePublicityKind): string[] =>
    reports.flatMap((report) => {
      const inWeek = week.start <= report.decisionDate && report.decisionDate <= week.end;
      if (report.kind !== kind || !inWeek) return [];
      return [report.documentNumber === '' ? '（无文书号）' : report.documentNumber];
    });
  return {
    week,
    name,
    kinds,
    combined,
    recorded: { licence: recorded('licence'), penalty: recorded('penalty') },
  };
}

/** The day of the first submission that is known to have reached the platform, or `null`. */
function firstSubmittedOn(record: CreditRecord): string | null {
  const [first] = record.submissions.filter(isConfirmed).map((submission) => submission.at);
  return first === undefined ? null : shanghaiDate(first);
}

const decisionKey = ({ kind, documentNumber, decisionDate }: ReportedDecision): string =>
  `${kind} ${decisionDate} ${documentNumbers.normalize(documentNumber)}`;

/**
 * Each decision once. One that waits here is sent where the relay has it sent by its id; or, since a colleague
 * may have written the same decision down anew, where the relay has as many decisions of that number and
 * day as the ledger, for one number may have many subjects.
 */
export function knownReports(
  records: readonly CreditRecord[],
  relayRecords: readonly ReportedDecision[],
): ReportedDecision[] {
  const byId = new Map(relayRecords.map((record) => [record.id, record]));
  const own = records.map((record): ReportedDecision => {
    const { decisionDate = '', documentNumber = '' } = latestRevision(record).values;
    return {
      id: record.id,
      kind: record.kind,
      decisionDate,
      documentNumber,
      submittedOn: firstSubmittedOn(record) ?? byId.get(record.id)?.submittedOn ?? null,
    };
  });
  const ownIds = new Set(own.map(({ id }) => id));
  const colleagues = relayRecords.filter(({ id }) => !ownIds.has(id));
  const sentByColleagues = groups(colleagues.filter(({ submittedOn }) => submittedOn !== null));
  const waiting = groups(
    own.filter(
      ({ submittedOn, decisionDate, documentNumber }) =>
        submittedOn === null && isDate(decisionDate) && documentNumber !== '',
    ),
  );
  return [
    ...own.filter((report) => {
      if (report.submittedOn !== null) return true;
      const key = decisionKey(report);
      const here = waiting.get(key)?.length ?? Infinity;
      // The colleague's entry stands for it.
      return (sentByColleagues.get(key)?.length ?? 0) < here;
    }),
    ...colleagues,
  ];
}

function groups(reports: readonly ReportedDecision[]): Map<string, ReportedDecision[]> {
  const found = new Map<string, ReportedDecision[]>();
  for (const report of reports) {
    const key = decisionKey(report);
    const known = found.get(key);
    if (known) known.push(report);
    else found.set(key, [report]);
  }
  return found;
}
