/** Zero-report buttons (本周无数据): which they are and for which kind. Runs in the loader. */
import type { DoublePublicityKind } from '@baosong/shared/standards/field.ts';

const buttonWords = /本周无数据|无数据上报|零报送/;
const longestButton = 24;

const kindWords: readonly (readonly [DoublePublicityKind, string])[] = [
  ['licence', '许可'],
  ['penalty', '处罚'],
];

/** Selects what acts as a button. */
export const pressable =
  'button,a,[role=button],[type=button],[type=submit],[type=image],[onclick]';

/** What a press was on: the nearest thing of the page that acts as a button, or `null`. */
export function pressedButton(event: Event): HTMLElement | null {
  const [inner] = event.composedPath();
  const { localName } = event.target as Partial<Element>;
  return localName !== 'baosong-overlay' && inner instanceof Element
    ? inner.closest<HTMLElement>(pressable)
    : null;
}

/** The words on a button, or those that its picture stands for. */
export function wordsOn(button: HTMLElement): string {
  const words = button instanceof HTMLInputElement ? button.value : button.textContent;
  const { alt } = (button.querySelector('img') ?? button) as Partial<HTMLImageElement>;
  // A component's button shows the words that stand in the component.
  const { host } = button.getRootNode() as Partial<ShadowRoot>;
  return (
    words.trim() ||
    button.title ||
    alt ||
    button.ariaLabel ||
    host?.textContent ||
    ''
  ).replace(/\s/g, '');
}

/** Whether a button files a zero report. */
export function isZeroReportButton(button: HTMLElement): boolean {
  const words = wordsOn(button);
  return words.length <= longestButton && buttonWords.test(words);
}

function kindsIn(text: string): DoublePublicityKind[] {
  return kindWords.filter(([, word]) => text.includes(word)).map(([kind]) => kind);
}

/** Text from the start of an element up to the button. */
function textBefore(container: Element, button: HTMLElement): string {
  const range = document.createRange();
  range.setStart(container, 0);
  range.setEndBefore(button);
  return range.toString();
}

/** How a list marks the rows that are meant: a ticked box, or the look of the row. */
const meant =
  'input:checked,tr[aria-selected=true],tr[class*=select],tr[class*=current],tr[class*=click]';

/** The rows that a list has ticked, for platforms with one button above it. */
function tickedRows(container: Element): string {
  const marks = container.querySelectorAll(meant);
  return Array.from(marks, (mark) => mark.closest('tr')?.textContent).join();
}

/** Whether this is one button of several, or stands at a list of which rows are to be ticked. */
function needsChoice(container: Element): boolean {
  const buttons = Array.from(container.querySelectorAll<HTMLElement>(pressable));
  return (
    buttons.filter(isZeroReportButton).length > 1 ||
    container.querySelector('tr [type=checkbox],tr [type=radio]') !== null
  );
}

/**
 * The one kind that a zero-report button is for, by its own words, the words of its row, or the nearest ones
 * before it; `null` where the page speaks of both at once or of none.
 */
export function zeroReportKind(button: HTMLElement): DoublePublicityKind | null {
  let around: HTMLElement = button;
  let kinds = kindsIn(wordsOn(button));
  while (kinds.length === 0 && around.parentElement !== null) {
    around = around.parentElement;
    kinds = kindsIn(around.textContent);
  }
  if (kinds.length > 1 && around !== button) {
    const ticked = kindsIn(tickedRows(around));
    if (ticked.length > 0) kinds = ticked;
    else if (needsChoice(around)) {
      const before = textBefore(around, button);
      const [licence = 0, penalty = 0] = kindWords.map(([, word]) => before.lastIndexOf(word));
      return licence > penalty ? 'licence' : penalty > licence ? 'penalty' : null;
    }
  }
  return kinds[1] === undefined ? (kinds[0] ?? null) : null;
}
