import { describe, expect, it } from 'vitest';
import type { CreditRecord } from '@baosong/shared/records/record.ts';
import { usccFor, validPenalty } from '@baosong/shared/testing/records.ts';
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import type { WaitingRow } from '../../store/imports.ts';
import { knowledgeOf, knownDecisions } from '../ledger/knowledge.ts';
import { checkAgainst, checkRows } from './row-check.ts';

const today = '2026-11-24';

const row = (id: string, values: RecordValues): WaitingRow => ({
  id,
  kind: 'penalty',
  fileName: 'x.xlsx',
  sheetName: '数据',
  rowNumber: 2,
  problems: [],
  values,
});

const record = (id: string, values: RecordValues, at: string): CreditRecord => ({
  id,
  kind: 'penalty',
  subjectCategory: 'legalPerson',
  revisions: [
    {
      number: 1,
      base: null,
      standard: 'penalty@2019#1',
      values,
      contentHash: '',
      at,
      author: '示例',
    },
  ],
  submissions: [],
  outcomes: [],
});

const nothing = knowledgeOf([], null);
const codesOf = (rows: readonly WaitingRow[], known = nothing) =>
  checkRows(rows, known, { today }).map(({ findings }) => findings.map(({ code }) => code));

describe('rows', () => {
  const other = validPenalty({ documentNumber: '云市监罚〔2026〕13号' });

  it('are compared with the ledger and with the rows above', () => {
    const ledger = knowledgeOf(
      knownDecisions([record('a', validPenalty(), '2026-03-06T00:00:00.000Z')], []),
      null,
    );
    expect(codesOf([row('1', validPenalty()), row('2', other), row('3', other)], ledger)).toEqual([
      ['X15'],
      [],
      ['X15'],
    ]);
    const [first, second] = checkRows([row('1', validPenalty()), row('2', other)], ledger, {
      today,
    });
    expect([first?.clean, second?.clean]).toEqual([false, true]);
  });

  it('take a name that differs from the row above for a mistake or a change of name', () => {
    const renamed = { ...other, subjectName: '云溪市新名食品有限公司' };
    expect(codesOf([row('1', validPenalty()), row('2', renamed)])).toEqual([[], ['X16']]);
  });

  it('are compared with what colleagues reported, where the ledger does not hold it', () => {
    const { documentNumber = '', decisionDate = '', subjectName = '' } = validPenalty();
    const told = {
      id: 'b',
      kind: 'penalty' as const,
      documentNumber,
      decisionDate,
      submittedOn: '2026-03-09',
      subject: { name: subjectName, unifiedSocialCreditCode: usccFor(1) },
    };
    const renamed = { ...other, subjectName: '云溪市新名食品有限公司' };
    const rows = [row('1', validPenalty()), row('2', renamed)];
    const known = (ledger: readonly CreditRecord[]) =>
      knowledgeOf(knownDecisions(ledger, [told]), null);
    const [first, second] = checkRows(rows, known([]), { today });
    expect(first?.findings.map(({ code, message }) => [code, message])).toEqual([
      ['X15', expect.stringContaining('与本单位在另一台电脑上报送的一条（2026-03-09）重复')],
    ]);
    expect(second?.findings.map(({ code }) => code)).toEqual(['X16']);
    const own = record('b', validPenalty(), '2026-03-06T00:00:00.000Z');
    const [held] = checkRows(rows, known([own]), { today });
    expect(held?.findings[0]?.message).toContain('与台账里已有的一条（待报）重复');
    const reported = [told, { ...told, submittedOn: null }].flatMap((one) =>
      knownDecisions([], [one]).map((decision) => decision.reported),
    );
    expect(reported).toEqual([true, false]);
  });

  it('know the reporting unit by its settings', () => {
    const unit = { name: '云溪市卫生健康局', unifiedSocialCreditCode: usccFor(12, '11') };
    expect(codesOf([row('1', validPenalty())], knowledgeOf([], unit))).toEqual([['X18', 'X18']]);
  });
});

describe('a record', () => {
  it('is offered the name that was seen last, whatever the order of the ledger', () => {
    const named = (name: string, number: string) =>
      validPenalty({ subjectName: name, documentNumber: number });
    const known = knowledgeOf(
      knownDecisions(
        [
          record('b', named('云溪新名公司', '云市监罚〔2026〕14号'), '2026-05-01T00:00:00.000Z'),
          record('a', named('云溪旧名公司', '云市监罚〔2026〕13号'), '2026-03-01T00:00:00.000Z'),
        ],
        [],
      ),
      null,
    );
    const [finding] = checkAgainst(known, { kind: 'penalty', values: validPenalty() }, { today });
    expect(finding?.fix?.changes.subjectName).toBe('云溪新名公司');
    expect(finding?.alternatives?.map(({ changes }) => changes.subjectName)).toEqual([
      '云溪旧名公司',
    ]);
  });
});
