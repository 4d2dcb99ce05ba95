/** The reporting form of a frame: recognised fields bound to their controls, and their values. */
import {
  type Field,
  type FieldId,
  type DoublePublicityKind,
  type RecordValues,
  fieldOf,
} from '@baosong/shared/standards/index.ts';
import type { Control } from '../widgets/widget.ts';
import { type CollectedForm, collectForms } from './collect.ts';
import type { FieldRecord } from './field-record.ts';
import { recognise } from './recognise.ts';
import { impliedCategory } from './subject-category.ts';
import { toCanonical } from './translate.ts';

/** A field of the standard and the control that holds it. */
export interface BoundField {
  readonly field: Field;
  readonly record: FieldRecord;
  readonly control: Control;
}

/** A recognised form. */
export interface ReportingForm {
  readonly root: HTMLElement;
  readonly kind: DoublePublicityKind;
  readonly sure: boolean;
  /** Controls of the form, recognised or not. */
  readonly total: number;
  /** In page order. */
  readonly fields: readonly BoundField[];
}

function bind(form: CollectedForm): ReportingForm | null {
  const recognition = recognise(form.record);
  if (recognition === null) return null;
  const { kind, sure } = recognition;
  const fields: BoundField[] = [];
  for (const [id, place] of recognition.fields) {
    const field = fieldOf(kind, id);
    const record = form.record.fields[place];
    const control = form.controls[place];
    if (field && record && control) fields.push({ field, record, control });
  }
  fields.sort((a, b) => a.record.index - b.record.index);
  return { root: form.root, kind, sure, total: form.controls.length, fields };
}

/** The reporting form of this document; of several, the one of which most is recognised. */
export function findReportingForm(): ReportingForm | null {
  let best: ReportingForm | null = null;
  for (const collected of collectForms()) {
    const form = bind(collected);
    if (form !== null && form.fields.length > (best?.fields.length ?? 0)) best = form;
  }
  return best;
}

/** The bound field of an id, or `undefined` where the form does not have it. */
export function boundField(form: ReportingForm, id: FieldId): BoundField | undefined {
  return form.fields.find(({ field }) => field.id === id);
}

/** The canonical value that stands in a field; blank is `''`. */
export function readField({ field, record, control }: BoundField): string {
  return toCanonical(field, control.driver.read(control), record);
}

/** The fields that a form has. */
export function fieldsOnPage(form: ReportingForm): ReadonlySet<FieldId> {
  return new Set(form.fields.map(({ field }) => field.id));
}

/**
 * The canonical values that stand in a form; blank fields are left out. A form that does not ask for the
 * subject category implies it.
 */
export function readValues(form: ReportingForm): RecordValues {
  const values: RecordValues = {};
  for (const bound of form.fields) {
    const value = readField(bound);
    if (value !== '') values[bound.field.id] = value;
  }
  const present = fieldsOnPage(form);
  const category = present.has('subjectCategory') ? null : impliedCategory(present, values);
  if (category !== null) values.subjectCategory = category;
  return values;
}
