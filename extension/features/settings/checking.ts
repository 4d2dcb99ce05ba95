/** By what records are checked here: the jurisdiction's levels and clock, and the rules of the chosen platform. */
import { earliestTimely } from '@baosong/shared/calendar/timeliness.ts';
import { calendarWith } from '@baosong/shared/calendar/workdays.ts';
import type { PublishedYear } from '@baosong/shared/calendar/published-years.ts';
import { platformProfiles } from '@baosong/shared/jurisdictions/platform-profiles.ts';
import type { CheckContext } from '@baosong/shared/validation/context.ts';
import { jurisdictionOf } from './jurisdictions.ts';
import type { Settings } from './settings.ts';

/**
 * What checks need to know on a day beyond the record.
 *
 * @param years days off of years that came out since the build, by which timeliness is reckoned, too.
 * @param today `YYYY-MM-DD` in Asia/Shanghai.
 */
export function checkContextOf(
  settings: Settings,
  years: readonly PublishedYear[],
  today: string,
): CheckContext {
  const jurisdiction = jurisdictionOf(settings.jurisdiction);
  const chosen = platformProfiles.find(({ id }) => id === settings.platformProfile);
  return {
    today,
    levels: jurisdiction.levels,
    platform: chosen ?? jurisdiction.platformProfile,
    // Before the set-up it is not known since when there has been a unit to be late.
    timelyFrom:
      settings.setUpOn === null
        ? null
        : earliestTimely(today, jurisdiction.timelinessRule, calendarWith(years)),
    reportingSince: settings.setUpOn,
  };
}
