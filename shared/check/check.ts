/** Checking the records of a workbook: every rule on each row, repetitions among the rows, and what could not be read. */
import { maskResidentIds } from '../identifiers/resident-id.ts';
import { standardInForce } from '../standards/catalogue.ts';
import { fieldIn } from '../standards/index.ts';
import type { FieldId, RecordKind, RecordValues } from '../standards/index.ts';
import { duplicateKey } from '../statistics/duplicate-key.ts';
import type { Finding, FindingLevel } from '../validation/finding.ts';
import { addPairs, compareWithKnown, knownPairs } from '../validation/comparison.ts';
import type { KnownPairs } from '../validation/comparison.ts';
import { validateBy } from '../validation/validate.ts';
import type { Annotation } from '../workbook/annotate.ts';
import type { ImportedRow, ImportedSheet } from '../workbook/import.ts';
import type { Report, ReportedFinding } from './report.ts';

/** A report and what is to be written beside the cells of the workbook. */
export interface Check {
  readonly report: Report;
  readonly annotations: readonly Annotation[];
}

/** How the work goes on: called with the number of rows checked, after every thousandth and at the end. */
export type Progress = (checked: number, total: number) => void;

const rowsBetweenCalls = 1000;

/**
 * Checks sheets as one lot.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai.
 */
export function check(
  sheets: readonly ImportedSheet[],
  today: string,
  progress: Progress = () => undefined,
): Check {
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const seen: Seen = { places: new Map(), pairs: knownPairs() };
  const findings: ReportedFinding[] = [];
  const annotations: Annotation[] = [];
  let checked = 0;
  let blockedRows = 0;
  for (const sheet of sheets) {
    annotations.push(...missingColumns(sheet));
    for (const row of sheet.rows) {
      const found = [
        ...row.problems.map(readingProblem),
        ...validateBy(standardInForce(sheet.kind), row.values, { today }).filter(
          // A cell that could not be read is not blank.
          ({ code, fields }) =>
            code !== 'REQ' || row.problems.every(({ field }) => field !== fields[0]),
        ),
        ...besideOthers(sheet, row, seen, today),
      ];
      if (found.some(({ level }) => level === 'error')) blockedRows += 1;
      for (const each of found) {
        findings.push(reported(sheet, row, each));
        const annotation = annotationOf(sheet, row, each);
        if (annotation) annotations.push(annotation);
      }
      checked += 1;
      if (checked % rowsBetweenCalls === 0 && checked < total) progress(checked, total);
    }
  }
  progress(total, total);
  const countOf = (level: FindingLevel): number =>
    findings.filter((finding) => finding.level === level).length;
  return {
    report: {
      version: 1,
      today,
      blocked: blockedRows > 0,
      counts: {
        rows: total,
        blockedRows,
        errors: countOf('error'),
        warnings: countOf('warning'),
        infos: countOf('info'),
      },
      sheets: sheets.map(sheetReport),
      rules: ruleCounts(findings),
      findings,
    },
    annotations,
  };
}

/** What is found in a row; a finding of the rules, or one of the check itself. */
type Found = Pick<Finding, 'code' | 'level' | 'fields' | 'message' | 'fix'>;

function readingProblem({ code, field, message }: ImportedRow['problems'][number]): Found {
  return { code, level: 'error', fields: [field], message };
}

/** What the rows above have shown. */
interface Seen {
  /** Where a decision stood first, by its key. */
  readonly places: Map<string, string>;
  readonly pairs: KnownPairs;
}

/** The row beside those above it: a repetition, a name that had another code; it is remembered for those below. */
function besideOthers(
  { kind, sheetName }: ImportedSheet,
  { values, rowNumber }: ImportedRow,
  { places, pairs }: Seen,
  today: string,
): readonly Finding[] {
  const { documentNumber = '', subjectName, decisionDate = '' } = values;
  const key =
    documentNumber === ''
      ? null
      : duplicateKey({ kind, documentNumber, subjectName, decisionDate });
  const repeated = key === null ? null : (places.get(key) ?? null);
  const found = compareWithKnown(standardInForce(kind), values, { today }, { pairs, repeated });
  if (key !== null && repeated === null) places.set(key, `“${sheetName}”表第${rowNumber}行`);
  addPairs(pairs, values);
  return found;
}

function reported(sheet: ImportedSheet, row: ImportedRow, found: Found): ReportedFinding {
  const column = columnOf(sheet, found);
  return {
    sheet: sheet.sheetName,
    row: row.rowNumber,
    cell: column === undefined ? null : `${columnName(column)}${row.rowNumber}`,
    code: found.code,
    level: found.level,
    fields: [...found.fields],
    message: maskResidentIds(found.message),
    fix: shownFix(found, sheet.kind, row.values),
  };
}

/** The label of a fix, which shows the new value, unless that is what identifies a person. */
function shownFix(found: Found, kind: RecordKind, values: RecordValues): string | null {
  if (!found.fix) return null;
  const ofPerson = values.subjectCategory === 'naturalPerson';
  const isFreeText = ([id, value]: [string, string]): boolean =>
    value !== '' && fieldIn(standardInForce(kind), id as FieldId)?.type === 'text';
  // Everything that people write about a natural person identifies that person (design, decision 4).
  if (ofPerson && Object.entries(found.fix.changes).some(isFreeText)) return null;
  return maskResidentIds(found.fix.label);
}

/** The column of the first of the fields that has one. */
function columnOf({ columns }: ImportedSheet, { fields }: Found): number | undefined {
  return fields.map((id) => columns.get(id)).find((column) => column !== undefined);
}

function annotationOf(sheet: ImportedSheet, row: ImportedRow, found: Found): Annotation | null {
  const column = columnOf(sheet, found);
  // Said once, at the header, of all rows.
  if (column === undefined && sheet.missing.includes(found.fields[0])) return null;
  const fix = found.fix ? `（可${found.fix.label}）` : '';
  return {
    sheetName: sheet.sheetName,
    row: row.rowNumber,
    column: column ?? firstColumn(sheet),
    level: found.level,
    text: maskResidentIds(`${found.message}${fix}`),
  };
}

function missingColumns(sheet: ImportedSheet): Annotation[] {
  if (sheet.missing.length === 0) return [];
  const labels = sheet.missing.map((id) => `“${labelOf(sheet.kind, id)}”`);
  return [
    {
      sheetName: sheet.sheetName,
      row: sheet.headerRow,
      column: firstColumn(sheet),
      level: 'error',
      text: `表里没有这些必填列，请加上：${labels.join('、')}。`,
    },
  ];
}

function firstColumn({ columns }: ImportedSheet): number {
  return Math.min(...columns.values());
}

function sheetReport(sheet: ImportedSheet): Report['sheets'][number] {
  return {
    name: sheet.sheetName,
    kind: sheet.kind,
    headerRow: sheet.headerRow,
    rows: sheet.rows.length,
    columns: [...sheet.columns]
      .sort(([, a], [, b]) => a - b)
      .map(([field, column]) => ({
        column: columnName(column),
        field,
        label: labelOf(sheet.kind, field),
      })),
    unmatched: sheet.unmatched.map(maskResidentIds),
    missing: [...sheet.missing],
  };
}

const weights: Readonly<Record<FindingLevel, number>> = { error: 0, warning: 1, info: 2 };

function ruleCounts(findings: readonly ReportedFinding[]): Report['rules'] {
  const rules = new Map<string, Report['rules'][number]>();
  for (const { code, level } of findings) {
    const rule = rules.get(code);
    if (rule) rule.count += 1;
    else rules.set(code, { code, level, count: 1 });
  }
  return [...rules.values()].sort(
    (a, b) => weights[a.level] - weights[b.level] || b.count - a.count,
  );
}

/** The letters of a column, `A` for 0. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function labelOf(kind: RecordKind, id: FieldId): string {
  return fieldIn(standardInForce(kind), id)?.label ?? id;
}
