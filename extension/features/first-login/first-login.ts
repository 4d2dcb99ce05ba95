/**
 * Asks, on a site's first use and until it is confirmed, whether the platform's initial password (初始密码)
 * was changed. The clerk's word is all there is: no password is ever read.
 */
import { browser } from 'wxt/browser';
import type { DutyLine } from '../../messages.ts';

const key = 'passwordChanged';

type Confirmations = Readonly<Record<string, string>>;

async function confirmations(): Promise<Confirmations> {
  return ((await browser.storage.local.get(key))[key] as Confirmations | undefined) ?? {};
}

/** Whether the clerk has confirmed it for the site of this origin. */
export async function isPasswordChanged(origin: string): Promise<boolean> {
  return origin in (await confirmations());
}

/** Keeps the clerk's word, with the instant at which it was given. */
export async function confirmPasswordChanged(origin: string, now: Date): Promise<void> {
  await browser.storage.local.set({
    [key]: { ...(await confirmations()), [origin]: now.toISOString() },
  });
}

/** The line for a page of the site, or `null` once it was confirmed. */
export async function passwordLine(origin: string): Promise<DutyLine | null> {
  return (await isPasswordChanged(origin))
    ? null
    : {
        text: '首次登录后应立即修改平台的初始密码；已修改的，请点开浏览器工具栏上的“报送”确认。',
        urgent: false,
      };
}
