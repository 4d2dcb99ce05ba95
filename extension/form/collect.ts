/**
 * Collects the forms of a document: once per change, into flat records. Forms with a password input are
 * passed over before anything of them is read.
 */
import { drivers } from '../widgets/index.ts';
import type { Control, NativeControl } from '../widgets/widget.ts';
import { buttonWords } from './buttons.ts';
import type { FieldRecord, FormRecord, LabelCandidate, LabelSource } from './field-record.ts';
import { wordsOn } from './zero-report.ts';

/** A form of the document with its controls; `controls[i]` is what `record.fields[i]` describes. */
export interface CollectedForm {
  /** The form, the dialog, or the body where controls stand in neither. */
  readonly root: HTMLElement;
  readonly record: FormRecord;
  readonly controls: readonly Control[];
}

const dialogs = 'dialog,[role=dialog],.el-dialog,.el-drawer,.layui-layer,.modal';
const buttons = 'button,input[type=submit],input[type=button],input[type=image],a,[role=button]';
const headings =
  'h1,h2,h3,h4,h5,h6,legend,caption,.el-divider__text,.el-card__header,.panel-title,.form-title,.group-title,.section-title';
const itemLabels: readonly (readonly [item: string, label: string])[] = [
  ['.el-form-item', '.el-form-item__label'],
  ['.ant-form-item', '.ant-form-item-label label'],
  ['.layui-form-item', '.layui-form-label'],
  ['.form-group', 'label,.control-label'],
];

/** Below this it cannot be a report; above, it is a table to edit and not a form. */
const fewest = 4;
const most = 300;
const longestLabel = 60;
const longestSibling = 20;

const native = 'input,select,textarea';

/** The text of an element without its controls and scripts. */
function textOf(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) text += child.data;
      else if (
        child instanceof Element &&
        !child.matches('script,style,select,textarea,button,option,svg,baosong-overlay')
      ) {
        walk(child);
      }
    }
  };
  walk(element);
  return text.replace(/\s+/g, ' ').trim();
}

const hasControls = (element: Element): boolean =>
  element.matches(native) || element.querySelector(native) !== null;

const isCell = (element: Element | null): element is HTMLTableCellElement =>
  element instanceof HTMLTableCellElement;

/** The cell that labels a cell: the nearest before it that holds words and no control. */
function cellBefore(cell: Element): string {
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) {
    if (hasControls(before)) return '';
    const text = textOf(before);
    if (text !== '') return text;
  }
  return '';
}

function columnOf(cell: HTMLTableCellElement): number {
  let column = 0;
  for (
    let before = cell.previousElementSibling;
    isCell(before);
    before = before.previousElementSibling
  ) {
    column += before.colSpan;
  }
  return column;
}

/** The head of a cell's column, counting cells that span several. */
function columnHead(cell: HTMLTableCellElement): string {
  const row = cell.parentElement;
  const table = cell.closest('table');
  if (!(row instanceof HTMLTableRowElement) || table === null) return '';
  const rows = Array.from(table.rows);
  const head = rows
    .slice(0, rows.indexOf(row))
    .reverse()
    .find((above) => !hasControls(above));
  if (head === undefined) return '';
  const column = columnOf(cell);
  let start = 0;
  for (const candidate of head.cells) {
    const end = start + candidate.colSpan;
    if (column >= start && column < end) return textOf(candidate);
    start = end;
  }
  return '';
}

/** Words just before a control, up to the control before it. */
function siblingText(root: Element): string {
  let text = '';
  for (let before = root.previousSibling; before; before = before.previousSibling) {
    if (before instanceof Element && (hasControls(before) || before.matches('br,hr,div,p'))) break;
    text = (before instanceof Element ? textOf(before) : (before.textContent ?? '')) + text;
  }
  return text.trim();
}

function labelsOf(control: Control): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  const add = (text: string | null | undefined, source: LabelSource): void => {
    const trimmed = (text ?? '').trim();
    if (trimmed !== '' && trimmed.length <= longestLabel)
      candidates.push({ text: trimmed, source });
  };
  const { root, natives } = control;
  const [first] = natives;
  const isBox = first.type === 'radio' || first.type === 'checkbox';

  if (!isBox) for (const label of first.labels ?? []) add(textOf(label), 'label');
  const names = [first.id, first.name].filter((name) => name !== '');
  for (const name of names) {
    const label = document.querySelector(`label[for="${CSS.escape(name)}"]`);
    if (label && !isBox) add(textOf(label), 'label');
  }
  for (const holder of new Set<Element>([root, first])) {
    if (holder === first && isBox) continue;
    add(holder.getAttribute('aria-label'), 'aria');
    for (const id of (holder.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
      const label = id === '' ? null : document.getElementById(id);
      if (label) add(textOf(label), 'aria');
    }
  }
  for (const [item, label] of itemLabels) {
    const found = root.closest(item)?.querySelector(label);
    if (found) add(textOf(found), 'formItem');
  }
  // The element around a group of boxes may begin with the words that name them.
  const start = isBox && !root.matches('label') ? (first.closest('label') ?? first) : root;
  const sibling = siblingText(start) || siblingText(root);
  const cell = root.closest('td,th,dd');
  if (cell !== null) {
    const before = cellBefore(cell);
    add(before, 'cell');
    // 有效期 ｜ 自 [  ] 至 [  ]: the cell and the word before the control name the field together.
    if (sibling !== '' && sibling.length <= 2) add(before + sibling, 'cell');
    if (before === '' && isCell(cell)) add(columnHead(cell), 'columnHead');
  }
  if (sibling.length <= longestSibling) add(sibling, 'sibling');
  if ('placeholder' in first) add(first.placeholder, 'placeholder');
  add(first.title, 'title');
  return candidates;
}

/** A row of a table that is a heading over the rows below. */
function rowHeading(element: Element): boolean {
  return (
    element instanceof HTMLTableRowElement && element.cells.length === 1 && !hasControls(element)
  );
}

/** Headings above an element, nearest first, one for each level of the document. */
function groupsOf(
  root: HTMLElement,
  form: HTMLElement,
  known: Map<Element, readonly string[]>,
): readonly string[] {
  const found = known.get(root);
  if (found !== undefined) return found;
  let groups: readonly string[] = [];
  let heading = '';
  for (let before = root.previousElementSibling; before; before = before.previousElementSibling) {
    const above = known.get(before);
    if (before.matches(headings) || rowHeading(before)) heading = textOf(before);
    else if (above !== undefined) {
      // What stands above the neighbour stands above this one too.
      groups = above;
      known.set(root, groups);
      return groups;
    }
    if (heading !== '') break;
  }
  const parent = root.parentElement;
  if (parent !== null && root !== form && form.contains(parent))
    groups = groupsOf(parent, form, known);
  if (heading !== '' && heading.length <= longestLabel) groups = [heading, ...groups];
  known.set(root, groups);
  return groups;
}

function recordOf(
  control: Control,
  index: number,
  form: HTMLElement,
  known: Map<Element, readonly string[]>,
): FieldRecord {
  const [first] = control.natives;
  const maxLength = 'maxLength' in first && first.maxLength > 0 ? first.maxLength : null;
  return {
    index,
    codes: [first.name.trim(), first.id.trim()].filter((code) => code !== ''),
    labels: labelsOf(control),
    groups: groupsOf(control.root, form, known),
    shape: control.shape,
    options: control.options(),
    placeholder: 'placeholder' in first ? first.placeholder : '',
    maxLength,
    writable: control.writable(),
  };
}

/** The form, dialog or body that a native control belongs to. */
function ownerOf(control: NativeControl): HTMLElement {
  return control.form ?? control.closest<HTMLElement>(dialogs) ?? document.body;
}

/** Where the buttons of a form stand: in it, or in the dialog around it. */
export function buttonScope(form: HTMLElement): HTMLElement {
  return form.closest<HTMLElement>(dialogs) ?? form;
}

/** The form, dialog or body that a button belongs to. */
export function formOfButton(button: HTMLElement): HTMLElement {
  const form = 'form' in button && button.form instanceof HTMLFormElement ? button.form : null;
  return form ?? button.closest<HTMLElement>(`form,${dialogs}`) ?? document.body;
}

/** The buttons of a form and of the dialog around it. */
export function buttonsOf(form: HTMLElement): HTMLElement[] {
  const scope = buttonScope(form);
  return Array.from(scope.querySelectorAll<HTMLElement>(buttons)).filter(
    (button) => buttonScope(formOfButton(button)) === scope,
  );
}

/** The words of a form's buttons, other than one. */
export function wordsOfButtons(form: HTMLElement, except?: HTMLElement): string[] {
  return buttonsOf(form)
    .filter((button) => button !== except)
    .map((button) => buttonWords(wordsOn(button)))
    .filter((words) => words !== '' && words.length <= longestSibling);
}

function headingOf(root: HTMLElement): string {
  const near = Array.from(buttonScope(root).querySelectorAll(headings), textOf);
  const dialogTitle = buttonScope(root).querySelector('.el-dialog__title,.layui-layer-title');
  return [
    document.title,
    dialogTitle === null ? '' : textOf(dialogTitle),
    ...near.slice(0, 5),
  ].join(' ');
}

function controlsOf(natives: readonly NativeControl[]): Control[] {
  const controls: Control[] = [];
  const taken = new Set<NativeControl>();
  for (const native of natives) {
    if (taken.has(native)) continue;
    for (const { detect } of drivers) {
      const control = detect(native);
      if (control === null) continue;
      for (const member of control.natives) taken.add(member);
      controls.push(control);
      break;
    }
  }
  return controls;
}

const isShown = (control: Control): boolean =>
  control.driver.anchor(control).getClientRects().length > 0;

/** The forms of this document that may be reports, in page order; hidden and small ones left out. */
export function collectForms(): CollectedForm[] {
  const groups = new Map<HTMLElement, NativeControl[]>();
  for (const control of document.querySelectorAll<NativeControl>(native)) {
    const owner = ownerOf(control);
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [control]);
    else group.push(control);
  }
  const forms: CollectedForm[] = [];
  for (const [root, natives] of groups) {
    if (natives.length < fewest || natives.length > most) continue;
    if (natives.some((control) => control.type === 'password')) continue;
    const controls = controlsOf(natives).filter(isShown);
    if (controls.length < fewest) continue;
    const known = new Map<Element, readonly string[]>();
    const record: FormRecord = {
      fields: controls.map((control, index) => recordOf(control, index, root, known)),
      buttons: wordsOfButtons(root),
      heading: headingOf(root),
    };
    forms.push({ root, record, controls });
  }
  return forms;
}
