/**
 * A test double for time: a copy of a built extension in which every script sees a clock that is ahead
 * or behind. The product has no such switch, so the copy is made from the outside.
 */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Manifest {
  version: string;
  readonly background: { service_worker: string };
}

/** Defines `Date` anew, once per global object; `shift` is in milliseconds. */
const shim = (shift: number): string =>
  `(()=>{if(globalThis.__clockShift!==undefined)return;globalThis.__clockShift=${shift};` +
  `const Real=Date;globalThis.Date=class extends Real{constructor(...a){if(a.length)super(...a);` +
  `else super(Real.now()+${shift})}static now(){return Real.now()+${shift}}};})();\n`;

/**
 * Copies a built extension and shifts its clock.
 *
 * @param extensionDir the build to copy.
 * @param targetDir where the copy goes, in place of what is there; a profile that knew the extension from
 *   one folder must find it in the same folder again.
 * @param instant what the clock of the copy shows now; it runs on from there.
 */
export async function shiftedBuild(
  extensionDir: string,
  targetDir: string,
  instant: Date,
): Promise<string> {
  await rm(targetDir, { recursive: true, force: true });
  await cp(extensionDir, targetDir, { recursive: true });
  const shift = instant.getTime() - Date.now();
  for (const name of await readdir(targetDir, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const path = join(targetDir, name);
    await writeFile(path, shim(shift) + (await readFile(path, 'utf8')));
  }
  // Chromium keeps a service worker of the version and name that it knows: another moment, another of both.
  const manifestPath = join(targetDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest;
  const { service_worker: script } = manifest.background;
  manifest.background.service_worker = `${String(instant.getTime())}-${script}`;
  const hours = Math.floor(instant.getTime() / 3_600_000) % 65_536;
  const version = `${manifest.version}.${String(hours)}`;
  const worker = await readFile(join(targetDir, script), 'utf8');
  // Under a new name it would wait for the worker of the other moment to end, and hear nothing till then.
  const takeOver = `addEventListener('install',()=>skipWaiting());`;
  const ofThisVersion = worker.replaceAll(manifest.version, version);
  if (ofThisVersion === worker) throw new Error(`${script} does not say its version`);
  await writeFile(join(targetDir, manifest.background.service_worker), takeOver + ofThisVersion);
  await rm(join(targetDir, script));
  manifest.version = version;
  await writeFile(manifestPath, JSON.stringify(manifest));
  return targetDir;
}
