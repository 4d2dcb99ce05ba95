/**
 * A copy of a built extension whose loader counts what it asks of the page, from before its first line.
 * The product counts nothing itself, so the copy is made from the outside.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the loader of one frame has done so far. */
export interface Counts {
  /** Observers that were made, and those that watch now. */
  readonly observers: number;
  readonly watching: number;
  /** Times that observers were called. */
  readonly callbacks: number;
  /** Queries that walk the document. */
  readonly scans: number;
  readonly timers: number;
  readonly intervals: number;
}

const counter = `(() => {
  if (globalThis.counts) return;
  const counts = globalThis.counts = { observers: 0, watching: 0, callbacks: 0, scans: 0, timers: 0, intervals: 0 };
  const Real = MutationObserver;
  const watching = new Set();
  globalThis.MutationObserver = class extends Real {
    constructor(callback) {
      super((...of) => { counts.callbacks += 1; callback(...of); });
      counts.observers += 1;
    }
    observe(...of) { super.observe(...of); watching.add(this); counts.watching = watching.size; }
    disconnect() { super.disconnect(); watching.delete(this); counts.watching = watching.size; }
  };
  for (const [of, names] of [
    [Document.prototype, ['querySelector', 'querySelectorAll', 'evaluate', 'createTreeWalker', 'createNodeIterator']],
    [Element.prototype, ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'getBoundingClientRect']],
  ]) {
    for (const name of names) {
      const real = of[name];
      of[name] = function (...given) { counts.scans += 1; return real.apply(this, given); };
    }
  }
  const { setTimeout, setInterval } = globalThis;
  globalThis.setTimeout = (...of) => { counts.timers += 1; return setTimeout(...of); };
  globalThis.setInterval = (...of) => { counts.intervals += 1; return setInterval(...of); };
})();
`;

/** Copies a built extension to `targetDir` and lets the loader of the copy count. */
export async function countedBuild(extensionDir: string, targetDir: string): Promise<string> {
  await rm(targetDir, { recursive: true, force: true });
  await cp(extensionDir, targetDir, { recursive: true });
  const loader = join(targetDir, 'loader.js');
  await writeFile(loader, counter + (await readFile(loader, 'utf8')));
  return targetDir;
}
