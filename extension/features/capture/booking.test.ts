import { describe, expect, it } from 'vitest';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { bookingFor } from './booking.ts';

const values: RecordValues = {
  subjectName: '云溪（示例）商贸有限公司',
  documentNumber: '示许可〔2026〕12号',
  decisionDate: '2026-11-23',
  licenceContent: '食品销售',
  remarks: '窗口办理',
};

function record(id: string, content: RecordValues = values): CreditRecord {
  return {
    id,
    kind: 'licence',
    subjectCategory: 'legalPerson',
    revisions: [
      {
        number: 1,
        base: null,
        standard: 'licence@2019#1',
        values: content,
        contentHash: '0'.repeat(64),
        at: '2026-11-24T01:00:00.000Z',
        author: '示例乙',
      },
    ],
    submissions: [],
    outcomes: [],
  };
}

const captured = (changes: RecordValues = {}) =>
  ({ kind: 'licence', values: { ...values, ...changes } }) as const;

describe('bookingFor', () => {
  it('books on the record that the form was filled from', () => {
    const filled = record('a');
    expect(bookingFor(captured(), filled, [])).toEqual({ on: 'latestRevision', record: filled });
  });

  it('keeps what the form does not ask for', () => {
    const { remarks: _, ...asked } = values;
    expect(bookingFor({ kind: 'licence', values: asked }, record('a'), [])).toMatchObject({
      on: 'latestRevision',
    });
  });

  it('makes a revision of what the clerk changed on the page', () => {
    expect(bookingFor(captured({ licenceContent: '餐饮服务' }), record('a'), [])).toMatchObject({
      on: 'newRevision',
      record: { id: 'a' },
      values: { licenceContent: '餐饮服务', remarks: '窗口办理' },
    });
  });

  it('takes a blanked field for a change', () => {
    expect(bookingFor(captured({ remarks: '' }), record('a'), [])).toMatchObject({
      on: 'newRevision',
    });
  });

  it('leaves the filled record alone once the form speaks of another decision', () => {
    const other = captured({ documentNumber: '示许可〔2026〕13号' });
    expect(bookingFor(other, record('a'), [])).toEqual({ on: 'newRecord', values: other.values });
    const otherSubject = captured({ subjectName: '云溪餐饮店' });
    expect(bookingFor(otherSubject, record('a'), [])).toMatchObject({ on: 'newRecord' });
  });

  it('finds the record of the same decision, whatever the brackets', () => {
    const typed = captured({
      documentNumber: '示许可[2026]12号',
      subjectName: '云溪(示例)商贸有限公司',
    });
    expect(bookingFor(typed, undefined, [record('a')])).toMatchObject({
      on: 'newRevision',
      record: { id: 'a' },
    });
  });

  it('tells the subjects of one document number apart', () => {
    const other = record('b', { ...values, subjectName: '云溪餐饮店' });
    expect(bookingFor(captured(), undefined, [other])).toMatchObject({ on: 'newRecord' });
  });

  it('tells kinds apart', () => {
    expect(bookingFor({ kind: 'penalty', values }, record('a'), [record('b')])).toMatchObject({
      on: 'newRecord',
    });
  });

  it('does not take two forms without a document number for one decision', () => {
    const { documentNumber: _, ...unnumbered } = values;
    expect(
      bookingFor({ kind: 'licence', values: unnumbered }, undefined, [record('a', unnumbered)]),
    ).toMatchObject({ on: 'newRecord' });
  });
});
