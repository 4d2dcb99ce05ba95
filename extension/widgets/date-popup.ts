/**
 * Text boxes in pages that have a library of calendars: a date is picked in the calendar that opens with
 * the text box. Which text boxes open one cannot always be told from outside, and one that is merely
 * typed into may put its old date back later.
 */
import { popupCalendars } from './calendars.ts';
import { type Day, dayOf } from './day.ts';
import { press, fire, isNative, pickDay, typeInto } from './lent.ts';
import type { Control, Driver } from './widget.ts';

/** A calendar may have to load its parts; where nothing points to one, it opens at once or is none. */
const loadPatience = 1500;
const shortPatience = 60;

const opensCalendar =
  '[onclick*=WdatePicker],[onfocus*=WdatePicker],[onclick*=laydate],[onfocus*=laydate]';
const dateBox = `${opensCalendar},.Wdate,[lay-key],[class*=laydate],[class*=datepicker],[class*=date-picker],[class*=datetimepicker],[data-date-format],.hasDatepicker`;
const dateGroup = '.date,[class*=form_date],[data-date-format]';
const trigger = `${opensCalendar},.input-group-addon,.input-group-btn > *,.add-on`;
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

async function writeDay(input: HTMLInputElement, day: Day, text: string): Promise<void> {
  const patience = isDateBox(input) ? loadPatience : shortPatience;
  const button = openerOf(input);
  const told = new Set<string>();
  const hear = ({ type }: Event): void => void told.add(type);
  input.addEventListener('change', hear);
  const open = (): void =>
    press(input, () => {
      for (const type of ['focus', 'focusin']) fire(input, type);
    });
  let outcome = await pickDay(day, open, button ? shortPatience : patience, popupCalendars);
  if (outcome === 'no calendar' && button) {
    outcome = await pickDay(day, () => press(button), patience, popupCalendars);
  }
  input.removeEventListener('change', hear);
  if (outcome !== 'picked') put(input, text);
  else if (!told.has('change')) tell(input);
}

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
    return control;
  },
  read: ({ root }) => (root as HTMLInputElement).value,
  async write({ root }, value) {
    if (value.kind === 'options') return false;
    const input = root as HTMLInputElement;
    const day = dayOf(value.text);
    if (day) await writeDay(input, day, value.text);
    else if (isDateBox(input)) put(input, value.text);
    else await typeInto(input, value.text);
    return true;
  },
  anchor: ({ root }) => root,
};
