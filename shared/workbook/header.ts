/**
 * Finding the header row (表头) of a sheet: clerks' sheets have the columns in any order, under the
 * standard's label, a synonym or a column code, often below a title.
 */
import { catalogue, generationsOf, standardInForce } from '../standards/catalogue.ts';
import type { FieldId, RecordKind, Standard } from '../standards/index.ts';
import { fieldIn } from '../standards/index.ts';
import { synonymsOf } from '../standards/synonyms.ts';
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

/** The header row of a sheet; `Kind` are the kinds that were looked for. */
export interface Header<Kind extends RecordKind = RecordKind> extends HeaderMatch {
  readonly kind: Kind;
  /** The generation in which the sheet is written. */
  readonly standard: Standard;
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

function namingsOf(standard: Standard): ReadonlyMap<string, Naming> {
  const namings = new Map<string, Naming>();
  for (const { id, code, label } of standard.fields) {
    for (const name of [label, code]) namings.set(normalizeLabel(name), { field: id, fit: 3 });
    for (const synonym of synonymsOf(standard, id)) {
      const name = normalizeLabel(synonym);
      if (!namings.has(name)) namings.set(name, { field: id, fit: 2 });
    }
  }
  // A label that comes after another field's equal synonym still wins.
  for (const { id, label } of standard.fields)
    namings.set(normalizeLabel(label), { field: id, fit: 3 });
  return namings;
}

const namings = new Map(catalogue.map((standard) => [standard, namingsOf(standard)] as const));

function namingOf(text: string, standard: Standard): Naming | undefined {
  const label = normalizeLabel(text);
  const naming = namings.get(standard)?.get(label);
  if (naming) return naming;
  const [code] = /(?:XK|CF)_[A-Z_]+/.exec(label) ?? [];
  const byCode = code === undefined ? undefined : namings.get(standard)?.get(code);
  return byCode && { field: byCode.field, fit: 1 };
}

/** Whether a text is the label, a synonym or the code of a field of a standard. */
export function isLabelOf(text: string, field: FieldId, standard: Standard): boolean {
  return namingOf(text, standard)?.field === field;
}

/** So many labels or codes that no later generation has make a sheet one of an earlier generation. */
const leastTellingOf = { '2015': 3, '2018': 1, '2019': 0 } as const;

/**
 * The generation of a header: an earlier one where more columns speak for it than for those after it. It decides
 * what values mean: the digits of 当前状态 in 2015 are the opposite of later ones.
 */
function generationOf(row: readonly Cell[], kind: RecordKind): Standard {
  const isNamedBy = (text: string, standard: Standard): boolean =>
    namings.get(standard)?.get(normalizeLabel(text))?.fit === 3;
  const inForce = standardInForce(kind);
  const generations = generationsOf(kind);
  const recognised = matchHeader(row, inForce).columns.size;
  const found = generations.slice(1).find((standard, i) => {
    // Clerks mix words of all times; an earlier generation that knows fewer of them is not theirs.
    if (matchHeader(row, standard).columns.size < recognised) return false;
    const later = generations.slice(0, i + 1);
    const isNamedLater = (text: string): boolean => later.some((one) => isNamedBy(text, one));
    const texts = row.map(({ text }) => text);
    const telling = texts.filter((text) => isNamedBy(text, standard) && !isNamedLater(text)).length;
    const against = texts.filter((text) => !isNamedBy(text, standard) && isNamedLater(text)).length;
    return telling >= leastTellingOf[standard.generation] && telling > against;
  });
  return found ?? inForce;
}

/** Matches one row as a header against a standard; of two columns for one field the better named, then the first, wins. */
export function matchHeader(row: readonly Cell[], standard: Standard): HeaderMatch {
  const best = new Map<FieldId, { column: number; fit: Fit }>();
  row.forEach(({ text }, column) => {
    const naming = namingOf(text, standard);
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

function isNamedIn(text: string, kind: RecordKind): boolean {
  return generationsOf(kind).some((standard) => namingOf(text, standard) !== undefined);
}

/** How many columns name fields that only this one of the kinds has, or has under this name. */
function tellingColumns(
  row: readonly Cell[],
  kind: RecordKind,
  kinds: readonly RecordKind[],
): number {
  return row.filter(
    ({ text }) =>
      isNamedIn(text, kind) && kinds.every((other) => other === kind || !isNamedIn(text, other)),
  ).length;
}

/** The kind whose own columns a row has most of, or `undefined` where that says nothing. */
function kindOf<Kind extends RecordKind>(
  row: readonly Cell[],
  kinds: readonly Kind[],
): Kind | undefined {
  const [first, second] = kinds
    .map((kind) => ({ kind, telling: tellingColumns(row, kind, kinds) }))
    .sort((a, b) => b.telling - a.telling);
  if (!first || first.telling < leastTellingColumns || first.telling === second?.telling) {
    return undefined;
  }
  return first.kind;
}

/**
 * Finds the header row and the record kind of a sheet, or `undefined` where it holds no records. What the kinds
 * share, such as 决定日期, does not decide the kind; with nothing else to go by the sheet is not taken.
 *
 * @param kinds those that come into question; where it is one only, what it shares with others makes a header
 *   as well.
 */
export function findHeader<Kind extends RecordKind>(
  sheet: Sheet,
  kinds: readonly Kind[],
): Header<Kind> | undefined {
  const [known] = kinds.length === 1 ? kinds : [];
  let found: Header<Kind> | undefined;
  sheet.rows.slice(0, rowsSearched).forEach((row, index) => {
    if (row.length < leastColumns) return;
    const kind = known ?? kindOf(row, kinds);
    if (kind === undefined) return;
    const standard = generationOf(row, kind);
    const match = matchHeader(row, standard);
    if (match.columns.size < Math.max(leastColumns, found?.columns.size ?? 0)) return;
    // Of two equal rows the first is the header and the other its repetition on the next page; unless
    // they follow each other, as merged labels and labels above codes do: then the data is below both.
    const isEqual = match.columns.size === found?.columns.size;
    if (isEqual && found?.headerRow !== index) return;
    found = {
      kind,
      standard,
      headerRow: index + 1,
      ...match,
      missing: standardInForce(kind)
        .fields.filter(
          ({ id, requirement }) =>
            // Before 2019 the codes of a subject told its category.
            (id !== 'subjectCategory' || fieldIn(standard, id) !== undefined) &&
            Object.values(requirement).every((of) => of === 'required') &&
            !match.columns.has(id),
        )
        .map(({ id }) => id),
    };
  });
  return found;
}
