/**
 * Who reports, for whom, and where to: kept in `storage.local`. The relay's token has a key of its own
 * and is read only by the outbox, so that no screen ever holds it.
 */
import { browser } from 'wxt/browser';
import type { CatalogueItemMessage } from '@baosong/shared/protocol/catalogue.ts';
import type { Period } from '@baosong/shared/records/zero-report.ts';
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/index.ts';

/** The reporting unit (信息提供单位). */
export interface Unit {
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  /** What its catalogue (目录) has it report. */
  readonly kinds: readonly DoublePublicityKind[];
  /**
   * Names of the catalogue's items of other credit information (其他信用信息), which are reported by the month,
   * as the clerk wrote them down; those of the relay's catalogue are not among them.
   */
  readonly otherItems?: readonly string[];
  /** The catalogue as the centre keeps it, where the unit's relay has said so: it goes before what the clerk says. */
  readonly catalogue?: readonly CatalogueItemMessage[];
  /**
   * Since when it reports each kind and item, by kind or name, `YYYY-MM-DD`; what is missing has been
   * there since the set-up. Without it, a kind that is added later would be late for all the time before.
   */
  readonly since?: Readonly<Record<string, string>>;
}

/** The items of a catalogue that are in force on a day. */
function inForce(
  catalogue: readonly CatalogueItemMessage[],
  today: string,
): readonly CatalogueItemMessage[] {
  return catalogue.filter(
    ({ effectiveFrom, effectiveUntil }) =>
      (effectiveFrom ?? '') <= today && today <= (effectiveUntil ?? '9999'),
  );
}

/** The unit after its relay has said what it has to report. */
export function withCatalogue(
  unit: Unit,
  catalogue: readonly CatalogueItemMessage[],
  today: string,
): Unit {
  const items = inForce(catalogue, today);
  const theirs = new Set(catalogue.map(({ name }) => name));
  return {
    ...unit,
    kinds: doublePublicityKinds.filter((kind) => items.some((item) => item.kind === kind)),
    ...(unit.otherItems && { otherItems: unit.otherItems.filter((name) => !theirs.has(name)) }),
    catalogue,
  };
}

/** The unit once it has no relay any more: what it had to report then is the clerk's own word from now on. */
export function withoutCatalogue(unit: Unit, today: string): Unit {
  const { catalogue, ...own } = unit;
  if (catalogue === undefined) return unit;
  const items = inForce(catalogue, today).filter(({ kind }) => kind === 'other');
  const since = items.flatMap(({ name, effectiveFrom }) =>
    effectiveFrom === null ? [] : [[name, effectiveFrom] as const],
  );
  return {
    ...own,
    otherItems: [...(own.otherItems ?? []), ...items.map(({ name }) => name)],
    since: { ...own.since, ...Object.fromEntries(since) },
  };
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

/** Takes over what the relay says that the unit has to report. `today` is `YYYY-MM-DD` in Asia/Shanghai. */
export async function saveCatalogue(
  catalogue: readonly CatalogueItemMessage[],
  today: string,
): Promise<void> {
  const { unit } = await readSettings();
  if (!unit) return;
  const changed = withCatalogue(unit, catalogue, today);
  if (JSON.stringify(changed) !== JSON.stringify(unit)) await saveProfile({ unit: changed });
}

/** Names of the items that the unit reports by the month in a span of days, whoever says so. */
export function monthlyItemsOf(
  { unit }: Pick<Settings, 'unit'>,
  { start, end }: Period,
): readonly string[] {
  const theirs = (unit?.catalogue ?? []).filter(
    ({ cycle, effectiveFrom, effectiveUntil }) =>
      cycle === 'monthly' && (effectiveFrom ?? '') <= end && start <= (effectiveUntil ?? '9999'),
  );
  return [...new Set([...theirs.map(({ name }) => name), ...(unit?.otherItems ?? [])])];
}

/** Keeps what enrolment gave; the token replaces the one of an earlier enrolment. */
export async function saveEnrolment(origin: string, device: string, token: string): Promise<void> {
  await browser.storage.local.set({
    [keys.relayOrigin]: origin,
    [keys.device]: device,
    [keys.token]: token,
  });
}

/** Forgets the relay; what is queued stays queued. `today` is `YYYY-MM-DD` in Asia/Shanghai. */
export async function forgetRelay(today: string): Promise<void> {
  const { unit } = await readSettings();
  if (unit) await saveProfile({ unit: withoutCatalogue(unit, today) });
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
