/** Messages as an extension sends them, with made-up content. */
import { uuidv7 } from 'uuidv7';
import type { RecordMessage, ZeroReportMessage } from '@baosong/shared/protocol/messages.ts';

type Submission = RecordMessage['submissions'][number];
type Outcome = RecordMessage['outcomes'][number];

const platform = 'http://127.0.0.1:8788';

export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    id: uuidv7(),
    revision: 1,
    platform,
    at: '2026-11-25T02:00:00.000Z',
    evidence: { kind: 'message', at: '2026-11-25T02:00:05.000Z', text: '保存成功' },
    by: '经办人甲',
    overrides: [],
    ...changes,
  };
}

export function outcome(submissionId: string, changes: Partial<Outcome> = {}): Outcome {
  return {
    id: uuidv7(),
    submissionId,
    verdict: 'accepted',
    source: 'platform',
    at: '2026-11-26T02:00:00.000Z',
    ...changes,
  };
}

let made = 0;

/** A licence of a legal person, submitted once; every one about another document. */
export function licence(changes: Partial<RecordMessage> = {}): RecordMessage {
  made += 1;
  const documentNumber = `云城许〔2026〕${String(made)}号`;
  return {
    id: uuidv7(),
    kind: 'licence',
    subjectCategory: 'legalPerson',
    standard: 'licence@2019#1',
    decisionDate: '2026-11-24',
    documentNumber,
    revision: { number: 1, base: null, at: '2026-11-25T01:00:00.000Z', author: '经办人甲' },
    content: {
      subjectName: '示例市甲乙商贸有限公司',
      unifiedSocialCreditCode: '91420200MA4900002A',
      documentNumber,
      licenceCategory: '普通',
      legalRepresentativeDocumentNumber: {
        sealed: { documentType: '身份证', mask: '4202**********0016' },
      },
    },
    submissions: [submission()],
    outcomes: [],
    ...changes,
  };
}

/** A penalty of a natural person: the skeleton only. */
export function personalPenalty(changes: Partial<RecordMessage> = {}): RecordMessage {
  return {
    ...licence(),
    kind: 'penalty',
    subjectCategory: 'naturalPerson',
    standard: 'penalty@2019#1',
    content: null,
    ...changes,
  };
}

export function recordsRequest(...records: unknown[]): unknown {
  return { protocol: 1, records };
}

/** A zero report for the week of 23 to 29 November 2026. */
export function zeroReport(changes: Partial<ZeroReportMessage> = {}): ZeroReportMessage {
  return {
    id: uuidv7(),
    kind: 'penalty',
    period: { start: '2026-11-23', end: '2026-11-29' },
    person: '经办人甲',
    at: '2026-11-27T06:00:00.000Z',
    platform,
    evidence: { kind: 'message', at: '2026-11-27T06:00:02.000Z', text: '零报送成功' },
    ...changes,
  };
}

export function zeroReportRequest(report: ZeroReportMessage): unknown {
  return { protocol: 1, zeroReport: report };
}
