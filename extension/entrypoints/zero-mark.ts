/**
 * Marks the buttons that file a zero report, in a page to which the clerk was led for one. Injected there
 * only; it presses nothing, and its marks go once the clerk has pressed one.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isZeroReportButton, pressedButton } from '../form/zero-report.ts';

const marked = 'data-baosong-zero';
/** Pages of today draw their buttons late; after this long none is waited for any more. */
const patience = 60_000;
const outline = '3px solid #c62828';

interface MarkedFrame {
  baosongZeroMark?: boolean;
}

export default defineUnlistedScript(() => {
  const frame = globalThis as MarkedFrame;
  if (frame.baosongZeroMark) return;
  frame.baosongZeroMark = true;
  let found = false;

  const mark = (): void => {
    const buttons = document.querySelectorAll<HTMLElement>(
      'button,a,[role=button],input[type=button],input[type=submit]',
    );
    for (const button of Array.from(buttons)) {
      if (button.hasAttribute(marked) || !isZeroReportButton(button)) continue;
      button.setAttribute(marked, button.style.outline);
      button.style.outline = outline;
      button.style.outlineOffset = '2px';
      if (!found) button.scrollIntoView({ block: 'center' });
      found = true;
    }
  };

  const observer = new MutationObserver(mark);
  const stop = (): void => {
    observer.disconnect();
    window.removeEventListener('click', pressed, true);
    for (const button of Array.from(document.querySelectorAll<HTMLElement>(`[${marked}]`))) {
      button.style.outline = button.getAttribute(marked) ?? '';
      button.style.outlineOffset = '';
      button.removeAttribute(marked);
    }
    delete frame.baosongZeroMark;
  };
  function pressed(event: Event): void {
    if (pressedButton(event)?.hasAttribute(marked)) stop();
  }

  window.addEventListener('click', pressed, true);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), patience);
  mark();
});
