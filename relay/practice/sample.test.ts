import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRecords } from '@baosong/shared/workbook/import.ts';
import { validate } from '@baosong/shared/validation/validate.ts';
import { startPractice } from './testing/visitor.ts';

const today = '2026-11-19';
let platform: Awaited<ReturnType<typeof startPractice>>;
let sheets: Awaited<ReturnType<typeof importRecords>>;

beforeAll(async () => {
  platform = await startPractice({
    now: () => new Date('2026-11-19T02:00:00Z'),
    decideAfterSeconds: 8,
  });
  const file = await fetch(`${platform.address}/sample.xlsx`);
  sheets = await importRecords(new Uint8Array(await file.arrayBuffer()));
});

afterAll(() => platform.stop());

describe('the workbook to practise with', () => {
  it('has a sheet of 12 licences and one of 8 penalties, and every column is known', () => {
    expect(sheets.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['licence', 12],
      ['penalty', 8],
    ]);
    expect(sheets.flatMap(({ unmatched }) => unmatched)).toEqual(['序号', '序号']);
    expect(sheets.flatMap(({ rows }) => rows).flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('has three slips that a check finds, and no others', () => {
    const slips = sheets.flatMap(({ kind, rows }) =>
      rows.flatMap(({ values }, index) =>
        validate(values, { kind, today }).map(({ fields }) => `${kind} ${index + 1} ${fields[0]}`),
      ),
    );
    expect(slips).toEqual([
      'licence 4 unifiedSocialCreditCode',
      'licence 9 decisionDate',
      'penalty 3 subjectDocumentNumber',
    ]);
  });

  it('lets every decision but the future one fall into the week', () => {
    const dates = sheets
      .flatMap(({ rows }) => rows.map(({ values }) => values.decisionDate ?? ''))
      .filter((date) => date <= today);
    expect(dates).toHaveLength(19);
    expect(dates.filter((date) => date < '2026-11-16')).toEqual([]);
  });

  it('can be had for another day, but not for one that does not exist', async () => {
    const other = await fetch(`${platform.address}/sample.xlsx?date=2026-11-16`);
    const [licences] = await importRecords(new Uint8Array(await other.arrayBuffer()));
    expect(licences?.rows[0]?.values.decisionDate).toBe('2026-11-16');
    const refused = await fetch(`${platform.address}/sample.xlsx?date=2026-11-31`);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      '日期请写成 2026-11-19 这样的形式',
    ]);
  });
});
