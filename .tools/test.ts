/**
 * `npm test`: every check of the repository. A step that fails does not stop the others unless they
 * need it. The last line is `N passed, N failed`; a step counts as one, and so does each test.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackedExtension } from './build.ts';
import { ChromiumMissing, ensureChromium } from './chromium.ts';
import { count, type Count } from './test-report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** Shown in full when the step failed. */
  readonly output: string;
}

interface Step {
  readonly name: string;
  /** Names of steps without which this one makes no sense. */
  readonly needs?: readonly string[];
  readonly run: () => Promise<Result>;
}

/** Runs a script of `node_modules` or of ours on this very Node; shows its output at once or returns it. */
function node(args: readonly string[], show: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function check(name: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await node(args, false);
      return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}

function tests(project: 'unit' | 'browser', needs: readonly string[]): Step {
  return {
    name: `${project} tests`,
    needs,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'baosong-test-'));
      const report = join(folder, 'report.json');
      try {
        const { code } = await node(
          [
            'node_modules/vitest/vitest.mjs',
            'run',
            '--config=.tools/vitest.config.ts',
            `--project=${project}`,
            '--reporter=dot',
            '--reporter=json',
            `--outputFile.json=${report}`,
          ],
          true,
        );
        const result: Count = count(await readIfThere(report), code);
        return { ...result, output: result.remarks.join('\n') };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const chromium: Step = {
  name: 'chromium',
  run: async () => {
    try {
      const { path, version } = await ensureChromium();
      process.env['CHROMIUM_PATH'] = path;
      return { passed: 1, failed: 0, output: version };
    } catch (error) {
      if (!(error instanceof ChromiumMissing)) throw error;
      return { passed: 0, failed: 1, output: error.message };
    }
  },
};

const extension: Step = {
  name: 'extension build',
  run: async () => {
    const result = await check('extension build', '.tools/build.ts').run();
    process.env['BAOSONG_EXTENSION'] = unpackedExtension.test;
    return result;
  },
};

const tsc = 'node_modules/typescript/bin/tsc';
const depcruise = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';

/** Checks that read the sources only; the longest comes first. */
const staticChecks: readonly Step[] = [
  check('lint', 'node_modules/eslint/bin/eslint.js', '--config=.tools/eslint.config.js', '.'),
  check(
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--ignore-path=.gitignore',
    '.',
  ),
  check('types of shared', tsc, '-p', 'shared'),
  check('types of relay', tsc, '-p', 'relay'),
  check('types of extension', tsc, '-p', 'extension'),
  check('types of .tools', tsc, '-p', '.tools'),
  check(
    'imports',
    depcruise,
    '--config=.tools/dependency-cruiser.cjs',
    ...['shared', 'extension', 'relay', '.tools'],
  ),
  check(
    'imports of content scripts',
    depcruise,
    '--config=.tools/content-scripts.cjs',
    'extension',
  ),
];

let passed = 0;
let failed = 0;
const broken = new Set<string>();

/** Runs one step, prints what came of it and adds it to the sums. */
async function take(step: Step): Promise<void> {
  const started = performance.now();
  const missing = step.needs?.filter((name) => broken.has(name)) ?? [];
  const result =
    missing.length > 0
      ? { passed: 0, failed: 1, output: `Not run, because this failed: ${missing.join(', ')}.` }
      : await step.run();
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  if (result.failed > 0) {
    broken.add(step.name);
    console.log(`${result.output.trimEnd()}\n`);
  }
}

async function takeAll(): Promise<void> {
  const queue = staticChecks.values();
  const worker = async () => {
    for (const step of queue) await take(step);
  };
  await Promise.all([worker(), worker()]);
  const rest = [extension, chromium, tests('unit', [])];
  for (const step of [...rest, tests('browser', [extension.name, chromium.name])]) {
    await take(step);
  }
  if (broken.size > 0) console.log(`\nFailed: ${[...broken].join(', ')}`);
}

await takeAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
