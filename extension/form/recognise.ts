/**
 * Recognises a reporting form: which record kind it is for, and which control holds which field. One
 * assignment over the whole form, for each kind; column codes outrank labels.
 */
import {
  type FieldId,
  type DoublePublicityKind,
  fieldOf,
  recordKindLabels,
  doublePublicityKinds,
} from '@baosong/shared/standards/index.ts';
import { assign } from './assignment.ts';
import { isQueryForm, isSubmission } from './buttons.ts';
import { type FormRecord, type LabelSource, mostFields } from './field-record.ts';
import { type Generation, generationOf } from './generation.ts';
import { normaliseLabel } from './label.ts';
import { type Called, calledIn, codeScore, exactScore, namesByKind, score } from './likeness.ts';

/** What a form was recognised as; plain data, since the background decides it for a page. */
export interface Recognition {
  readonly kind: DoublePublicityKind;
  readonly generation: Generation;
  /** Each recognised field with its control's `FieldRecord.index`. */
  readonly fields: readonly (readonly [FieldId, number])[];
  /** Whether there is little doubt; where there is, the page says so. */
  readonly sure: boolean;
}

/** No label scores as much. */
const surelyByCode = codeScore / 2;

/** What the clerk has taught about a form; the rest of it is recognised. Plain data, as a page sends it. */
export interface Taught {
  readonly kind: DoublePublicityKind;
  /** Each taught field with its control's `FieldRecord.index`. */
  readonly fields: readonly (readonly [FieldId, number])[];
  /** Controls that hold nothing that is reported. */
  readonly ignored: readonly number[];
}

/** Why a form is not taken for one to report with. */
export type Refusal =
  | 'tooFewControls'
  | 'tooManyControls'
  | 'mostlyReadOnly'
  | 'query'
  | 'otherPurpose'
  | 'tooFewFields'
  | 'smallShare'
  | 'nothingTelling'
  | 'eitherKind';

/** What was decided about a form, and on what grounds. */
export interface Decision {
  readonly recognition: Recognition | null;
  readonly refusal: Refusal | null;
  /** The readings of the form as each kind, the likeliest first; none where it was not worth reading. */
  readonly readings: readonly Reading[];
}

/** What the clerk says needs no likeness. */
const taughtScore = 1000;
/** A heading that names the kind weighs as much as one label. */
const headingScore = 10;

const leastFields = 6;
const sureFields = 10;
const leastShare = 0.4;

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
/** What other decisions have too, such as rewards; without more, a form says somewhere which kind it reports. */
const ofAnyDecision: readonly FieldId[] = ['documentNumber', 'decisionDate'];
const wordOf = { licence: /许可|审批|批准|发证/, penalty: /处罚|罚款/ } as const;

const speaksOf = ({ heading, fields }: FormRecord, kind: DoublePublicityKind): boolean =>
  wordOf[kind].test(heading) ||
  fields.some(({ labels, groups }) =>
    [...labels.map(({ text }) => text), ...groups].some((text) => wordOf[kind].test(text)),
  );

/** Whether most of what was met is something to tick or choose: columns to export, columns of a file. */
function isOfChoices(form: FormRecord, { kind, fields }: Reading): boolean {
  const written = [...fields].filter(([id]) => !fieldOf(kind, id)?.choices);
  const chosen = written.filter(([, at]) => form.fields[at]?.shape.startsWith('choice'));
  return chosen.length * 2 > written.length;
}

/** A form read as one kind. */
export interface Reading {
  readonly kind: DoublePublicityKind;
  readonly fields: Map<FieldId, number>;
  /** How well each of the fields was met. */
  readonly points: Map<FieldId, number>;
  readonly total: number;
  readonly byCode: number;
}

const allCalled = (form: FormRecord): Called[] =>
  form.fields.map((_record, place) => calledIn(form, place));

function readAs(
  kind: DoublePublicityKind,
  form: FormRecord,
  called: readonly Called[],
  taught: Taught | null = null,
): Reading {
  const places = new Map(taught?.fields);
  const taken = new Set([...places.values(), ...(taught?.ignored ?? [])]);
  const place = (id: FieldId): number | undefined => places.get(id);
  const rows = namesByKind[kind];
  const scores = rows.map((names) =>
    form.fields.map((record, at) => {
      if (place(names.field.id) === record.index) return taughtScore;
      if (taken.has(record.index) || place(names.field.id) !== undefined) return 0;
      const its = called[at];
      return its === undefined ? 0 : score(kind, names, record, its);
    }),
  );
  const fields = new Map<FieldId, number>();
  const points = new Map<FieldId, number>();
  let total = form.heading.includes(recordKindLabels[kind].slice(2)) ? headingScore : 0;
  let byCode = 0;
  assign(scores).forEach((at, row) => {
    const record = form.fields[at];
    const names = rows[row];
    if (record === undefined || names === undefined) return;
    const won = scores[row]?.[at] ?? 0;
    fields.set(names.field.id, record.index);
    points.set(names.field.id, won);
    total += won;
    if (won >= surelyByCode) byCode += 1;
  });
  return { kind, fields, points, total, byCode };
}

/** Sides of a control on which its label may stand. */
const before: readonly LabelSource[] = ['cell', 'columnHead', 'sibling'];
const behind: readonly LabelSource[] = ['after'];

/** A form without the labels that stand on one side of its controls. */
const without = (form: FormRecord, side: readonly LabelSource[]): FormRecord => ({
  ...form,
  fields: form.fields.map((record) => ({
    ...record,
    labels: record.labels.filter(({ source }) => !side.includes(source)),
  })),
});

const labelledAt = ({ fields }: FormRecord, side: readonly LabelSource[]): number =>
  fields.filter(({ labels }) => labels.some(({ source }) => side.includes(source))).length;

/**
 * A form with the labels of the side on which it writes them: behind its controls where more fields are met
 * there, or as many and every control is labelled, which a control less is on the other side.
 */
function sided(form: FormRecord, kinds: readonly DoublePublicityKind[]): FormRecord {
  const usual = without(form, behind);
  const turned = without(form, before);
  const met = (one: FormRecord): number =>
    Math.max(...kinds.map((kind) => readAs(kind, one, allCalled(one)).fields.size));
  const more = met(turned) - met(usual) || labelledAt(form, behind) - labelledAt(form, before);
  return more > 0 ? turned : usual;
}

/** Forms that speak of decisions without reporting any: repair of credit, objections, complaints, surveys. */
const otherPurpose =
  /信用修复|修复(申请|理由|承诺)|异议|申诉|复议|听证|撤下|投诉|举报|满意度|问卷|请假/;
/** An application to an authority, which decides and reports afterwards. */
const application = /^申请(?![人主单对])|申请(表|书)?$/;
/** What is done after a decision; a form that reports one may ask for it, and is not headed by it. */
const afterwards = /缴款|年度报告|年检|催告|培训|报名/;
/** What says in a heading that a form reports after all. */
const reporting = /(录入|填报|报送|上报|登记|采集|新增|编辑|修改)/;
/** A platform of both: 双公示报送与信用修复系统. */
const reportingBeside =
  /(录入|填报|报送|上报|采集).*(修复|异议|投诉|举报)|[与和及、].*(填报|报送|上报)/;

/** Whether a heading tells of another purpose, and no part of it of reporting: 新增信用修复. */
function isHeadingOfOthers(heading: string): boolean {
  const parts = heading.split(/\s+/);
  const isOfOthers = (part: string): boolean =>
    [otherPurpose, application, afterwards].some((one) => one.test(part)) &&
    !reportingBeside.test(part);
  return parts.some(isOfOthers) && !parts.some((part) => reporting.test(part) && !isOfOthers(part));
}

function hasOtherPurpose({ fields, heading, buttons }: FormRecord): boolean {
  return (
    isHeadingOfOthers(heading) ||
    buttons.some((words) => otherPurpose.test(words)) ||
    fields.some(({ labels }) =>
      labels.some(({ text }) => {
        const label = normaliseLabel(text);
        // 是否听证 is asked of a decision.
        return otherPurpose.test(label) && !/^(是否|有无)/.test(label);
      }),
    )
  );
}

/** A part of a page that asks for data, as its heading says: 高级查询, 筛选条件. */
const queryHeading = /(^|\s)(高级|组合|综合|更多|条件)?(查询|检索|筛选|搜索)(条件)?(\s|$)/;
/** A decision has one date; who wants those between two of them asks. */
const decidedBetween =
  /^(\D*决定|录入|创建|入库|更新)(日期|时间)(自|起|从|始|至|到|止|终|开始|结束)$/;

/** Whether a form asks for data: it says so, or nothing in it plainly submits and it looks like a query. */
function asks({ fields, heading, buttons }: FormRecord): boolean {
  if (isQueryForm(buttons)) return true;
  if (buttons.some((words) => isSubmission(words, false, []))) return false;
  return (
    queryHeading.test(heading) ||
    fields.some(
      ({ labels, forQuery }) =>
        !forQuery && labels.some(({ text }) => decidedBetween.test(normaliseLabel(text))),
    )
  );
}

/** Why a form is not worth reading at all: a query, a detail page, a huge table. */
function unreadable(form: FormRecord, least: number): Refusal | null {
  const { fields } = form;
  if (fields.length < least) return 'tooFewControls';
  const writable = fields.filter((record) => record.writable).length;
  if (writable * 2 < fields.length) return 'mostlyReadOnly';
  if (asks(form)) return 'query';
  return hasOtherPurpose(form) ? 'otherPurpose' : null;
}

/** What every decision is reported with; a form that has all of it may ask for much besides. */
const core: readonly FieldId[] = ['subjectName', 'documentNumber', 'decisionDate', 'authorityName'];
const leastOfWhole = 0.15;

const isWhole = ({ fields }: Reading): boolean =>
  core.every((id) => fields.has(id)) &&
  telling.some((id) => !ofAnyDecision.includes(id) && fields.has(id));

/** So much of a step that asks for the subject only is known. */
const leastOfStep = 0.75;

/** Whether a form that only asks for the subject goes on to a decision: its heading says what is reported. */
const isFirstStep = ({ heading }: FormRecord, kind: DoublePublicityKind, share: number): boolean =>
  share >= leastOfStep &&
  reporting.test(heading) &&
  heading.includes(recordKindLabels[kind].slice(2));

/** Why the likeliest reading of a form is still not believed. */
function unlikely(
  form: FormRecord,
  reading: Reading,
  margin: number,
  step: DoublePublicityKind | null,
): Refusal | null {
  const { kind, fields } = reading;
  if (fields.size < leastOf(step)) return 'tooFewFields';
  const places = [...fields.values()];
  const own = form.fields.filter((record) => !record.forQuery).length;
  const answered = places.filter((place) => form.fields[place]?.forQuery !== true).length;
  if (answered * 2 < places.length) return 'query';
  if (answered < own * (isWhole(reading) ? leastOfWhole : leastShare)) return 'smallShare';
  if (step === null && isOfChoices(form, reading)) return 'otherPurpose';
  const told = telling.filter((id) => fields.has(id));
  const isOwn = !told.every((id) => ofAnyDecision.includes(id)) || reading.byCode > 0;
  const isTold = told.length >= leastTelling && (isOwn || speaksOf(form, kind));
  if (step === null && !isTold && !isFirstStep(form, kind, answered / own)) return 'nothingTelling';
  return margin > 0 ? null : 'eitherKind';
}

/** A later step may have few fields, none of them telling. */
const leastOf = (step: DoublePublicityKind | null): number => (step === null ? leastFields : 1);

function recognitionOf(form: FormRecord, reading: Reading, sure: boolean): Recognition {
  const generation = generationOf(form, reading.fields);
  const fields = new Map(reading.fields);
  // The digits of 2015 mean the opposite of later ones: the clerk fills the state in.
  if (generation === '2015') fields.delete('status');
  return { kind: reading.kind, generation, fields: [...fields], sure };
}

const refused = (refusal: Refusal): Decision => ({ recognition: null, refusal, readings: [] });

/**
 * What a form is for, and why or why not; what was taught is not doubted.
 *
 * @param step the kind of which an earlier step was seen.
 */
export function decide(
  collected: FormRecord,
  taught: Taught | null = null,
  step: DoublePublicityKind | null = null,
): Decision {
  const kind = taught?.kind ?? step;
  const kinds = kind === null ? doublePublicityKinds : [kind];
  if (collected.fields.length > mostFields) return refused('tooManyControls');
  const form = sided(collected, kinds);
  if (taught !== null) {
    const reading = readAs(taught.kind, form, allCalled(form), taught);
    return { recognition: recognitionOf(form, reading, true), refusal: null, readings: [reading] };
  }
  const reason = unreadable(form, leastOf(step));
  if (reason !== null) return refused(reason);
  const called = allCalled(form);
  const readings = kinds
    .map((kind) => readAs(kind, form, called))
    .sort((a, b) => b.total - a.total);
  const [best, other] = readings as [Reading, Reading?];
  const margin = best.total - (other?.total ?? 0);
  const refusal = unlikely(form, best, margin, step);
  const sure =
    step !== null || best.byCode >= 3 || (best.fields.size >= sureFields && margin >= exactScore);
  const recognition = refusal === null ? recognitionOf(form, best, sure) : null;
  return { recognition, refusal, readings };
}
