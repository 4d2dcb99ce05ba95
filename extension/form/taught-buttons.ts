/** Buttons that a clerk has taught: naming one, and telling what one was taught to do. */
import { buttonWords, wordsOn } from './lent-words.ts';
import {
  type ButtonMeaning,
  type ButtonSelector,
  type ProfileContent,
  isStableName,
} from './profile.ts';
import { pressable } from './zero-report.ts';

const namesOf = (button: HTMLElement): string[] =>
  [button.getAttribute('name') ?? '', button.id].filter(isStableName);

/** Names a button of the page. */
export function buttonSelectorOf(button: HTMLElement): ButtonSelector {
  const words = buttonWords(wordsOn(button));
  const around = button.getRootNode() as Document | ShadowRoot;
  const alike = Array.from(around.querySelectorAll<HTMLElement>(pressable)).filter(
    (other) => buttonWords(wordsOn(other)) === words,
  );
  return { words, names: namesOf(button), nth: alike.indexOf(button), of: alike.length };
}

function isNamed(button: HTMLElement, { words, names, nth, of }: ButtonSelector): boolean {
  if (buttonWords(wordsOn(button)) !== words) return false;
  if (namesOf(button).some((name) => names.includes(name))) return true;
  const present = buttonSelectorOf(button);
  return present.nth === nth && present.of === of;
}

/** What profiles say that a button does, or `null`. */
export function taughtMeaning(
  profiles: readonly ProfileContent[],
  button: HTMLElement,
): ButtonMeaning | null {
  for (const { selector, meaning } of profiles.flatMap(({ buttons }) => buttons)) {
    if (isNamed(button, selector)) return meaning;
  }
  return null;
}
