import { describe, expect, it } from 'vitest';
import { recordMessageSchema, recordsRequestSchema, zeroReportRequestSchema } from './messages.ts';

const message = {
  id: '019ab000-0000-7000-8000-000000000001',
  kind: 'licence',
  subjectCategory: 'legalPerson',
  standard: 'licence@2019#1',
  decisionDate: '2026-11-23',
  documentNumber: '云城管许〔2026〕101号',
  revision: { number: 1, base: null, at: '2026-11-23T01:00:00.000Z', author: '陈填报' },
  content: {
    subjectName: '云溪市青禾园林绿化有限公司',
    legalRepresentativeDocumentNumber: {
      sealed: { documentType: 'residentId', mask: '4202**********0016' },
    },
  },
  submissions: [],
  outcomes: [],
};

const pathOf = (value: unknown): string | undefined => {
  const result = recordMessageSchema.safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.path.join('/');
};

describe('a record message', () => {
  it('is accepted as the extension sends it', () => {
    expect(pathOf(message)).toBeUndefined();
    expect(pathOf({ ...message, subjectCategory: 'naturalPerson', content: null })).toBeUndefined();
  });

  it.each([
    ['a number that no calendar has', { decisionDate: '2026-02-30' }, 'decisionDate'],
    [
      'an instant without milliseconds',
      { revision: { ...message.revision, at: '2026-11-23T01:00:00Z' } },
      'revision/at',
    ],
    ['a blank document number', { documentNumber: ' ' }, 'documentNumber'],
    ['a standard that is not known', { standard: 'licence@2030#1' }, 'standard'],
  ])('is refused with %s, and the place is named', (_, change, path) => {
    expect(pathOf({ ...message, ...change })).toBe(path);
  });

  it('is refused with a field that nobody knows', () => {
    expect(recordMessageSchema.safeParse({ ...message, extra: 1 }).success).toBe(false);
  });

  it('is refused with a submission that nobody saw arrive', () => {
    const submission = {
      id: '019ab000-0000-7000-8000-000000000002',
      revision: 1,
      platform: 'http://127.0.0.1:8788',
      at: '2026-11-23T02:00:00.000Z',
      evidence: { kind: 'attempted', at: '2026-11-23T02:00:00.000Z' },
      by: '陈填报',
      overrides: [],
    };
    expect(pathOf({ ...message, submissions: [submission] })).toBe('submissions/0/evidence/kind');
  });
});

it('refuses a request of another protocol, an empty one and one of more than 500 records', () => {
  const request = (protocol: number, length: number): boolean =>
    recordsRequestSchema.safeParse({ protocol, records: Array.from({ length }, () => message) })
      .success;
  expect(request(1, 500)).toBe(true);
  expect(request(2, 1)).toBe(false);
  expect(request(1, 0)).toBe(false);
  expect(request(1, 501)).toBe(false);
});

it('refuses a zero report without a person', () => {
  const zeroReport = {
    id: '019ab000-0000-7000-8000-000000000003',
    kind: 'penalty',
    period: { start: '2026-11-23', end: '2026-11-29' },
    person: '',
    at: '2026-11-27T07:00:00.000Z',
    platform: 'http://127.0.0.1:8788',
    evidence: { kind: 'message', at: '2026-11-27T07:00:01.000Z', text: '零报送已登记' },
  };
  expect(zeroReportRequestSchema.safeParse({ protocol: 1, zeroReport }).success).toBe(false);
  expect(
    zeroReportRequestSchema.safeParse({
      protocol: 1,
      zeroReport: { ...zeroReport, person: '陈填报' },
    }).success,
  ).toBe(true);
});
