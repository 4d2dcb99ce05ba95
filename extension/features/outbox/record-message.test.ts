import { describe, expect, it } from 'vitest';
import { findResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import type { CreditRecord, Submission } from '@baosong/shared/records/record.ts';
import { recordMessageSchema, zeroReportMessageSchema } from '@baosong/shared/protocol/messages.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { recordMessage, zeroReportMessage } from './record-message.ts';

const residentId = '420202199003070016';
const at = '2026-11-24T01:00:00.000Z';

const values: RecordValues = {
  subjectName: '云溪（示例）商贸有限公司',
  subjectCategory: 'legalPerson',
  unifiedSocialCreditCode: '91420200MA4900002A',
  legalRepresentative: '示例甲',
  legalRepresentativeDocumentType: 'passport',
  legalRepresentativeDocumentNumber: 'E12345678',
  documentNumber: '示许可〔2026〕12号',
  licenceContent: '食品销售',
  remarks: `联系人 ${residentId}`,
  decisionDate: '2026-11-23',
};

function submission(changes: Partial<Submission> = {}): Submission {
  return {
    id: '019ab000-0000-7000-8000-000000000002',
    revision: 1,
    platform: 'http://127.0.0.1:8788',
    at,
    evidence: { kind: 'message', at, text: '提交成功' },
    by: '示例乙',
    overrides: [],
    ...changes,
  };
}

function record(changes: Partial<CreditRecord> = {}): CreditRecord {
  return {
    id: '019ab000-0000-7000-8000-000000000001',
    kind: 'licence',
    subjectCategory: 'legalPerson',
    revisions: [
      {
        number: 1,
        base: null,
        standard: 'licence@2019#1',
        values,
        contentHash: '0'.repeat(64),
        at,
        author: '示例乙',
      },
    ],
    submissions: [submission()],
    outcomes: [],
    ...changes,
  };
}

describe('recordMessage', () => {
  it('speaks the protocol', () => {
    const message = recordMessage(record());
    expect(recordMessageSchema.parse(message)).toEqual(message);
    expect(message).toMatchObject({
      documentNumber: '示许可〔2026〕12号',
      decisionDate: '2026-11-23',
      content: { unifiedSocialCreditCode: '91420200MA4900002A', licenceContent: '食品销售' },
    });
  });

  it('seals a sensitive field with its kind of document', () => {
    expect(recordMessage(record())?.content?.['legalRepresentativeDocumentNumber']).toEqual({
      sealed: { documentType: 'passport', mask: 'E1*****78' },
    });
  });

  it('seals a value in which a resident ID stands', () => {
    expect(recordMessage(record())?.content?.['remarks']).toEqual({
      sealed: { documentType: 'residentId', mask: '联系人 4202**********0016' },
    });
  });

  it('sends the skeleton only of a natural person', () => {
    const message = recordMessage(record({ subjectCategory: 'naturalPerson' }));
    expect(message?.content).toBeNull();
    expect(JSON.stringify(message)).not.toContain('商贸');
  });

  it('lets no resident ID out by any other way', () => {
    const leaky = record({
      revisions: [
        {
          number: 1,
          base: null,
          standard: 'licence@2019#1',
          values: {
            ...values,
            documentNumber: `示许可〔2026〕${residentId}号`,
            violationFacts: residentId,
          },
          contentHash: '0'.repeat(64),
          at,
          author: '示例乙',
          reason: `更正 ${residentId}`,
        },
      ],
      submissions: [
        submission({
          evidence: { kind: 'message', at, text: `已收到 ${residentId}` },
          overrides: [{ code: 'X04', reason: residentId }],
        }),
      ],
      outcomes: [
        {
          id: '019ab000-0000-7000-8000-000000000003',
          submissionId: '019ab000-0000-7000-8000-000000000002',
          verdict: 'rejected',
          message: `证件 ${residentId} 有误`,
          source: 'platform',
          at,
        },
      ],
    });
    const text = JSON.stringify(recordMessage(leaky));
    expect(text).toContain('4202**********0016');
    expect(findResidentIds(text)).toEqual([]);
  });

  it('says nothing of drafts and of attempts that nobody saw the end of', () => {
    expect(recordMessage(record({ submissions: [] }))).toBeNull();
    const attempted = submission({ evidence: { kind: 'attempted', at } });
    expect(recordMessage(record({ submissions: [attempted] }))).toBeNull();
  });

  it('sends the latest revision that reached the platform, with what belongs to it', () => {
    const [first] = record().revisions;
    const corrected = record({
      revisions: [
        first,
        { ...first, number: 2, base: 1, values: { ...values, licenceContent: '餐饮服务' } },
        { ...first, number: 3, base: 2, values: { ...values, licenceContent: '草稿' } },
      ],
      submissions: [
        submission(),
        submission({ id: '019ab000-0000-7000-8000-000000000004', revision: 2 }),
        submission({
          id: '019ab000-0000-7000-8000-000000000005',
          revision: 3,
          evidence: { kind: 'attempted', at },
        }),
      ],
      outcomes: [
        {
          id: '019ab000-0000-7000-8000-000000000006',
          submissionId: '019ab000-0000-7000-8000-000000000002',
          verdict: 'rejected',
          source: 'platform',
          at,
        },
        {
          id: '019ab000-0000-7000-8000-000000000007',
          submissionId: '019ab000-0000-7000-8000-000000000005',
          verdict: 'accepted',
          source: 'platform',
          at,
        },
      ],
    });
    const message = recordMessage(corrected);
    expect(message?.revision.number).toBe(2);
    expect(message?.content?.['licenceContent']).toBe('餐饮服务');
    expect(message?.submissions.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(message?.outcomes.map(({ verdict }) => verdict)).toEqual(['rejected']);
  });
});

describe('zeroReportMessage', () => {
  const report = {
    id: '019ab000-0000-7000-8000-000000000008',
    kind: 'penalty',
    period: { start: '2026-11-23', end: '2026-11-29' },
    person: '示例乙',
    at,
    platform: 'http://127.0.0.1:8788',
    evidence: { kind: 'message', at, text: '零报送成功' },
  } as const;

  it('speaks the protocol', () => {
    const message = zeroReportMessage(report);
    expect(zeroReportMessageSchema.parse(message)).toEqual(message);
  });

  it('leaves out what the ledger keeps beside the report', () => {
    const row = { ...report, week: '2026-11-23', overrideReason: null };
    expect(zeroReportMessage(row)).toEqual(report);
  });

  it('says nothing of a report that nobody saw the end of', () => {
    expect(zeroReportMessage({ ...report, evidence: { kind: 'attempted', at } })).toBeNull();
  });
});
