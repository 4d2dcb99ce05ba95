/** Site profiles (网站识别方案) on this machine. They hold no values, so nothing of them is enclosed. */
import type { SiteProfile } from '../form/profile.ts';
import { inDatabase } from './database.ts';

/** Keeps profiles; those of the same id are replaced. */
export async function putProfiles(profiles: readonly SiteProfile[]): Promise<void> {
  await inDatabase((db) => db.profiles.bulkPut([...profiles]));
}

/** All profiles, by site and name. */
export async function readProfiles(): Promise<SiteProfile[]> {
  const profiles = await inDatabase((db) => db.profiles.toArray());
  return profiles.sort(
    (a, b) => a.origin.localeCompare(b.origin) || a.name.localeCompare(b.name, 'zh-CN'),
  );
}

/** The profiles of one site, such as `http://credit.example.cn`. */
export async function readProfilesOf(origin: string): Promise<SiteProfile[]> {
  return await inDatabase((db) => db.profiles.where({ origin }).toArray());
}

/** Gives a profile another name. */
export async function renameProfile(id: string, name: string): Promise<void> {
  await inDatabase((db) => db.profiles.update(id, { name }));
}

/** Removes a profile. */
export async function removeProfile(id: string): Promise<void> {
  await inDatabase((db) => db.profiles.delete(id));
}
