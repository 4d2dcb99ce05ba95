/** What was written behind `npm run check --`. */
import { recordKinds } from '../standards/catalogue.ts';
import { recordKindLabels } from '../standards/index.ts';
import type { SheetChoice } from './sheets.ts';

/** What is to be done. */
export type Task =
  | { readonly help: true }
  | ({
      readonly help: false;
      readonly file: string;
      /** Where the annotated copy goes, or `null`. */
      readonly out: string | null;
      readonly json: boolean;
    } & SheetChoice);

/** A command line or a file that cannot be worked with; the message is one Chinese sentence that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const kinds = recordKinds.map((kind) => `${kind}（${recordKindLabels[kind]}）`).join('、');

/** The text of `--help`. */
export const help = `用法：npm run check -- 文件.xlsx [选项]

按数据标准逐行核验一个 Excel 工作簿（.xlsx），列的顺序和叫法不限，不联网，不改动原文件。

选项：
  --kind 类别     这些记录的类别：${kinds}；不写时由表头判断
  --sheet 表名    核验哪一张表；几张都要的，写几次
  --out 文件.xlsx  写一份标注副本：有问题的单元格标色并附批注（图表、透视表和宏不会抄进副本）
  --json          在标准输出上只写 JSON，供程序使用
  --help          显示这段说明

退出码：0 可以报送；1 有错误，不能报送；2 命令或文件用不了，原因写在标准错误上。
`;

const valued = ['--kind', '--sheet', '--out'] as const;
type Valued = (typeof valued)[number];

/** Reads a command line; throws a `UsageError`. */
export function readArguments(words: readonly string[]): Task {
  const given: Record<Valued, string[]> = { '--kind': [], '--sheet': [], '--out': [] };
  const files: string[] = [];
  let json = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [option, attached] = split(word);
    if (!word.startsWith('-')) {
      files.push(word);
    } else if (word === '--help' || word === '-h') {
      return { help: true };
    } else if (word === '--json') {
      json = true;
    } else if (isValued(option)) {
      const value = attached ?? rest.shift();
      if (value === undefined || value === '' || (attached === undefined && value.startsWith('-')))
        throw new UsageError(`${option} 后面缺少内容，用 --help 查看写法。`);
      given[option].push(value);
    } else {
      throw new UsageError(`没有 ${option} 这个选项，用 --help 查看有哪些。`);
    }
  }
  const [file, another] = files;
  if (file === undefined) {
    throw new UsageError('请写明要核验的文件，如：npm run check -- 登记.xlsx');
  }
  if (another !== undefined) {
    throw new UsageError(
      `一次核验一个文件，却写了${files.length}个；文件名里有空格的，请用引号括起来。`,
    );
  }
  const out = once('--out', given['--out']);
  if (out !== null && !out.toLowerCase().endsWith('.xlsx')) {
    throw new UsageError('--out 写的是 .xlsx 工作簿，请把文件名改为以 .xlsx 结尾。');
  }
  const kind = once('--kind', given['--kind']);
  return {
    help: false,
    file,
    out,
    json,
    kind: kind === null ? null : kindCalled(kind),
    sheetNames: [...new Set(given['--sheet'])],
  };
}

/** An option and the value that is attached to it: `--out=a.xlsx`. */
function split(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function isValued(option: string): option is Valued {
  return valued.some((each) => each === option);
}

function once(option: Valued, values: readonly string[]): string | null {
  if (values.length > 1) throw new UsageError(`${option} 写了${values.length}次，请只写一次。`);
  return values[0] ?? null;
}

function kindCalled(name: string) {
  const kind = recordKinds.find((each) => each === name || recordKindLabels[each] === name);
  if (kind === undefined) throw new UsageError(`没有“${name}”这个类别，可以写：${kinds}。`);
  return kind;
}
