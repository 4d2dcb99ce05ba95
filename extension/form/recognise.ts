/**
 * Recognises a reporting form: which record kind it is for, and which control holds which field. One
 * assignment over the whole form, for each kind; column codes outrank labels.
 */
import {
  type FieldId,
  type DoublePublicityKind,
  recordKindLabels,
  doublePublicityKinds,
} from '@baosong/shared/standards/index.ts';
import { assign } from './assignment.ts';
import { isQueryForm } from './buttons.ts';
import type { FormRecord } from './field-record.ts';
import { type Generation, generationOf } from './generation.ts';
import { normaliseLabel } from './label.ts';
import { candidatesOf, codeScore, exactScore, namesByKind, score } from './likeness.ts';

/** What a form was recognised as. */
export interface Recognition {
  readonly kind: DoublePublicityKind;
  readonly generation: Generation;
  /** The control of each recognised field, by `FieldRecord.index`. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /** Whether there is little doubt; where there is, the page says so. */
  readonly sure: boolean;
}

/** No label scores as much. */
const surelyByCode = codeScore / 2;
/** A heading that names the kind weighs as much as one label. */
const headingScore = 10;

const leastFields = 6;
const sureFields = 10;
const leastShare = 0.4;
const mostFields = 200;

/** Fields of the form itself, not of its subject: without one of them it is some other form. */
const telling: readonly FieldId[] = [
  'documentNumber',
  'licenceContent',
  'penaltyContent',
  'licenceCategory',
  'penaltyCategory',
  'violationFacts',
  'decisionDate',
];
const leastTelling = 2;

interface Reading {
  readonly kind: DoublePublicityKind;
  readonly fields: Map<FieldId, number>;
  readonly total: number;
  readonly byCode: number;
}

function readAs(kind: DoublePublicityKind, form: FormRecord): Reading {
  const candidates = form.fields.map((_record, place) => candidatesOf(form, place));
  const rows = namesByKind[kind];
  const scores = rows.map((names) =>
    form.fields.map((record, place) => score(kind, names, record, candidates[place] ?? [])),
  );
  const fields = new Map<FieldId, number>();
  let total = form.heading.includes(recordKindLabels[kind].slice(2)) ? headingScore : 0;
  let byCode = 0;
  assign(scores).forEach((place, row) => {
    const record = form.fields[place];
    const names = rows[row];
    if (record === undefined || names === undefined) return;
    const points = scores[row]?.[place] ?? 0;
    fields.set(names.field.id, record.index);
    total += points;
    if (points >= surelyByCode) byCode += 1;
  });
  return { kind, fields, total, byCode };
}

/** Forms that speak of decisions without reporting any: repair of credit, objections, complaints, surveys. */
const otherPurpose = /信用修复|修复(申请|理由|承诺)|异议|申诉|复议|投诉|举报|满意度|问卷|请假/;
/** What says in a heading that a form reports after all. */
const reporting = /(录入|填报|报送|上报|登记|采集|新增|编辑|修改)/;

function hasOtherPurpose({ fields, heading, buttons }: FormRecord): boolean {
  return (
    (otherPurpose.test(heading) && !reporting.test(heading)) ||
    buttons.some((words) => otherPurpose.test(words)) ||
    fields.some(({ labels }) => labels.some(({ text }) => otherPurpose.test(normaliseLabel(text))))
  );
}

/** Whether a form is worth reading at all: not a query, not a detail page, not a huge table. */
function mayReport(form: FormRecord, least: number): boolean {
  const writable = form.fields.filter((record) => record.writable).length;
  return (
    form.fields.length >= least &&
    form.fields.length <= mostFields &&
    writable * 2 >= form.fields.length &&
    !isQueryForm(form.buttons) &&
    !hasOtherPurpose(form)
  );
}

/**
 * What a form is for, or `null` where it is not one to report with.
 *
 * @param step the kind of which an earlier step was seen; a later one may have few fields, none of them
 *   telling.
 */
export function recognise(
  form: FormRecord,
  step: DoublePublicityKind | null = null,
): Recognition | null {
  const least = step === null ? leastFields : 1;
  if (!mayReport(form, least)) return null;
  const [best, other] = doublePublicityKinds
    .filter((kind) => step === null || kind === step)
    .map((kind) => readAs(kind, form))
    .sort((a, b) => b.total - a.total);
  if (best === undefined || best.fields.size < least) return null;
  const places = [...best.fields.values()];
  const asked = form.fields.filter((record) => record.forQuery);
  const own = form.fields.length - asked.length;
  const answered = places.filter((place) => form.fields[place]?.forQuery !== true).length;
  if (answered * 2 < places.length || answered < own * leastShare) return null;
  if (step === null && telling.filter((id) => best.fields.has(id)).length < leastTelling)
    return null;
  const margin = best.total - (other?.total ?? 0);
  if (margin <= 0) return null;
  const sure =
    step !== null || best.byCode >= 3 || (best.fields.size >= sureFields && margin >= exactScore);
  const generation = generationOf(form, best.fields);
  const fields = new Map(best.fields);
  // The digits of 2015 mean the opposite of later ones: the clerk fills the state in.
  if (generation === '2015') fields.delete('status');
  return { kind: best.kind, generation, fields, sure };
}
