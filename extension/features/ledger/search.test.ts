import { describe, expect, it } from 'vitest';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { matchesFilter, noFilter } from './search.ts';

const record: CreditRecord = {
  id: '019ab000-0000-7000-8000-000000000001',
  kind: 'licence',
  subjectCategory: 'legalPerson',
  revisions: [
    {
      number: 1,
      base: null,
      standard: 'licence@2019#1',
      values: {
        documentNumber: '示许可〔2026〕12号',
        subjectName: '云溪（示例）商贸有限公司',
        unifiedSocialCreditCode: '91420200MA4900002A',
        decisionDate: '2026-11-23',
      },
      contentHash: '0'.repeat(64),
      at: '2026-11-24T01:00:00.000Z',
      author: '示例乙',
    },
  ],
  submissions: [],
  outcomes: [],
};

const found = (changes: Partial<typeof noFilter>): boolean =>
  matchesFilter(record, { ...noFilter, ...changes });

describe('matchesFilter', () => {
  it('shows everything where nothing is asked', () => {
    expect(found({})).toBe(true);
  });

  it('finds by parts of number, name and code, whatever the brackets and letters', () => {
    for (const text of [
      '2026〕12',
      '[2026]12号',
      '云溪(示例)',
      '云溪（示例）',
      'ma4900002a',
      '云溪 12号',
    ]) {
      expect(found({ text }), text).toBe(true);
    }
    expect(found({ text: '云溪 13号' })).toBe(false);
  });

  it('filters by kind, state and decision date', () => {
    expect(found({ kind: 'penalty' })).toBe(false);
    expect(found({ state: 'ready' })).toBe(true);
    expect(found({ state: 'accepted' })).toBe(false);
    expect(found({ from: '2026-11-23', until: '2026-11-23' })).toBe(true);
    expect(found({ from: '2026-11-24' })).toBe(false);
    expect(found({ until: '2026-11-22' })).toBe(false);
  });
});
