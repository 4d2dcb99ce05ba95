import { describe, expect, it } from 'vitest';
import type { Obligation } from '../calendar/obligation.ts';
import { statementTitle, writeDuties, writeStatement } from './duties.ts';
import { readSheets } from './sheets.ts';

async function rowsOf(bytes: Promise<Uint8Array>): Promise<string[][]> {
  const [sheet] = await readSheets(await bytes);
  return (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));
}

const statement = {
  id: '019a0000-0000-7000-8000-000000000009',
  month: '2026-11',
  items: [{ name: '荣誉表彰信息', reported: 0 }],
  person: '示例乙',
  at: '2026-11-24T02:20:00.000Z',
  receipt: null,
};

describe('a monthly statement', () => {
  it('is a sheet to seal', async () => {
    const rows = await rowsOf(writeStatement(statement, '示例市市场监督管理局', '2026-11-24'));
    expect(rows[0]?.[0]).toBe('2026年11月信用信息零报送说明');
    expect(rows[1]?.[0]).toBe('报送单位（盖章）：示例市市场监督管理局');
    expect(rows.slice(2)).toEqual([
      ['序号', '目录事项', '当月信息（条）', '说明'],
      ['1', '荣誉表彰信息', '0', '当月无信息，零报送'],
      ['—', '经办人', '—', '示例乙'],
      ['—', '日期', '—', '2026-11-24'],
      ['—', '回执号', '—', '（尚无）'],
    ]);
  });

  it('of which not everything is zero is called by another name', () => {
    const some = { ...statement, items: [...statement.items, { name: '志愿服务', reported: 2 }] };
    expect(statementTitle(some)).toBe('2026年11月信用信息报送情况说明');
  });
});

describe('the calendar of duties', () => {
  it('has a row for each', async () => {
    const duty: Obligation = {
      id: 'weekly:penalty:2026-11-23',
      duty: 'weeklyZeroReport',
      kinds: ['penalty'],
      subject: '行政处罚',
      period: { start: '2026-11-23', end: '2026-11-29' },
      remindFrom: '2026-11-27',
      dueOn: '2026-11-27',
      dueAt: '2026-11-27T09:30:00.000Z',
      lateFrom: '2026-11-28',
      state: 'doneByRecords',
      doneOn: '2026-11-30',
      explanation: '行政处罚已报送1条，不需零报送。',
      why: '每周五为零报送日。',
    };
    const rows = await rowsOf(writeDuties('2026年报送日历', '示例市市场监督管理局', [duty]));
    expect(rows[3]).toEqual([
      '每周报送',
      '行政处罚',
      '2026-11-23',
      '2026-11-29',
      '2026-11-27',
      '2026-11-30',
      '已报送',
      '是',
      '行政处罚已报送1条，不需零报送。每周五为零报送日。',
    ]);
  });
});
