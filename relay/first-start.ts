/** The first start: a link by which the administrator is made, and a made-up unit to try the relay with. */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { newEnrolmentCode, newToken } from './secrets.ts';
import type { NewUnit, Store } from './store/port.ts';

const hours = 24;

/** Synthetic; there is no such city and no such code was issued. */
const tryOutUnit: NewUnit = {
  name: '云溪市城市管理局',
  unifiedSocialCreditCode: '11420200011012349Q',
  district: '市直',
  kinds: ['licence', 'penalty'],
  otherItems: [],
};

/** Opens a set-up link. @returns its path. */
export async function openSetupLink(store: Store, now: Date): Promise<string> {
  const token = newToken();
  await store.openSetup(token.hash, now.toISOString(), inHours(now));
  return `/setup/${token.text}`;
}

/** The lines to show at a start without an administrator. */
export async function firstStartLines(store: Store, now: Date, origin: string): Promise<string[]> {
  const setupPath = await openSetupLink(store, now);
  const code = await tryOutCode(store, now);
  return [
    `管理员设置链接（一次有效）：${origin}${setupPath}`,
    `试用接入码（${tryOutUnit.name}，${String(hours)} 小时内有效）：${code}`,
  ];
}

async function tryOutCode(store: Store, now: Date): Promise<string> {
  const at = now.toISOString();
  const units = await store.listUnits(shanghaiDate(at), null);
  const unit =
    units.find(
      ({ unifiedSocialCreditCode }) =>
        unifiedSocialCreditCode === tryOutUnit.unifiedSocialCreditCode,
    ) ?? (await store.createUnit(tryOutUnit, 'relay', at));
  if (!unit) throw new Error('The try-out unit neither exists nor could be made');
  const code = newEnrolmentCode();
  await store.issueEnrolmentCode({
    unitId: unit.id,
    codeHash: code.hash,
    by: 'relay',
    at,
    expiresAt: inHours(now),
  });
  return code.text;
}

function inHours(now: Date): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString();
}
