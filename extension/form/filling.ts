/**
 * A fill from its request to its end: what a later step or tab of the page is still to get is kept for this
 * page and record, and filled when the clerk moves on; the last fill can be undone, in its other steps as the
 * clerk comes to them.
 */
import type {
  Field,
  FieldId,
  DoublePublicityKind,
  RecordValues,
} from '@baosong/shared/standards/index.ts';
import type { FillLine } from '../overlay/view.ts';
import type { FillResult } from '../messages.ts';
import type { Fill, Filler } from './fill.ts';
import type { FormReader } from './bound-form.ts';
import { type ReportingForm, boundField, readField } from './reporting-form.ts';
import { hasSteps } from './step-signs.ts';

export interface Filling {
  /** Result by field of the last fill, in the order of the standard, or `null` where none is to be shown. */
  readonly lines: () => readonly FillLine[] | null;
  /** How many fields wait for another step. */
  readonly remaining: () => number;
  /** Whether they wait to be put back, not filled. */
  readonly isUndoing: () => boolean;
  /** The kind that later steps are of, or `null` where none is waited for. */
  readonly kind: () => DoublePublicityKind | null;
  /** Fills a form; gives the result by field. */
  readonly start: (form: ReportingForm, values: RecordValues) => Promise<Fill['results']>;
  /** Whether a form shows blank fields that wait to be filled, or filled ones that wait to be put back. */
  readonly canGoOn: (form: ReportingForm | null) => boolean;
  readonly goOn: () => Promise<void>;
  /** Puts back what stood there before the last fill. */
  readonly undo: () => Promise<void>;
  /** The result was seen. */
  readonly dismiss: () => void;
  /** Goes on in no other step. */
  readonly end: () => void;
}

/**
 * @param reader reads the form anew.
 * @param filler gives what fills, once it is in this frame.
 */
export function createFilling(reader: FormReader, filler: () => Promise<Filler>): Filling {
  let last: Fill | null = null;
  let results: Partial<Record<FieldId, FillResult>> = {};
  let kind: DoublePublicityKind | null = null;
  let standard: readonly Field[] = [];
  let wanted: RecordValues = {};
  let rest: RecordValues = {};
  /** What was filled where, and what stood there before, in steps that an undone fill is still to leave. */
  let undone = new Map<FieldId, { readonly filled: string; readonly before: string }>();
  let isShown = false;

  async function fill(values: RecordValues): Promise<void> {
    const { fillForm } = await filler();
    last = await fillForm(reader, values, last?.before);
    const isLater = hasSteps();
    const form = await reader.found();
    rest = {};
    for (const [id, result] of Object.entries(last.results) as [FieldId, FillResult][]) {
      const isMissing = form === null || boundField(form, id) === undefined;
      if (isMissing && isLater) rest[id] = values[id] ?? '';
      results[id] = isMissing && isLater ? 'later' : result;
    }
    isShown = true;
  }

  const end = (): void => {
    kind = null;
    rest = {};
    undone = new Map();
  };

  async function putBack(before: Fill['before']): Promise<void> {
    const { undoFill } = await filler();
    await undoFill(reader, before);
    for (const { field } of (await reader.found())?.fields ?? []) undone.delete(field.id);
  }

  /** What an undone fill has left in a form, as long as nobody has changed it. */
  const leftIn = (form: ReportingForm | null): FieldId[] =>
    (form?.fields ?? [])
      .filter((bound) => undone.get(bound.field.id)?.filled === readField(bound))
      .map(({ field }) => field.id);

  return {
    lines() {
      if (!isShown || kind === null) return null;
      return standard.flatMap(({ id, label }): FillLine[] => {
        const result = results[id];
        return result === undefined ? [] : [{ id, label, result }];
      });
    },
    remaining: () => Object.keys(rest).length + undone.size,
    isUndoing: () => undone.size > 0,
    kind: () => (Object.keys(rest).length > 0 ? kind : null),
    async start(form, values) {
      last = null;
      results = {};
      end();
      ({ kind, standard } = form);
      wanted = values;
      // A choice may leave a step so small that only the kind that is being filled tells what it is.
      rest = values;
      await fill(values);
      return results;
    },
    canGoOn: (form) =>
      leftIn(form).length > 0 ||
      (form?.kind === kind &&
        form.fields.some((bound) => rest[bound.field.id] !== undefined && readField(bound) === '')),
    async goOn() {
      if (undone.size === 0) {
        await fill(rest);
        return;
      }
      const ids = leftIn(await reader.found());
      const before = ids.map((id) => [id, undone.get(id)?.before ?? ''] as const);
      await putBack({ fields: new Map(before), others: new Map() });
    },
    async undo() {
      const before = last?.before;
      last = null;
      isShown = false;
      end();
      if (before === undefined) return;
      if (hasSteps()) {
        for (const [id, was] of before.fields) {
          const filled = wanted[id];
          if (results[id] === 'filled' && filled !== undefined)
            undone.set(id, { filled, before: was });
        }
      }
      await putBack(before);
    },
    dismiss() {
      isShown = false;
    },
    end,
  };
}
