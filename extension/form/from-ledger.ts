/**
 * What ledger and relay say of what stands in the form. Nothing waits for it: until the background has
 * answered, and again once a value it spoke of has changed, it holds nothing.
 */
import type {
  DoublePublicityKind,
  FieldId,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { toBackground } from './lent-messages.ts';

/** All that is compared; nothing else of the form is told. */
const compared =
  'subjectName unifiedSocialCreditCode documentNumber decisionDate authorityName authorityCode sourceUnitName sourceUnitCode'.split(
    ' ',
  ) as FieldId[];

export interface FromLedger {
  /** Asks about what stands in the form now, unless it was asked about that already. */
  readonly ask: (
    kind: DoublePublicityKind,
    written: RecordValues,
    filledRecordId: string | null,
  ) => void;
  /** What was said, as far as it speaks of these values. */
  readonly about: (values: RecordValues) => readonly Finding[];
}

/** @param onAnswer something was said. */
export function createFromLedger(onAnswer: () => void): FromLedger {
  let asked = '';
  let then: RecordValues = {};
  let said: readonly Finding[] = [];
  return {
    ask(kind, written, filledRecordId) {
      const values: RecordValues = Object.fromEntries(compared.map((id) => [id, written[id]]));
      const question = { kind, values, filledRecordId };
      const key = JSON.stringify(question);
      if (key === asked) return;
      asked = key;
      toBackground('page/ledger-findings', question)
        .then((findings) => {
          if (key !== asked) return;
          then = values;
          said = findings;
          onAnswer();
        })
        .catch(reportError);
    },
    about: (values) => said.filter(({ fields }) => fields.every((id) => values[id] === then[id])),
  };
}
