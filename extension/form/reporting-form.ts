/** The reporting form of a frame: recognised fields bound to their controls, and their values. */
import {
  type Field,
  type FieldId,
  type RecordKind,
  type RecordValues,
  fieldOf,
} from '@baosong/shared/standards/index.ts';
import type { Control } from '../widgets/widget.ts';
import { type CollectedForm, collectForms } from './collect.ts';
import type { FieldRecord, FormRecord } from './field-record.ts';
import type { ProfileNote, ProfileUse } from './profile.ts';
import { decide } from './recognise.ts';
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
  readonly kind: RecordKind;
  readonly sure: boolean;
  /** Controls of the form, recognised or not. */
  readonly total: number;
  /** In page order. */
  readonly fields: readonly BoundField[];
}

/** What a look at the page has found. */
export interface Found {
  readonly form: ReportingForm | null;
  /** What the clerk is told about the profile for this page. */
  readonly note: ProfileNote | null;
}

/** What was taught about a form, see `profileFor`. */
export type TaughtAbout = (form: FormRecord) => ProfileUse | null;

function bind(form: CollectedForm, taughtAbout: TaughtAbout): Found {
  const use = taughtAbout(form.record);
  const note = use?.note ?? null;
  const { recognition } = decide(form.record, use?.taught ?? undefined);
  if (recognition === null) return { form: null, note };
  const { kind, sure } = recognition;
  const fields: BoundField[] = [];
  for (const [id, place] of recognition.fields) {
    const field = fieldOf(kind, id);
    const record = form.record.fields[place];
    const control = form.controls[place];
    if (field && record && control) fields.push({ field, record, control });
  }
  fields.sort((a, b) => a.record.index - b.record.index);
  return { form: { root: form.root, kind, sure, total: form.controls.length, fields }, note };
}

/** Taught forms go before all others, then the one of which most is recognised. */
const weight = ({ form, note }: Found): number =>
  (form?.fields.length ?? -1) + (note === null ? 0 : note.state === 'used' ? 1e3 : 1);

/** The reporting form of this document, by what was taught where that fits. */
export function findReportingForm(taughtAbout: TaughtAbout): Found {
  return collectForms()
    .map((collected) => bind(collected, taughtAbout))
    .reduce<Found>((best, found) => (weight(found) > weight(best) ? found : best), {
      form: null,
      note: null,
    });
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
