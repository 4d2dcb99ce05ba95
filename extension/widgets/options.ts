/** Options by their words, radio buttons and check boxes. */
/** How long options that depend on another choice may take to arrive. */
export const optionsDeadline = 1500;

/** Words of an option, width variants, white space and the signs of icon fonts aside. */
export function optionWords(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/[\s\ue000-\uf8ff]+/g, '');
}

/** What numbers an option: A.法人, （1）法人, 01-法人. */
const numbering = /^[(（]?([a-z]|\d+(?=\W))[-.．、:：)）]*(?=[\u4e00-\u9fff])/i;

/** Words of an option without what numbers it. */
export const unnumbered = (words: string): string => words.replace(numbering, '');

/** The option that one of the words names; words that come first are preferred, and an option as it is. */
export function matchOption<Option>(
  options: readonly Option[],
  words: readonly string[],
  wordsOf: (option: Option) => string,
): Option | undefined {
  for (const plain of [(text: string) => text, unnumbered]) {
    for (const word of words) {
      const wanted = optionWords(word);
      const found = options.find((option) => plain(wordsOf(option)) === wanted);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What a library draws around a box, and shows its state by. */
const drawnAround = (box: HTMLElement): HTMLElement | null =>
  box.closest('[role=radio][aria-checked],[role=checkbox][aria-checked]');

/** What belongs to a box and to no other: what is drawn around it, or its label. */
export function shellOf(box: HTMLElement): HTMLElement | null {
  const label = box.closest('label') ?? (box as HTMLInputElement).labels?.[0] ?? null;
  const isShared = (label?.querySelectorAll('[type=radio],[type=checkbox]').length ?? 0) > 1;
  return drawnAround(box) ?? (isShared ? null : label);
}

/** The words beside a radio button or check box. */
export function boxWords(box: HTMLElement): string {
  if (!(box instanceof HTMLInputElement)) {
    const id = box.getAttribute('aria-labelledby');
    const label = id === null ? null : document.getElementById(id);
    return optionWords(label?.textContent ?? box.getAttribute('aria-label') ?? box.textContent);
  }
  const shell = shellOf(box);
  if (shell !== null) return optionWords(shell.textContent);
  let words = '';
  for (let next = box.nextSibling; next !== null; next = next.nextSibling) {
    if (next instanceof Element && next.matches('input,br')) break;
    words += next.textContent ?? '';
    if (words.trim() !== '' && next instanceof Element) break;
  }
  return optionWords(words);
}

/** Whether a radio button or check box is chosen. */
export function isTicked(box: HTMLElement): boolean {
  const drawn = drawnAround(box);
  if (drawn !== null) return drawn.getAttribute('aria-checked') === 'true';
  // Groups of one name take the browser's tick from one another, and yet each is drawn with its own.
  return (box as HTMLInputElement).checked || shellOf(box)?.matches('[class*=-checked]') === true;
}

/** The words of the boxes that are ticked, joined by `;`. */
export function readBoxes(boxes: readonly HTMLElement[]): string {
  return boxes.filter(isTicked).map(boxWords).join(';');
}
