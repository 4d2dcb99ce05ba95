/**
 * Site profiles as they cross a boundary: from a page that was taught, and from and to a file by which
 * one office hands them to another. Both are checked field by field; refusals are sentences.
 */
import '../../strict-csp.ts';
import * as z from 'zod';
import { doublePublicityKinds, standards } from '@baosong/shared/standards/index.ts';
import type { FieldId } from '@baosong/shared/standards/index.ts';
import type { ButtonMeaning, ProfileContent, SiteProfile } from '../../form/profile.ts';

const fieldIds = new Set(
  doublePublicityKinds.flatMap((kind) => standards[kind].fields.map(({ id }) => id)),
);
const fieldId = z.custom<FieldId>((id) => fieldIds.has(id as FieldId), '报送字段无法识别');

const words = z.string().max(120);
const names = z.array(words).max(8);

const content = z.strictObject({
  name: z.string().trim().min(1).max(40),
  origin: z.string().regex(/^https?:\/\/[^/\s]+$/, '网站地址应像 http://example.cn'),
  route: z.string().startsWith('/').max(300),
  kind: z.enum(doublePublicityKinds),
  controls: z
    .array(
      z.strictObject({
        selector: z.strictObject({
          names,
          label: words,
          group: words,
          shape: z.enum(['text', 'date', 'number', 'choice', 'choices']),
        }),
        meaning: z.union([z.null(), z.literal('ignored'), fieldId]),
      }),
    )
    .max(300),
  buttons: z
    .array(
      z.strictObject({
        selector: z.strictObject({
          words,
          names,
          nth: z.int().min(0).max(999),
          of: z.int().min(1).max(1000),
        }),
        meaning: z.enum(['submission', 'zero:licence', 'zero:penalty'] satisfies ButtonMeaning[]),
      }),
    )
    .max(40),
});

const profile = content.extend({ id: z.uuid(), updatedAt: z.iso.datetime() });

const format = 'baosong-site-profiles';
const file = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  profiles: z.array(profile).min(1).max(500),
});

/** What every meaning must be: of the profile's own kind, and none of them given twice. */
function contradiction({ kind, controls }: ProfileContent): string | null {
  const own = new Set<unknown>(standards[kind].fields.map(({ id }) => id));
  const meanings = controls.flatMap(({ meaning }) =>
    meaning === null || meaning === 'ignored' ? [] : [meaning],
  );
  if (new Set(meanings).size < meanings.length) return '同一个报送字段教了两次';
  return meanings.every((id) => own.has(id)) ? null : '有的报送字段不属于这种记录';
}

const where = (path: readonly PropertyKey[]): string => (path.length === 0 ? '' : path.join('.'));

function sentence(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${where(first.path)} ${first.message}`.trim() : '';
}

/** A profile from a page. @throws an Error with a sentence for the clerk */
export function parseContent(given: unknown): ProfileContent {
  const parsed = content.safeParse(given);
  if (!parsed.success) throw new Error(`识别方案未保存：内容不完整（${sentence(parsed.error)}）。`);
  const problem = contradiction(parsed.data);
  if (problem !== null) throw new Error(`识别方案未保存：${problem}。`);
  return parsed.data;
}

/** The text of a file with profiles. */
export function writeProfiles(profiles: readonly SiteProfile[]): string {
  return `${JSON.stringify({ format, version: 1, profiles }, null, 2)}\n`;
}

/** The profiles in the text of a file. @throws an Error with a sentence for the clerk */
export function readProfileFile(text: string): readonly SiteProfile[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error('这个文件不是识别方案：不是 JSON。请选择从「导出」得到的 .json 文件。');
  }
  const head = z.looseObject({ format: z.literal(format), version: z.number() }).safeParse(given);
  if (!head.success) {
    throw new Error('这个文件不是识别方案。请选择从「导出」得到的 .json 文件。');
  }
  if (head.data.version !== 1) {
    throw new Error('这个识别方案来自更新版本的扩展，请先更新扩展再导入。');
  }
  const parsed = file.safeParse(given);
  if (!parsed.success) {
    throw new Error(`识别方案文件有误，没有导入任何内容（${sentence(parsed.error)}）。`);
  }
  for (const one of parsed.data.profiles) {
    const problem = contradiction(one);
    if (problem !== null) {
      throw new Error(`识别方案「${one.name}」有误：${problem}，没有导入任何内容。`);
    }
  }
  return parsed.data.profiles;
}
