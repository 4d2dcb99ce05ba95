import { describe, expect, it } from 'vitest';
import { huangshi } from './huangshi.ts';
import { platformProfiles } from './platform-profiles.ts';
import { practiceJurisdiction } from './practice.ts';

const jurisdictions = [huangshi, practiceJurisdiction];

const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe.each(jurisdictions)('the preset of $name', (jurisdiction) => {
  const { channels, districts } = jurisdiction;

  it('has an id of its own, and ids and codes that occur once', () => {
    expect(jurisdictions.filter(({ id }) => id === jurisdiction.id)).toHaveLength(1);
    expect(unique(channels.map(({ id }) => id))).toBe(true);
    expect(unique(districts.map(({ code }) => code))).toBe(true);
  });

  it('names origins with nothing behind the port, and match patterns of the same host without a port', () => {
    for (const { origin, matchPattern } of channels) {
      const url = new URL(origin);
      expect(url.origin).toBe(origin);
      const pattern = /^(https?:)\/\/([^/:*]+)(\/.*\*)$/.exec(matchPattern);
      expect(pattern?.[1]).toBe(url.protocol);
      expect(pattern?.[2]).toBe(url.hostname);
    }
  });

  it('has districts of six digits', () => {
    expect(districts.length).toBeGreaterThan(0);
    for (const { code } of districts) expect(code).toMatch(/^\d{6}$/);
  });

  it('asks for a weekly zero report on Friday, for seven working days and two days', () => {
    expect(jurisdiction.obligationPolicy.weeklyTarget).toEqual({
      rule: 'weekdayOrLastWorkdayBefore',
      weekday: 5,
    });
    expect(jurisdiction.obligationPolicy.weeklyScope).toBe('eachKind');
    expect(jurisdiction.timelinessRule).toEqual({ workdays: 7, localDays: 2 });
  });

  it('reminds of the month from the 20th, wants it by the 24th and holds it late from the 26th', () => {
    expect(jurisdiction.obligationPolicy.monthlyTarget).toEqual({
      remindFromDay: 20,
      dueByDay: 24,
      lateFromDay: 26,
    });
  });

  it('keeps no account and no password', () => {
    expect(JSON.stringify(jurisdiction)).not.toMatch(/密码|口令|账号|账户|password|123456/i);
  });
});

describe('the practice city', () => {
  it('has no address', () => {
    expect(practiceJurisdiction.channels).toEqual([]);
  });
});

describe('Huangshi', () => {
  it('takes licences and penalties by two channels, with and without the government extranet', () => {
    const channels = huangshi.channels.filter(({ kinds }) => kinds.includes('penalty'));
    expect(channels.map(({ id }) => id)).toEqual(['credit-platform', 'credit-website']);
  });
});

describe.each(platformProfiles)('the rules of $name', ({ id, forms, lastPickableDate }) => {
  it('are data: one id, patterns that compile, advice that says what to do', () => {
    expect(platformProfiles.filter((profile) => profile.id === id)).toHaveLength(1);
    for (const { fields, pattern, advice } of forms) {
      expect(fields.length).toBeGreaterThan(0);
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
      expect(advice).toMatch(/请[^。]+$/u);
    }
    if (lastPickableDate !== null) expect(lastPickableDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
