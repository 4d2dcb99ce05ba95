/** The form of a unit's catalogue (报送目录): what its lines say, and what is wrong with them. */
import * as z from 'zod';
import type { CatalogueItemMessage } from '@baosong/shared/protocol/catalogue.ts';
import { catalogueItemSchema } from '@baosong/shared/protocol/catalogue.ts';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';

/** So many empty lines wait for new items. */
export const emptyLines = 3;

/** A statement names at most so many items. */
const mostOtherItems = 50;

type ItemKind = CatalogueItemMessage['kind'];

/** What one may choose an item to be, and how often each is reported. */
export const kindLabels: Readonly<Record<ItemKind, string>> = {
  licence: `${recordKindLabels.licence}（每周）`,
  penalty: `${recordKindLabels.penalty}（每周）`,
  other: '其他信用信息（每月）',
};

/** A line as it was written; `kind` is `''` on one that is left empty. */
export interface CatalogueLine {
  readonly kind: ItemKind | '';
  readonly name: string;
  /** `YYYY-MM-DD`, or `''` for what the unit has always had. */
  readonly from: string;
  /** `YYYY-MM-DD`, or `''` for no end. */
  readonly until: string;
  /** The item was entered by mistake and is to go without a trace. */
  readonly removed: boolean;
}

/** The lines of a catalogue. */
export function linesOf(items: readonly CatalogueItemMessage[]): CatalogueLine[] {
  return items.map(({ kind, name, effectiveFrom, effectiveUntil }) => ({
    kind,
    name,
    from: effectiveFrom ?? '',
    until: effectiveUntil ?? '',
    removed: false,
  }));
}

/** The lines of a form that are not left empty. */
export function linesIn(form: URLSearchParams): CatalogueLine[] {
  const lines: CatalogueLine[] = [];
  for (let n = 0; form.has(`kind.${String(n)}`); n += 1) {
    const field = (name: string): string => form.get(`${name}.${String(n)}`)?.trim() ?? '';
    const written = field('kind');
    const kind = written in kindLabels ? (written as ItemKind) : '';
    const line: CatalogueLine = {
      kind,
      name: kind === '' || kind === 'other' ? field('name') : recordKindLabels[kind],
      from: field('from'),
      until: field('until'),
      removed: form.get(`removed.${String(n)}`) === 'yes',
    };
    if (line.kind !== '' || line.name !== '') lines.push(line);
  }
  return lines;
}

/** What the lines say, or one Chinese sentence for each that is wrong, at its place. */
export function readLines(
  lines: readonly CatalogueLine[],
):
  | { readonly items: readonly CatalogueItemMessage[] }
  | { readonly faults: readonly (string | undefined)[] } {
  const kept = lines.filter(({ removed }) => !removed);
  const faults = lines.map((line) => (line.removed ? undefined : faultOf(line, kept)));
  if (faults.some((fault) => fault !== undefined)) return { faults };
  return {
    items: kept.map(({ kind, name, from, until }) =>
      catalogueItemSchema.parse({
        kind,
        name,
        cycle: kind === 'other' ? 'monthly' : 'weekly',
        effectiveFrom: from === '' ? null : from,
        effectiveUntil: until === '' ? null : until,
      }),
    ),
  };
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

function faultOf(line: CatalogueLine, all: readonly CatalogueLine[]): string | undefined {
  const { kind, name, from, until } = line;
  if (kind === '') return '请选择信息类别。';
  if (name === '' || name.length > 60) return '请填写事项名称，不超过 60 个字。';
  if ([from, until].some((day) => day !== '' && !isDay(day))) {
    return '日期请写成 2026-11-27 的样子。';
  }
  if (until !== '' && until < from) return '终止日期不得早于起始日期。';
  const overlaps = all.some(
    (other) =>
      other !== line &&
      other.kind === kind &&
      other.name === name &&
      other.from <= (until || '9999') &&
      from <= (other.until || '9999'),
  );
  if (overlaps) return '同一事项的起止日期互相重叠，请改成前后相接。';
  if (kind === 'other' && all.filter((other) => other.kind === 'other').length > mostOtherItems) {
    return `每月报送的事项最多 ${String(mostOtherItems)} 项。`;
  }
  return undefined;
}

/** The names of items as a text area has them, one on each line, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What is wrong with the names of a new unit's items, or `undefined`. */
export function namesFault(names: readonly string[]): string | undefined {
  return names.length <= mostOtherItems && names.every((name) => name.length <= 60)
    ? undefined
    : `每行一个事项，每项不超过 60 个字，最多 ${String(mostOtherItems)} 项。`;
}
