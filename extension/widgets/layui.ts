/**
 * layui: selects, boxes and switches are redrawn beside the page's own, which are hidden and hold the
 * value; only a press on what is drawn tells the page. Cells of tables become text boxes when pressed.
 */
import { proxiedBoxes } from './proxied-boxes.ts';
import {
  press,
  fire,
  matchOption,
  optionWords,
  optionsDeadline,
  until,
  wantedOptions,
} from './lent.ts';
import type { Control, Driver } from './widget.ts';
import { xmSelect } from './xm-select.ts';

const drawnSelect = '.layui-form-select';
const editDeadline = 300;

/** What layui draws for a select; drawn anew whenever the page changes the options. */
function drawnFor(select: Element): HTMLElement | null {
  const next = select.nextElementSibling;
  return next?.matches(drawnSelect) ? (next as HTMLElement) : null;
}

const selectOf = ({ parts }: Control): HTMLSelectElement =>
  parts[parts.length - 1] as HTMLSelectElement;

const optionsOf = (select: HTMLSelectElement): HTMLElement[] =>
  Array.from(drawnFor(select)?.querySelectorAll<HTMLElement>('dd[lay-value]') ?? []);

const isBlank = (option: Element): boolean => option.getAttribute('lay-value') === '';

const wordsOf = (option: HTMLElement): string => optionWords(option.textContent);

const layuiSelect: Driver = {
  detect(element) {
    const drawn = element.closest<HTMLElement>(drawnSelect);
    const select = drawn === null ? element : drawn.previousElementSibling;
    if (!(select instanceof HTMLSelectElement)) return null;
    const shown = drawn ?? drawnFor(select);
    if (shown === null) return null;
    const text = shown.querySelector('input');
    const around = select.parentElement;
    // What is drawn may be drawn anew; what holds it stays.
    const alone = around?.querySelectorAll('input,select,textarea').length === (text ? 2 : 1);
    const control: Control = {
      driver: layuiSelect,
      root: around !== null && alone ? around : shown,
      parts: text === null ? [select] : [text, select],
      shape: 'choice',
      options: () =>
        optionsOf(select)
          .filter((option) => !isBlank(option))
          .map(wordsOf),
      writable: () => !select.disabled,
    };
    return control;
  },
  read(control) {
    const [option] = selectOf(control).selectedOptions;
    return option === undefined || option.value === '' ? '' : option.text.trim();
  },
  async write(control, value) {
    const select = selectOf(control);
    const [wanted] = wantedOptions(value);
    const find = (): HTMLElement | undefined =>
      wanted === undefined
        ? optionsOf(select).find(isBlank)
        : matchOption(optionsOf(select), wanted, wordsOf);
    await until(() => find() !== undefined, optionsDeadline);
    const option = find();
    if (option !== undefined) press(option);
    return option !== undefined;
  },
  anchor: (control) => drawnFor(selectOf(control)) ?? control.root,
};

const beside =
  (kind: string) =>
  (box: HTMLInputElement): HTMLElement | null => {
    const next = box.nextElementSibling;
    return next?.matches(kind) ? (next as HTMLElement) : null;
  };

const boxes = proxiedBoxes({
  of: beside('.layui-form-radio,.layui-form-checkbox'),
  words: (box) => box.title,
});

const switchOf = beside('.layui-form-switch');

/** The words of a switch, when on and when off. */
function switchWords(box: HTMLInputElement): [on: string, off: string] {
  const [on = '', off = ''] = (box.getAttribute('lay-text') ?? box.title).split('|');
  return [on, off];
}

const layuiSwitch: Driver = {
  detect(element) {
    if (!(element instanceof HTMLInputElement) || element.type !== 'checkbox') return null;
    const root = switchOf(element);
    const words = switchWords(element);
    if (root === null || words.includes('')) return null;
    const control: Control = {
      driver: layuiSwitch,
      root,
      parts: [element],
      shape: 'choice',
      options: () => words,
      writable: () => !element.disabled,
    };
    return control;
  },
  read({ parts }) {
    const box = parts[0] as HTMLInputElement;
    return switchWords(box)[box.checked ? 0 : 1];
  },
  write({ parts, root }, value) {
    const box = parts[0] as HTMLInputElement;
    const words = switchWords(box);
    const [wanted = []] = wantedOptions(value);
    const word = matchOption(words, wanted, optionWords);
    if (word !== undefined && box.checked !== (word === words[0])) press(root);
    return Promise.resolve(word !== undefined);
  },
  anchor: ({ root }) => root,
};

const editableCell = '.layui-table-body td[data-edit]';

/** Rows that were blank when they were first seen: new records, to be completed in their cells. */
const newRows = new WeakSet<Element>();

/** Whether a row is the record that is being written: the only one, or the first one that came blank. */
function isWritten(row: Element): boolean {
  const rows = Array.from(row.parentElement?.children ?? []);
  const known = rows.find((one) => newRows.has(one));
  if (known === undefined && row.textContent.trim() === '') newRows.add(row);
  return rows.length === 1 || newRows.has(row);
}

/** Whether the clerk sees a cell and its row is being written; a fixed column stands twice in the page. */
function isWrittenCell(cell: HTMLElement): boolean {
  const view = cell.closest('.layui-table-view');
  const index = cell.parentElement?.getAttribute('data-index') ?? '';
  const rowIn = (part: string): Element | null | undefined =>
    view?.querySelector(`${part} tr[data-index="${index}"]`);
  const row = rowIn('.layui-table-main');
  if (!row || !isWritten(row)) return false;
  const field = `td[data-field="${cell.dataset['field'] ?? ''}"]`;
  const fixed = ['.layui-table-fixed-l', '.layui-table-fixed-r'].some((side) =>
    rowIn(side)?.querySelector(field),
  );
  return (cell.closest('.layui-table-fixed') !== null) === fixed;
}

const layuiCell: Driver = {
  seeds: editableCell,
  detect(element) {
    const root = element.closest<HTMLElement>(editableCell);
    if (root === null || !isWrittenCell(root)) return null;
    const control: Control = {
      driver: layuiCell,
      root,
      parts: [root],
      shape: 'text',
      options: () => [],
      writable: () => root.dataset['edit'] !== 'false',
    };
    return control;
  },
  read: ({ root }) => root.querySelector('.layui-table-cell')?.textContent.trim() ?? '',
  async write({ root }, value) {
    if (value.kind === 'options') return false;
    const box = (): HTMLInputElement | HTMLTextAreaElement | null =>
      root.querySelector<HTMLInputElement | HTMLTextAreaElement>('.layui-table-edit');
    press(root);
    await until(() => box() !== null, editDeadline);
    const input = box();
    if (input === null) return false;
    input.value = value.text;
    for (const type of ['input', 'change']) fire(input, type);
    // Leaving takes the text box away; a window without the focus does not tell it.
    input.blur();
    for (const type of ['blur', 'focusout']) if (input.isConnected) fire(input, type);
    return true;
  },
  anchor: ({ root }) => root,
};

/** The drivers of layui, apart from its laydate. */
export const layui: readonly Driver[] = [layuiSelect, xmSelect, layuiSwitch, boxes, layuiCell];
