/**
 * Recognises a reporting form: which record kind it is for, and which control holds which field. One
 * assignment over the whole form, for each kind; column codes outrank labels.
 */
import {
  type Field,
  type FieldId,
  type RecordKind,
  recordKindLabels,
  recordKinds,
  standards,
} from '@baosong/shared/standards/index.ts';
import { assign } from './assignment.ts';
import { isQueryForm } from './buttons.ts';
import type { ControlShape, FieldRecord, FormRecord, LabelSource } from './field-record.ts';
import { carriesCode, groupPrefix, looseLabel, normaliseLabel } from './label.ts';

/** What a form was recognised as. */
export interface Recognition {
  readonly kind: RecordKind;
  /** The control of each recognised field, by `FieldRecord.index`. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /** Whether there is little doubt; where there is, the page says so. */
  readonly sure: boolean;
}

/** What the clerk has taught about a form; the rest of it is recognised. */
export interface Taught {
  readonly kind: RecordKind;
  /** The control of each taught field, by `FieldRecord.index`. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /** Controls that hold nothing that is reported. */
  readonly ignored: ReadonlySet<number>;
}

/** Why a form is not taken for one to report with. */
export type Refusal =
  | 'tooFewControls'
  | 'tooManyControls'
  | 'mostlyReadOnly'
  | 'query'
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
/** A code says by itself what a control is for. */
const codeScore = 40;
const exactScore = 10;
const synonymScore = 9;
const looseScore = 8;
/** A heading and a label that name a field together say more than the label alone. */
const groupBonus = 2;
/** Below this a likeness is chance. */
const leastScore = 6;
/** A heading that names the kind weighs as much as one label. */
const headingScore = 10;

const leastFields = 6;
const sureFields = 10;
const leastShare = 0.4;
const mostFields = 200;

const sourceWeight: Readonly<Record<LabelSource, number>> = {
  label: 1,
  aria: 1,
  formItem: 1,
  cell: 0.95,
  columnHead: 0.9,
  sibling: 0.85,
  placeholder: 0.75,
  title: 0.75,
};

/** How far the label of the control before (法定代表人) can stand in for a missing group heading. */
const neighbourWeight = 0.8;

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

interface Names {
  readonly field: Field;
  readonly codes: readonly string[];
  readonly label: string;
  readonly synonyms: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
}

const isCode = (name: string): boolean => /^([A-Z]{2}_\w+|BZ)$/.test(name);

function namesOf(field: Field): Names {
  const labels = [field.label, ...field.synonyms.filter((name) => !isCode(name))].map(
    normaliseLabel,
  );
  return {
    field,
    codes: [field.code, ...field.synonyms.filter(isCode)],
    label: labels[0] ?? '',
    synonyms: new Set(labels),
    loose: new Set(labels.map(looseLabel)),
  };
}

const namesByKind: Readonly<Record<RecordKind, readonly Names[]>> = {
  licence: standards.licence.fields.map(namesOf),
  penalty: standards.penalty.fields.map(namesOf),
};

function likeness(names: Names, label: string): number {
  if (label === '') return 0;
  if (label === names.label) return exactScore;
  if (names.synonyms.has(label)) return synonymScore;
  return names.loose.has(looseLabel(label)) ? looseScore : 0;
}

/** How well a kind of control suits a type of field. */
function suitability(type: Field['type'], shape: ControlShape): number {
  if (shape === 'date') return type === 'date' ? 1 : 0.4;
  if (shape === 'choice' || shape === 'choices') {
    return type === 'choice' || type === 'choices' || type === 'text' ? 1 : 0.4;
  }
  return 1;
}

interface Candidate {
  readonly label: string;
  readonly weight: number;
  readonly bonus: number;
}

function candidatesOf(record: FieldRecord, before: FieldRecord | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { text, source } of record.labels) {
    const label = normaliseLabel(text);
    const weight = sourceWeight[source];
    candidates.push({ label, weight, bonus: 0 });
    for (const group of record.groups) {
      const prefix = groupPrefix(group);
      if (prefix !== '' && !label.startsWith(prefix)) {
        candidates.push({ label: prefix + label, weight, bonus: groupBonus });
      }
    }
    if (/^证件(类型|种类|号码|号)$/.test(label)) {
      for (const neighbour of before?.labels ?? []) {
        const prefix = normaliseLabel(neighbour.text).replace(/姓名$|证件(类型|种类)$/, '');
        candidates.push({ label: prefix + label, weight: weight * neighbourWeight, bonus: 0 });
      }
    }
  }
  return candidates;
}

function score(names: Names, record: FieldRecord, candidates: readonly Candidate[]): number {
  if (record.codes.some((name) => names.codes.some((code) => carriesCode(name, code)))) {
    return codeScore;
  }
  let best = 0;
  for (const { label, weight, bonus } of candidates) {
    const like = likeness(names, label);
    if (like > 0) best = Math.max(best, (like + bonus) * weight);
  }
  const suited = best * suitability(names.field.type, record.shape);
  return suited >= leastScore ? suited : 0;
}

/** A form read as one kind. */
export interface Reading {
  readonly kind: RecordKind;
  readonly fields: Map<FieldId, number>;
  /** How well each of the fields was met. */
  readonly points: Map<FieldId, number>;
  readonly total: number;
  readonly byCode: number;
}

function readAs(kind: RecordKind, form: FormRecord, taught?: Taught): Reading {
  const taken = new Set([...(taught?.fields.values() ?? []), ...(taught?.ignored ?? [])]);
  const place = (id: FieldId): number | undefined => taught?.fields.get(id);
  const candidates = form.fields.map((record, at) => candidatesOf(record, form.fields[at - 1]));
  const rows = namesByKind[kind];
  const scores = rows.map((names) =>
    form.fields.map((record, at) => {
      if (place(names.field.id) === record.index) return taughtScore;
      if (taken.has(record.index) || place(names.field.id) !== undefined) return 0;
      return score(names, record, candidates[at] ?? []);
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
    if (won >= codeScore) byCode += 1;
  });
  return { kind, fields, points, total, byCode };
}

/** Why a form is not worth reading at all: a query, a detail page, a huge table. */
function unreadable({ fields, buttons }: FormRecord): Refusal | null {
  if (fields.length < leastFields) return 'tooFewControls';
  if (fields.length > mostFields) return 'tooManyControls';
  const writable = fields.filter((record) => record.writable).length;
  if (writable * 2 < fields.length) return 'mostlyReadOnly';
  return isQueryForm(buttons) ? 'query' : null;
}

/** Why the likeliest reading of a form is still not believed. */
function unlikely(form: FormRecord, { fields }: Reading, margin: number): Refusal | null {
  if (fields.size < leastFields) return 'tooFewFields';
  if (fields.size < form.fields.length * leastShare) return 'smallShare';
  if (telling.filter((id) => fields.has(id)).length < leastTelling) return 'nothingTelling';
  return margin > 0 ? null : 'eitherKind';
}

/** What a form is for, and why or why not; what was taught is not doubted. */
export function decide(form: FormRecord, taught?: Taught): Decision {
  if (taught !== undefined) {
    const reading = readAs(taught.kind, form, taught);
    return { recognition: { ...reading, sure: true }, refusal: null, readings: [reading] };
  }
  const reason = unreadable(form);
  if (reason !== null) return { recognition: null, refusal: reason, readings: [] };
  const readings = recordKinds.map((kind) => readAs(kind, form)).sort((a, b) => b.total - a.total);
  const [best, other] = readings as [Reading, Reading];
  const margin = best.total - other.total;
  const refusal = unlikely(form, best, margin);
  const sure = best.byCode >= 3 || (best.fields.size >= sureFields && margin >= exactScore);
  return { recognition: refusal === null ? { ...best, sure } : null, refusal, readings };
}

/** What a form is for, or `null` where it is not one to report with. */
export function recognise(form: FormRecord): Recognition | null {
  return decide(form).recognition;
}
