import { describe, expect, it } from 'vitest';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { nationalRule } from '@baosong/shared/calendar/timeliness.ts';
import { notQuiet } from '@baosong/shared/calendar/reminders.ts';
import { publishedCalendar } from '@baosong/shared/calendar/workdays.ts';
import type { DutyFacts } from './duties.ts';
import {
  monthlyItemsOf,
  sinceAfter,
  withCatalogue,
  withoutCatalogue,
} from '../settings/settings.ts';
import { dutiesOf, knownReports } from './duties.ts';

const policy = {
  weeklyTarget: { rule: 'weekdayOrLastWorkdayBefore', weekday: 5 },
  weeklyNoticeWorkdays: 1,
  weeklyScope: 'eachKind',
  monthlyTarget: { remindFromDay: 20, dueByDay: 24, lateFromDay: 26 },
} as const;

/** Friday 15:00 in Shanghai. */
const friday = '2026-11-27T07:00:00.000Z';

function licence(decisionDate: string, submittedAt: string | null): CreditRecord {
  return {
    id: '019ab000-0000-7000-8000-000000000001',
    kind: 'licence',
    subjectCategory: 'legalPerson',
    revisions: [
      {
        number: 1,
        base: null,
        standard: 'licence@2019#1',
        values: { documentNumber: '示许可〔2026〕12号', decisionDate },
        contentHash: '0'.repeat(64),
        at: '2026-11-24T01:00:00.000Z',
        author: '示例乙',
      },
    ],
    submissions:
      submittedAt === null
        ? []
        : [
            {
              id: '019ab000-0000-7000-8000-000000000002',
              revision: 1,
              platform: 'http://127.0.0.1:8788',
              at: submittedAt,
              evidence: { kind: 'message', at: submittedAt },
              by: '示例乙',
              overrides: [],
            },
          ],
    outcomes: [],
  };
}

const facts: DutyFacts = {
  policy,
  timelinessRule: nationalRule,
  calendar: publishedCalendar,
  kinds: ['licence', 'penalty'],
  otherItems: [],
  since: {},
  catalogue: null,
  setUpOn: '2026-11-25',
  records: [],
  relayRecords: [],
  zeroReports: [],
  statements: [],
  colleaguesKnownUntil: null,
  quiet: notQuiet,
  now: friday,
};

describe('dutiesOf', () => {
  it('owes nothing before the set-up', () => {
    const { obligations, reminder } = dutiesOf({ ...facts, setUpOn: null });
    expect(obligations).toEqual([]);
    expect(reminder.badge).toBe('');
  });

  it('owes one report for each kind of the unit on Friday, from the week of the set-up on', () => {
    const { obligations, reminder } = dutiesOf(facts);
    expect(obligations.map(({ id, state }) => [id, state])).toEqual([
      ['weekly:licence:2026-11-23', 'due'],
      ['weekly:penalty:2026-11-23', 'due'],
    ]);
    expect(reminder.badge).toBe('2');
  });

  it('counts a record as reported only once its submission is known to have arrived', () => {
    const waiting = dutiesOf({ ...facts, records: [licence('2026-11-24', null)] });
    expect(waiting.reminder.badge).toBe('2');
    const sent = dutiesOf({
      ...facts,
      records: [licence('2026-11-24', '2026-11-25T01:00:00.000Z')],
    });
    expect(sent.reminder.badge).toBe('1');
  });

  it('holds a zero report for a week of which the ledger has records, sent or not', () => {
    const { zeroReport } = dutiesOf({
      ...facts,
      records: [licence('2026-11-23', null), licence('2026-11-20', null)],
    });
    expect(zeroReport).toEqual({
      week: { start: '2026-11-23', end: '2026-11-29' },
      name: '本周',
      kinds: ['licence', 'penalty'],
      combined: false,
      recorded: { licence: ['示许可〔2026〕12号'], penalty: [] },
    });
  });

  it('has a press without a kind answer for what the unit owes, and for all where the policy says so', () => {
    const pressed = (changes: Partial<DutyFacts>) => {
      const { kinds, combined } = dutiesOf({ ...facts, ...changes }).zeroReport;
      return { kinds, combined };
    };
    expect(pressed({ kinds: ['penalty'] })).toEqual({ kinds: ['penalty'], combined: false });
    expect(pressed({ policy: { ...policy, weeklyScope: 'combined' } })).toEqual({
      kinds: ['licence', 'penalty'],
      combined: true,
    });
    expect(pressed({ kinds: [] }).kinds).toEqual(['licence', 'penalty']);
  });

  it('is met by a zero report that the platform confirmed', () => {
    const zeroReports = [
      {
        id: '019ab000-0000-7000-8000-000000000003',
        kind: 'penalty',
        period: { start: '2026-11-23', end: '2026-11-29' },
        person: '示例乙',
        at: '2026-11-27T06:00:00.000Z',
        platform: 'http://127.0.0.1:8788',
        evidence: { kind: 'message', at: '2026-11-27T06:00:01.000Z' },
      },
    ] as const;
    expect(dutiesOf({ ...facts, kinds: ['penalty'], zeroReports }).reminder.badge).toBe('');
  });
});

describe('what colleagues reported', () => {
  const theirs = (
    change: Partial<DutyFacts['relayRecords'][number]> = {},
  ): DutyFacts['relayRecords'][number] => ({
    id: '019ab000-0000-7000-8000-0000000000ff',
    kind: 'licence',
    decisionDate: '2026-11-24',
    documentNumber: '示许可〔2026〕12号',
    submittedOn: '2026-11-25',
    ...change,
  });

  it('answers for the week, and speaks against a zero report', () => {
    const { reminder, zeroReport } = dutiesOf({ ...facts, relayRecords: [theirs()] });
    expect(reminder.lines.map(({ duties }) => duties.map(({ id }) => id))).toEqual([
      ['weekly:penalty:2026-11-23'],
    ]);
    expect(zeroReport.recorded).toEqual({ licence: ['示许可〔2026〕12号'], penalty: [] });
  });

  it('is this device’s own record where the ids are the same', () => {
    const own = licence('2026-11-24', null);
    expect(knownReports([own], [theirs({ id: own.id })])).toEqual([theirs({ id: own.id })]);
  });

  it('stands for a record that waits here under the same number, however it is written', () => {
    const own = licence('2026-11-24', null);
    expect(knownReports([own], [theirs({ documentNumber: '示许可[2026]12号' })])).toEqual([
      theirs({ documentNumber: '示许可[2026]12号' }),
    ]);
    expect(knownReports([own], [theirs({ decisionDate: '2026-11-25' })])).toHaveLength(2);
    expect(knownReports([own], [theirs({ kind: 'penalty' })])).toHaveLength(2);
    expect(knownReports([own], [theirs({ submittedOn: null })])).toHaveLength(2);
  });

  it('leaves records of one number that the relay has fewer of', () => {
    const second = { ...licence('2026-11-24', null), id: '019ab000-0000-7000-8000-00000000000a' };
    const both = [licence('2026-11-24', null), second];
    expect(knownReports(both, [theirs()])).toHaveLength(3);
    const another = theirs({ id: '019ab000-0000-7000-8000-0000000000fe' });
    expect(knownReports(both, [theirs(), another])).toEqual([theirs(), another]);
  });
});

describe('a catalogue that grows', () => {
  it('owes what was added from then on', () => {
    const grown = {
      ...facts,
      setUpOn: '2026-01-05',
      zeroReports: [],
      otherItems: ['荣誉表彰信息'],
    };
    const late = (since: DutyFacts['since']) =>
      dutiesOf({ ...grown, since, now: '2026-11-25T02:00:00.000Z' }).obligations.filter(
        ({ state }) => state === 'late',
      );
    expect(late({}).length).toBeGreaterThan(90);
    expect(
      late({ licence: '2026-11-18', penalty: '2026-11-25', 荣誉表彰信息: '2026-10-30' }).map(
        ({ id }) => id,
      ),
    ).toEqual(['monthly:2026-10', 'weekly:licence:2026-11-16']);
  });

  it('remembers since when each part is in it', () => {
    const unit = { name: '示例局', unifiedSocialCreditCode: '', kinds: ['licence'] } as const;
    expect(sinceAfter(null, ['licence'], '2026-11-25')).toEqual({});
    const after = sinceAfter(unit, ['licence', 'penalty'], '2026-11-25');
    expect(after).toEqual({ penalty: '2026-11-25' });
    const grown = { ...unit, kinds: ['licence', 'penalty'], since: after } as const;
    expect(sinceAfter(grown, ['penalty', '荣誉表彰信息'], '2026-12-01')).toEqual({
      penalty: '2026-11-25',
      荣誉表彰信息: '2026-12-01',
    });
  });
});

describe('the catalogue of the relay', () => {
  const item = { cycle: 'weekly', effectiveFrom: null, effectiveUntil: null } as const;
  const licences = { ...item, kind: 'licence', name: '行政许可' } as const;
  const honours = { ...item, kind: 'other', name: '荣誉表彰信息', cycle: 'monthly' } as const;
  const ids = (changes: Partial<DutyFacts>) =>
    dutiesOf({ ...facts, ...changes }).obligations.map(({ id }) => id);

  it('says what is owed, from the set-up on, whatever the clerk ticked', () => {
    expect(ids({ catalogue: [licences, honours] })).toEqual([
      'weekly:licence:2026-11-23',
      'monthly:2026-11',
    ]);
    expect(ids({ catalogue: [], otherItems: ['志愿服务信息'] })).toEqual(['monthly:2026-11']);
    expect(ids({ catalogue: [licences], setUpOn: null })).toEqual([]);
  });

  it('goes by the days of its items', () => {
    expect(ids({ catalogue: [{ ...licences, effectiveFrom: '2026-11-28' }] })).toEqual([]);
    expect(ids({ catalogue: [{ ...licences, effectiveUntil: '2026-11-26' }] })).toEqual([]);
    const ended = { ...honours, effectiveUntil: '2026-10-31' };
    // Ended, and never answered for.
    expect(ids({ catalogue: [ended], setUpOn: '2026-10-05' })).toEqual(['monthly:2026-10']);
  });

  it('is taken over into the profile, and stays when the relay goes', () => {
    const unit = {
      name: '示例局',
      unifiedSocialCreditCode: '',
      kinds: ['licence', 'penalty'],
      otherItems: ['荣誉表彰信息', '志愿服务信息'],
    } as const;
    const taken = withCatalogue(unit, [licences, honours], '2026-11-27');
    expect(taken).toMatchObject({ kinds: ['licence'], otherItems: ['志愿服务信息'] });
    const november = { start: '2026-11-01', end: '2026-11-30' };
    const october = { start: '2026-10-01', end: '2026-10-31' };
    const settings = (catalogue: Parameters<typeof withCatalogue>[1]) => ({
      unit: withCatalogue(unit, catalogue, '2026-11-27'),
    });
    expect(monthlyItemsOf(settings([honours]), november)).toEqual(['荣誉表彰信息', '志愿服务信息']);
    const late = { ...honours, effectiveFrom: '2026-11-02' };
    expect(monthlyItemsOf(settings([late]), october)).toEqual(['志愿服务信息']);
    expect(withoutCatalogue(settings([late]).unit, '2026-11-27')).toEqual({
      ...unit,
      kinds: [],
      otherItems: ['志愿服务信息', '荣誉表彰信息'],
      since: { 荣誉表彰信息: '2026-11-02' },
    });
  });
});

describe('other information', () => {
  it('is owed by the month where the unit has items of it', () => {
    const ids = (otherItems: readonly string[]) =>
      dutiesOf({ ...facts, otherItems }).obligations.map(({ id, subject }) => `${id} ${subject}`);
    expect(ids([])).toHaveLength(2);
    expect(ids(['荣誉表彰信息'])).toContain('monthly:2026-11 荣誉表彰信息');
  });
});
