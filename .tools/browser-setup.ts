/**
 * Runs once before the browser tests and tells them, through the environment, which browser to drive
 * (`CHROMIUM_PATH`) and which extension to load (`BAOSONG_EXTENSION`, the unpacked folder).
 */
import { buildExtension, sitesOfTests } from './build.ts';
import { findChromium } from './chromium.ts';

export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = (await findChromium()).path;
  // `npm test` has built it in a step of its own.
  process.env['BAOSONG_EXTENSION'] ??= await buildExtension('test', sitesOfTests);
}
