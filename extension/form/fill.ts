/**
 * Fills a form in page order, one field at a time: waits for options and fields that follow from a choice,
 * reads every write back, and once more at the end, because a page may take a value back later.
 */
import type { FieldId, RecordValues } from '@baosong/shared/standards/index.ts';
import type { FillResult } from '../messages.ts';
import { type Control, type Written, settle, until, waitAtMost } from '../widgets/widget.ts';
import type { BoundField, FormReader, ReportingForm } from './bound-form.ts';
import type { sameValue, toPage } from './to-page.ts';

/** How long a page may take to show a value it has accepted, or fields that appear after a choice. */
const readBackDeadline = 250;
const appearDeadline = 800;
/** How long a page may take to load the options that follow from a choice. */
const linkedDeadline = 3000;
/** A field that appears may make another one appear. */
const mostPasses = 4;
/** The clerk waits for an answer: so long one field may take with all that it waits for, and all of them. */
const fieldPatience = 8_000;
const fillPatience = 45_000;

/** What stood in a form, recognised or not, when it was first seen. */
export interface Snapshot {
  readonly fields: Map<FieldId, string>;
  /** By the widget's outermost element. */
  readonly others: Map<HTMLElement, { readonly control: Control; readonly written: string }>;
}

/** What one fill did. */
export interface Fill {
  readonly results: Partial<Record<FieldId, FillResult>>;
  readonly before: Snapshot;
}

/** The choice by which pages show, hide and empty everything else. */
const firstChoice: FieldId = 'subjectCategory';

function fillOrder(form: ReportingForm | null): BoundField[] {
  const rank = ({ field, record }: BoundField): number =>
    field.id === firstChoice ? -1 : record.index;
  return [...(form?.fields ?? [])].sort((a, b) => rank(a) - rank(b));
}

const isChoice = ({ shape }: Control): boolean => shape === 'choice' || shape === 'choices';

/** Writes into a control; options that the page is still loading after a choice are waited for. */
async function writeInto(control: Control, value: Written, afterChoice: boolean): Promise<boolean> {
  const end = performance.now() + (afterChoice ? linkedDeadline : 0);
  for (;;) {
    const before = control.options().join();
    if (await control.driver.write(control, value)) return true;
    const left = end - performance.now();
    if (left <= 0 || !(await until(() => control.options().join() !== before, left))) return false;
  }
}

/** Remembers what stands in everything that a snapshot does not know yet. */
function remember({ fields, others }: Snapshot, form: ReportingForm | null): void {
  const known = new Set(form?.fields.map(({ control }) => control.root));
  for (const { field, control } of form?.fields ?? []) {
    if (!fields.has(field.id)) fields.set(field.id, control.driver.read(control));
  }
  for (const control of form?.controls ?? []) {
    if (!known.has(control.root) && !others.has(control.root))
      others.set(control.root, { control, written: control.driver.read(control) });
  }
}

async function putBack(control: Control, written: string, afterChoice: boolean): Promise<void> {
  if (!control.root.isConnected || control.driver.read(control) === written) return;
  const words = written === '' ? [] : written.split(';');
  waitAtMost(fieldPatience);
  await writeInto(
    control,
    isChoice(control)
      ? { kind: 'options', options: words.map((word) => [word]) }
      : { kind: 'text', text: written },
    afterChoice,
  );
  await settle();
}

/**
 * Puts back what stood in a form before a fill, in every control that the fill or the page in its wake has
 * changed: what hangs on choices first, so that nothing stays behind in fields that a choice hides.
 */
async function undoFill(reader: FormReader, { fields, others }: Snapshot): Promise<void> {
  for (const order of ['backward', 'forward'] as const) {
    const bound = fillOrder(await reader.found());
    for (const { field, control } of order === 'backward' ? bound.reverse() : bound) {
      const written = fields.get(field.id);
      if (written !== undefined) await putBack(control, written, order === 'forward');
    }
    for (const { control, written } of others.values())
      await putBack(control, written, order === 'forward');
  }
}

/** Fills forms; comes into a frame with the first fill. */
export interface Filler {
  readonly writeField: (bound: BoundField, value: string) => Promise<FillResult>;
  readonly fillForm: (reader: FormReader, values: RecordValues, before?: Snapshot) => Promise<Fill>;
  readonly undoFill: typeof undoFill;
}

/** How the engine finds and reads the fields of a form, and what it knows of values. */
export interface Reader {
  readonly boundField: (form: ReportingForm, id: FieldId) => BoundField | undefined;
  readonly readField: (bound: BoundField) => string;
  readonly sameValue: typeof sameValue;
  readonly toPage: typeof toPage;
  readonly unitOf: (bound: BoundField) => string;
  readonly learnOrder: (bound: BoundField, day: string, before: string) => void;
}

/** @param reader lent by the engine, so that a frame takes it in once. */
export function createFiller({
  boundField,
  learnOrder,
  readField,
  sameValue,
  toPage,
  unitOf,
}: Reader): Filler {
  const holds = (bound: BoundField, value: string): boolean =>
    sameValue(bound.field, readField(bound), value);

  /**
   * Writes one value and reads it back.
   *
   * @param afterChoice whether the options may depend on a choice that was just made.
   * @param patience how long that may take with all that is waited for.
   */
  async function writeField(
    bound: BoundField,
    value: string,
    afterChoice = false,
    patience = fieldPatience,
  ): Promise<FillResult> {
    if (holds(bound, value)) return 'filled';
    waitAtMost(patience);
    const { field, record, control } = bound;
    if (!control.writable()) return 'manual';
    const present = control.driver.read(control);
    if (bound.unit && unitOf(bound) === '') {
      await writeInto(bound.unit, { kind: 'options', options: [['万元', '万', '元']] }, false);
      await settle();
    }
    const wanted = toPage(field, value, record, present, unitOf(bound));
    const isIn = (): boolean => {
      if (field.type === 'date') learnOrder(bound, value, present);
      return holds(bound, value);
    };
    if (wanted.kind === 'options') {
      if (!(await writeInto(control, wanted, afterChoice))) return 'manual';
      await settle();
      return (await until(isIn, readBackDeadline)) ? 'filled' : 'refused';
    }
    for (const text of wanted.spellings) {
      if (!(await control.driver.write(control, { kind: 'text', text }))) return 'manual';
      await settle();
      if (await until(isIn, readBackDeadline)) return 'filled';
    }
    return 'refused';
  }

  /**
   * Fills the given values; fields without one are left alone. A field that the page does not show is
   * `manual`.
   *
   * @param reader reads the form anew, since a choice may make fields appear.
   * @param before what stood there before; a fill that goes on in a later step adds to it.
   */
  async function fillForm(
    reader: FormReader,
    values: RecordValues,
    before: Snapshot = { fields: new Map(), others: new Map() },
  ): Promise<Fill> {
    const results: Partial<Record<FieldId, FillResult>> = {};
    const end = performance.now() + fillPatience;
    const patience = (): number => Math.min(fieldPatience, end - performance.now());
    const wanted = (Object.keys(values) as FieldId[]).filter((id) => (values[id] ?? '') !== '');
    const isOpen = ({ field: { id } }: BoundField): boolean =>
      wanted.includes(id) && results[id] === undefined;

    for (let pass = 0; pass < mostPasses; pass++) {
      let form = await reader.found();
      let choseSomething = false;
      for (const { field, control: first } of fillOrder(form).filter(isOpen)) {
        remember(before, form);
        // A page that renders anew puts other controls in place of those that were found.
        if (!first.root.isConnected) form = await reader.found();
        const bound = form === null ? undefined : boundField(form, field.id);
        if (bound === undefined) continue;
        results[field.id] = await writeField(
          bound,
          values[field.id] ?? '',
          choseSomething,
          patience(),
        );
        choseSomething ||= isChoice(bound.control);
      }
      const missing = wanted.some((id) => results[id] === undefined);
      const appears = (): boolean => fillOrder(reader.now()).some(isOpen);
      if (!missing || !choseSomething || !(await until(appears, appearDeadline))) break;
    }

    await settle();
    const form = await reader.found();
    for (const id of wanted) {
      const bound = form === null ? undefined : boundField(form, id);
      const value = values[id] ?? '';
      if (bound === undefined) results[id] = 'manual';
      // One end of a period may have come with the other.
      else if (holds(bound, value)) results[id] = 'filled';
      // A choice that was made later may have emptied it, or it appears only now.
      else if ((results[id] ?? 'filled') === 'filled')
        results[id] = await writeField(bound, value, false, patience());
    }
    return { results, before };
  }

  return { fillForm, undoFill, writeField };
}
