/**
 * The made-up city 云溪市, to which the practice platform (演练平台) belongs. It has no addresses: the
 * practice platform runs wherever it is started. Its district codes lie in a range that GB/T 2260
 * does not give out.
 */
import { nationalRule } from '../calendar/timeliness.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { practiceProfile } from './platform-profiles.ts';

export const practiceJurisdiction: Jurisdiction = {
  id: 'practice',
  name: '云溪市',
  authority: '云溪市信用信息中心（演练）',
  basis: null,
  channels: [],
  obligationPolicy: {
    weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
    weeklyNoticeWorkdays: 1,
    weeklyScope: 'eachKind',
    monthlyTarget: { remindFromDay: 20, dueByDay: 24, lateFromDay: 26 },
  },
  timelinessRule: nationalRule,
  levels: {},
  platformProfile: practiceProfile,
  districts: [
    { code: '990101', name: '云溪市本级' },
    { code: '990102', name: '临溪区' },
    { code: '990121', name: '望云县' },
  ],
};
