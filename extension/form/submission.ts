/** Which events of a page are the submission of its reporting form. */
import type { Control } from '../widgets/widget.ts';
import type { ReportingForm } from './bound-form.ts';
import { buttonWords, isSubmission, maySubmit } from './buttons.ts';
import { buttonScope, formOfButton, wordsOfButtons } from './collect.ts';
import { pressedButton, wordsOn } from './zero-report.ts';

/** A submission as it starts. */
export interface SubmissionEvent {
  /** A press whose submit event is still to come, if the browser finds the form valid. */
  readonly submitFollows: boolean;
}

/** A form that is, or may be, the reporting form. */
export type SentForm = Pick<ReportingForm, 'root' | 'controls'>;

/** Whether an element is what the browser sends a form with; where that is empty, its controls stand outside it. */
export function isSentWith({ root, controls }: SentForm, element: EventTarget | null): boolean {
  const isOf = ({ parts: [part] }: Control): boolean =>
    (part as Partial<HTMLInputElement>).form === element;
  return element === root || (element !== null && controls.some(isOf));
}

/** What is pressed like a button without being one: a component or a cell that a script of the page listens on. */
function drawnButton(event: Event): HTMLElement | null {
  const [target] = event.composedPath();
  // The findings that the overlay shows speak of submitting, too.
  const isPressed =
    (event.target as Partial<Element>).localName !== 'baosong-overlay' &&
    target instanceof HTMLElement &&
    getComputedStyle(target).cursor === 'pointer';
  if (!isPressed) return null;
  return wordsOn(target) === '' ? target.parentElement : target;
}

function ofClick(
  event: Event,
  reporting: SentForm,
  isTaught: (button: HTMLElement) => boolean,
): SubmissionEvent | null {
  const button = pressedButton(event) ?? drawnButton(event);
  if (button === null || button.matches(':disabled')) return null;
  const submits = 'type' in button && (button.type === 'submit' || button.type === 'image');
  const started = {
    submitFollows:
      submits && isSentWith(reporting, (button as Partial<HTMLButtonElement>).form ?? null),
  };
  if (isTaught(button)) return started;
  const { root: form } = reporting;
  const owner = formOfButton(button);
  const inForm = owner === form || buttonScope(owner) === buttonScope(form);
  if (!inForm && owner !== document.body) return null;
  const words = buttonWords(wordsOn(button));
  if (!isSubmission(words, inForm, wordsOfButtons(form, button))) return null;
  return started;
}

function ofSubmit(event: SubmitEvent, form: SentForm): SubmissionEvent | null {
  if (!isSentWith(form, event.target)) return null;
  const words = event.submitter === null ? '' : buttonWords(wordsOn(event.submitter));
  return maySubmit(words) ? { submitFollows: false } : null;
}

/**
 * The submission that an event starts, or `null` where it starts none of this form.
 *
 * @param isTaught whether the clerk has taught that a button submits, whatever it says.
 */
export function submissionOf(
  event: Event,
  form: SentForm,
  isTaught: (button: HTMLElement) => boolean,
): SubmissionEvent | null {
  return event instanceof SubmitEvent ? ofSubmit(event, form) : ofClick(event, form, isTaught);
}
