/**
 * Recognises a reporting form: which record kind it is for, and which control holds which field. One
 * assignment over the whole form, for each kind; column codes outrank labels.
 */
import {
  type Field,
  type FieldId,
  type DoublePublicityKind,
  recordKindLabels,
  doublePublicityKinds,
  standards,
} from '@baosong/shared/standards/index.ts';
import { assign } from './assignment.ts';
import { isQueryForm } from './buttons.ts';
import type { ControlShape, FieldRecord, FormRecord, LabelSource } from './field-record.ts';
import { carriesCode, groupPrefix, looseLabel, normaliseLabel } from './label.ts';

/** What a form was recognised as. */
export interface Recognition {
  readonly kind: DoublePublicityKind;
  /** The control of each recognised field, by `FieldRecord.index`. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /** Whether there is little doubt; where there is, the page says so. */
  readonly sure: boolean;
}

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

const namesByKind: Readonly<Record<DoublePublicityKind, readonly Names[]>> = {
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

interface Reading {
  readonly kind: DoublePublicityKind;
  readonly fields: Map<FieldId, number>;
  readonly total: number;
  readonly byCode: number;
}

function readAs(kind: DoublePublicityKind, form: FormRecord): Reading {
  const candidates = form.fields.map((record, place) =>
    candidatesOf(record, form.fields[place - 1]),
  );
  const rows = namesByKind[kind];
  const scores = rows.map((names) =>
    form.fields.map((record, place) => score(names, record, candidates[place] ?? [])),
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
    if (points >= codeScore) byCode += 1;
  });
  return { kind, fields, total, byCode };
}

/** Whether a form is worth reading at all: not a query, not a detail page, not a huge table. */
function mayReport(form: FormRecord): boolean {
  const writable = form.fields.filter((record) => record.writable).length;
  return (
    form.fields.length >= leastFields &&
    form.fields.length <= mostFields &&
    writable * 2 >= form.fields.length &&
    !isQueryForm(form.buttons)
  );
}

/** What a form is for, or `null` where it is not one to report with. */
export function recognise(form: FormRecord): Recognition | null {
  if (!mayReport(form)) return null;
  const [best, other] = doublePublicityKinds
    .map((kind) => readAs(kind, form))
    .sort((a, b) => b.total - a.total);
  if (best === undefined || best.fields.size < leastFields) return null;
  if (best.fields.size < form.fields.length * leastShare) return null;
  if (telling.filter((id) => best.fields.has(id)).length < leastTelling) return null;
  const margin = best.total - (other?.total ?? 0);
  if (margin <= 0) return null;
  const sure = best.byCode >= 3 || (best.fields.size >= sureFields && margin >= exactScore);
  return { kind: best.kind, fields: best.fields, sure };
}
