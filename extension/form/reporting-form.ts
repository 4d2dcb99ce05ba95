/** The reporting form of a frame: recognised fields bound to their controls, and their values. */
import {
  type FieldId,
  type DoublePublicityKind,
  type RecordValues,
  fieldOf,
} from '@baosong/shared/standards/index.ts';
import type { BoundField, ReportingForm } from './bound-form.ts';
import { type CollectedForm, collectForms } from './collect.ts';
import { recognise } from './recognise.ts';
import { impliedCategory, statedCategory } from './subject-category.ts';
import { toCanonical } from './translate.ts';

export type { BoundField, ReportingForm };

function bind(form: CollectedForm, step: DoublePublicityKind | null): ReportingForm | null {
  const recognition = recognise(form.record, step);
  if (recognition === null) return null;
  const { kind, generation, sure } = recognition;
  const fields: BoundField[] = [];
  for (const [id, place] of recognition.fields) {
    const field = fieldOf(kind, id);
    const record = form.record.fields[place];
    const control = form.controls[place];
    if (field && record && control) fields.push({ field, record, control });
  }
  fields.sort((a, b) => a.record.index - b.record.index);
  const { root, controls } = form;
  const own = form.record.fields.filter(
    ({ forQuery, index }) => !forQuery || fields.some(({ record }) => record.index === index),
  );
  const category = statedCategory(form.record.heading);
  return {
    root,
    kind,
    generation,
    category,
    sure,
    total: own.length,
    fields,
    controls,
  };
}

/** How high an element lies over the page: dialogs, drawers and layers over what they were opened from. */
function layerOf(element: HTMLElement): number {
  let layer = 0;
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDialogElement && at.open) return Infinity;
    const { position, zIndex } = getComputedStyle(at);
    if (position !== 'static' && zIndex !== 'auto') layer = Math.max(layer, Number(zIndex));
  }
  return layer;
}

/**
 * The reporting form of this document; of several, the one that lies over the others, then the one of
 * which most is recognised.
 *
 * @param step the kind of which the clerk has seen an earlier step, where one was.
 */
export function findReportingForm(step: DoublePublicityKind | null = null): ReportingForm | null {
  const forms = collectForms(step === null ? undefined : 1).flatMap(
    (collected) => bind(collected, step) ?? [],
  );
  if (forms.length < 2) return forms[0] ?? null;
  const layers = new Map(forms.map((form) => [form, layerOf(form.root)]));
  const layer = (form: ReportingForm): number => layers.get(form) ?? 0;
  return forms.reduce((best, form) =>
    layer(form) > layer(best) ||
    (layer(form) === layer(best) && form.fields.length > best.fields.length)
      ? form
      : best,
  );
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
  const category = present.has('subjectCategory')
    ? null
    : (form.category ?? impliedCategory(present, values));
  if (category !== null) values.subjectCategory = category;
  return values;
}
