/** Starts teaching from the popup, in the frame that holds the form. */
import { browser } from 'wxt/browser';
import { diagnoseTab } from '../diagnosis/report.ts';

/** The frame with the largest form, where none was recognised. */
async function frameToTeach(tabId: number): Promise<number | null> {
  const frames = await diagnoseTab(tabId);
  const sizes = frames.map(({ frameId, diagnosis }) => ({
    frameId,
    size: Math.max(0, ...diagnosis.forms.map(({ controls }) => controls.length)),
  }));
  const [largest] = sizes.sort((a, b) => b.size - a.size);
  return largest === undefined || largest.size === 0 ? null : largest.frameId;
}

/**
 * Lets the clerk teach a form of a tab.
 *
 * @param recognisedIn the frame whose form is recognised already, or `null`.
 * @throws an Error with a sentence where there is nothing to teach.
 */
export async function teachTab(tabId: number, recognisedIn: number | null): Promise<void> {
  const frameId = recognisedIn ?? (await frameToTeach(tabId));
  if (frameId === null) throw new Error('这个页面上没有可以教的表单，请先打开填报页面。');
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/teach.js'],
  });
  if (typeof answer?.result === 'string') throw new Error(answer.result);
}
