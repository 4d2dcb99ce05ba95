/**
 * layui: selects, boxes and switches are redrawn beside the page's own, which are hidden and hold the
 * value; only a press on what is drawn tells the page. Cells of tables become text boxes when pressed.
 */
import { matchOption, optionWords, optionsDeadline, wantedOptions } from './options.ts';
import { proxiedBoxes } from './proxied-boxes.ts';
import { clickOn, typeInto } from './typing.ts';
import { type Control, type Driver, until } from './widget.ts';

const drawnSelect = '.layui-form-select';
const editDeadline = 300;

/** What layui draws for a select; drawn anew whenever the page changes the options. */
function drawnFor(select: Element): HTMLElement | null {
  const next = select.nextElementSibling;
  return next?.matches(drawnSelect) ? (next as HTMLElement) : null;
}

const selectOf = ({ parts }: Control): HTMLSelectElement =>
  parts[parts.length - 1] as HTMLSelectElement;

function optionsOf(select: HTMLSelectElement): HTMLElement[] {
  const drawn = drawnFor(select);
  return Array.from(drawn?.querySelectorAll<HTMLElement>('dd[lay-value]') ?? []).filter(
    (option) => option.getAttribute('lay-value') !== '',
  );
}

const wordsOf = (option: HTMLElement): string => optionWords(option.textContent);

const layuiSelect: Driver = {
  detect(element) {
    const drawn = element.closest<HTMLElement>(drawnSelect);
    const select = drawn === null ? element : drawn.previousElementSibling;
    if (!(select instanceof HTMLSelectElement)) return null;
    const root = drawn ?? drawnFor(select);
    if (root === null) return null;
    const text = root.querySelector('input');
    const control: Control = {
      driver: layuiSelect,
      root,
      parts: text === null ? [select] : [text, select],
      shape: 'choice',
      options: () => optionsOf(select).map(wordsOf),
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
    const [wanted = []] = wantedOptions(value);
    const find = (): HTMLElement | undefined => matchOption(optionsOf(select), wanted, wordsOf);
    await until(() => find() !== undefined, optionsDeadline);
    const option = find();
    if (option !== undefined) clickOn(option);
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
    if (word !== undefined && box.checked !== (word === words[0])) clickOn(root);
    return Promise.resolve(word !== undefined);
  },
  anchor: ({ root }) => root,
};

const layuiCell: Driver = {
  seeds: '.layui-table-main td[data-edit]',
  detect(element) {
    const root = element.closest<HTMLElement>('.layui-table-main td[data-edit]');
    if (root === null) return null;
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
    const box = (): HTMLInputElement | null => root.querySelector('.layui-table-edit');
    clickOn(root);
    await until(() => box() !== null, editDeadline);
    const input = box();
    if (input !== null) typeInto(input, value.text);
    return input !== null;
  },
  anchor: ({ root }) => root,
};

/** The drivers of layui, apart from its laydate. */
export const layui: readonly Driver[] = [layuiSelect, layuiSwitch, boxes, layuiCell];
