/**
 * Learns from the relay what the unit has to report, what colleagues on other devices have reported, and the
 * days off of years that came out since. Asked with every flush of the outbox, but not more often than every few minutes.
 */
import { addDays, monthOf, shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { isOwed } from '@baosong/shared/calendar/obligation.ts';
import { maxReportDays } from '@baosong/shared/protocol/duties.ts';
import { putRelayYears, yearsAskedKey } from '../../store/calendar-years.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import { keepUnitReports, noteUnanswered, readUnitReports } from '../../store/unit-reports.ts';
import { dutiesOf } from '../reminders/duties.ts';
import { readDutyFacts } from '../reminders/read-duties.ts';
import { readRelayAccess, saveCatalogue } from '../settings/settings.ts';
import { fetchCalendarYears, fetchUnitReports, RelayError } from './relay.ts';
import type { RelayAccess } from './relay.ts';

const askEvery = 5 * 60_000;
const askForYearsEvery = 12 * 3_600_000;

/** Whether it is time again; a clock that was set back does not put it off. */
function isTime(last: string | null, every: number, now: Date): boolean {
  if (last === null) return true;
  const since = now.getTime() - Date.parse(last);
  return since < 0 || since >= every;
}

/** From the first day that an undischarged duty asks about, as far back as one question may reach. */
async function span(now: Date): Promise<{ from: string; to: string }> {
  const today = shanghaiDate(now.toISOString());
  const { obligations } = dutiesOf(await readDutyFacts(now));
  const starts = obligations.filter(isOwed).map(({ period }) => period.start);
  const [earliest = today] = [addDays(monthOf(today).start, -31), ...starts].sort();
  const to = addDays(today, 7);
  const furthest = addDays(to, -maxReportDays);
  return { from: earliest > furthest ? earliest : furthest, to };
}

/**
 * Asks the relay where it is time to.
 *
 * @param force asks even if it was asked a moment ago.
 * @returns whether anything was learnt, or found out of reach.
 */
export async function pull(clock: () => Date, force: boolean): Promise<boolean> {
  return await navigator.locks.request('pull', async () => {
    const access = await readRelayAccess();
    if (!access) return false;
    const now = clock();
    const { knowledge } = await readUnitReports();
    if (!force && !isTime(knowledge?.askedAt ?? null, askEvery, now)) return false;
    try {
      const answer = await fetchUnitReports(access, await span(now));
      await keepUnitReports(answer, now.toISOString());
      await saveCatalogue(answer.catalogue, shanghaiDate(now.toISOString()));
      await pullYears(access, now);
    } catch (error) {
      if (!(error instanceof RelayError)) throw error;
      await noteUnanswered(now.toISOString());
    }
    return true;
  });
}

async function pullYears(access: RelayAccess, now: Date): Promise<void> {
  const last = await readMeta(yearsAskedKey);
  if (!isTime(typeof last === 'string' ? last : null, askForYearsEvery, now)) return;
  const { years } = await fetchCalendarYears(access);
  await putRelayYears(
    years.map((year) => ({ ...year, source: access.origin, takenAt: now.toISOString() })),
  );
  await writeMeta(yearsAskedKey, now.toISOString());
}
