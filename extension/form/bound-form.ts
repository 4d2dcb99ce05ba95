/** What a recognised form is; `reporting-form.ts` finds and reads it. */
import type {
  DoublePublicityKind,
  Field,
  SubjectCategory,
} from '@baosong/shared/standards/field.ts';
import type { Control } from '../widgets/widget.ts';
import type { FieldRecord } from './field-record.ts';
import type { Generation } from './generation.ts';

/** A field of the standard and the control that holds it. */
export interface BoundField {
  readonly field: Field;
  readonly record: FieldRecord;
  readonly control: Control;
  /** The choice beside an amount that says its unit of money. */
  readonly unit?: Control | undefined;
}

/** A recognised form. */
export interface ReportingForm {
  readonly root: HTMLElement;
  readonly kind: DoublePublicityKind;
  /** All fields of the standard for this kind, on the page or not. */
  readonly standard: readonly Field[];
  readonly generation: Generation;
  /** The subject category that the page says the form is for, or `null` where it says none. */
  readonly category: SubjectCategory | null;
  readonly sure: boolean;
  /** Controls of the form, recognised or not. */
  readonly total: number;
  /** In page order. */
  readonly fields: readonly BoundField[];
  /** All of its controls, in page order. */
  readonly controls: readonly Control[];
}

/** Looks for the reporting form of a frame anew. */
export interface FormReader {
  /** What is known of it now; a form that has just changed may still be read as it was. */
  readonly now: () => ReportingForm | null;
  /** Waits until it is known what the form is and every driver is there. */
  readonly found: () => Promise<ReportingForm | null>;
}
