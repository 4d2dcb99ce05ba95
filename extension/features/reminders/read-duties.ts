/** Reads what duties follow from, for the background and for every page alike. */
import { calendarWith } from '@baosong/shared/calendar/workdays.ts';
import type { ZeroReport } from '@baosong/shared/records/zero-report.ts';
import { readCalendarYears } from '../../store/calendar-years.ts';
import { readLedger } from '../../store/records.ts';
import type { RelayZeroReportRow } from '../../store/rows.ts';
import { readStatements } from '../../store/statements.ts';
import { readUnitReports } from '../../store/unit-reports.ts';
import { readZeroReports } from '../../store/zero-reports.ts';
import { jurisdictionOf } from '../settings/jurisdictions.ts';
import { kindsOf, readSettings } from '../settings/settings.ts';
import type { DutyFacts } from './duties.ts';
import { readQuiet } from './quiet.ts';

/** After this long without an answer, what colleagues reported is said to be known only until then. */
const staleAfter = 60 * 60_000;

function zeroReportOf({ evidence, page, ...report }: RelayZeroReportRow): ZeroReport {
  const { text, ...seen } = evidence;
  return {
    ...report,
    ...(page === undefined ? {} : { page }),
    evidence: { ...seen, ...(text === undefined ? {} : { text }) },
  };
}

/** Everything as it is kept now. */
export async function readDutyFacts(now: Date): Promise<DutyFacts> {
  const [settings, ledger, own, statements, relay, years, quiet] = await Promise.all([
    readSettings(),
    readLedger(),
    readZeroReports(),
    readStatements(),
    readUnitReports(),
    readCalendarYears(),
    readQuiet(),
  ]);
  const { obligationPolicy, timelinessRule } = jurisdictionOf(settings.jurisdiction);
  const ownIds = new Set(own.map(({ id }) => id));
  const { asOf = null, failed = false } = relay.knowledge ?? {};
  const isStale =
    settings.relay !== null &&
    failed &&
    asOf !== null &&
    now.getTime() - Date.parse(asOf) > staleAfter;
  return {
    policy: obligationPolicy,
    timelinessRule,
    calendar: calendarWith(years),
    kinds: kindsOf(settings),
    otherItems: settings.unit?.otherItems ?? [],
    since: settings.unit?.since ?? {},
    catalogue: settings.unit?.catalogue ?? null,
    setUpOn: settings.setUpOn,
    records: ledger.map((entry) => entry.record),
    relayRecords: settings.relay === null ? [] : relay.records,
    zeroReports: [
      ...own.filter((report) => !report.withdrawn),
      ...(settings.relay === null
        ? []
        : relay.zeroReports.filter(({ id }) => !ownIds.has(id)).map(zeroReportOf)),
    ],
    statements,
    colleaguesKnownUntil: isStale ? asOf : null,
    quiet,
    now: now.toISOString(),
  };
}
