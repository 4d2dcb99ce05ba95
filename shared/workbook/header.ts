/**
 * Finding the header row (表头) of a sheet: clerks' sheets have the columns in any order, under the
 * standard's label, a synonym or a column code, often below a title.
 */
import type { Field, FieldId, DoublePublicityKind, Standard } from '../standards/index.ts';
import { doublePublicityKinds, standards } from '../standards/index.ts';
import type { Cell, Sheet } from './sheets.ts';

/** Titles and notes above a header take no more rows than this. */
const rowsSearched = 20;

/** Fewer recognised columns than this are no header but a chance. */
const leastColumns = 3;

/** One column that only one kind has does not make its kind: result lists have a 状态 as licences do. */
const leastTellingColumns = 2;

/** The columns of a header row that belong to one standard. */
export interface HeaderMatch {
  /** Index of the column of each field that has one, 0 for column A. */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Header texts that belong to no field, or to one that another column fits better. */
  readonly unmatched: readonly string[];
}

/** The header row of a sheet. */
export interface Header extends HeaderMatch {
  readonly kind: DoublePublicityKind;
  /** Number of the row, 1 for the first. */
  readonly headerRow: number;
  /** Fields that every subject must fill and that have no column. */
  readonly missing: readonly FieldId[];
}

/** Remarks in brackets that say how to fill a column in, not what it is. */
const fillingRemark =
  /\((?:必填项?|选填项?|非必填项?|可选|可空|下拉选择|文本|日期|格式[^)]*|例[^)]*|如[^)]*|最?长[^)]*|\d+[位字][^)]*|[YMD年月日/\-.]+)\)/gi;

/**
 * A header text or label reduced to what it says: full-width forms, blanks, line breaks, asterisks, colons,
 * kinds of brackets, letter case, and remarks such as （必填） make no difference.
 */
export function normalizeLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s*:\u200b\ufeff]/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .replace(fillingRemark, '')
    .replace(/\(\)/g, '')
    .toUpperCase();
}

/** How well a text names a field: its label or code better than a synonym, both better than a code inside. */
type Fit = 1 | 2 | 3;

interface Naming {
  readonly field: FieldId;
  readonly fit: Fit;
}

function namingsOf(fields: readonly Field[]): ReadonlyMap<string, Naming> {
  const namings = new Map<string, Naming>();
  for (const { id, code, label, synonyms } of fields) {
    for (const name of [label, code]) namings.set(normalizeLabel(name), { field: id, fit: 3 });
    for (const synonym of synonyms) {
      const name = normalizeLabel(synonym);
      if (!namings.has(name)) namings.set(name, { field: id, fit: 2 });
    }
  }
  // A label that comes after another field's equal synonym still wins.
  for (const { id, label } of fields) namings.set(normalizeLabel(label), { field: id, fit: 3 });
  return namings;
}

const namings: Readonly<Record<DoublePublicityKind, ReadonlyMap<string, Naming>>> = {
  licence: namingsOf(standards.licence.fields),
  penalty: namingsOf(standards.penalty.fields),
};

function namingOf(text: string, kind: DoublePublicityKind): Naming | undefined {
  const label = normalizeLabel(text);
  const naming = namings[kind].get(label);
  if (naming) return naming;
  const [code] = /(?:XK|CF)_[A-Z_]+/.exec(label) ?? [];
  const byCode = code === undefined ? undefined : namings[kind].get(code);
  return byCode && { field: byCode.field, fit: 1 };
}

/** Whether a text is the label, a synonym or the code of a field of a kind. */
export function isLabelOf(text: string, field: FieldId, kind: DoublePublicityKind): boolean {
  return namingOf(text, kind)?.field === field;
}

/** Matches one row as a header against a standard; of two columns for one field the better named, then the first, wins. */
export function matchHeader(row: readonly Cell[], standard: Standard): HeaderMatch {
  const best = new Map<FieldId, { column: number; fit: Fit }>();
  row.forEach(({ text }, column) => {
    const naming = namingOf(text, standard.kind);
    if (!naming) return;
    const rival = best.get(naming.field);
    if (!rival || rival.fit < naming.fit) best.set(naming.field, { column, fit: naming.fit });
  });
  const columns = new Map([...best].map(([field, { column }]) => [field, column]));
  const taken = new Set(columns.values());
  return {
    columns,
    unmatched: row
      .filter(({ text }, column) => text.trim() !== '' && !taken.has(column))
      .map(({ text }) => text.trim()),
  };
}

/** How many columns name fields that only this kind has, or has under this name. */
function tellingColumns(row: readonly Cell[], kind: DoublePublicityKind): number {
  return row.filter(
    ({ text }) =>
      namingOf(text, kind) !== undefined &&
      doublePublicityKinds.every((other) => other === kind || namingOf(text, other) === undefined),
  ).length;
}

/**
 * Finds the header row and the record kind of a sheet, or `undefined` where it holds no records. What both kinds
 * share, such as 决定日期, does not decide the kind; with nothing else to go by the sheet is not taken.
 */
export function findHeader(sheet: Sheet): Header | undefined {
  let found: Header | undefined;
  sheet.rows.slice(0, rowsSearched).forEach((row, index) => {
    if (row.length < leastColumns) return;
    const [first, second] = doublePublicityKinds
      .map((kind) => ({ kind, telling: tellingColumns(row, kind) }))
      .sort((a, b) => b.telling - a.telling);
    if (!first || first.telling < leastTellingColumns || first.telling === second?.telling) return;
    const standard = standards[first.kind];
    const match = matchHeader(row, standard);
    if (match.columns.size < Math.max(leastColumns, found?.columns.size ?? 0)) return;
    // Of two equal rows the first is the header and the other its repetition on the next page; unless
    // they follow each other, as merged labels and labels above codes do: then the data is below both.
    const isEqual = match.columns.size === found?.columns.size;
    if (isEqual && found?.headerRow !== index) return;
    found = {
      kind: first.kind,
      headerRow: index + 1,
      ...match,
      missing: standard.fields
        .filter(
          ({ id, requirement }) =>
            Object.values(requirement).every((of) => of === 'required') && !match.columns.has(id),
        )
        .map(({ id }) => id),
    };
  });
  return found;
}
