/** Whether a tab has sent anything, by what its documents remember of their requests. */
import { browser } from 'wxt/browser';

/**
 * Runs in each frame: whether its document has begun a request since, may have without remembering it, or may yet,
 * since it asks the clerk something.
 */
function mayHaveSent(since: number): boolean {
  const begun = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const isFull = begun.length >= 250;
  const isLater = performance.timeOrigin >= since;
  // Such a form answers in a window of its own.
  const leadsElsewhere = document.querySelector('form[target],base[target]') !== null;
  const floating =
    'dialog[open],[role=dialog],[role=alertdialog],[role=tooltip],[class*=message-box],[class*=modal],[class*=layer],[class*=messager],[class*=confirm],[class*=popover],[class*=swal]';
  const asks = Array.from(document.querySelectorAll<HTMLElement>(floating)).some(
    (one) => one.getClientRects().length > 0 && /[?？吗]|是否|确[定认]/.test(one.innerText),
  );
  const requests = /^(xmlhttprequest|fetch|beacon|i?frame|script)$/;
  return (
    isFull ||
    asks ||
    isLater ||
    leadsElsewhere ||
    begun.some(
      ({ startTime, initiatorType }) =>
        performance.timeOrigin + startTime >= since && requests.test(initiatorType),
    )
  );
}

/** Whether a tab may have sent anything since an instant; where its frames cannot be asked, it may have. */
export async function hasSent(tabId: number, since: string): Promise<boolean> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: mayHaveSent,
      args: [Date.parse(since)],
    })
    .catch(() => []);
  return frames.length === 0 || frames.some(({ result }) => result !== false);
}
