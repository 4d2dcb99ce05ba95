/** Where pages write what a control is for: in labels, table cells, headings, words before it. */
import { formItem, hasClass, parentOf } from '../widgets/anatomy.ts';
import { hostOf, scopeOf } from '../widgets/scopes.ts';
import type { Control } from '../widgets/widget.ts';
import type { LabelCandidate, LabelSource } from './field-record.ts';
import { type TableGrid, gridOf, neighboursOf } from './table-grid.ts';

/** What is read of a form's texts while it is collected, each once. */
export interface Reading {
  readonly form: HTMLElement;
  readonly grids: Map<HTMLTableElement, TableGrid>;
  readonly headings: Map<Element, readonly string[]>;
}

/** Candidates and headings of one control. */
export interface Labelled {
  readonly labels: readonly LabelCandidate[];
  readonly groups: readonly string[];
}

export const headings =
  'h1,h2,h3,h4,h5,h6,legend,caption,[class*=divider],[class*=card][class*=head],.layui-field-title,.panel-title,.panel-heading,.form-title,.group-title,.section-title';
const labelLike = 'label,[class*=label]';
/** Attributes in which validation libraries of the platforms keep what a field is called. */
const titles = ['title', 'nullmsg', 'lay-reqtext', 'data-label', 'data-title'];

const longestLabel = 60;
const longestSibling = 30;
const longestText = 200;
/** So far up a control's wrappers do the words before it belong to it. */
const mostWrappers = 5;
const boundaries = 'td,th,dd,li,tr,form,fieldset,table';

/** What can be filled in. */
export const native = 'input:not([type=hidden]),select,textarea';

/** Whether an element is or holds something to fill in. */
const hasControls = (element: Element): boolean =>
  element.matches(native) || element.querySelector(native) !== null || element.shadowRoot !== null;

/** Controls, scripts, and hints that open at a label. */
const unread =
  'script,style,select,textarea,button,option,svg,baosong-overlay,[hidden],[class*=tooltip]';

/** The text of a node without its controls, scripts and hints; a picture says what it stands for. */
export function textOf(node: Node): string {
  const wordsOf = (part: Node): string => {
    if (part instanceof Text) return part.data;
    if (part instanceof HTMLImageElement) return part.alt || part.title;
    if (!(part instanceof Element)) return '';
    if (part.matches(unread)) return '';
    const shown = part instanceof HTMLSlotElement ? part.assignedNodes() : [];
    return Array.from(shown.length > 0 ? shown : part.childNodes, wordsOf).join('');
  };
  return wordsOf(node).replace(/\s+/g, ' ').trim();
}

/** A label may be ticked, to say that its field is asked for or published. */
const isTickedLabel = (cell: Element): boolean => {
  const [box, other] = cell.querySelectorAll(native);
  return box?.matches('[type=checkbox]') === true && !other && textOf(cell).length > 1;
};

/** A star or a colon in a cell of its own names nothing. */
const worded = /[\p{L}\d]/u;

/** So many cells around a control may say what it is for. */
const mostCells = 12;

/**
 * The label in cells, nearest first, and the headings behind it: words beside words, even beyond other
 * controls of the row. Cells without words are passed over.
 */
function textsOf(cells: readonly Element[]): string[] {
  const words = cells
    .slice(0, mostCells)
    .map((cell) => (hasControls(cell) && !isTickedLabel(cell) ? null : textOf(cell)))
    .filter((text) => text === null || worded.test(text));
  if (words[0] === null) return [];
  return words.flatMap((text, at) => (text !== null && words[at - 1] !== null ? text : []));
}

/** A row of a table that is a heading over the rows below, or the label of what fills the next one. */
function isRowHeading(element?: Element | null): boolean {
  if (!(element instanceof HTMLTableRowElement) || hasControls(element)) return false;
  return element.cells.length === 1 && (element.cells[0]?.colSpan ?? 1) > 1;
}

interface OfCell {
  /** Cells that name the control and the group that it is in, nearest first. */
  readonly before: readonly string[];
  /** The heads of its column; where nothing else names it, what stands above it. */
  readonly heads: readonly string[];
  /** What stands at its right. */
  readonly after?: string | undefined;
}

/** So far around a list that scrolls stands the table with the heads of its columns. */
const mostAroundTable = 6;

/** The table of nothing but heads before a table. */
function headTable(table: HTMLTableElement): HTMLTableElement | null {
  let at: Element | null = table;
  for (let level = 0; at !== null && level < mostAroundTable; level++) {
    const head = at.previousElementSibling?.querySelector('table') ?? null;
    if (head?.tHead && head.querySelector('td') === null) return head;
    at = at.parentElement;
  }
  return null;
}

function aroundCell(cell: Element, { grids }: Reading, isNamed: boolean): OfCell {
  const table = cell.closest('table');
  if (!(cell instanceof HTMLTableCellElement) || table === null) {
    const before: Element[] = [];
    for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) before.push(at);
    return { before: textsOf(before).slice(0, 1), heads: [] };
  }
  let grid = grids.get(table);
  if (grid === undefined) {
    const head = headTable(table);
    grid = [...(head === null ? [] : gridOf(head)), ...gridOf(table)];
    grids.set(table, grid);
  }
  const { left, right, above } = neighboursOf(grid, cell);
  const [after] = textsOf(right);
  const heads = textsOf(
    above.filter((one) => one.closest('thead') !== null && !isRowHeading(one.parentElement)),
  );
  const before = textsOf(left);
  // What stands before a cell of a list is another column of it, or says what the row is.
  if (heads.length > 0) return { before: before.slice(0, 1), heads };
  if (before.length > 0) return { before, heads, after };
  const start = isNamed ? -1 : above.findIndex((one) => !hasControls(one));
  const head = above[start];
  // What is as wide as the row below it is its label, otherwise a heading that parts it from what is above.
  const isHeading = isRowHeading(head?.parentElement) && head?.colSpan !== cell.colSpan;
  return { before: [], heads: !head || isHeading ? [] : textsOf(above.slice(start)), after };
}

/** Words and the last word of them before a control, up to the control before it. */
interface Words {
  readonly text: string;
  readonly last: string;
  /** The element with controls at which the words begin. */
  readonly after: Element | null;
}

/**
 * Words just before an element, inside the wrappers that hold nothing else before it.
 *
 * @param own hidden parts of the control, which are passed over.
 */
function wordsBefore(root: Element, form: Element, own: readonly Element[]): Words {
  let at = root;
  for (let level = 0; level < mostWrappers && at !== form; level++) {
    let text = '';
    let last = '';
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      if (before instanceof Element) {
        if (own.includes(before)) continue;
        if (hasControls(before)) return { text, last, after: before };
        if (before.matches(headings) || isRowHeading(before)) break;
        const block = before.matches('div,p,br,hr,ul,table');
        if (block && text !== '') break;
      }
      // A long text is content of the page and names nothing.
      if ((before.textContent ?? '').length > longestText) continue;
      const words = textOf(before);
      if (last === '') last = words;
      text = words + text;
      if (before instanceof Element && before.matches('div,p') && words !== '') break;
    }
    if (text !== '') return { text, last, after: null };
    const parent = parentOf(at);
    if (parent === null || parent.matches(boundaries)) break;
    at = parent;
  }
  return { text: '', last: '', after: null };
}

/** Words at the place of a control in the column of labels, or row of heads, before what it stands in. */
function wordsBeside(root: Element, form: Element): string {
  for (let at = root; at !== form && at.parentElement !== null; at = at.parentElement) {
    const line = at.parentElement;
    const before = line.previousElementSibling;
    const words = before?.children[Array.from(line.children).indexOf(at)];
    const isAlike = before?.childElementCount === line.childElementCount;
    if (words && isAlike && !hasControls(before)) return textOf(words);
  }
  return '';
}

/** Words behind an element, and whether only they stand between it and the next control. */
function wordsBehind(root: Element): readonly [text: string, toNext: boolean] {
  let at: Element = root;
  for (let level = 0; level < 3; level++) {
    let text = '';
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (next instanceof Element && hasControls(next)) return [text, true];
      text += textOf(next);
    }
    if (text !== '' || !at.parentElement || at.parentElement.matches(boundaries))
      return [text, false];
    at = at.parentElement;
  }
  return ['', false];
}

const between = /^(起?\s?[至到]|止|-+|—+|–|~|～)$/;
/** Between the parts of what is written into several controls: ［］罚〔［］〕第［］号. */
const withinValue = /^(.{0,2}[〔[(（]|[〕\])）].{0,2}|[年月]|字?第)$/;
const endWords = { from: '自', until: '至' } as const;

/** The label of a period as that of one of its ends: 有效期 is 有效期自 and 有效期至. */
const endOf =
  (end: 'from' | 'until') =>
  ({ text, source }: LabelCandidate): LabelCandidate =>
    source === 'placeholder' || source === 'title'
      ? { text, source }
      : { text: text.replace(/[自从起]?[*:：\s]*$/, '') + endWords[end], source };

const labelsBoundTo = (element: HTMLElement): Iterable<HTMLLabelElement> =>
  (element as Partial<HTMLInputElement>).labels ?? [];

const fieldAttribute = (cell: Element | null): string =>
  cell?.getAttribute('field') ?? cell?.getAttribute('data-field') ?? '';

/** The cell of a grid that names its column, as those of EasyUI and layui do. */
const gridCell = (root: Element): Element | null => root.closest('td[field],td[data-field]');

/** The head of a grid's column, which stands in a table of its own. */
function gridHead(root: Element): string {
  const described = root.closest('td[aria-describedby]')?.getAttribute('aria-describedby') ?? '';
  const named = scopeOf(root).getElementById(described);
  if (named?.matches('th')) return textOf(named);
  const cell = gridCell(root);
  const heads = cell
    ?.closest('.datagrid-view,.layui-table-view')
    ?.querySelectorAll('.datagrid-header td[field],.layui-table-header th[data-field]');
  const head = Array.from(heads ?? []).find((one) => fieldAttribute(one) === fieldAttribute(cell));
  return head === undefined ? '' : textOf(head);
}

const ownNames = (element: Element): string[] => [element.getAttribute('name') ?? '', element.id];

/** Names and ids of a control: those that the page gave may be on a part that is hidden, or on its component. */
export function namesOf({ root, parts }: Control): string[] {
  const host = hostOf(root);
  const names = [...parts, ...(host === null ? [] : [host])].flatMap(ownNames);
  const all = [...names, fieldAttribute(gridCell(root))].map((name) => name.trim());
  return [...new Set(all)].filter(Boolean);
}

/** Hints that go when something is chosen. */
const hints = new WeakMap<HTMLElement, string>();

/** The hint inside a control. */
export function placeholderOf({ root, parts: [first] }: Control): string {
  const hint =
    first.getAttribute('placeholder') ||
    (hints.get(root) ??
      root.querySelector('[class*=placeholder],option[value=""]')?.textContent ??
      '');
  hints.set(root, hint);
  return hint;
}

/** Headings above an element, nearest first, one for each level of the document. */
function groupsOf(root: Element, reading: Reading): readonly string[] {
  const { form, headings: known } = reading;
  const found = known.get(root);
  if (found !== undefined) return found;
  let groups: readonly string[] = [];
  let heading = '';
  for (let before = root.previousElementSibling; before; before = before.previousElementSibling) {
    const above = known.get(before);
    if (before.matches(headings) || isRowHeading(before)) heading = textOf(before);
    else if (above !== undefined) {
      // What stands above the neighbour stands above this one too.
      groups = above;
      known.set(root, groups);
      return groups;
    }
    if (heading !== '') break;
  }
  const parent = parentOf(root);
  if (parent !== null && root !== form && parent !== document.body)
    groups = groupsOf(parent, reading);
  if (heading !== '' && heading.length <= longestLabel) groups = [heading, ...groups];
  known.set(root, groups);
  return groups;
}

/** As `Node.compareDocumentPosition` says that the other node follows, and that it follows or stands within. */
const follows = 4;
const followsOrWithin = 20;

/** The label of the row of a form that a control stands in, as component libraries build it. */
function itemLabel(root: HTMLElement): string {
  let item = parentOf(root);
  while (item !== null && !hasClass(item, formItem)) item = parentOf(item);
  const labels = Array.from(item?.querySelectorAll(labelLike) ?? [])
    .filter((label) => (label.compareDocumentPosition(root) & followsOrWithin) === follows)
    .map(textOf)
    // A star may be drawn in an element of its own.
    .filter((text) => text !== '');
  return labels.pop() ?? '';
}

function ofElements(control: Control, isBox: boolean): LabelCandidate[] {
  const { root, parts } = control;
  const [first] = parts;
  const candidates: LabelCandidate[] = [];
  const add = (text: string | null | undefined, source: LabelSource): void => {
    candidates.push({ text: text ?? '', source });
  };
  const addFor = (element: Element, names: readonly string[]): void => {
    for (const name of names) {
      const label = scopeOf(element).querySelector(`label[for="${CSS.escape(name)}"]`);
      if (label) add(textOf(label), 'label');
    }
  };
  if (!isBox) {
    for (const label of labelsBoundTo(first)) add(textOf(label), 'label');
    addFor(first, namesOf(control));
  }
  for (const holder of new Set<Element>([root, first])) {
    if (holder === first && isBox) continue;
    add(holder.getAttribute('aria-label'), 'aria');
    for (const id of (holder.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
      const label = scopeOf(first).getElementById(id);
      if (label) add(textOf(label), 'aria');
    }
  }
  add(itemLabel(root), 'formItem');
  for (let host = hostOf(root); host !== null; host = hostOf(host)) {
    add(host.getAttribute('label') ?? host.getAttribute('aria-label'), 'label');
    addFor(host, ownNames(host));
  }
  return candidates;
}

/** All that may name a control, and the headings that it stands under. */
export function labelsOf(control: Control, reading: Reading): Labelled {
  const { root, parts } = control;
  const { form } = reading;
  const [first] = parts;
  const isBox = first.matches('[type=radio],[type=checkbox],[role=radio],[role=checkbox]');
  const candidates = ofElements(control, isBox);
  const groups: string[] = [];
  const add = (text: string, source: LabelSource): void => {
    candidates.push({ text, source });
  };

  // The element around a group of boxes may begin with the words that name them.
  const start = isBox && !root.matches('label') ? (first.closest('label') ?? first) : root;
  let words = wordsBefore(start, form, parts);
  if (words.text === '' && start !== root) words = wordsBefore(root, form, parts);
  const isUntil = words.after !== null && between.test(words.text);
  const [following, isToNext] = wordsBehind(root);
  const toNext = isToNext ? following : '';
  const isFrom = between.test(toNext);
  const isPart = withinValue.test(toNext) || (words.after !== null && withinValue.test(words.text));
  const end = control.end ?? (isUntil ? 'until' : isFrom ? 'from' : undefined);
  // The end of a period is named by what stands before its beginning; so may the second of two controls be.
  let shared = '';
  if (words.after !== null && (isUntil || words.text === '')) {
    const controls = words.after.querySelectorAll(native);
    const first = wordsBefore(controls[controls.length - 1] ?? words.after, form, parts);
    if (isUntil) words = first;
    else shared = first.text;
  }

  const behind = [following];
  const head = gridHead(root);
  add(head, 'columnHead');
  let place: Element = root;
  for (let host = hostOf(place); host !== null; host = hostOf(place)) place = host;
  const cells = head === '' ? place.closest('td,th,dd,li') : null;
  for (let cell = cells, level = 0; cell !== null && level < 2; level++) {
    const { before, heads, after = '' } = aroundCell(cell, reading, words.text.length > 2);
    behind.push(after);
    for (const [source, [label = '', ...above]] of [
      ['cell', before],
      ['columnHead', heads],
    ] as const) {
      if (label === '') continue;
      add(label, source);
      // 有效期 ｜ 自 [  ] 至 [  ]: the cell and the word before the control name the field together.
      if (words.text !== '' && words.text.length <= 2) add(label + words.text, 'cell');
      groups.push(...above);
      // 许可机关 ｜ 名称 [  ] 代码 [  ]: the cell is a heading over the words in the cell beside it.
      if (words.text !== '' && !isUntil) groups.push(label);
    }
    if (before.length + heads.length > 0) break;
    cell = cell.parentElement?.closest('td,th,dd,li') ?? null;
  }
  for (const text of new Set([words.text, words.last])) {
    if (text.length <= longestSibling) add(text, 'sibling');
  }
  if (candidates.every(({ text }) => text === '')) add(wordsBeside(root, form), 'columnHead');
  add(placeholderOf(control), 'placeholder');
  for (const name of titles) add(first.getAttribute(name) ?? '', 'title');
  add(shared, 'title');
  for (const text of behind) add(text, 'after');

  const kept = candidates.filter(({ text }) => text.trim() !== '' && text.length <= longestLabel);
  return {
    labels: isPart ? [] : end === undefined ? kept : kept.map(endOf(end)),
    groups: [...groups, ...groupsOf(root, reading)],
  };
}
