/**
 * Collects the forms of a document: once per change, into flat records. Forms with a password input are
 * passed over before anything of them is read.
 */
import { drivers } from '../widgets/index.ts';
import { native as nativeDriver } from '../widgets/native.ts';
import { formItem, hasClass, parentOf } from '../widgets/anatomy.ts';
import { allWithin, hostOf, scopeOf } from '../widgets/scopes.ts';
import { type Control, type Driver, isNative } from '../widgets/widget.ts';
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
const labelLike = 'label,.control-label,.layui-form-label,[class*=label]';

/** Below this it cannot be a report; above, it is a table to edit and not a form. */
const fewest = 4;
const most = 300;
const longestLabel = 60;
const longestSibling = 20;

const native = 'input,select,textarea';
/** What may be worked like a native control without being or holding one. */
const roles =
  '[role=combobox],[role=listbox],[role=radiogroup],[role=checkbox],[role=spinbutton],[role=textbox]';

/** The text of an element without its controls and scripts. */
function textOf(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) text += child.data;
      else if (child instanceof HTMLSlotElement && child.assignedNodes().length > 0) {
        for (const shown of child.assignedNodes()) {
          if (shown instanceof Text) text += shown.data;
          else walk(shown);
        }
      } else if (
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
  element.matches(native) || element.querySelector(native) !== null || element.shadowRoot !== null;

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
    if (before instanceof Element) text = textOf(before) + text;
    else if (before instanceof Text) text = before.data + text;
  }
  return text.trim();
}

/** The label of the row of a form that a control stands in, as component libraries build it. */
function itemLabel(root: HTMLElement): string {
  let item = parentOf(root);
  while (item !== null && !hasClass(item, formItem)) item = parentOf(item);
  const label = Array.from(item?.querySelectorAll(labelLike) ?? []).find(
    (one) => (one.compareDocumentPosition(root) & labelBefore) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return label === undefined ? '' : textOf(label);
}

const labelBefore = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;

const namesOf = (element: HTMLElement): string[] =>
  [element.getAttribute('name') ?? '', element.id]
    .map((name) => name.trim())
    .filter((name) => name !== '');

const placeholderOf = (element: HTMLElement): string => element.getAttribute('placeholder') ?? '';

const labelsBoundTo = (element: HTMLElement): Iterable<HTMLLabelElement> =>
  (element as Partial<HTMLInputElement>).labels ?? [];

const endWords = { from: ['自', '起'], until: ['至', '止'] } as const;

/** The label of a period as that of one of its ends: 有效期 is 有效期自 and 有效期至. */
const endOf =
  (end: 'from' | 'until') =>
  ({ text, source }: LabelCandidate): LabelCandidate[] =>
    source === 'placeholder' || source === 'title'
      ? [{ text, source }]
      : endWords[end].map((word) => ({ text: text.replace(/[*:：\s]+$/, '') + word, source }));

function labelsOf(control: Control): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  const add = (text: string | null | undefined, source: LabelSource): void => {
    const trimmed = (text ?? '').trim();
    if (trimmed !== '' && trimmed.length <= longestLabel)
      candidates.push({ text: trimmed, source });
  };
  const { root, parts } = control;
  const [first] = parts;
  const isBox = first.matches('[type=radio],[type=checkbox],[role=radio],[role=checkbox]');

  const addPlace = (sibling: string, place: Element): void => {
    const cell = place.closest('td,th,dd');
    if (cell !== null) {
      const before = cellBefore(cell);
      add(before, 'cell');
      // 有效期 ｜ 自 [  ] 至 [  ]: the cell and the word before the control name the field together.
      if (sibling !== '' && sibling.length <= 2) add(before + sibling, 'cell');
      if (before === '' && isCell(cell)) add(columnHead(cell), 'columnHead');
    }
    if (sibling.length <= longestSibling) add(sibling, 'sibling');
  };

  if (!isBox) for (const label of labelsBoundTo(first)) add(textOf(label), 'label');
  const names = namesOf(first);
  for (const name of names) {
    const label = scopeOf(first).querySelector(`label[for="${CSS.escape(name)}"]`);
    if (label && !isBox) add(textOf(label), 'label');
  }
  for (const holder of new Set<Element>([root, first])) {
    if (holder === first && isBox) continue;
    add(holder.getAttribute('aria-label'), 'aria');
    for (const id of (holder.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
      const label = id === '' ? null : scopeOf(first).getElementById(id);
      if (label) add(textOf(label), 'aria');
    }
  }
  add(itemLabel(root), 'formItem');
  // The element around a group of boxes may begin with the words that name them.
  const start = isBox && !root.matches('label') ? (first.closest('label') ?? first) : root;
  addPlace(siblingText(start) || siblingText(root), root);
  for (let host = hostOf(root); host !== null; host = hostOf(host)) {
    add(host.getAttribute('label') ?? host.getAttribute('aria-label'), 'label');
    for (const name of namesOf(host)) {
      const label = scopeOf(host).querySelector(`label[for="${CSS.escape(name)}"]`);
      if (label) add(textOf(label), 'label');
    }
    addPlace(siblingText(host), host);
  }
  add(placeholderOf(first), 'placeholder');
  add(first.title, 'title');
  return control.end === undefined ? candidates : candidates.flatMap(endOf(control.end));
}

/** A row of a table that is a heading over the rows below. */
function rowHeading(element: Element): boolean {
  return (
    element instanceof HTMLTableRowElement && element.cells.length === 1 && !hasControls(element)
  );
}

/** Headings above an element, nearest first, one for each level of the document. */
function groupsOf(
  root: Element,
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
  const parent = parentOf(root);
  if (parent !== null && root !== form && parent !== document.body)
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
  const [first] = control.parts;
  const maxLength = Number(first.getAttribute('maxlength') ?? 0);
  return {
    index,
    codes: [first, hostOf(first)].flatMap((one) => (one === null ? [] : namesOf(one))),
    labels: labelsOf(control),
    groups: groupsOf(control.root, form, known),
    shape: control.shape,
    options: control.options(),
    placeholder: placeholderOf(first),
    maxLength: maxLength > 0 ? maxLength : null,
    writable: control.writable(),
  };
}

/** The nearest element around that a selector fits, out of shadow roots too. */
function around(element: Element, selector: string): HTMLElement | null {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    if (one instanceof HTMLElement && one.matches(selector)) return one;
  }
  return null;
}

/** The form, dialog or body that a control belongs to. */
function ownerOf(element: HTMLElement): HTMLElement {
  const form = isNative(element) ? element.form : null;
  return form ?? around(element, 'form') ?? around(element, dialogs) ?? document.body;
}

/** Where the buttons of a form stand: in it, or in the dialog around it. */
export function buttonScope(form: HTMLElement): HTMLElement {
  return around(form, dialogs) ?? form;
}

/** The form, dialog or body that a button belongs to. */
export function formOfButton(button: HTMLElement): HTMLElement {
  const form = 'form' in button && button.form instanceof HTMLFormElement ? button.form : null;
  return form ?? around(button, `form,${dialogs}`) ?? document.body;
}

/** The buttons of a form and of the dialog around it. */
export function buttonsOf(form: HTMLElement): HTMLElement[] {
  const scope = buttonScope(form);
  return allWithin(scope, buttons).filter((button) => buttonScope(formOfButton(button)) === scope);
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

function controlsOf(elements: readonly HTMLElement[], present: readonly Driver[]): Control[] {
  const controls: Control[] = [];
  const taken = new Set<HTMLElement>();
  for (const element of elements) {
    // A library's widget is whole; what boxes have in common may hold other controls too.
    const last = controls[controls.length - 1];
    const isPart = last?.root.contains(element) === true && last.driver !== nativeDriver;
    if (isPart || taken.has(element)) continue;
    for (const { detect } of present) {
      const found = detect(element);
      if (found === null) continue;
      for (const control of [found].flat()) {
        for (const part of [control.root, ...control.parts]) taken.add(part);
        controls.push(control);
      }
      taken.add(element);
      break;
    }
  }
  return controls;
}

const isShown = (control: Control): boolean =>
  control.driver.anchor(control).getClientRects().length > 0;

/** The forms of this document that may be reports, in page order; hidden and small ones left out. */
export function collectForms(): CollectedForm[] {
  const present = drivers();
  const selector = [native, roles, ...present.flatMap(({ seeds = [] }) => seeds)].join();
  const groups = new Map<HTMLElement, HTMLElement[]>();
  for (const element of allWithin(document, selector)) {
    const owner = ownerOf(element);
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [element]);
    else group.push(element);
  }
  const forms: CollectedForm[] = [];
  for (const [root, elements] of groups) {
    if (elements.length < fewest || elements.length > most) continue;
    if (elements.some((element) => element.matches('[type=password]'))) continue;
    const controls = controlsOf(elements, present).filter(isShown);
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
