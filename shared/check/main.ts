/**
 * `npm run check -- FILE.xlsx`: checks a workbook without the extension. The report goes to the standard output,
 * everything else to the standard error. Exit codes: 0 nothing blocks, 1 something does, 2 unusable input.
 */
import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { shanghaiDate } from '../calendar/dates.ts';
import { WorkbookRefusal } from '../workbook/refusal.ts';
import { help, readArguments, UsageError } from './arguments.ts';
import { check } from './check.ts';
import { summarize } from './summary.ts';

const unusable = 2;

/** Progress: one line that changes on a terminal, a line each time elsewhere. */
const progress = {
  lineIsOpen: false,
  say(text: string): void {
    const { stderr } = process;
    stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    this.lineIsOpen = stderr.isTTY;
  },
  end(): void {
    if (this.lineIsOpen) process.stderr.write('\r\u001b[K');
    this.lineIsOpen = false;
  },
};

/** What paths on the command line are relative to; npm runs scripts at the top and says where it was called. */
const folder =
  (process.env['npm_lifecycle_event'] === 'check' ? process.env['INIT_CWD'] : undefined) ??
  process.cwd();

/** Smaller workbooks are read before anybody wonders. */
const largeFile = 128 * 1024;

async function run(words: readonly string[]): Promise<number> {
  const task = readArguments(words);
  if (task.help) {
    process.stdout.write(help);
    return 0;
  }
  const file = resolve(folder, task.file);
  const out = task.out === null ? null : resolve(folder, task.out);
  const bytes = await read(file);
  if (out !== null) await mustBeWritable(out, file);

  const isLarge = bytes.length > largeFile;
  if (isLarge) progress.say(`正在读取 ${basename(file)}…`);
  // exceljs takes longest to load; what is wrong with the command line is said before.
  const { readChosen } = await import('./sheets.ts');
  const sheets = await readChosen(bytes, task);
  const today = shanghaiDate(new Date().toISOString());
  const { report, annotations } = check(sheets, today, (checked, total) => {
    if (isLarge) progress.say(`已核验 ${checked}/${total} 行`);
  });
  let written = '';
  if (out !== null) {
    if (isLarge) progress.say('正在写标注副本…');
    const { annotate } = await import('../workbook/annotate.ts');
    const copy = await annotate(bytes, annotations);
    await write(out, copy.bytes);
    written = `标注副本：${out}${copy.complete ? '' : '（原表的图片、表格样式和条件格式没有抄进副本）'}\n`;
  }
  progress.end();
  process.stdout.write(
    task.json ? `${JSON.stringify(report, null, 2)}\n` : summarize(report) + written,
  );
  return report.blocked ? 1 : 0;
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const sentences: Readonly<Record<string, string>> = {
      ENOENT: `找不到文件 ${file}：请核对文件名和所在的文件夹。`,
      EISDIR: `${file} 是文件夹：请写明里面的 .xlsx 文件。`,
    };
    const sentence = sentences[codeOf(error)] ?? `打不开 ${file}：请确认有权限读取这个文件。`;
    throw new UsageError(sentence, { cause: error });
  }
}

/** Refuses a place for the copy before the work is done. */
async function mustBeWritable(out: string, file: string): Promise<void> {
  const present = await stat(out).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw new UsageError(`写不了 ${out}：请换一个位置。`, { cause: error });
  });
  const original = await stat(file);
  if (
    (present?.ino === original.ino && present.dev === original.dev) ||
    out === (await realpath(file))
  ) {
    throw new UsageError('--out 就是原文件：为了不改动原文件，请换一个文件名。');
  }
  if (present && !present.isFile()) {
    throw new UsageError(`${out} 不是文件：请写明标注副本的文件名。`);
  }
  try {
    await access(dirname(out), constants.W_OK);
    if (present) await access(out, constants.W_OK);
  } catch (error) {
    throw new UsageError(
      codeOf(error) === 'ENOENT'
        ? `文件夹 ${dirname(out)} 不存在：请先建好，或换一个位置。`
        : `写不了 ${out}：请确认有权限写入，或换一个位置。`,
      { cause: error },
    );
  }
}

/** Writes a file whole or not at all. */
async function write(out: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(out), `.${randomUUID()}.xlsx`);
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw new UsageError(`写不了 ${out}：请确认磁盘有空间、文件没有在别处打开。`, { cause: error });
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | null)?.code);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  progress.end();
  // What nobody foresaw is told with its trace, so that it can be mended.
  if (!(error instanceof UsageError || error instanceof WorkbookRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = unusable;
}
