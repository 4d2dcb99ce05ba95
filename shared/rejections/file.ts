/** Explanations as a file (JSON) that units pass on and that a centre publishes. */
import * as z from 'zod';
import { findResidentIds } from '../identifiers/resident-id.ts';
import { allFieldIds } from '../standards/catalogue.ts';
import type { FieldId } from '../standards/index.ts';
import { explanationKey } from './explanation.ts';
import type { ExplanationOrigin, OwnExplanation } from './explanation.ts';
import { messagePattern, normalizeCode } from './message.ts';

const format = 'baosong-explanations';
const version = 1;

/** A text for people, in which nobody's identity number stands. */
function prose(longest: number) {
  return z
    .string()
    .trim()
    .min(1, '不能为空')
    .max(longest, `最多${longest}个字`)
    .refine((text) => findResidentIds(text).length === 0, '里有身份证号码，请删去');
}

const origin = z.strictObject({ kind: z.enum(['unit', 'centre']), name: prose(200) });

/** One explanation, as it is kept and passed on. */
const ownExplanationSchema: z.ZodType<OwnExplanation> = z
  .strictObject({
    code: z
      .string()
      .max(20, '最多20个字')
      .refine((code) => code === normalizeCode(code), '写法不规范'),
    message: z
      .string()
      .max(200, '最多200个字')
      .refine((message) => message === messagePattern(message), '写法不规范'),
    meaning: prose(500),
    advice: prose(500),
    fields: z.array(
      z.custom<FieldId>(
        (id) => typeof id === 'string' && allFieldIds.has(id),
        '不是数据标准里的字段',
      ),
    ),
    origin,
    at: z.iso.datetime(),
  })
  .refine(({ code, message }) => code !== '' || /[^*]/.test(message), '代码和提示至少要有一项');

const fileSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  /** Who wrote the file. */
  origin,
  exportedAt: z.iso.datetime(),
  explanations: z.array(ownExplanationSchema).max(10_000, '最多10000条'),
});

export type ExplanationFile = z.infer<typeof fileSchema>;

/** A file of explanations that is not taken; the message is one Chinese sentence. */
export class ExplanationsRefusal extends Error {
  override readonly name = 'ExplanationsRefusal';
}

/**
 * An explanation as somebody wrote it, with code and message in their compared forms; throws an
 * `ExplanationsRefusal` where it says nothing, too much, or names a person.
 */
export function acceptExplanation(written: OwnExplanation): OwnExplanation {
  const explanation = ownExplanationSchema.safeParse({
    ...written,
    code: normalizeCode(written.code),
    message: messagePattern(written.message),
  });
  if (explanation.success) return explanation.data;
  throw new ExplanationsRefusal(`说明没有保存：${faultIn(explanation.error, [])}。`);
}

/**
 * The text of a file of explanations.
 *
 * @param at instant at which it is written.
 */
export function writeExplanations(
  explanations: readonly OwnExplanation[],
  from: ExplanationOrigin,
  at: string,
): string {
  const file: ExplanationFile = {
    format,
    version,
    origin: from,
    exportedAt: at,
    explanations: [...explanations],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads the text of a file; throws an `ExplanationsRefusal`. */
export function readExplanations(text: string): ExplanationFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ExplanationsRefusal(
      '这个文件不是退回原因说明：请选择从「导出说明」得到的 .json 文件。',
      {
        cause: error,
      },
    );
  }
  const head = z.object({ format: z.literal(format), version: z.int() }).safeParse(content);
  if (!head.success) {
    throw new ExplanationsRefusal(
      '这个文件不是退回原因说明：请选择从「导出说明」得到的 .json 文件。',
    );
  }
  if (head.data.version > version) {
    throw new ExplanationsRefusal('这份说明是更新的版本写的：请先更新扩展，再导入。');
  }
  const file = fileSchema.safeParse(content);
  if (!file.success)
    throw new ExplanationsRefusal(
      `这份说明有误，没有导入：${faultIn(file.error, ['explanations'])}。`,
    );
  const keys = file.data.explanations.map(explanationKey);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (repeated >= 0) {
    throw new ExplanationsRefusal(
      `这份说明有误，没有导入：第${repeated + 1}条与前面的一条代码和提示都相同。`,
    );
  }
  return file.data;
}

const partNames: Readonly<Record<string, string>> = {
  code: '代码',
  message: '提示',
  meaning: '意思',
  advice: '怎么办',
  fields: '字段',
  origin: '来源',
  at: '时间',
};

/** Where something is wrong, without what stands there. */
function faultIn(error: z.ZodError, listed: readonly string[]): string {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const isListed = listed.every((name, index) => path[index] === name);
  const [index, part] = listed.length > 0 ? path.slice(listed.length) : [undefined, path[0]];
  const where =
    listed.length > 0 && !(isListed && typeof index === 'number')
      ? '文件的开头'
      : `${typeof index === 'number' ? `第${index + 1}条` : ''}${part === undefined ? '' : `“${partNames[String(part)] ?? String(part)}”`}`;
  // zod's own sentences are English; ours are not.
  const says = issue?.message ?? '';
  return /^[\p{Script=Han}\d，]+$/u.test(says) ? `${where}${says}` : `${where}不符合格式`;
}

/** Two explanations of one rejection that do not say the same. */
export interface ExplanationClash {
  readonly present: OwnExplanation;
  readonly incoming: OwnExplanation;
}

/** What becomes of explanations beside those that are there; nothing is overwritten. */
export interface ExplanationMerge {
  readonly fresh: readonly OwnExplanation[];
  /** Say the same as what is there. */
  readonly known: readonly OwnExplanation[];
  readonly clashes: readonly ExplanationClash[];
}

/** Compares explanations with those that are there. */
export function mergeExplanations(
  present: readonly OwnExplanation[],
  incoming: readonly OwnExplanation[],
): ExplanationMerge {
  const byKey = new Map(present.map((explanation) => [explanationKey(explanation), explanation]));
  const fresh: OwnExplanation[] = [];
  const known: OwnExplanation[] = [];
  const clashes: ExplanationClash[] = [];
  for (const explanation of incoming) {
    const there = byKey.get(explanationKey(explanation));
    if (!there) fresh.push(explanation);
    else if (saysTheSame(there, explanation)) known.push(explanation);
    else clashes.push({ present: there, incoming: explanation });
  }
  return { fresh, known, clashes };
}

function saysTheSame(a: OwnExplanation, b: OwnExplanation): boolean {
  return a.meaning === b.meaning && a.advice === b.advice && a.fields.join() === b.fields.join();
}
