/** How well a control suits a field: by its codes, its labels, the headings above it, its neighbours. */
import {
  type Field,
  type DoublePublicityKind,
  standards,
} from '@baosong/shared/standards/index.ts';
import { formLabels } from '@baosong/shared/standards/form-labels.ts';
import { synonymsOf } from '@baosong/shared/standards/synonyms.ts';
import type { ControlShape, FieldRecord, FormRecord, LabelSource } from './field-record.ts';
import {
  type CodeWords,
  codeLikeness,
  codeWords,
  groupPrefix,
  looseLabel,
  normaliseLabel,
} from './label.ts';

/** A code says by itself what a control is for. */
export const codeScore = 40;
export const exactScore = 10;
const synonymScore = 9;
const looseScore = 8;
/** A heading and a label that name a field together say more than the label alone. */
const groupBonus = 2;
/** What is left of a label when 名称 and 号码 are taken off may be too short to mean anything. */
const shortest = 2;
/** Below this a likeness is chance. */
const leastScore = 6;
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

/** A search bar may ask for the field that the form below it is to be given. */
const queryWeight = 0.6;

/** How far the label of the control before (法定代表人) can stand in for a missing group heading. */
const neighbourWeight = 0.8;

/** A field with everything that it is called. */
export interface Names {
  readonly field: Field;
  readonly codes: readonly CodeWords[];
  readonly label: string;
  readonly synonyms: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
}

const isCode = (name: string): boolean => /^([A-Z]{2}_\w+|BZ)$/.test(name);

function namesOf(kind: DoublePublicityKind, field: Field): Names {
  const synonyms = synonymsOf(standards[kind], field.id);
  const labels = [
    field.label,
    ...synonyms.filter((name) => !isCode(name)),
    ...formLabels(kind, field.id),
  ].map(normaliseLabel);
  return {
    field,
    codes: [field.code, ...synonyms.filter(isCode)].map(codeWords),
    label: labels[0] ?? '',
    synonyms: new Set(labels),
    loose: new Set(labels.map(looseLabel)),
  };
}

/** The fields of each kind, in the order of the standard. */
export const namesByKind: Readonly<Record<DoublePublicityKind, readonly Names[]>> = {
  licence: standards.licence.fields.map((field) => namesOf('licence', field)),
  penalty: standards.penalty.fields.map((field) => namesOf('penalty', field)),
};

function likeness(names: Names, { label, loose }: Candidate): number {
  if (label === '') return 0;
  if (label === names.label) return exactScore;
  if (names.synonyms.has(label)) return synonymScore;
  return loose.length > shortest && names.loose.has(loose) ? looseScore : 0;
}

/** How well a kind of control suits a type of field. */
function suitability(type: Field['type'], shape: ControlShape): number {
  if (shape === 'date') return type === 'date' ? 1 : 0.4;
  if (shape === 'choice' || shape === 'choices') {
    return type === 'choice' || type === 'choices' || type === 'text' ? 1 : 0.4;
  }
  return 1;
}

/** A possible label of a control. */
export interface Candidate {
  readonly label: string;
  readonly loose: string;
  readonly weight: number;
  readonly bonus: number;
}

/** Labels that say nothing about whose they are. */
const bareDocument = /^证件(类型|种类|名称|号码|号)$|^身份证(号|号码|件号|件号码)?$/;
const bareCode = /^(统一)?(社会)?信用代码$|^(机构|单位|机关)?代码$/;
const representative = /法定代表人|法人代表|法人姓名|负责人|经营者/;

const isCalled = ({ labels, codes }: FieldRecord, label: RegExp, code: RegExp): boolean =>
  labels.some(({ text }) => label.test(normaliseLabel(text))) ||
  codes.some((one) => code.test(one.replace(/_/g, '')));

/** The control that a bare label may belong to: 法定代表人 ｜ 证件类型 ｜ 证件号码. */
function ownerOf(form: FormRecord, place: number, bare: RegExp): FieldRecord | undefined {
  const before = form.fields[place - 1];
  return bare === bareDocument && before && isCalled(before, bareDocument, /^$/)
    ? form.fields[place - 2]
    : before;
}

/** A form for organisations has no document of its subject: it does not ask which category that is of. */
const isForOrganisations = ({ fields }: FormRecord): boolean =>
  fields.some((record) => isCalled(record, /信用代码/, /shxym/i)) &&
  !fields.some((record) => isCalled(record, /(人|主体|对象)(类别|类型|性质)/, /xdrlb/i));

/** Everything that a control may be called. */
export interface Called {
  readonly codes: readonly CodeWords[];
  readonly candidates: readonly Candidate[];
}

/** Everything that the control at a place of a form may be called. */
export function calledIn(form: FormRecord, place: number): Called {
  const record = form.fields[place];
  const candidates: Candidate[] = [];
  const add = (label: string, weight: number, bonus: number): void => {
    candidates.push({ label, loose: looseLabel(label), weight, bonus });
  };
  for (const { text, source } of record?.labels ?? []) {
    const label = normaliseLabel(text);
    const weight = sourceWeight[source];
    const bare = [bareDocument, bareCode].find((one) => one.test(label));
    const owner = bare && ownerOf(form, place, bare);
    const ofRepresentative = owner !== undefined && isCalled(owner, representative, /f(r|d)db$/i);
    const isTheirs = bare === bareDocument && ofRepresentative && isForOrganisations(form);
    if (!isTheirs) add(label, weight, 0);
    for (const group of record?.groups ?? []) {
      const prefix = groupPrefix(group);
      if (prefix !== '' && !label.startsWith(prefix)) {
        add(prefix + label, weight, groupBonus);
      }
    }
    for (const neighbour of owner?.labels ?? []) {
      const prefix = normaliseLabel(neighbour.text).replace(/(姓名|名称|全称)$/, '');
      if (prefix !== '') add(prefix + label, weight * neighbourWeight, 0);
    }
  }
  return { codes: record?.codes.map(codeWords) ?? [], candidates };
}

const wordOf: Readonly<Record<DoublePublicityKind, string>> = { licence: '许可', penalty: '处罚' };

/** Whether a control stands under a heading of the other kind, as where both forms stand on one page. */
function isOfOtherKind(kind: DoublePublicityKind, { groups }: FieldRecord): boolean {
  const other = kind === 'licence' ? 'penalty' : 'licence';
  return groups.some((group) => group.includes(wordOf[other]) && !group.includes(wordOf[kind]));
}

/** How well a control suits a field of a kind; 0 where it is not likely to be one at all. */
export function score(
  kind: DoublePublicityKind,
  names: Names,
  record: FieldRecord,
  { codes, candidates }: Called,
): number {
  const asked = record.forQuery ? queryWeight : 1;
  const byCode = Math.max(
    0,
    ...codes.flatMap((name) => names.codes.map((code) => codeLikeness(name, code))),
  );
  if (byCode > 0) return codeScore * byCode * asked;
  if (isOfOtherKind(kind, record)) return 0;
  let best = 0;
  for (const candidate of candidates) {
    const like = likeness(names, candidate);
    if (like > 0) best = Math.max(best, (like + candidate.bonus) * candidate.weight);
  }
  const suited = best * suitability(names.field.type, record.shape);
  return suited >= leastScore ? suited * asked : 0;
}
