/**
 * Huangshi (黄石市), Hubei, after 黄信用办〔2018〕5号 of 3 May 2018.
 *
 * The notice asks for a report within 2 days and a zero report on Friday (三(二), 三(四)); the seven
 * working days are those of 发改办财金〔2018〕424号. What happens when Friday is off the notice leaves
 * open: the last working day before it, so that nobody is late by following the preset. For the same reason
 * 「当月25日前」 is read as the last working day up to the 24th, while only the 26th is held late.
 */
import { nationalRule } from '../calendar/timeliness.ts';
import type { Jurisdiction } from './jurisdiction.ts';

export const huangshi: Jurisdiction = {
  id: 'huangshi',
  name: '黄石市',
  authority: '黄石市信用信息中心',
  basis: '黄信用办〔2018〕5号',
  channels: [
    {
      id: 'credit-platform',
      name: '全国信用信息共享平台（湖北黄石）',
      purpose: '已连通政务外网的单位报送行政许可、行政处罚“双公示”信息，每周五零报送',
      origin: 'http://10.5.130.232:8701',
      matchPattern: 'http://10.5.130.232/*',
      kinds: ['licence', 'penalty'],
    },
    {
      id: 'credit-website',
      name: '“信用黄石”网站双公示报送通道',
      purpose: '未连通政务外网的县（市）区单位报送行政许可、行政处罚“双公示”信息',
      origin: 'http://111.47.204.219:8701',
      matchPattern: 'http://111.47.204.219/*',
      kinds: ['licence', 'penalty'],
    },
    {
      id: 'exchange-platform',
      name: '黄石市政务信息资源共享交换平台',
      purpose: '已连通政务外网的单位报送双公示以外的信用信息',
      origin: 'http://10.5.130.65:8080',
      matchPattern: 'http://10.5.130.65/platform*',
      kinds: [],
    },
  ],
  obligationPolicy: {
    weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
    weeklyNoticeWorkdays: 1,
    weeklyScope: 'eachKind',
    monthlyTarget: { remindFromDay: 20, dueByDay: 24, lateFromDay: 26 },
  },
  timelinessRule: { ...nationalRule, localDays: 2 },
  levels: {},
  platformProfile: null,
  districts: [
    { code: '420202', name: '黄石港区' },
    { code: '420203', name: '西塞山区' },
    { code: '420204', name: '下陆区' },
    { code: '420205', name: '铁山区' },
    { code: '420222', name: '阳新县' },
    { code: '420281', name: '大冶市' },
  ],
};
