/**
 * A fill from its request to its end: what a later step or tab of the page is still to get is kept for this
 * page and record, and filled when the clerk moves on; the last fill can be undone.
 */
import {
  type FieldId,
  type DoublePublicityKind,
  type RecordValues,
  standards,
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
  /** How many fields wait for a later step. */
  readonly remaining: () => number;
  /** The kind that later steps are of, or `null` where none is waited for. */
  readonly kind: () => DoublePublicityKind | null;
  /** Fills a form; gives the result by field. */
  readonly start: (kind: DoublePublicityKind, values: RecordValues) => Promise<Fill['results']>;
  /** Whether a form shows blank fields that wait to be filled. */
  readonly canGoOn: (form: ReportingForm | null) => boolean;
  readonly goOn: () => Promise<void>;
  /** Puts back what stood there before the last fill, its later steps included. */
  readonly undo: () => Promise<void>;
  /** The result was seen. */
  readonly dismiss: () => void;
  /** Fills no later step. */
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
  let rest: RecordValues = {};
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
  };

  return {
    lines() {
      if (!isShown || kind === null) return null;
      return standards[kind].fields.flatMap(({ id, label }): FillLine[] => {
        const result = results[id];
        return result === undefined ? [] : [{ id, label, result }];
      });
    },
    remaining: () => Object.keys(rest).length,
    kind: () => (Object.keys(rest).length > 0 ? kind : null),
    async start(of, values) {
      last = null;
      results = {};
      kind = of;
      // A choice may leave a step so small that only the kind that is being filled tells what it is.
      rest = values;
      await fill(values);
      return results;
    },
    canGoOn: (form) =>
      form?.kind === kind &&
      form.fields.some((bound) => rest[bound.field.id] !== undefined && readField(bound) === ''),
    goOn: () => fill(rest),
    async undo() {
      const before = last?.before;
      last = null;
      isShown = false;
      end();
      if (before !== undefined) await (await filler()).undoFill(reader, before);
    },
    dismiss() {
      isShown = false;
    },
    end,
  };
}
