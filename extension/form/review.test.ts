import type { FieldId } from '@baosong/shared/standards/index.ts';
import type { Finding } from '@baosong/shared/validation/finding.ts';
import { expect, it } from 'vitest';
import { shownFindings } from './review.ts';

const finding = (...fields: [FieldId, ...FieldId[]]): Finding => ({
  code: 'X06',
  level: 'error',
  fields,
  message: '',
  basis: 'national',
});
const present = new Set<FieldId>(['decisionDate', 'validUntil', 'authorityCode']);
const progress = (...left: FieldId[]) => ({ left: new Set(left), present, held: false });

it('waits until the field was left', () => {
  const wrong = finding('authorityCode');
  const values = { authorityCode: '1' };
  expect(shownFindings([wrong], values, progress())).toEqual([]);
  expect(shownFindings([wrong], values, progress('authorityCode'))).toEqual([wrong]);
});

it('says what is merely empty only once a submission was held', () => {
  const empty = finding('authorityCode');
  expect(shownFindings([empty], {}, progress('authorityCode'))).toEqual([]);
  expect(shownFindings([empty], {}, { left: new Set(), present, held: true })).toEqual([empty]);
});

it('judges two fields together when the later one was left', () => {
  const order = finding('validUntil', 'decisionDate');
  const values = { decisionDate: '2026-02-01', validUntil: '2026-01-01' };
  expect(shownFindings([order], { validUntil: '2026-01-01' }, progress('validUntil'))).toEqual([]);
  expect(shownFindings([order], values, progress('validUntil'))).toEqual([order]);
});
