/** The reporting form of a frame: recognised fields bound to their controls, and their values. */
import type {
  FieldId,
  DoublePublicityKind,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import type { BoundField, ReportingForm } from './bound-form.ts';
import type { CollectedForm } from './frame-state.ts';
import type { FormRecord } from './field-record.ts';
import type { ProfileNote, ProfileUse } from './profile.ts';
import type { Recognise } from './recogniser.ts';
import { optionWords } from '../widgets/options.ts';
import type { Control } from '../widgets/widget.ts';
import { areUnits } from './money-unit.ts';
import { impliedCategory, statedCategory } from './subject-category.ts';
import { toCanonical } from './translate.ts';
import { type DateOrder, orderShown } from './year-first.ts';

export type { BoundField, ReportingForm };

/** What a look at the page has found. */
export interface Found {
  readonly form: ReportingForm | null;
  /** What the clerk is told about the profile for this page. */
  readonly note: ProfileNote | null;
}

/** What was taught about a form, see `profileFor`. */
export type TaughtAbout = (form: FormRecord) => ProfileUse | null;

const wordsIn = (choice: Control): string[] =>
  [choice.driver.read(choice), ...choice.options()]
    .map(optionWords)
    .filter((words) => !/^(-*请?选择.*)?$/.test(words));

/** A control, where it is a choice between units of money. */
const unitIn = (next: Control | undefined): Control | undefined =>
  next?.shape === 'choice' && areUnits(wordsIn(next)) ? next : undefined;

function bind(
  form: CollectedForm,
  recognise: Recognise,
  taughtAbout: TaughtAbout,
  step: DoublePublicityKind | null,
): Found {
  const use = taughtAbout(form.record);
  const note = use?.note ?? null;
  const recognition = recognise({ form: form.record, taught: use?.taught ?? null, step });
  // What is not known yet is no form so far.
  if (!recognition) return { form: null, note };
  const { kind, generation, sure, standard } = recognition;
  const fields: BoundField[] = [];
  for (const [id, place] of recognition.fields) {
    const field = standard.find((one) => one.id === id);
    const record = form.record.fields[place];
    const control = form.controls[place];
    const unit = field?.type === 'amount' ? unitIn(form.controls[place + 1]) : undefined;
    if (field && record && control) fields.push({ field, record, control, unit });
  }
  fields.sort((a, b) => a.record.index - b.record.index);
  const { root, controls } = form;
  const own = form.record.fields.filter(
    ({ forQuery, index }) => !forQuery || fields.some(({ record }) => record.index === index),
  );
  const category = statedCategory(form.record.heading);
  const total = own.length;
  return {
    form: { root, kind, standard, generation, category, sure, total, fields, controls },
    note,
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

/** How much speaks for a form among those of its layer: what was taught goes before all others. */
const weight = ({ form, note }: Found): number =>
  (form?.fields.length ?? -1) + (note === null ? 0 : note.state === 'used' ? 1e3 : 1);

/**
 * The reporting form among those of a document, by what was taught where that fits; of several, the one that lies over
 * the others, then the one of which most is recognised.
 *
 * @param recognise what a form is; where that is not known yet, it is none so far.
 * @param step the kind of which the clerk has seen an earlier step, where one was.
 */
export function findReportingForm(
  collected: readonly CollectedForm[],
  recognise: Recognise,
  taughtAbout: TaughtAbout,
  step: DoublePublicityKind | null = null,
): Found {
  const found = collected.map((one) => bind(one, recognise, taughtAbout, step));
  const forms = found.filter(({ form }) => form !== null);
  const layers = new Map(
    forms.length < 2
      ? []
      : forms.map((one) => [one, one.form === null ? 0 : layerOf(one.form.root)]),
  );
  const layer = (one: Found): number => layers.get(one) ?? 0;
  return found.reduce<Found>(
    (best, one) =>
      layer(one) > layer(best) || (layer(one) === layer(best) && weight(one) > weight(best))
        ? one
        : best,
    { form: null, note: null },
  );
}

/** The bound field of an id, or `undefined` where the form does not have it. */
export function boundField(form: ReportingForm, id: FieldId): BoundField | undefined {
  return form.fields.find(({ field }) => field.id === id);
}

/** How controls were seen to write dates, by the outermost element of their widget. */
const dateOrders = new WeakMap<HTMLElement, DateOrder>();

/**
 * Learns how a control writes dates.
 *
 * @param day what was put into it, `YYYY-MM-DD`.
 * @param before what it showed before that.
 */
export function learnOrder({ control }: BoundField, day: string, before: string): void {
  const written = control.driver.read(control);
  const order = written === before ? null : orderShown(written, day);
  if (order !== null) dateOrders.set(control.root, order);
}

/** The canonical value that stands in a field; blank is `''`. */
export function readField(bound: BoundField): string {
  const { field, record, control } = bound;
  const written = control.driver.read(control);
  return toCanonical(field, written, record, dateOrders.get(control.root), unitOf(bound));
}

/** The unit of money that is chosen beside an amount; `''` where none is. */
export const unitOf = ({ unit }: BoundField): string =>
  unit ? optionWords(unit.driver.read(unit)) : '';

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
