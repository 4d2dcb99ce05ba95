/**
 * Importing a platform's result list (反馈结果): which records it accepted into its base (入库) and which it
 * sent back (退回), and why.
 */
import type { Outcome } from '../records/record.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import { fieldOf, licence2019, penalty2019 } from '../standards/index.ts';
import { synonymsOf } from '../standards/synonyms.ts';
import { canonicalize } from '../standards/written.ts';
import { normalizeLabel } from './header.ts';
import { WorkbookRefusal } from './refusal.ts';
import type { Cell, Sheet } from './sheets.ts';
import { readSheets } from './sheets.ts';

/** One line of a result list. What the list does not say is `''`, or `null` where that is allowed. */
export interface ImportedOutcome {
  readonly kind: DoublePublicityKind | null;
  readonly documentNumber: string;
  readonly subjectName: string;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
  /** `null` where the platform has not decided, or says so in words that are not known. */
  readonly verdict: Outcome['verdict'] | null;
  readonly code: string;
  readonly message: string;
  /** The instant of the verdict, UTC; a bare date counts as its first moment in Shanghai. */
  readonly at: string | null;
}

type OutcomeColumn = keyof ImportedOutcome;

function namesOfField(id: 'documentNumber' | 'subjectName' | 'decisionDate'): string[] {
  return [licence2019, penalty2019].flatMap((standard) =>
    standard.fields
      .filter((field) => field.id === id)
      .flatMap(({ label, code }) => [label, code, ...synonymsOf(standard, id)]),
  );
}

const columnNames: Readonly<Record<OutcomeColumn, readonly string[]>> = {
  kind: ['类别', '信息类别', '数据类别', '信息类型', '数据类型', '业务类型'],
  documentNumber: [...namesOfField('documentNumber'), '决定书文号'],
  subjectName: [...namesOfField('subjectName'), '行政相对人'],
  decisionDate: namesOfField('decisionDate'),
  verdict: ['状态', '处理结果', '处理状态', '入库状态', '审核结果', '审核状态', '结果', '数据状态'],
  code: ['错误代码', '错误码', '错误编码', '验证规则代码', '规则代码', '退回代码'],
  message: ['错误描述', '退回原因', '错误原因', '错误信息', '疑问原因', '原因', '处理意见'],
  at: ['处理时间', '入库时间', '审核时间', '反馈时间', '处理日期', '入库日期'],
};

const columnByName = new Map(
  (Object.keys(columnNames) as OutcomeColumn[]).flatMap((column) =>
    columnNames[column].map((name) => [normalizeLabel(name), column] as const),
  ),
);

const verdictWords: ReadonlyMap<string, Outcome['verdict']> = new Map([
  ...['入库', '已入库', '入库成功', '成功', '合格', '通过', '审核通过'].map(
    (word) => [word, 'accepted'] as const,
  ),
  ...[
    '退回',
    '已退回',
    '未入库',
    '入库失败',
    '失败',
    '不合格',
    '未通过',
    '审核不通过',
    '疑问',
    '疑问数据',
  ].map((word) => [word, 'rejected'] as const),
]);

/** Titles and notes above a header take no more rows than this. */
const rowsSearched = 20;

/** Reads the result lists of every visible sheet that holds one. Throws a `WorkbookRefusal`. */
export async function importOutcomes(bytes: Uint8Array): Promise<ImportedOutcome[]> {
  const lists = (await readSheets(bytes)).flatMap((sheet) => {
    const header = sheet.hidden ? undefined : findOutcomeHeader(sheet);
    return header ? [{ sheet, ...header }] : [];
  });
  if (lists.length === 0) {
    throw new WorkbookRefusal(
      'noOutcomes',
      '没有找到平台的反馈结果：请选择从平台导出的结果清单，它应有“文书号”和“状态”（或“处理结果”）两列。',
    );
  }
  return lists.flatMap(({ sheet, headerRow, columns }) =>
    sheet.rows
      .slice(headerRow)
      .map((row) => outcomeOf(row, columns, sheet.name))
      .filter(({ documentNumber, subjectName }) => documentNumber !== '' || subjectName !== ''),
  );
}

type Columns = ReadonlyMap<OutcomeColumn, number>;

function findOutcomeHeader(sheet: Sheet): { headerRow: number; columns: Columns } | undefined {
  for (const [index, row] of sheet.rows.slice(0, rowsSearched).entries()) {
    const columns = new Map<OutcomeColumn, number>();
    row.forEach(({ text }, at) => {
      const column = columnByName.get(normalizeLabel(text));
      if (column && !columns.has(column)) columns.set(column, at);
    });
    if (columns.has('documentNumber') && columns.has('verdict')) {
      return { headerRow: index + 1, columns };
    }
  }
  return undefined;
}

function outcomeOf(row: readonly Cell[], columns: Columns, sheetName: string): ImportedOutcome {
  const textOf = (column: OutcomeColumn): string => {
    const at = columns.get(column);
    return at === undefined ? '' : (row[at]?.text.trim() ?? '');
  };
  const kind = kindIn(textOf('kind')) ?? kindIn(sheetName);
  const decisionDate = fieldOf(kind ?? 'licence', 'decisionDate');
  return {
    kind,
    documentNumber: textOf('documentNumber'),
    subjectName: textOf('subjectName'),
    decisionDate: decisionDate ? canonicalize(decisionDate, textOf('decisionDate')) : '',
    verdict: verdictWords.get(textOf('verdict').replace(/\s/g, '')) ?? null,
    code: textOf('code'),
    message: textOf('message'),
    at: wallTime(textOf('at')),
  };
}

function kindIn(words: string): DoublePublicityKind | null {
  const [licence, penalty] = [words.includes('许可'), words.includes('处罚')];
  if (licence === penalty) return null;
  return licence ? 'licence' : 'penalty';
}

/** The instant of a date and time on a clock in Shanghai, as `2026-11-23 09:30`, with any of `- / .` between. */
function wallTime(text: string): string | null {
  const [, year, month, day, hour = '0', minute = '00', second = '00'] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ??
    [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const two = (digits: string) => digits.padStart(2, '0');
  const instant = Date.parse(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`,
  );
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
