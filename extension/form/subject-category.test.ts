import type { FieldId } from '@baosong/shared/standards/index.ts';
import { expect, it } from 'vitest';
import { impliedCategory, statedCategory } from './subject-category.ts';

const organisation = new Set<FieldId>(['subjectName', 'unifiedSocialCreditCode']);
const person = new Set<FieldId>(['subjectName', 'subjectDocumentNumber']);
const both = new Set<FieldId>([...organisation, ...person]);

it('reads the category from the fields that a form has', () => {
  expect(impliedCategory(organisation, {})).toBe('legalPerson');
  expect(impliedCategory(person, {})).toBe('naturalPerson');
  expect(impliedCategory(new Set<FieldId>(['subjectName']), {})).toBeNull();
});

it('reads it from what is filled where the form has both', () => {
  expect(impliedCategory(both, { subjectDocumentNumber: '11010519491231002X' })).toBe(
    'naturalPerson',
  );
  expect(impliedCategory(both, { unifiedSocialCreditCode: '91350100M000100Y43' })).toBe(
    'legalPerson',
  );
});

it('knows an individual business by its code', () => {
  expect(impliedCategory(organisation, { unifiedSocialCreditCode: '92420200MA00000000' })).toBe(
    'individualBusiness',
  );
});

it('reads the category that a heading states, where it states one', () => {
  expect(statedCategory('自然人行政处罚信息录入')).toBe('naturalPerson');
  expect(statedCategory('个体工商户行政许可')).toBe('individualBusiness');
  expect(statedCategory('法人行政许可信息')).toBe('legalPerson');
  expect(statedCategory('法人、自然人行政许可')).toBeNull();
  expect(statedCategory('企业信用信息平台 法定代表人')).toBeNull();
});
