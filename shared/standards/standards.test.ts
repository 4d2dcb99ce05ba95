import { describe, expect, it } from 'vitest';
import { catalogue, generationsOf, recordKinds, standardInForce, standardOf } from './catalogue.ts';
import {
  choiceOf,
  displayValue,
  doublePublicityKinds,
  fieldIn,
  fieldOf,
  recordKindLabels,
  standardRef,
  standards,
} from './index.ts';
import { synonymsOf } from './synonyms.ts';

describe.each(catalogue.map((standard) => [standardRef(standard), standard] as const))(
  'the standard %s',
  (_, standard) => {
    const { fields } = standard;

    it('names each field once, by id, by code and by label', () => {
      for (const key of ['id', 'code', 'label'] as const) {
        const names = fields.map((field) => field[key]);
        expect(new Set(names).size).toBe(names.length);
      }
    });

    it('gives no word of one field to another', () => {
      const owner = new Map<string, string>();
      for (const field of fields) {
        for (const word of new Set([field.label, ...synonymsOf(standard, field.id)])) {
          expect(word).toMatch(/^\S+$/);
          expect(`${word}: ${owner.get(word) ?? field.id}`).toBe(`${word}: ${field.id}`);
          owner.set(word, field.id);
        }
      }
    });

    it('gives choices to the fields that need them, and to no others', () => {
      for (const field of fields) {
        const isChoice = field.type === 'choice' || field.type === 'choices';
        expect(field.choices !== undefined).toBe(isChoice);
        const words = (field.choices ?? []).flatMap(({ label, synonyms }) => [label, ...synonyms]);
        expect(new Set(words).size).toBe(words.length);
      }
    });

    it('marks what identifies a person as sensitive, and nothing else', () => {
      const sensitive = fields.filter((field) => field.sensitive).map(({ id }) => id);
      const identifying = [
        'legalRepresentativeDocumentNumber',
        'subjectDocumentNumber',
        'address',
      ] as const;
      expect(sensitive).toEqual(
        fields.map(({ id }) => id).filter((id) => identifying.some((one) => one === id)),
      );
    });

    it('has a decision with its number, its authority and its day', () => {
      for (const id of ['documentNumber', 'authorityName', 'decisionDate'] as const) {
        expect(Object.values(fields.find((field) => field.id === id)?.requirement ?? {})).toEqual([
          'required',
          'required',
          'required',
        ]);
      }
    });
  },
);

describe('the catalogue', () => {
  it('has five kinds, of which two are 双公示 with three generations each', () => {
    expect(recordKinds).toEqual(['licence', 'penalty', 'honour', 'blacklist', 'other']);
    expect(recordKinds).toEqual(Object.keys(recordKindLabels));
    for (const kind of doublePublicityKinds) {
      expect(generationsOf(kind).map(({ generation }) => generation)).toEqual([
        '2019',
        '2018',
        '2015',
      ]);
      expect(standardInForce(kind)).toBe(standards[kind]);
    }
    expect(standardOf('licence', '2015')?.fields).toHaveLength(18);
    expect(standardOf('penalty', '2015')?.fields).toHaveLength(22);
    expect(standardOf('honour', '2015')).toBeUndefined();
  });

  it('names each standard once', () => {
    const refs = catalogue.map(standardRef);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toContain('licence@2015#1');
  });

  it('has the columns that came in 2018 and 2019 only from then on', () => {
    const has = (generation: '2015' | '2018' | '2019', code: string): boolean =>
      standardOf('licence', generation)?.fields.some((field) => field.code === code) ?? false;
    expect([has('2015', 'XK_XKWS'), has('2018', 'XK_XKWS')]).toEqual([false, true]);
    expect([has('2018', 'XK_XDR_LB'), has('2019', 'XK_XDR_LB')]).toEqual([false, true]);
    expect([has('2018', 'XK_FR_SFZH'), has('2019', 'XK_FR_SFZH')]).toEqual([true, false]);
    expect([has('2015', 'XK_XDR'), has('2018', 'XK_XDR')]).toEqual([true, false]);
  });

  it('reads the digits of the state as each generation means them', () => {
    const meaning = (generation: '2015' | '2019', digit: string): string | undefined => {
      const standard = standardOf('licence', generation);
      const field = standard && fieldIn(standard, 'status');
      return field && choiceOf(field, digit)?.value;
    };
    expect(meaning('2019', '1')).toBe('valid');
    expect(meaning('2015', '1')).toBe('revoked');
    expect(meaning('2019', '0')).toBe('invalid');
    expect(meaning('2015', '0')).toBe('valid');
  });

  it('has the key fields of the notice, and takes its 姓别 for 性别', () => {
    const standard = standardInForce('other');
    const labels = standard.fields.map(({ label }) => label);
    for (const label of [
      '事项名称',
      '统一社会信用代码',
      '性别',
      '身份证件号码',
      '事由',
      '决定文书号',
      '决定机关',
      '决定时间',
      '决定有效期',
    ]) {
      expect(labels).toContain(label);
    }
    const named = (word: string) =>
      standard.fields.find(
        ({ id, label }) => label === word || synonymsOf(standard, id).includes(word),
      )?.id;
    expect(named('姓别')).toBe('sex');
    expect(named('姓名')).toBe('subjectName');
    expect(named('企业法定名称')).toBe('subjectName');
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
