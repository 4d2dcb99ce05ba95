import { expect, it } from 'vitest';
import { practiceProfile, suzhouProfile } from '@baosong/shared/jurisdictions/platform-profiles.ts';
import { checkContextOf } from './checking.ts';
import type { Settings } from './settings.ts';

const settings: Settings = {
  unit: null,
  clerk: '示例',
  office: '',
  jurisdiction: 'huangshi',
  platformProfile: null,
  setUpOn: '2026-11-02',
  relay: null,
};

it('has the clock of the jurisdiction, and no platform rules where none are known', () => {
  expect(checkContextOf(settings, [], '2026-10-12')).toEqual({
    today: '2026-10-12',
    levels: {},
    platform: null,
    timelyFrom: { national: '2026-09-24', local: '2026-10-10', caution: '' },
    reportingSince: '2026-11-02',
  });
});

it('has the clock of a year that came out since, and says where one is missing', () => {
  const of = (years: Parameters<typeof checkContextOf>[1]) =>
    checkContextOf(settings, years, '2027-01-13').timelyFrom;
  expect(of([])).toEqual({
    national: '2027-01-04',
    local: '2027-01-11',
    caution: '（2027年放假安排尚未导入，暂按周一至周五上班推算）',
  });
  // Made up: a long new year, with a Saturday worked for it.
  const year = {
    year: 2027,
    notices: ['国办发明电〔2026〕99号'],
    daysOff: ['01-01', '01-04', '01-05', '01-06', '01-07'],
    makeUpWorkdays: ['01-09'],
  };
  expect(of([year])).toEqual({ national: '2026-12-29', local: '2027-01-11', caution: '' });
});

it('has nothing late before the unit is set up', () => {
  expect(checkContextOf({ ...settings, setUpOn: null }, [], '2026-10-12').timelyFrom).toBeNull();
});

it('has the platform rules that the clerk chose, before those of the jurisdiction', () => {
  const practice: Settings = { ...settings, jurisdiction: 'practice' };
  expect(checkContextOf(practice, [], '2026-10-12').platform).toBe(practiceProfile);
  const chosen: Settings = { ...practice, platformProfile: 'suzhou' };
  expect(checkContextOf(chosen, [], '2026-10-12').platform).toBe(suzhouProfile);
});

it('is plain data, which messages carry', () => {
  const context = checkContextOf({ ...settings, platformProfile: 'suzhou' }, [], '2026-10-12');
  expect(JSON.parse(JSON.stringify(context))).toEqual(context);
});
