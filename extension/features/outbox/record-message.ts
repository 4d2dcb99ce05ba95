/**
 * What the relay is told of a record: a pure rendering of what the ledger holds, without anything that
 * identifies a person (design, decision 4).
 */
import { maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { isConfirmed } from '@baosong/shared/records/record.ts';
import type { CreditRecord, Evidence } from '@baosong/shared/records/record.ts';
import type { ZeroReport } from '@baosong/shared/records/zero-report.ts';
import type { RecordMessage, ZeroReportMessage } from '@baosong/shared/protocol/messages.ts';
import { sealedContent } from './sealing.ts';

/** The protocol carries at most this many submissions and outcomes of a record; the latest are sent. */
const maxEvents = 50;

type ConfirmedEvidence = Evidence & { readonly kind: Exclude<Evidence['kind'], 'attempted'> };

function isConfirmedEvidence(evidence: Evidence): evidence is ConfirmedEvidence {
  return evidence.kind !== 'attempted';
}

function evidenceMessage({
  kind,
  at,
  text,
}: ConfirmedEvidence): RecordMessage['submissions'][number]['evidence'] {
  return { kind, at, ...(text === undefined ? {} : { text: maskResidentIds(text) }) };
}

/**
 * The message for a record, or `null` where no submission of it is confirmed: a draft, or an attempt of
 * which nobody knows the end, is nobody's business but the clerk's. The revision is the latest that
 * reached the platform.
 */
export function recordMessage(record: CreditRecord): RecordMessage | null {
  const confirmed = record.submissions.filter(isConfirmed);
  const sent = Math.max(...confirmed.map((submission) => submission.revision));
  const revision = record.revisions.find(({ number }) => number === sent);
  if (!revision) return null;
  const { values } = revision;
  const submissions = confirmed.flatMap(({ evidence, overrides, ...submission }) =>
    isConfirmedEvidence(evidence)
      ? [
          {
            ...submission,
            evidence: evidenceMessage(evidence),
            overrides: overrides.map(({ code, reason }) => ({
              code,
              reason: maskResidentIds(reason),
            })),
          },
        ]
      : [],
  );
  const ids = new Set(submissions.map(({ id }) => id));
  const outcomes = record.outcomes.flatMap(({ source, code, message, ...outcome }) =>
    // What the centre decided it knows itself.
    source !== 'centre' && ids.has(outcome.submissionId)
      ? [
          {
            ...outcome,
            source,
            ...(code === undefined ? {} : { code }),
            ...(message === undefined ? {} : { message: maskResidentIds(message) }),
          },
        ]
      : [],
  );
  return {
    id: record.id,
    kind: record.kind,
    subjectCategory: record.subjectCategory,
    standard: revision.standard,
    decisionDate: values.decisionDate ?? '',
    documentNumber: maskResidentIds(values.documentNumber ?? ''),
    revision: {
      number: revision.number,
      base: revision.base,
      at: revision.at,
      author: revision.author,
      ...(revision.reason === undefined ? {} : { reason: maskResidentIds(revision.reason) }),
    },
    content: record.subjectCategory === 'naturalPerson' ? null : sealedContent(record.kind, values),
    submissions: submissions.slice(-maxEvents),
    outcomes: outcomes.slice(-maxEvents),
  };
}

/** The message for a zero report, or `null` while it is not known to have reached the platform. */
export function zeroReportMessage(report: ZeroReport): ZeroReportMessage | null {
  const { id, kind, period, person, at, platform, page, evidence } = report;
  return isConfirmedEvidence(evidence)
    ? {
        id,
        kind,
        period,
        person,
        at,
        platform,
        ...(page === undefined ? {} : { page: maskResidentIds(page) }),
        evidence: evidenceMessage(evidence),
      }
    : null;
}
