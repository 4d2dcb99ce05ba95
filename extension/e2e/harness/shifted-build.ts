/**
 * A test double for time: a copy of a built extension in which every script sees a clock that is ahead
 * or behind. The product has no such switch, so the copy is made from the outside.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Defines `Date` anew, once per global object; `shift` is in milliseconds. */
const shim = (shift: number): string =>
  `(()=>{if(globalThis.__clockShift!==undefined)return;globalThis.__clockShift=${shift};` +
  `const Real=Date;globalThis.Date=class extends Real{constructor(...a){if(a.length)super(...a);` +
  `else super(Real.now()+${shift})}static now(){return Real.now()+${shift}}};})();\n`;

/**
 * Copies a built extension and shifts its clock.
 *
 * @param extensionDir the build to copy.
 * @param targetDir a folder that does not exist yet.
 * @param instant what the clock of the copy shows now; it runs on from there.
 */
export async function shiftedBuild(
  extensionDir: string,
  targetDir: string,
  instant: Date,
): Promise<string> {
  await cp(extensionDir, targetDir, { recursive: true });
  const shift = instant.getTime() - Date.now();
  for (const name of await readdir(targetDir, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const path = join(targetDir, name);
    await writeFile(path, shim(shift) + (await readFile(path, 'utf8')));
  }
  return targetDir;
}
