import { describe, expect, it, test } from 'vitest';
import { readSheets } from '../workbook/sheets.ts';
import { writeTable } from '../workbook/table.ts';
import { publishedYears } from './published-years.ts';
import { doubtsOf, yearFromJson, yearFromTable } from './year-file.ts';

/** Made up: the days that 2027 could have, under a document number that does not exist. */
const imagined = {
  year: 2027,
  notices: ['国办发明电〔2026〕99号'],
  daysOff: [
    '01-01',
    '02-05',
    '02-08',
    '02-09',
    '02-10',
    '02-11',
    '02-12',
    '04-05',
    '05-03',
    '05-04',
    '05-05',
    '06-09',
    '09-15',
    '10-01',
    '10-04',
    '10-05',
    '10-06',
    '10-07',
  ],
  makeUpWorkdays: ['01-30', '02-20', '05-08', '09-26', '10-09'],
} as const;

const table = {
  title: '2027年部分节假日安排',
  note: '依据：国办发明电〔2026〕99号',
  columns: [
    { header: '节日', kind: 'text' },
    { header: '放假日期', kind: 'text' },
    { header: '调休上班日期', kind: 'text' },
    { header: '放假天数', kind: 'integer' },
  ],
  rows: [
    ['元旦', '1月1日（周五）至3日（周日）', '', 3],
    ['春节', '2月5日（周五）至2月12日（周五）', '1月30日（周六）、2月20日（周六）', 8],
    ['清明节', '4月3日（周六）至5日（周一）', '', 3],
    ['劳动节', '5月1日至5日', '5月8日（周六）', 5],
    ['端午节', '6月9日（周三）', '', 1],
    ['中秋节', '9月15日（周三）', '', 1],
    ['国庆节', '10月1日（周五）—7日（周四）', '9月26日（周日）、10月9日（周六）', 7],
  ],
} as const;

async function rowsOf(written: Parameters<typeof writeTable>[0]): Promise<string[][]> {
  const [sheet] = await readSheets(await writeTable(written));
  return (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));
}

describe('the small JSON file', () => {
  it('is read, and its days put in order', () => {
    const shuffled = { ...imagined, daysOff: imagined.daysOff.toReversed() };
    expect(yearFromJson(JSON.stringify(shuffled))).toEqual({ year: imagined, doubts: [] });
  });

  test.each([
    ['not JSON', '{', '内容读不懂'],
    ['not a year', '[]', '文件：缺少这一栏或格式不对'],
    ['an unknown part', { ...imagined, remark: 1 }, '文件：有不认识的栏目'],
    ['no document number', { ...imagined, notices: [] }, '文号：缺少通知的文号'],
    ['a broken document number', { ...imagined, notices: ['99号'] }, '文号：文号应写成'],
    ['an early year', { ...imagined, year: 2012 }, '年份：只支持 2018 年以后'],
    ['a weekend off', { ...imagined, daysOff: ['01-02'] }, '2027-01-02 本来就是周末'],
    ['a weekday worked', { ...imagined, makeUpWorkdays: ['01-04'] }, '2027-01-04 不是周末'],
    ['no such day', { ...imagined, daysOff: ['02-30'] }, '2027 年没有 02-30 这一天'],
    ['a day twice', { ...imagined, daysOff: ['01-01', '01-01'] }, '01-01 写了两次'],
    ['days in another form', { ...imagined, daysOff: ['1月1日'] }, '日期应写成“月-日”'],
  ])('is refused for %s', (_, written, sentence) => {
    const text = typeof written === 'string' ? written : JSON.stringify(written);
    expect(() => yearFromJson(text)).toThrow(sentence);
  });
});

describe('the official table', () => {
  it('is read from a workbook', async () => {
    expect(yearFromTable(await rowsOf(table))).toEqual({ year: imagined, doubts: [] });
  });

  it('leaves out what lies in another year, and says so', async () => {
    const rows = [['元旦', '2026年12月31日至2027年1月1日', '', 2], ...table.rows.slice(1)] as const;
    const { year, doubts } = yearFromTable(await rowsOf({ ...table, rows }));
    expect(year).toEqual(imagined);
    expect(doubts).toEqual(['2026-12-31 不在 2027 年，没有采用：请另行更正 2026 年的放假安排。']);
  });

  test.each([
    ['no year', { ...table, title: '节假日安排' }, '没有写明是哪一年'],
    ['no document number', { ...table, note: '' }, '文号：缺少通知的文号'],
    ['no such day', { ...table, rows: [['元旦', '2月30日', '', 1]] }, '日历上没有的日期'],
    ['a range that goes back', { ...table, rows: [['元旦', '1月3日至1日', '', 1]] }, '连续的'],
    [
      'no columns of days',
      { ...table, columns: table.columns.map((column) => ({ ...column, header: '备注' })) },
      '没有找到放假安排的表头',
    ],
  ] as const)('is refused for %s', async (_, written, sentence) => {
    const rows = await rowsOf(written);
    expect(() => yearFromTable(rows)).toThrow(sentence);
  });
});

describe('what looks wrong', () => {
  test.each(publishedYears.map((year) => [year.year, year] as const))(
    'finds nothing in %i, but in the extended Spring Festival of 2020',
    (number, year) => {
      expect(doubtsOf(year)).toEqual(
        number === 2020
          ? ['放假 19 个工作日、调休上班 6 天，净放假 13 天，与法定的 11 天不符。']
          : [],
      );
    },
  );

  it('finds a file that was cut off', () => {
    expect(doubtsOf({ ...imagined, daysOff: imagined.daysOff.slice(0, 13) })).toEqual([
      '2027-10-01 是法定节假日，却没有列为放假。',
      '放假 13 个工作日、调休上班 5 天，净放假 8 天，与法定的 13 天不符。',
    ]);
  });
});
