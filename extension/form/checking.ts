/**
 * What is wrong with what stands in a form: what the background finds in it by the rules, and what ledger and
 * relay say of it.
 */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import type { CheckQuestion } from '../messages.ts';
import { createAsked } from './asked.ts';
import type { ReportingForm } from './bound-form.ts';
import { type FromLedger, createFromLedger } from './from-ledger.ts';
import { toBackground } from './lent-messages.ts';

export interface Checking {
  /**
   * The findings in page order, those of other steps last; `undefined` while the answer is owed, `null` where
   * none came. What leads to no field of the page is the platform's to fill, such as the unit that is signed in.
   *
   * @param elsewhere fields of steps that are not shown.
   */
  readonly about: (
    form: ReportingForm,
    values: RecordValues,
    elsewhere: readonly FieldId[],
  ) => readonly Finding[] | null | undefined;
  /** Waits for what was asked by the rules. */
  readonly ready: () => Promise<unknown>;
  /** Settings may have changed. */
  readonly forget: () => void;
  /** See `FromLedger.ask`. */
  readonly askLedger: FromLedger['ask'];
}

/** @param onAnswer something was answered. */
export function createChecking(onAnswer: () => void): Checking {
  const rules = createAsked(
    (question: CheckQuestion): Promise<readonly Finding[] | null> =>
      toBackground('page/check', question),
    null,
    onAnswer,
  );
  const fromLedger = createFromLedger(onAnswer);
  return {
    about({ kind, fields }, values, elsewhere) {
      const today = shanghaiDate(new Date().toISOString());
      const answered = rules.about({ kind, values, today });
      const order = [...fields.map(({ field }) => field.id), ...elsewhere];
      const place = (finding: Finding): number => order.indexOf(finding.fields[0]);
      return (
        answered &&
        [...answered, ...fromLedger.about(values)]
          .filter((finding) => place(finding) >= 0)
          .sort((a, b) => place(a) - place(b))
      );
    },
    ready: rules.ready,
    forget: rules.forget,
    askLedger: fromLedger.ask,
  };
}
