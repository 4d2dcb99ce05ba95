/** Options that are clicked: matching them by their words, radio buttons and check boxes. */
import { type Written, settle, until } from './widget.ts';

/** Words of an option, width variants and white space aside. */
export function optionWords(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/g, '');
}

/** The option that one of the words names; words that come first are preferred. */
export function matchOption<Option>(
  options: readonly Option[],
  words: readonly string[],
  wordsOf: (option: Option) => string,
): Option | undefined {
  for (const word of words) {
    const wanted = optionWords(word);
    const found = options.find((option) => wordsOf(option) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words beside a radio button or check box. */
export function boxWords(box: HTMLElement): string {
  if (!(box instanceof HTMLInputElement)) {
    const id = box.getAttribute('aria-labelledby');
    const label = id === null ? null : document.getElementById(id);
    return optionWords(label?.textContent ?? box.getAttribute('aria-label') ?? box.textContent);
  }
  const label = box.closest('label') ?? box.labels?.[0];
  if (label) return optionWords(label.textContent);
  let words = '';
  for (let next = box.nextSibling; next !== null; next = next.nextSibling) {
    if (next instanceof Element && next.matches('input,br')) break;
    words += next.textContent ?? '';
    if (words.trim() !== '' && next instanceof Element) break;
  }
  return optionWords(words);
}

const isTicked = (box: HTMLElement): boolean =>
  box instanceof HTMLInputElement ? box.checked : box.getAttribute('aria-checked') === 'true';

/** The words of the boxes that are ticked, joined by `;`. */
export function readBoxes(boxes: readonly HTMLElement[]): string {
  return boxes.filter(isTicked).map(boxWords).join(';');
}

/** How long a page may take to tick a box. */
const tickDeadline = 250;

/** Clicks boxes until exactly the wanted ones are ticked; `false` where an option does not exist. */
export async function writeBoxes(boxes: readonly HTMLElement[], value: Written): Promise<boolean> {
  const options =
    value.kind === 'options' ? value.options : value.text.split(';').map((word) => [word]);
  const wanted = options.map((words) => matchOption(boxes, words, boxWords));
  for (const box of boxes) {
    const ticked = wanted.includes(box);
    if (ticked === isTicked(box) || (!ticked && box.matches('[type=radio],[role=radio]'))) continue;
    // Some libraries listen to the label only; a click on it reaches the box too.
    (box.closest('label') ?? box).click();
    // A model takes one change per rendering.
    await settle();
    await until(() => isTicked(box) === ticked, tickDeadline);
  }
  return !wanted.includes(undefined);
}
