import { describe, expect, it } from 'vitest';
import type { CreditRecord, Evidence, Outcome } from '@baosong/shared/records/record.ts';
import { matchVerdicts, outcomeOf } from './match-outcomes.ts';
import type { ImportedOutcome } from '@baosong/shared/workbook/outcomes.ts';

const at = '2026-11-24T01:00:00.000Z';

function licence(
  evidence: Evidence['kind'] | null,
  changes: Partial<CreditRecord> = {},
): CreditRecord {
  return {
    id: '019ab000-0000-7000-8000-000000000001',
    kind: 'licence',
    subjectCategory: 'legalPerson',
    revisions: [
      {
        number: 1,
        base: null,
        standard: 'licence@2019#1',
        values: {
          documentNumber: '示许可〔2026〕12号',
          subjectName: '云溪（示例）商贸有限公司',
          decisionDate: '2026-11-23',
        },
        contentHash: '0'.repeat(64),
        at,
        author: '示例乙',
      },
    ],
    submissions:
      evidence === null
        ? []
        : [
            {
              id: '019ab000-0000-7000-8000-000000000002',
              revision: 1,
              platform: 'http://127.0.0.1:8788',
              at,
              evidence: { kind: evidence, at },
              by: '示例乙',
              overrides: [],
            },
          ],
    outcomes: [],
    ...changes,
  };
}

const row: ImportedOutcome = {
  kind: 'licence',
  documentNumber: '示许可[2026]12号',
  subjectName: '云溪(示例)商贸有限公司',
  decisionDate: '2026-11-23',
  verdict: 'rejected',
  code: '1001',
  message: '未查询到主体',
  at: null,
};

describe('matchVerdicts', () => {
  it('finds the record whatever the brackets', () => {
    const { matched, unmatched } = matchVerdicts([row], [licence('message')]);
    expect(unmatched).toEqual([]);
    expect(matched).toMatchObject([{ confirms: false, isNew: true, submission: { revision: 1 } }]);
  });

  it('takes the list as evidence of an attempt that nobody saw the end of', () => {
    expect(matchVerdicts([row], [licence('attempted')]).matched[0]?.confirms).toBe(true);
  });

  it('knows a verdict again that was read before', () => {
    const known: Outcome = {
      id: '019ab000-0000-7000-8000-000000000003',
      submissionId: '019ab000-0000-7000-8000-000000000002',
      verdict: 'rejected',
      code: '1001',
      message: '未查询到主体',
      source: 'platform',
      at,
    };
    const record = licence('message', { outcomes: [known] });
    expect(matchVerdicts([row], [record]).matched[0]?.isNew).toBe(false);
    const accepted = { ...row, verdict: 'accepted', code: '', message: '' } as const;
    expect(matchVerdicts([accepted], [record]).matched[0]?.isNew).toBe(true);
  });

  it('says why a row belongs to nothing', () => {
    const reasons = (records: CreditRecord[], changes: Partial<ImportedOutcome> = {}): string[] =>
      matchVerdicts([{ ...row, ...changes }], records).unmatched.map(({ reason }) => reason);
    expect(reasons([licence('message')], { decisionDate: '2026-11-22' })[0]).toContain(
      '没有这条记录',
    );
    expect(reasons([licence('message')], { kind: 'penalty' })[0]).toContain('没有这条记录');
    expect(reasons([licence(null)])[0]).toContain('没有提交');
    expect(reasons([licence('message'), licence('message', { id: 'another' })])[0]).toContain(
      '多条',
    );
  });

  it('sets apart what the platform has not decided', () => {
    const { matched, undecided } = matchVerdicts([{ ...row, verdict: null }], [licence('message')]);
    expect(matched).toEqual([]);
    expect(undecided).toHaveLength(1);
  });

  it('dates a verdict by the list, or by its reading', () => {
    const [matched] = matchVerdicts([row], [licence('message')]).matched;
    if (!matched) throw new Error('not matched');
    expect(outcomeOf(matched, 'id', at).at).toBe(at);
    const dated = { ...matched, row: { ...matched.row, at: '2026-11-25T01:30:00.000Z' } };
    expect(outcomeOf(dated, 'id', at)).toEqual({
      id: 'id',
      submissionId: '019ab000-0000-7000-8000-000000000002',
      verdict: 'rejected',
      code: '1001',
      message: '未查询到主体',
      source: 'platform',
      at: '2026-11-25T01:30:00.000Z',
    });
  });

  it('matches a row that does not say its kind', () => {
    expect(matchVerdicts([{ ...row, kind: null }], [licence('message')]).matched).toHaveLength(1);
  });
});
