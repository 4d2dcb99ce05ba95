import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  displayValue,
  fieldOf,
  doublePublicityKinds,
  standardRef,
  standards,
} from './index.ts';

describe.each(doublePublicityKinds)('the standard of a %s', (kind) => {
  const { fields } = standards[kind];

  it('names each field once, by id, by code and by label', () => {
    for (const key of ['id', 'code', 'label'] as const) {
      const names = fields.map((field) => field[key]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('gives no word of one field to another', () => {
    const owner = new Map<string, string>();
    for (const field of fields) {
      for (const word of new Set([field.label, ...field.synonyms])) {
        expect(`${word}: ${owner.get(word) ?? field.id}`).toBe(`${word}: ${field.id}`);
        owner.set(word, field.id);
      }
    }
  });

  it('gives choices to the fields that need them, and to no others', () => {
    for (const field of fields) {
      expect(field.choices !== undefined).toBe(field.type === 'choice' || field.type === 'choices');
    }
  });

  it('marks the identity numbers as sensitive', () => {
    expect(fields.filter((field) => field.sensitive).map((field) => field.id)).toEqual([
      'legalRepresentativeDocumentNumber',
      'subjectDocumentNumber',
    ]);
  });
});

it('has the 28 fields of the licence and the 30 of the penalty', () => {
  expect(standards.licence.fields).toHaveLength(28);
  expect(standards.penalty.fields).toHaveLength(30);
});

it('names itself as records keep it', () => {
  expect(standardRef(standards.penalty)).toBe('penalty@2019#1');
});

it('requires other fields of a natural person than of a legal person (table rows 3, 9, 12 and 13)', () => {
  const required = (id: Parameters<typeof fieldOf>[1]): unknown =>
    fieldOf('licence', id)?.requirement;
  expect(required('unifiedSocialCreditCode')).toEqual({
    legalPerson: 'required',
    individualBusiness: 'required',
    naturalPerson: 'blank',
  });
  expect(required('subjectDocumentNumber')).toEqual({
    legalPerson: 'blank',
    individualBusiness: 'blank',
    naturalPerson: 'required',
  });
});

it('understands labels, synonyms and codes of a choice, and prints the label', () => {
  const category = fieldOf('licence', 'subjectCategory');
  const status = fieldOf('licence', 'status');
  const penalties = fieldOf('penalty', 'penaltyCategory');
  if (!category || !status || !penalties) throw new Error('the standard lacks a field');
  expect(choiceOf(category, ' 个体户 ')?.value).toBe('individualBusiness');
  expect(choiceOf(status, '1')?.value).toBe('valid');
  expect(choiceOf(status, '2')).toBeUndefined();
  expect(displayValue(category, 'naturalPerson')).toBe('自然人');
  expect(displayValue(penalties, '罚款;没收非法财物')).toBe('罚款;没收非法财物');
});
