/** Finding records in the ledger. */
import { latestRevision } from '@baosong/shared/records/record.ts';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { stateOf } from '@baosong/shared/records/state.ts';
import type { RecordState } from '@baosong/shared/records/state.ts';
import * as documentNumber from '@baosong/shared/identifiers/document-number.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { comparableName } from './same-decision.ts';

/** What to show; `null` and `''` leave it open. */
export interface LedgerFilter {
  /** Words of which each must stand in the document number, the name, the code or the title. */
  readonly text: string;
  readonly kind: DoublePublicityKind | null;
  readonly state: RecordState | null;
  /** First and last decision date, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

/** Everything. */
export const noFilter: LedgerFilter = { text: '', kind: null, state: null, from: '', until: '' };

function haystack(record: CreditRecord): string {
  const { values } = latestRevision(record);
  return [
    values.documentNumber ?? '',
    documentNumber.normalize(values.documentNumber ?? ''),
    comparableName(values.subjectName ?? ''),
    values.unifiedSocialCreditCode ?? '',
    values.documentTitle ?? '',
  ]
    .join('\n')
    .toLowerCase();
}

/** Whether a record is among what is looked for. */
export function matchesFilter(record: CreditRecord, filter: LedgerFilter): boolean {
  const { decisionDate = '' } = latestRevision(record).values;
  if (filter.kind !== null && record.kind !== filter.kind) return false;
  if (filter.state !== null && stateOf(record) !== filter.state) return false;
  if (filter.from !== '' && decisionDate < filter.from) return false;
  if (filter.until !== '' && decisionDate > filter.until) return false;
  const words = filter.text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = haystack(record);
  return words.every(
    (word) => text.includes(word) || text.includes(documentNumber.normalize(word)),
  );
}
