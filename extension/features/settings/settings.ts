/**
 * Who reports, for whom, and where to: kept in `storage.local`. The relay's token has a key of its own
 * and is read only by the outbox, so that no screen ever holds it.
 */
import { browser } from 'wxt/browser';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/index.ts';

/** The reporting unit (信息提供单位). */
export interface Unit {
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  /** What its catalogue (目录) has it report. */
  readonly kinds: readonly DoublePublicityKind[];
  /** Names of the catalogue's items of other credit information (其他信用信息), which are reported by the month. */
  readonly otherItems?: readonly string[];
  /**
   * Since when it reports each kind and item, by kind or name, `YYYY-MM-DD`; what is missing has been
   * there since the set-up. Without it, a kind that is added later would be late for all the time before.
   */
  readonly since?: Readonly<Record<string, string>>;
}

/** Since when a unit reports each kind and item of its catalogue, as it is changed `today`. */
export function sinceAfter(
  before: Unit | null,
  catalogue: readonly string[],
  today: string,
): Readonly<Record<string, string>> {
  const had = new Set<string>([...(before?.kinds ?? []), ...(before?.otherItems ?? [])]);
  return Object.fromEntries(
    catalogue.flatMap((name) => {
      const since = had.has(name) ? before?.since?.[name] : before === null ? undefined : today;
      return since === undefined ? [] : [[name, since] as const];
    }),
  );
}

export interface Settings {
  readonly unit: Unit | null;
  /** Name of the clerk (经办人); stands under everything that is recorded. */
  readonly clerk: string;
  /** The section (科室) in which the clerk works. */
  readonly office: string;
  /** Id of the jurisdiction's preset. */
  readonly jurisdiction: string;
  /** Id of the platform whose narrower rules apply beside the national ones; `null` for the preset's. */
  readonly platformProfile: string | null;
  /** Day of the set-up, `YYYY-MM-DD` in Asia/Shanghai: duties begin with its week. `null` before. */
  readonly setUpOn: string | null;
  /** Where the relay is and what it knows this device as; `null` where it is not used. */
  readonly relay: { readonly origin: string; readonly device: string } | null;
}

const defaults: Settings = {
  unit: null,
  clerk: '',
  office: '',
  jurisdiction: 'huangshi',
  platformProfile: null,
  setUpOn: null,
  relay: null,
};

/** `relayOrigin` is a key of its own because `features/sites` leaves that origin without a loader. */
const keys = {
  profile: 'profile',
  relayOrigin: 'relayOrigin',
  device: 'relayDevice',
  token: 'relayToken',
};

/** What stands under a record of which no clerk has said who they are. */
const unnamedClerk = '未填经办人';

type Profile = Omit<Settings, 'relay'>;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Reads the settings; what is missing has its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get([keys.profile, keys.relayOrigin, keys.device]);
  const profile = (stored[keys.profile] ?? {}) as Partial<Profile>;
  const origin = text(stored[keys.relayOrigin]);
  return {
    ...defaults,
    ...profile,
    relay: origin === '' ? null : { origin, device: text(stored[keys.device]) },
  };
}

/** Changes parts of the profile. */
export async function saveProfile(changes: Partial<Profile>): Promise<void> {
  const { relay: _, ...profile } = await readSettings();
  await browser.storage.local.set({ [keys.profile]: { ...profile, ...changes } });
}

/** Keeps what enrolment gave; the token replaces the one of an earlier enrolment. */
export async function saveEnrolment(origin: string, device: string, token: string): Promise<void> {
  await browser.storage.local.set({
    [keys.relayOrigin]: origin,
    [keys.device]: device,
    [keys.token]: token,
  });
}

/** Forgets the relay; what is queued stays queued. */
export async function forgetRelay(): Promise<void> {
  await browser.storage.local.remove([keys.relayOrigin, keys.device, keys.token]);
}

/** Where and as whom to send, or `null` before enrolment. */
export async function readRelayAccess(): Promise<{ origin: string; token: string } | null> {
  const stored = await browser.storage.local.get([keys.relayOrigin, keys.token]);
  const origin = text(stored[keys.relayOrigin]);
  const token = text(stored[keys.token]);
  return origin === '' || token === '' ? null : { origin, token };
}

/** The name to put under an event. */
export function signature(settings: Settings): string {
  return settings.clerk.trim() === '' ? unnamedClerk : settings.clerk.trim();
}

/** Whether the extension can do its work: it knows the unit and the clerk. */
export function isSetUp(settings: Settings): boolean {
  return settings.unit !== null && settings.clerk.trim() !== '';
}

/** The kinds that the unit reports; all of them before the unit is known. */
export function kindsOf(settings: Settings): readonly DoublePublicityKind[] {
  return settings.unit?.kinds ?? doublePublicityKinds;
}

/** Calls back whenever a setting has changed. */
export function onSettingsChanged(callback: () => void): () => void {
  const watched: readonly string[] = [keys.profile, keys.relayOrigin, keys.device];
  const listener = (changes: Record<string, unknown>): void => {
    if (watched.some((key) => key in changes)) callback();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => {
    browser.storage.local.onChanged.removeListener(listener);
  };
}
