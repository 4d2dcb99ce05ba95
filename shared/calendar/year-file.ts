/**
 * Reading the arrangement of a year (放假安排) that came out after this build: from a small JSON file, or
 * from the table into which offices put the notice of the State Council's General Office
 * (国务院办公厅关于YYYY年部分节假日安排的通知), with a column of days off and one of days worked.
 */
import type { CalendarYear } from '../protocol/calendar-years.ts';
import { calendarYearSchema } from '../protocol/calendar-years.ts';
import { addDays, dayNumber, weekday } from './dates.ts';
import type { PublishedYear } from './published-years.ts';

/** A file that is not taken. The message is Chinese and says what to do. */
export class YearFileRefusal extends Error {
  override readonly name = 'YearFileRefusal';
}

/** A year as it was read, and what looks wrong in it although it may be right. */
export interface YearReading {
  readonly year: CalendarYear;
  /** One Chinese sentence each; shown before the year is adopted. */
  readonly doubts: readonly string[];
}

/**
 * Reads the small JSON file: `{"year": 2027, "notices": ["国办发明电〔2026〕1号"], "daysOff": ["01-01"],
 * "makeUpWorkdays": []}`.
 *
 * @throws YearFileRefusal
 */
export function yearFromJson(text: string): YearReading {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (cause) {
    throw new YearFileRefusal('这不是放假安排的 JSON 文件：内容读不懂，请重新取得文件后再导入。', {
      cause,
    });
  }
  return reading(written, []);
}

/**
 * Reads the official table: anywhere above it the year (`2027年`) and the document number, then a row of
 * headers with 放假 and 上班, then a row for each holiday, such as `1月1日（周五）至3日（周日）`.
 *
 * @param rows the cells of the sheet as text.
 * @throws YearFileRefusal
 */
export function yearFromTable(rows: readonly (readonly string[])[]): YearReading {
  const cells = rows.flat();
  const year = Number(first(cells, /(20\d\d)\s*年[^月日]*(?:放假|节假日)/) ?? NaN);
  if (Number.isNaN(year)) {
    throw new YearFileRefusal(
      '表里没有写明是哪一年：请在标题里写上，如“2027年部分节假日安排”，再导入。',
    );
  }
  const notice = first(cells, /([^\s（(：:，,]{1,20}〔20\d\d〕\d{1,4}号)/);
  const header = rows.findIndex(
    (row) => row.some((text) => text.includes('放假')) && row.some((text) => text.includes('上班')),
  );
  const titles = rows[header];
  if (titles === undefined) {
    throw new YearFileRefusal(
      '没有找到放假安排的表头：应有“放假日期”和“调休上班日期”两列，请核对是否选对了文件。',
    );
  }
  // 放假天数 counts days; it names none.
  const offColumn = titles.findIndex((text) => text.includes('放假') && !text.includes('天数'));
  const workColumn = titles.findIndex((text) => text.includes('上班') && !text.includes('天数'));
  const body = rows.slice(header + 1);
  const daysIn = (column: number): string[] =>
    body.flatMap((row) => datesIn(row[column] ?? '', year));
  const off = daysIn(offColumn).filter((date) => weekday(date) <= 5);
  const worked = daysIn(workColumn);
  const others = [...off, ...worked].filter((date) => !date.startsWith(`${year}-`));
  const ofYear = (dates: readonly string[]): string[] =>
    [...new Set(dates)].filter((date) => date.startsWith(`${year}-`)).map((date) => date.slice(5));
  return reading(
    {
      year,
      notices: notice === undefined ? [] : [notice],
      daysOff: ofYear(off),
      makeUpWorkdays: ofYear(worked),
    },
    others.map(
      (date) => `${date} 不在 ${year} 年，没有采用：请另行更正 ${date.slice(0, 4)} 年的放假安排。`,
    ),
  );
}

/** The first match of a pattern's group in any of the texts. */
function first(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

const weekdayNote = '(?:\\s*[（(][^）)]*[）)])?';
const dayPattern = new RegExp(
  `(?:(20\\d\\d)(?:年|[-/.]))?(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?${weekdayNote}` +
    `(?:\\s*(?:至|到|[-—–~～]+)\\s*(?:(?:20\\d\\d年)?(\\d{1,2})月)?(\\d{1,2})日${weekdayNote})?`,
  'g',
);

/** The days that a cell names, singly or as ranges; without a year they are of `year`. */
function datesIn(text: string, year: number): string[] {
  return [...text.matchAll(dayPattern)].flatMap(([written, ofYear, month, day, toMonth, toDay]) => {
    const startYear = Number(ofYear ?? year);
    const start = dateOf(startYear, Number(month), Number(day), written);
    if (toDay === undefined) return [start];
    const endMonth = Number(toMonth ?? month);
    // A range from December to January ends in the next year.
    const endYear = endMonth < Number(month) ? startYear + 1 : startYear;
    const end = dateOf(endYear, endMonth, Number(toDay), written);
    const length = dayNumber(end) - dayNumber(start);
    if (length < 0 || length > 20) {
      throw new YearFileRefusal(`“${written}”不是一段连续的放假日期，请核对后再导入。`);
    }
    return Array.from({ length: length + 1 }, (_, n) => addDays(start, n));
  });
}

function dateOf(year: number, month: number, day: number, written: string): string {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    dayNumber(date);
  } catch (cause) {
    throw new YearFileRefusal(`“${written}”里有日历上没有的日期，请核对后再导入。`, { cause });
  }
  return date;
}

function reading(written: unknown, doubts: readonly string[]): YearReading {
  const parsed = calendarYearSchema.safeParse(written, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? '有不认识的栏目' : '缺少这一栏或格式不对',
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = columnNames[String(path[0])] ?? '文件';
      return `${name}：${message}`;
    });
    throw new YearFileRefusal(`放假安排没有采用。${[...new Set(faults)].slice(0, 5).join('；')}。`);
  }
  const year: CalendarYear = {
    ...parsed.data,
    daysOff: parsed.data.daysOff.slice().sort(),
    makeUpWorkdays: parsed.data.makeUpWorkdays.slice().sort(),
  };
  return { year, doubts: [...doubts, ...doubtsOf(year)] };
}

const columnNames: Readonly<Record<string, string>> = {
  year: '年份',
  notices: '文号',
  daysOff: '放假',
  makeUpWorkdays: '调休上班',
};

/**
 * What looks wrong in a year: days that the law gives (全国年节及纪念日放假办法: 11 days, 13 since 2025) but
 * that are worked, and a number of days off, less the days worked instead, that is not theirs.
 */
export function doubtsOf({ year, daysOff, makeUpWorkdays }: PublishedYear): string[] {
  const statutory = year >= 2025 ? 13 : 11;
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03', ...(year >= 2025 ? ['05-02'] : [])];
  const missing = fixed.filter((day) => weekday(`${year}-${day}`) <= 5 && !daysOff.includes(day));
  const net = daysOff.length - makeUpWorkdays.length;
  return [
    ...missing.map((day) => `${year}-${day} 是法定节假日，却没有列为放假。`),
    ...(net === statutory
      ? []
      : [
          `放假 ${daysOff.length} 个工作日、调休上班 ${makeUpWorkdays.length} 天，净放假 ${net} 天，与法定的 ${statutory} 天不符。`,
        ]),
  ];
}
