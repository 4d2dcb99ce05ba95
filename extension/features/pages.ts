/** The extension's own pages: their addresses and how to open them. */
import { browser } from 'wxt/browser';

/** The places of the desk (工作台), in the order of its navigation, each with its hash route. */
export const deskPlaces = {
  ledger: '台账',
  import: '导入',
  templates: '模板',
  zero: '零报送',
  calendar: '日历',
  settings: '设置',
} as const;

export type DeskPlace = keyof typeof deskPlaces;

/** The address of a file of the extension; works in its pages and in its background. */
export function extensionUrl(path: `/${string}`): string {
  return new URL(path, location.origin).href;
}

/** Opens the desk at a place, in the tab where it is open already if there is one. */
export async function openDesk(place: DeskPlace): Promise<void> {
  const page = extensionUrl('/desk.html');
  const url = `${page}#/${place}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Opens the page that leads through the set-up. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: extensionUrl('/welcome.html') });
}

/** Opens the popup for a tab as a window of its own, which stays open while the clerk works in the page. */
export async function openPinnedPopup(tabId: number): Promise<void> {
  await browser.windows.create({
    url: extensionUrl(`/popup.html?tab=${tabId}`),
    type: 'popup',
    width: 420,
    height: 680,
  });
}
