/** The builds of the extension that the scripts here need, apart from the one that is handed out. */
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const extension = fileURLToPath(new URL('../extension', import.meta.url));

/**
 * Where each build goes: `practice` is granted the practice platform from the start, `test` every page
 * on this machine. Neither overwrites `extension/.output/chrome-mv3`, which `npm run build` makes.
 */
export const unpackedExtension = {
  practice: `${extension}/.output/practice/chrome-mv3`,
  test: `${extension}/.output/test/chrome-mv3`,
} as const;

/** Every page that this machine serves to itself, whatever the port. */
export const sitesOfTests = 'http://127.0.0.1/*';

/**
 * Builds the unpacked extension and returns its folder.
 *
 * @param sites match patterns that this build may run on, comma-separated.
 */
export async function buildExtension(
  purpose: keyof typeof unpackedExtension,
  sites: string,
): Promise<string> {
  process.env['BAOSONG_SITES'] = sites;
  await build({ root: extension, outDir: `.output/${purpose}` });
  return unpackedExtension[purpose];
}

if (import.meta.main) await buildExtension('test', sitesOfTests);
