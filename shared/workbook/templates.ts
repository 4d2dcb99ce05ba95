/** Workbooks that clerks fill in or keep: the import template of a standard, and the ledger (台账). */
import ExcelJS from 'exceljs';
import type { Choice, Field, DoublePublicityKind, RecordValues, Standard } from '../standards/index.ts';
import {
  displayValue,
  recordKindLabels,
  doublePublicityKinds,
  standards,
  subjectCategories,
} from '../standards/index.ts';
import type { RecordState } from '../records/state.ts';
import { recordStateLabels } from '../records/state.ts';
import { subjectCategoryChoices } from '../standards/choices.ts';
import type { Table, TableColumn } from './table.ts';
import { addTable, bytesOf } from './table.ts';

/** Rows below the header that offer the choices. */
const rowsPrepared = 1000;

/** What a list of a cell's choices may take at most, by the file format. */
const longestList = 255;

/**
 * The template of a kind as a workbook: one sheet to fill in, under the standard's labels, with `*` before
 * what every subject must fill, and one that explains each column. `importRecords` reads it back.
 */
export async function writeTemplate(kind: DoublePublicityKind): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const standard = standards[kind];
  addSheetToFillIn(workbook, standard);
  addTable(workbook, '填写说明', explanationOf(standard));
  return bytesOf(workbook);
}

function isRequired({ requirement }: Field): boolean {
  return subjectCategories.every((category) => requirement[category] === 'required');
}

function addSheetToFillIn(workbook: ExcelJS.Workbook, standard: Standard): void {
  const sheet = workbook.addWorksheet(recordKindLabels[standard.kind], {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  standard.fields.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = widthOf(field);
    column.numFmt = '@';
    const cell = sheet.getCell(1, index + 1);
    cell.value = `${isRequired(field) ? '*' : ''}${field.label}`;
    cell.font = { bold: true, ...(isRequired(field) ? { color: { argb: 'FFC00000' } } : {}) };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    const validation = validationOf(field);
    if (!validation) return;
    for (let row = 2; row <= rowsPrepared + 1; row += 1) {
      sheet.getCell(row, index + 1).dataValidation = validation;
    }
  });
  sheet.getRow(1).height = 36;
}

/** A list to choose from. Several choices at once, and 其他, are typed, so that nothing is refused. */
function validationOf(field: Field): ExcelJS.DataValidation | undefined {
  const list = field.choices?.map(({ label }) => label).join(',');
  if (list === undefined || list.length > longestList) return undefined;
  const isClosed = field.type === 'choice' && !field.otherChoice;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: isClosed,
    ...(isClosed ? { errorTitle: field.label, error: '请从下拉列表中选择' } : {}),
  };
}

function widthOf(field: Field): number {
  if (field.type === 'date') return 14;
  return Math.min(40, Math.max(12, field.label.length * 2 + 2, Math.ceil(field.maxLength / 4)));
}

const requirementLabels = { required: '必填', optional: '选填', blank: '不填' } as const;

const typeLabels = {
  text: '文本',
  date: '日期，如 2026-11-23',
  amount: '金额，单位万元，最多六位小数',
  choice: '选一项',
  choices: '选一项或多项，用“;”隔开',
} as const;

function explanationOf(standard: Standard): Table {
  const categories = subjectCategories.map(
    (category) => subjectCategoryChoices.find(({ value }) => value === category)?.label ?? category,
  );
  return {
    title: `${recordKindLabels[standard.kind]}填写说明`,
    note: '带 * 的列必填；请不要改动列名；一行填一条。',
    columns: [
      { header: '列名', kind: 'text', width: 36 },
      { header: '数据项代码', kind: 'text', width: 18 },
      ...categories.map((header): TableColumn => ({ header, kind: 'text', width: 18 })),
      { header: '填法', kind: 'text', width: 30 },
      { header: '最多字数', kind: 'integer', width: 10 },
      { header: '可选的值', kind: 'text', width: 60 },
    ],
    rows: standard.fields.map((field) => [
      field.label,
      field.code,
      ...subjectCategories.map((category) => requirementLabels[field.requirement[category]]),
      typeLabels[field.type],
      field.maxLength,
      [
        ...(field.choices ?? []).map(({ label }: Choice) => label),
        ...(field.otherChoice ? ['其他-（注明）'] : []),
      ].join('、'),
    ]),
  };
}

/** One row of the ledger. */
export interface LedgerRow {
  readonly kind: DoublePublicityKind;
  /** Canonical values; what must not leave the clerk's machine the caller masks. */
  readonly values: RecordValues;
  readonly state: RecordState;
  /** Day of the last submission, or `null`. */
  readonly submittedOn: string | null;
  /** The platform's code and message for a rejection, or `''`. */
  readonly outcome: string;
}

/**
 * The ledger as a workbook: one sheet for each kind that occurs, under the standard's labels, so that
 * `importRecords` reads it back, and behind them how each record stands.
 */
export async function writeLedger(rows: readonly LedgerRow[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const kinds = doublePublicityKinds.filter((kind) => rows.some((row) => row.kind === kind));
  for (const kind of kinds.length > 0 ? kinds : doublePublicityKinds) {
    const { fields } = standards[kind];
    addTable(workbook, recordKindLabels[kind], {
      title: `信用信息报送台账（${recordKindLabels[kind]}）`,
      columns: [
        ...fields.map((field): TableColumn => ({
          header: field.label,
          kind: 'text',
          width: widthOf(field),
        })),
        { header: '报送状态', kind: 'text', width: 14 },
        { header: '报送日期', kind: 'date', width: 12 },
        { header: '平台反馈', kind: 'text', width: 30 },
      ],
      rows: rows
        .filter((row) => row.kind === kind)
        .map(({ values, state, submittedOn, outcome }) => [
          ...fields.map((field) => displayValue(field, values[field.id] ?? '')),
          recordStateLabels[state],
          submittedOn,
          outcome,
        ]),
    });
  }
  return bytesOf(workbook);
}
