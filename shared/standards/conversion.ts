/**
 * From one generation of the standard to the next and back. Values keep their canonical meaning, so most of
 * them only change columns; what has no equivalent is refused with a reason and left out, never guessed.
 */
import { isPenaltyCategoryOf2018, penaltyCategoryOf2015 } from './earlier.ts';
import type { FieldId, Generation, RecordValues, Standard, SubjectCategory } from './field.ts';
import { fieldIn } from './index.ts';

/** A value that the other generation has no equivalent for. */
export interface RefusedValue {
  readonly field: FieldId;
  /** One Chinese sentence: why, and what to do. */
  readonly reason: string;
}

/** What became of the values of a record. */
export interface Conversion {
  /** Canonical values under the fields of the other generation. */
  readonly values: RecordValues;
  readonly refused: readonly RefusedValue[];
}

type Draft = RecordValues;
type Refuse = (field: FieldId, reason: string) => void;
type Step = (draft: Draft, refuse: Refuse) => void;

/** The category of a subject that its own codes tell; `null` where they do not. */
function impliedCategory(values: RecordValues): SubjectCategory | null {
  const code = values.unifiedSocialCreditCode ?? '';
  if (code !== '') return code.startsWith('92') ? 'individualBusiness' : 'legalPerson';
  return (values.subjectDocumentNumber ?? '') === '' ? null : 'naturalPerson';
}

function remove(draft: Draft, id: FieldId): void {
  draft[id] = '';
}

const steps: Readonly<Record<string, Step>> = {
  '2015>2018': (draft, refuse) => {
    if (draft.status === 'revoked' && 'licenceCategory' in draft) draft.status = 'invalid';
    else if (draft.status !== undefined && draft.status !== 'valid') {
      refuse('status', '2015版的“撤销”“异议”“其他”在后来的版本里没有对应的状态，请核对后再报。');
    } else if ('penaltyCategory' in draft) remove(draft, 'status');
    if (draft.licenceCategory === '其他') {
      refuse('licenceCategory', '许可类别为“其他”的，请对照决定书注明具体类别，如“其他-备案”。');
    }
    if (draft.penaltyCategory !== undefined) joinCategories(draft, refuse);
    if ((draft.subjectDocumentNumber ?? '') !== '') draft.subjectDocumentType = 'residentId';
    // When and where a row was made says nothing of the decision.
    remove(draft, 'regionCode');
    remove(draft, 'updatedOn');
  },
  '2018>2015': (draft, refuse) => {
    if (draft.status === 'invalid') {
      refuse('status', '2015版要写明是撤销还是其他情形，“无效”没有对应的状态，请对照决定书选择。');
    } else if ('penaltyCategory' in draft) draft.status = 'valid';
    if ((draft.licenceCategory ?? '').startsWith('其他')) {
      refuse('licenceCategory', '2015版的“其他”不写具体类别，请改选“其他”，并写在备注里。');
    }
    if (draft.penaltyCategory !== undefined) splitCategories(draft, refuse);
    refuseOtherDocument(draft, 'subjectDocumentType', 'subjectDocumentNumber', refuse);
  },
  '2018>2019': (draft, refuse) => {
    const category = draft.subjectCategory ?? impliedCategory(draft);
    if (category === null) {
      refuse('subjectCategory', '没有代码和证件号码，看不出行政相对人类别，请对照文书选择。');
    } else draft.subjectCategory = category;
    if ((draft.legalRepresentativeDocumentNumber ?? '') !== '') {
      draft.legalRepresentativeDocumentType = 'residentId';
    }
  },
  '2019>2018': (draft, refuse) => {
    if ((draft.subjectCategory ?? '') === impliedCategory(draft)) remove(draft, 'subjectCategory');
    else {
      refuse(
        'subjectCategory',
        '2018版没有行政相对人类别，要从代码看出，这条记录的代码与类别不符。',
      );
    }
    refuseOtherDocument(
      draft,
      'legalRepresentativeDocumentType',
      'legalRepresentativeDocumentNumber',
      refuse,
    );
  },
};

/** A column for resident IDs takes no other number. */
function refuseOtherDocument(
  draft: Draft,
  type: 'subjectDocumentType' | 'legalRepresentativeDocumentType',
  number: 'subjectDocumentNumber' | 'legalRepresentativeDocumentNumber',
  refuse: Refuse,
): void {
  const given = draft[type] ?? '';
  if (given !== '' && given !== 'residentId') {
    refuse(number, '这一版只收身份证号码，没有其他证件的列，请与信用中心商定填法。');
  }
  remove(draft, type);
}

function joinCategories(draft: Draft, refuse: Refuse): void {
  const words = [draft.penaltyCategory ?? '', draft.secondPenaltyCategory ?? ''];
  const kept = words.filter(isPenaltyCategoryOf2018);
  if (words.some((word) => word !== '' && !isPenaltyCategoryOf2018(word))) {
    refuse('penaltyCategory', '2015版的处罚类别有的把两种合为一类，请对照决定书重新选择。');
  }
  draft.penaltyCategory = [...new Set(kept)].join(';');
  remove(draft, 'secondPenaltyCategory');
}

function splitCategories(draft: Draft, refuse: Refuse): void {
  const parts = (draft.penaltyCategory ?? '').split(';').filter((part) => part !== '');
  const words = new Set(parts.flatMap((part) => penaltyCategoryOf2015.get(part) ?? []));
  const [first = '', second = ''] = words;
  if (words.size > 2 || parts.some((part) => !penaltyCategoryOf2015.has(part))) {
    refuse('penaltyCategory', '2015版只有两列处罚类别，也没有后来的类别，其余的请写在处罚结果里。');
  }
  draft.penaltyCategory = first;
  draft.secondPenaltyCategory = second;
}

const order: readonly Generation[] = ['2015', '2018', '2019'];

/**
 * The values of a record of one generation as another one has them. Both standards must be of one kind;
 * throws a `RangeError` otherwise.
 *
 * @param values canonical values. A blank field is absent or `''`; none is in the answer.
 */
export function convert(values: RecordValues, from: Standard, to: Standard): Conversion {
  if (from.kind !== to.kind) throw new RangeError(`No way from ${from.kind} to ${to.kind}`);
  let draft: Draft = { ...values };
  const refused = new Map<FieldId, RefusedValue>();
  const refuse: Refuse = (field, reason) => {
    if (!refused.has(field)) refused.set(field, { field, reason });
  };
  const end = order.indexOf(to.generation);
  for (let at = order.indexOf(from.generation); at !== end;) {
    const next = at + Math.sign(end - at);
    draft = { ...draft };
    steps[`${order[at] ?? ''}>${order[next] ?? ''}`]?.(draft, refuse);
    at = next;
  }
  const converted: Draft = {};
  for (const [id, value] of Object.entries(draft) as [FieldId, string][]) {
    // Categories of which some have an equivalent are kept in part.
    if (value === '' || (refused.has(id) && id !== 'penaltyCategory')) continue;
    if (fieldIn(to, id)) converted[id] = value;
    else refuse(id, `“${fieldIn(from, id)?.label ?? id}”在${to.generation}版里没有对应的列。`);
  }
  return { values: converted, refused: [...refused.values()] };
}
