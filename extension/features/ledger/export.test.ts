import { describe, expect, it } from 'vitest';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { ledgerRow } from './export.ts';

const at = '2026-11-24T17:00:00.000Z';

const record: CreditRecord = {
  id: '019ab000-0000-7000-8000-000000000001',
  kind: 'licence',
  subjectCategory: 'naturalPerson',
  revisions: [
    {
      number: 1,
      base: null,
      standard: 'licence@2019#1',
      values: {
        subjectName: '示例甲',
        subjectDocumentNumber: '420202199003070016',
        remarks: '代办人 420202199003070024',
      },
      contentHash: '0'.repeat(64),
      at,
      author: '示例乙',
    },
  ],
  submissions: [
    {
      id: '019ab000-0000-7000-8000-000000000002',
      revision: 1,
      platform: 'http://127.0.0.1:8788',
      at,
      evidence: { kind: 'message', at },
      by: '示例乙',
      overrides: [],
    },
  ],
  outcomes: [
    {
      id: '019ab000-0000-7000-8000-000000000003',
      submissionId: '019ab000-0000-7000-8000-000000000002',
      verdict: 'rejected',
      code: '1001',
      message: '未查询到主体',
      source: 'platform',
      at,
    },
  ],
};

describe('ledgerRow', () => {
  it('says how a record stands, by the day in Shanghai, and masks who it is about', () => {
    expect(ledgerRow(record)).toEqual({
      kind: 'licence',
      values: {
        subjectName: '示例甲',
        subjectDocumentNumber: '4202**********0016',
        remarks: '代办人 4202**********0024',
      },
      state: 'rejected',
      submittedOn: '2026-11-25',
      outcome: '1001 未查询到主体',
    });
  });

  it('leaves blank what has not happened', () => {
    expect(ledgerRow({ ...record, submissions: [], outcomes: [] })).toMatchObject({
      state: 'ready',
      submittedOn: null,
      outcome: '',
    });
  });
});
