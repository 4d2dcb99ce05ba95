/** Zero-report buttons (本周无数据): which they are and for which kind. Runs in the loader. */
import type { DoublePublicityKind } from '@baosong/shared/standards/field.ts';

const buttonWords = /本周无数据|无数据上报|零报送/;
const longestButton = 24;

const kindWords: readonly (readonly [DoublePublicityKind, string])[] = [
  ['licence', '许可'],
  ['penalty', '处罚'],
];

/** What a press was on: the nearest thing of the page that acts as a button, or `null`. */
export function pressedButton(event: Event): HTMLElement | null {
  if (event.target instanceof Element && event.target.localName === 'baosong-overlay') return null;
  const target = event.composedPath()[0];
  const element = target instanceof Element ? target : null;
  return (
    element?.closest<HTMLElement>(
      'button,a,[role=button],input[type=button],input[type=submit],input[type=image]',
    ) ?? null
  );
}

/** The words on a button. */
export function wordsOn(button: HTMLElement): string {
  const words =
    button instanceof HTMLInputElement ? button.value || button.alt : button.textContent;
  return (words || button.title || button.ariaLabel || '').replace(/\s/g, '');
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

/** The row that a list has ticked, for platforms with one button above it. */
function tickedRow(container: Element): string {
  const ticked = container.querySelectorAll(
    'input[type=checkbox]:checked,input[type=radio]:checked',
  );
  return Array.from(ticked, (box) => box.closest('tr')?.textContent ?? '').join(' ');
}

/**
 * The kind that a zero-report button is for, by its own words, the words of its row, or the nearest ones
 * before it; `null` where the page does not say.
 */
export function zeroReportKind(button: HTMLElement): DoublePublicityKind | null {
  const own = kindsIn(wordsOn(button));
  if (own.length === 1) return own[0] ?? null;
  for (let around = button.parentElement; around !== null; around = around.parentElement) {
    const kinds = kindsIn(around.textContent);
    if (kinds.length === 1) return kinds[0] ?? null;
    if (kinds.length > 1) {
      const ticked = kindsIn(tickedRow(around));
      if (ticked.length === 1) return ticked[0] ?? null;
      const before = textBefore(around, button);
      const [nearest] = kindWords
        .map(([kind, word]) => ({ kind, at: before.lastIndexOf(word) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.at - a.at);
      return nearest?.kind ?? null;
    }
  }
  return null;
}
