/** How well a control suits a field: by its codes, its labels, the headings above it, its neighbours. */
import {
  type Field,
  type FieldId,
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
  after: 0.85,
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

/** Their meaning went from one to the other between the editions; those of a form may be of either. */
const shifted = /代码_[2-5]$/;

const labelsOf = (kind: DoublePublicityKind, { id, label }: Field): string[] =>
  [
    label,
    ...synonymsOf(standards[kind], id).filter((name) => !isCode(name) && !shifted.test(name)),
    ...formLabels(kind, id),
  ].map(normaliseLabel);

/** Fields that hold the code of what another one names. */
const codeOf: Partial<Record<FieldId, FieldId>> = {
  authorityCode: 'authorityName',
  sourceUnitCode: 'sourceUnitName',
};

function namesOf(kind: DoublePublicityKind, field: Field): Names {
  const labels = labelsOf(kind, field);
  const synonyms = synonymsOf(standards[kind], field.id);
  const named = standards[kind].fields.filter(({ id }) => id === codeOf[field.id]);
  return {
    field,
    codes: [field.code, ...synonyms.filter(isCode)].map(codeWords),
    label: labels[0] ?? '',
    synonyms: new Set(labels),
    loose: new Set([
      ...labels.map(looseLabel),
      ...named.flatMap((one) => labelsOf(kind, one)).map((name) => `${looseLabel(name)}信用代码`),
    ]),
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
function suitability({ id, type }: Field, shape: ControlShape): number {
  if (shape === 'date') return type === 'date' ? 1 : 0.4;
  if (shape === 'choice' || shape === 'choices') {
    // Of which kind a number is may be chosen under the same label.
    if (type === 'text' && /(Code|Number)$/.test(id)) return 0.85;
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
const bareCategory = /^(类别|类型|种类)$/;
const bareName = /^(姓名|名称)$/;
/** Of a decision, where the page has said what it is about: 处罚 above 依据. */
const barePart = /^(事实|事由|依据|类别|类型|种类|方式|内容|结果|日期|机关)$/;
/** People of whom nothing is reported. */
const others = /代理人|经办人|承办人|联系人|联络人|委托人|执法人员|填报人|审核人|监护人|股东/;
/** A label that begins with its group: 处罚机关-名称. */
const grouped = /^(.{2,})[-—>]+(.{2,})$/;
/** A label over two controls, the kind of a document and its number: 法定代表人证件, 证件类型及号码. */
const ofTwo = /(?<!许可)证件(信息|(类型|种类|名称)?[及和与、/](证件)?号码?)?$/;
/** Which of its codes a subject is called by: 行政相对人代码_2（组织机构代码）. */
const numbered = /相对人代码_?\d\((.+)\)$/;
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
  fields.some((record) => isCalled(record, /信用代码|组织机构代码/, /shxym/i)) &&
  !fields.some((record) => isCalled(record, /(人|主体|对象)(类别|类型|性质)/, /xdrlb/i));

/** Everything that a control may be called. */
export interface Called {
  readonly codes: readonly CodeWords[];
  readonly candidates: readonly Candidate[];
}

const wordOf: Readonly<Record<DoublePublicityKind, string>> = { licence: '许可', penalty: '处罚' };

/** Two words as one, what ends the first and begins the second once: 许可机关 and 机关代码. */
function joined(first: string, second: string): string {
  let common = Math.min(first.length, second.length);
  while (common > 1 && !first.endsWith(second.slice(0, common))) common--;
  return first + (common > 1 ? second.slice(common) : second);
}

/** A column code beside the label of its field, or in its place. */
const columnCode = /(?:XK|CF)_[A-Z_\d]+/g;

/** The kind that a heading speaks of, in a word, or `''` where it speaks of none or both. */
function kindIn(heading: string): string {
  const said = Object.values(wordOf).filter((word) => heading.includes(word));
  return said.length === 1 ? (said[0] ?? '') : '';
}

/** What a control is called that shares its label with the other half of an identity document. */
const ownHalf = (label: string, shape?: ControlShape): string =>
  label.replace(ofTwo, shape === 'choice' ? '证件类型' : '证件号码');

/** Everything that the control at a place of a form may be called. */
export function calledIn(form: FormRecord, place: number): Called {
  const record = form.fields[place];
  const candidates: Candidate[] = [];
  const kind = kindIn(form.heading);
  // Heads such as 内容 over rows that are named at their left are of no field.
  const isNamedInRow = record?.labels.some(
    ({ text, source }) => source === 'cell' && /\p{L}/u.test(text),
  );
  const add = (label: string, weight: number, bonus: number): void => {
    candidates.push({ label, loose: looseLabel(label), weight, bonus });
  };
  for (const { text, source } of record?.labels ?? []) {
    const written = normaliseLabel(text);
    const [, group, own = written] = grouped.exec(written) ?? [];
    const label = ownHalf(numbered.exec(own)?.[1] ?? own, record?.shape);
    if (label === '') continue;
    const groups = [...(group === undefined ? [] : [group]), ...(record?.groups ?? [])];
    const weight = sourceWeight[source];
    const bare = [bareDocument, bareCode, bareCategory, bareName].find((one) => one.test(label));
    const owner = bare && bare !== bareName ? ownerOf(form, place, bare) : undefined;
    const ofRepresentative = owner !== undefined && isCalled(owner, representative, /f(r|d)db$/i);
    const isTheirs = bare === bareDocument && ofRepresentative && isForOrganisations(form);
    const isOfOthers =
      bare !== undefined &&
      (others.test(groups[0] ?? '') || (owner && isCalled(owner, others, /^$/)));
    if (!isTheirs && !isOfOthers) add(label, weight, 0);
    if (source === 'columnHead' && isNamedInRow) continue;
    for (const heading of groups) {
      const prefix = groupPrefix(heading);
      if (prefix !== '' && !label.startsWith(prefix)) {
        add(joined(prefix, label), weight, groupBonus);
      }
    }
    if (barePart.test(label)) add(kind + label, weight * neighbourWeight, 0);
    for (const neighbour of owner?.labels ?? []) {
      const prefix = normaliseLabel(neighbour.text).replace(/(姓名|名称|全称)$/, '');
      if (prefix !== '') add(prefix + label, weight * neighbourWeight, 0);
    }
  }
  const written = record?.labels.flatMap(({ text }) => text.match(columnCode) ?? []) ?? [];
  return { codes: [...(record?.codes ?? []), ...written].map(codeWords), candidates };
}

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
  const suited = best * suitability(names.field, record.shape);
  return suited >= leastScore ? suited * asked : 0;
}
