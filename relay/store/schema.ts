/** The tables as Kysely sees them; made by `migrations/`. Text and integers only, instants and days as text. */
import type { DoublePublicityKind, SubjectCategory } from '@baosong/shared/standards/index.ts';
import type { ItemKind, ReportingCycle } from '@baosong/shared/calendar/obligation.ts';
import type { Axis } from '@baosong/shared/statistics/counting.ts';

export interface Tables {
  unit: { id: string; created_at: string };
  /** What a unit was called, from a day on. */
  unit_identity: {
    unit_id: string;
    valid_from: string;
    name: string;
    unified_social_credit_code: string;
    district: string;
  };
  /** What a unit has to report (目录), how often, and from when to when; `''` for what it had before it came here. */
  catalogue_item: {
    unit_id: string;
    kind: ItemKind;
    name: string;
    cycle: ReportingCycle;
    effective_from: string;
    effective_until: string | null;
  };
  enrolment_code: {
    code_hash: string;
    unit_id: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
  device: { id: string; unit_id: string; name: string; token_hash: string; enrolled_at: string };
  administrator: { id: string; name: string; passphrase_hash: string; created_at: string };
  setup_link: { token_hash: string; created_at: string; expires_at: string };
  session: { token_hash: string; administrator_id: string; created_at: string; expires_at: string };
  /** A record as its latest revision has it. */
  record: {
    unit_id: string;
    id: string;
    kind: DoublePublicityKind;
    subject_category: SubjectCategory;
    decision_date: string;
    document_number: string;
    duplicate_key: string | null;
    revision_number: number;
    received_at: string;
  };
  revision: {
    unit_id: string;
    record_id: string;
    number: number;
    base: number | null;
    standard: string;
    subject_category: SubjectCategory;
    decision_date: string;
    document_number: string;
    content: string | null;
    content_hash: string;
    at: string;
    author: string;
    reason: string | null;
    received_at: string;
    device_id: string;
  };
  submission: {
    unit_id: string;
    id: string;
    record_id: string;
    revision: number;
    platform: string;
    at: string;
    evidence: string;
    by: string;
    overrides: string;
    content_hash: string;
    received_at: string;
  };
  outcome: {
    unit_id: string;
    id: string;
    record_id: string;
    submission_id: string;
    verdict: 'accepted' | 'rejected';
    code: string | null;
    message: string | null;
    source: 'platform' | 'centre' | 'unit';
    at: string;
    content_hash: string;
    received_at: string;
  };
  zero_report: {
    unit_id: string;
    id: string;
    kind: DoublePublicityKind;
    period_start: string;
    period_end: string;
    person: string;
    at: string;
    platform: string;
    page: string | null;
    evidence: string;
    receipt: string;
    content_hash: string;
    received_at: string;
    device_id: string;
  };
  monthly_statement: {
    unit_id: string;
    id: string;
    /** `YYYY-MM`. */
    month: string;
    items: string;
    person: string;
    at: string;
    receipt: string;
    content_hash: string;
    received_at: string;
    device_id: string;
  };
  /** Years that the administrator entered; `arrangement` is a `CalendarYear` as JSON. */
  calendar_year: { year: number; arrangement: string; entered_at: string; entered_by: string };
  /** The statistics, one row for each grain; see shared/statistics/counting.ts. */
  rollup_day: {
    axis: Axis;
    day: string;
    unit_id: string;
    kind: DoublePublicityKind;
    subject_category: SubjectCategory;
    received: number;
    updated: number;
    accepted: number;
    rejected: number;
    pending: number;
    timely_eligible: number;
    timely: number;
    duplicates: number;
  };
  /** Who did what to which record, without content. One chain of hashes for each unit, and one called `relay`. */
  audit: {
    chain: string;
    sequence: number;
    at: string;
    actor: string;
    action: string;
    subject: string;
    previous_hash: string;
    hash: string;
  };
}
