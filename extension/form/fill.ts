/**
 * Fills a form: choices first, since other fields depend on them, then in page order. Every write is read
 * back, and once more at the end, because a page may take a value back later.
 */
import type { Field, FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { FillResult } from '../messages.ts';
import { type Control, settle, until } from '../widgets/widget.ts';
import { type BoundField, type ReportingForm, boundField, readField } from './reporting-form.ts';
import { sameValue, toPage } from './translate.ts';

/** How long a page may take to show a value it has accepted, or fields that appear after a choice. */
const readBackDeadline = 250;
const appearDeadline = 800;

/** What one fill did. */
export interface Fill {
  readonly results: Partial<Record<FieldId, FillResult>>;
  /** What stood in the controls before, for undoing. */
  readonly before: readonly { readonly control: Control; readonly written: string }[];
}

/** Choices on which other fields hang, in the order in which they are made. */
const firstChoices: readonly FieldId[] = [
  'subjectCategory',
  'legalRepresentativeDocumentType',
  'subjectDocumentType',
  'penaltyCategory',
];

function fillOrder(fields: readonly BoundField[]): BoundField[] {
  const rank = ({ field }: BoundField): number => {
    const place = firstChoices.indexOf(field.id);
    if (place >= 0) return place;
    return firstChoices.length + (field.type === 'choice' || field.type === 'choices' ? 0 : 1);
  };
  return [...fields].sort((a, b) => rank(a) - rank(b) || a.record.index - b.record.index);
}

const holds = (bound: BoundField, value: string): boolean =>
  sameValue(bound.field, readField(bound), value);

/** Writes one value and reads it back. */
export async function writeField(bound: BoundField, value: string): Promise<FillResult> {
  if (holds(bound, value)) return 'filled';
  const { field, record, control } = bound;
  if (!control.writable()) return 'manual';
  const wanted = toPage(field, value, record, control.driver.read(control));
  if (wanted.kind === 'options') {
    if (!(await control.driver.write(control, wanted))) return 'manual';
    await settle();
    return (await until(() => holds(bound, value), readBackDeadline)) ? 'filled' : 'refused';
  }
  for (const text of wanted.spellings) {
    if (!(await control.driver.write(control, { kind: 'text', text }))) return 'manual';
    await settle();
    if (await until(() => holds(bound, value), readBackDeadline)) return 'filled';
  }
  return 'refused';
}

const isGiven = (value: string | undefined): value is string => value !== undefined && value !== '';

/**
 * Fills the given values; fields without one are left alone.
 *
 * @param find reads the form anew, since a choice may make fields appear.
 */
export async function fillForm(
  find: () => ReportingForm | null,
  fieldsOfKind: readonly Field[],
  values: RecordValues,
): Promise<Fill> {
  const results: Partial<Record<FieldId, FillResult>> = {};
  const before: { control: Control; written: string }[] = [];
  const wanted = fieldsOfKind.map((field) => field.id).filter((id) => isGiven(values[id]));

  const missing = (): FieldId[] => {
    const form = find();
    return wanted.filter((id) => form === null || boundField(form, id) === undefined);
  };
  const writeAll = async (): Promise<void> => {
    const form = find();
    for (const bound of fillOrder(form?.fields ?? [])) {
      const { id } = bound.field;
      const value = values[id];
      if (!isGiven(value) || results[id] !== undefined) continue;
      before.push({ control: bound.control, written: bound.control.driver.read(bound.control) });
      results[id] = await writeField(bound, value);
    }
  };

  const hidden = missing().length;
  await writeAll();
  if (hidden > 0 && (await until(() => missing().length < hidden, appearDeadline)))
    await writeAll();

  await settle();
  const form = find();
  for (const id of wanted) {
    const bound = form === null ? undefined : boundField(form, id);
    if (bound === undefined) results[id] = 'manual';
    // One end of a period may have come with the other.
    else if (holds(bound, values[id] ?? '')) results[id] = 'filled';
    else if (results[id] === 'filled') results[id] = 'refused';
  }
  return { results, before };
}

/** Puts back what stood in the controls before a fill, last one first. */
export async function undoFill(fill: Fill): Promise<void> {
  for (const { control, written } of [...fill.before].reverse()) {
    if (!control.root.isConnected || control.driver.read(control) === written) continue;
    const isList = control.shape === 'choice' || control.shape === 'choices';
    const words = written === '' ? [] : written.split(';');
    await control.driver.write(
      control,
      isList
        ? { kind: 'options', options: words.map((word) => [word]) }
        : { kind: 'text', text: written },
    );
    await settle();
  }
}
