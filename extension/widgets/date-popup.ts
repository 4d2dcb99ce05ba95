/**
 * Text boxes in pages that have a library of calendars: a date is picked in the calendar that opens with
 * the text box. Which text boxes open one cannot always be told from outside, and one that is merely
 * typed into may put its old date back later.
 */
import { frameState } from '../form/frame-state.ts';
import { type Day, dayOf } from './day.ts';
import { fire, pickDay, press, typeInto, until } from './hands.ts';
import type { Calendar } from './day.ts';
import { type Control, type Driver, isNative } from './widget.ts';

/** A calendar may have to load its parts; where nothing points to one, it opens at once or is none. */
const loadPatience = 1500;
const shortPatience = 60;
const closeDeadline = 400;

const opensCalendar =
  '[onclick*=WdatePicker],[onfocus*=WdatePicker],[onclick*=laydate],[onfocus*=laydate]';
const dateBox = `${opensCalendar},.Wdate,[lay-key],[class*=laydate],[class*=datepicker i],[class*=date-picker],[class*=datetimepicker],[data-date-format],.flatpickr-input,.flatpickr-input+input`;
const dateGroup = '.date,[class*=form_date],[data-date-format]';
const trigger = `${opensCalendar},.input-group-addon,.input-group-btn > *,.add-on,[class*=trigger]`;
const dateHint = /日期|时间|年月日|y{2,4}\W?m{1,2}|date|time|rq$/i;

/** The button beside a text box that opens its calendar. */
function openerOf(input: HTMLInputElement): HTMLElement | null {
  for (let next = input.nextElementSibling; next; next = next.nextElementSibling) {
    if (isNative(next)) break;
    if (next.matches(trigger)) return next as HTMLElement;
  }
  return null;
}

/** Whether a text box is meant to be filled from a calendar. */
function isDateBox(input: HTMLInputElement): boolean {
  if (input.matches(dateBox) || openerOf(input)?.matches(opensCalendar)) return true;
  const group = input.closest('.input-group,.input-append,[class*=form_date]');
  if (group?.matches(dateGroup)) return true;
  const hints = [input.placeholder, input.name, input.id];
  return input.readOnly && hints.some((hint) => dateHint.test(hint));
}

function tell(input: HTMLInputElement): void {
  for (const type of ['input', 'change', 'blur', 'focusout']) fire(input, type);
}

/** Sets a text without the events that would open the calendar. */
function put(input: HTMLInputElement, text: string): void {
  input.value = text;
  tell(input);
}

/** The calendars that may open on this page, each brought by the script of its family. */
const calendars = (): readonly Calendar[] =>
  Object.values(frameState()?.drivers ?? {})
    .flat()
    .flatMap((driver) => driver.calendars ?? []);

async function writeDay(input: HTMLInputElement, day: Day, text: string): Promise<boolean> {
  const patience = isDateBox(input) ? loadPatience : shortPatience;
  const button = openerOf(input);
  // One that is closing still may be the one that is to open.
  await until(() => calendars().every((one) => one.open().length === 0), closeDeadline);
  const told = new Set<string>();
  const hear = ({ type }: Event): void => void told.add(type);
  input.addEventListener('change', hear);
  const open = (): void =>
    press(input, () => {
      for (const type of ['focus', 'focusin']) fire(input, type);
    });
  let outcome = await pickDay(day, open, button ? shortPatience : patience, calendars());
  if (outcome === 'no calendar' && button) {
    outcome = await pickDay(day, () => press(button), patience, calendars());
  }
  input.removeEventListener('change', hear);
  // A calendar that has opened and does not offer the day takes no typing either.
  if (outcome === 'no calendar') put(input, text);
  else if (!told.has('change')) tell(input);
  return outcome !== 'not offered';
}

/** A box for both ends of a period shows what stands between them. */
const between = /^\s*[-~至]\s*$| [-~至] /;

const ends = ['from', 'until'] as const;

/** The driver of text boxes with a calendar. */
export const datePopup: Driver = {
  detect(element) {
    if (!isNative(element) || !(element instanceof HTMLInputElement)) return null;
    if (element.type !== 'text') return null;
    const control: Control = {
      driver: datePopup,
      root: element,
      parts: [element],
      shape: isDateBox(element) ? 'date' : 'text',
      options: () => [],
      writable: () => !element.disabled && (!element.readOnly || isDateBox(element)),
    };
    return between.test(element.value) || between.test(element.placeholder)
      ? ends.map((end) => ({ ...control, shape: 'date', end }))
      : control;
  },
  read({ root, end }) {
    const input = root as HTMLInputElement;
    if (end === undefined) return input.value;
    return input.value.split(between)[ends.indexOf(end)] ?? '';
  },
  async write({ root }, value) {
    if (value.kind === 'options') return false;
    const input = root as HTMLInputElement;
    const day = dayOf(value.text);
    if (day) return writeDay(input, day, value.text);
    if (isDateBox(input)) put(input, value.text);
    else await typeInto(input, value.text);
    return true;
  },
  anchor: ({ root }) => root,
};
