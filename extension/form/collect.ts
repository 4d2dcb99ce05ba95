/**
 * Collects the forms of a document: once per change, into flat records. Forms with a password input are
 * passed over before anything of them is read.
 */
import { drivers } from '../widgets/index.ts';
import { native as nativeDriver } from '../widgets/native.ts';
import { isShown, parentOf } from '../widgets/anatomy.ts';
import { allWithin } from '../widgets/scopes.ts';
import type { Control, Driver } from '../widgets/widget.ts';
import { buttonWords, isQuery, isSubmission } from './buttons.ts';
import type { FieldRecord, FormRecord } from './field-record.ts';
import type { CollectedForm } from './frame-state.ts';
import {
  type Reading,
  headings,
  labelsOf,
  namesOf,
  native as fillable,
  placeholderOf,
  textOf,
} from './labels.ts';
import { orderSaid } from './year-first.ts';
import { pressable, wordsOn } from './zero-report.ts';

/** What pages lay over themselves, with the buttons that belong to its content. */
export const dialogs =
  'dialog,[role=dialog],.el-dialog,.el-drawer,.layui-layer,.modal,.ant-modal,.ant-drawer,.ivu-modal,.panel.window';
/** Below this it cannot be a report; above, it is a table to edit and not a form. */
const fewest = 4;
const most = 300;
const longestButton = 20;

const native = 'input,select,textarea';
/** What may be worked like a native control without being or holding one. */
const roles =
  '[role=combobox],[role=listbox],[role=radiogroup],[role=checkbox],[role=spinbutton],[contenteditable]';

/** Where pages say how a calendar is to write. */
const formats = ['data-date-format', 'onclick', 'onfocus'];

function recordOf(
  control: Control,
  index: number,
  reading: Reading,
  queries: readonly Element[],
): FieldRecord {
  const [first] = control.parts;
  const placeholder = placeholderOf(control);
  return {
    index,
    codes: namesOf(control),
    ...labelsOf(control, reading),
    shape: control.shape,
    options: control.options(),
    placeholder,
    dateOrder: orderSaid([placeholder, ...formats.map((name) => first.getAttribute(name) ?? '')]),
    maxLength: Number(first.getAttribute('maxlength')) || null,
    writable: control.writable(),
    forQuery: queries.some((region) => region.contains(control.root)),
  };
}

/** The nearest element around that a selector fits, out of shadow roots too. */
function around(element: Element, selector: string): HTMLElement | null {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    if (one instanceof HTMLElement && one.matches(selector)) return one;
  }
  return null;
}

/**
 * The form that a control or button is sent with. One that holds nothing is passed over: where a page opens a
 * form between the rows of a table, the browser leaves it empty beside them.
 */
function formOf(element: HTMLElement): HTMLElement | null {
  const { form } = element as Partial<HTMLInputElement>;
  return form?.querySelector(`${fillable},button`) ? form : null;
}

/** The form, dialog or body that a control belongs to. */
function ownerOf(element: HTMLElement): HTMLElement {
  return formOf(element) ?? around(element, 'form') ?? around(element, dialogs) ?? document.body;
}

/** Where the buttons of a form stand: in it, or in the dialog around it. */
export function buttonScope(form: HTMLElement): HTMLElement {
  return around(form, dialogs) ?? form;
}

/** Places of a page that lead elsewhere; their words say nothing about a form. */
export const menus =
  'nav,header,aside,[role=navigation],[role^=menu],[class*=sidebar],[class*=navbar],[class*=menu]';

/** Words of a menu such as 数据报送 name a page. */
const longestClear = 3;

/** Whether a button is an entry of a menu, or acts on the data of its row, and is none of the form beside it. */
function isEntry(button: HTMLElement): boolean {
  const row = button.closest('tr');
  const data = Array.from(row?.cells ?? []).filter(
    (cell) => !cell.querySelector(pressable) && textOf(cell),
  );
  if (data.length > 1 && !row?.querySelector('input:not([type]),[type=text],select,textarea'))
    return true;
  const words = buttonWords(wordsOn(button));
  return (
    words.length > longestClear && !isSubmission(words, false, []) && button.closest(menus) !== null
  );
}

/** The form, dialog or body that a button belongs to; the whole document where it is of none. */
export function formOfButton(button: HTMLElement): HTMLElement {
  if (isEntry(button)) return document.documentElement;
  return formOf(button) ?? around(button, `form,${dialogs}`) ?? document.body;
}

/** A list with a link or two in each of its thousand rows has its own buttons before and after them. */
const mostButtons = 150;

/** The buttons of a form and of the dialog around it. */
export function buttonsOf(form: HTMLElement): HTMLElement[] {
  const scope = buttonScope(form);
  const all = allWithin(scope, pressable);
  const some =
    all.length > mostButtons * 2 ? [...all.slice(0, mostButtons), ...all.slice(-mostButtons)] : all;
  return some.filter((button) => buttonScope(formOfButton(button)) === scope);
}

/** The words of a form's buttons, other than one. */
export function wordsOfButtons(form: HTMLElement, except?: HTMLElement): string[] {
  return buttonsOf(form)
    .filter((button) => button !== except && button.closest(menus) === null)
    .map((button) => buttonWords(wordsOn(button)))
    .filter((words) => words !== '' && words.length <= longestButton);
}

const dialogTitles =
  '.el-dialog__title,.el-drawer__header,.layui-layer-title,[class*=modal-title],.ant-drawer-title,.ivu-modal-header-inner';

/** The nearest heading before a form or one of the elements around it. */
function headingAbove(root: HTMLElement): string {
  for (let at: Element | null = root; at !== null && at !== document.body; at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = before.matches(headings) ? before : before.querySelector(headings);
      if (heading !== null) return textOf(heading);
    }
  }
  return '';
}

function headingOf(root: HTMLElement): string {
  const scope = buttonScope(root);
  const near = Array.from(scope.querySelectorAll(headings), textOf);
  const title = scope.querySelector(dialogTitles);
  return [
    document.title,
    // Where the page stands among those of its platform: 双公示 / 行政许可 / 信息录入.
    document.querySelector('[class*=breadcrumb]')?.textContent,
    title === null ? headingAbove(root) : textOf(title),
    ...near.slice(0, 5),
  ].join(' ');
}

/** A search bar has few controls more; beyond, a button to look something up stands in the form itself. */
const mostAsked = 5;

/** Parts of a form that ask for data, such as the search bar over a form of a whole-page `form`. */
function queriesIn(form: HTMLElement): Element[] {
  const buttons = buttonsOf(form);
  const words = buttons.map((button) => buttonWords(wordsOn(button)));
  const submits = buttons.filter((_button, at) => isSubmission(words[at] ?? '', true, words));
  const sizeOf = (region: Element): number =>
    Array.from(region.querySelectorAll(fillable)).filter((one) => !one.matches(pressable)).length;
  const isRegion = (region: Element | null): region is Element =>
    region !== form && form.contains(region) && !submits.some((button) => region?.contains(button));
  return buttons.flatMap((button, at) => {
    if (!isQuery(words[at] ?? '')) return [];
    const regions: Element[] = [];
    for (let next = button.parentElement; isRegion(next); next = next.parentElement) {
      const size = sizeOf(next);
      if (size > mostAsked && regions.length > 0) break;
      if (size > 0) regions.push(next);
    }
    return regions;
  });
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

function isVisible(control: Control): boolean {
  const anchor = control.driver.anchor(control);
  return isShown(anchor) && getComputedStyle(anchor).visibility === 'visible';
}

/**
 * The forms of this document that may be reports, in page order; hidden ones left out.
 *
 * @param least so many controls a form has.
 */
export function collectForms(least = fewest): CollectedForm[] {
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
    if (elements.length < least || elements.length > most) continue;
    if (elements.some((element) => element.matches('[type=password]'))) continue;
    const controls = controlsOf(elements, present).filter(isVisible);
    if (controls.length < least) continue;
    const reading: Reading = { form: root, grids: new Map(), headings: new Map() };
    const queries = queriesIn(root);
    const record: FormRecord = {
      fields: controls.map((control, index) => recordOf(control, index, reading, queries)),
      buttons: wordsOfButtons(root),
      heading: headingOf(root),
    };
    forms.push({ root, record, controls });
  }
  return forms;
}
