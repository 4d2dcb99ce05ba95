/**
 * Steps and tabs of one form: what stood in those that are not shown now. A page may take the controls of
 * a step away, so that what was put in is known only from the moment when the clerk moved on.
 */
import type {
  FieldId,
  DoublePublicityKind,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import { type ReportingForm, fieldsOnPage } from './reporting-form.ts';
import { leadsToStep } from './step-signs.ts';

export interface Steps {
  /** The kind of record whose other steps are known, or `null`. */
  readonly kind: () => DoublePublicityKind | null;
  /** Something was pressed: where it leads to another step, keeps what stands in this one. */
  readonly press: (event: Event, form: ReportingForm, values: RecordValues) => void;
  /** What stood in the steps that a form does not show. */
  readonly others: (form: ReportingForm) => RecordValues;
  readonly forget: () => void;
}

interface Step {
  readonly kind: DoublePublicityKind;
  readonly values: RecordValues;
}

/** Whether a form shows a step that was kept, some fields more or less. */
function isShownBy(form: ReportingForm, { values }: Step): boolean {
  const onPage = fieldsOnPage(form);
  const ids = Object.keys(values) as FieldId[];
  return ids.filter((id) => onPage.has(id)).length * 2 > ids.length;
}

export function createSteps(): Steps {
  let kept: Step[] = [];
  return {
    kind: () => kept[0]?.kind ?? null,
    press(event, form, values) {
      if (!leadsToStep(event)) return;
      const onPage = fieldsOnPage(form);
      const own = Object.entries(values).filter(
        ([id]) => onPage.has(id as FieldId) || id === 'subjectCategory',
      );
      kept = kept.filter((other) => !isShownBy(form, other));
      kept.push({ kind: form.kind, values: Object.fromEntries(own) });
    },
    others(form) {
      const onPage = fieldsOnPage(form);
      // A step that is shown again is read from the page, whatever it hides by now.
      const hidden = kept.filter((other) => other.kind === form.kind && !isShownBy(form, other));
      const all = hidden.flatMap(({ values }) => Object.entries(values));
      return Object.fromEntries(all.filter(([id]) => !onPage.has(id as FieldId)));
    },
    forget() {
      kept = [];
    },
  };
}
