/**
 * The pages that list what the data standard and the rules are, made from the data itself. Run
 * `npm run reference` after a change; a test fails while a page is stale.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { catalogue, recordKinds } from '../shared/standards/catalogue.ts';
import { recordKindLabels, standardRef, subjectCategories } from '../shared/standards/index.ts';
import type { Choice, Field, Standard } from '../shared/standards/index.ts';
import { synonymsOf } from '../shared/standards/synonyms.ts';
import { ruleFamilyLabels, rules } from '../shared/validation/rules.ts';
import packageJson from '../package.json' with { type: 'json' };

const requirementLabels = { required: '必填', optional: '选填', blank: '不填' } as const;
const levelLabels = { error: '错误', warning: '提醒', info: '提示' } as const;
const scopeLabels = { national: '国家标准', platform: '本平台' } as const;

/** A cell of a table: what would end it is written so that it does not. */
function cell(text: string): string {
  return text.replace(/[|\\*~`<>]/g, '\\$&');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows]
    .map((cells, i) => `| ${cells.map((text) => (i === 1 ? text : cell(text))).join(' | ')} |`)
    .join('\n');
}

function wordsOf({ label, since, until }: Choice): string {
  const from = since === undefined ? '' : `（${since}起）`;
  return label + from + (until === undefined ? '' : `（至${until}）`);
}

function valuesOf({ type, choices, otherChoice }: Field): string {
  if (type === 'date') return 'YYYY-MM-DD';
  if (type === 'amount') return '万元，最多6位小数';
  const words = [...(choices ?? []).map(wordsOf), ...(otherChoice ? ['其他-…'] : [])].join('、');
  return type === 'choices' ? `${words}，可多选` : words;
}

function sectionOf(standard: Standard): string {
  const { kind, generation, fields } = standard;
  const rows = fields.map((field, i) => [
    String(i + 1),
    field.label,
    field.code,
    field.id,
    String(field.maxLength),
    ...subjectCategories.map((category) => requirementLabels[field.requirement[category]]),
    valuesOf(field),
    field.sensitive === true ? '敏感' : '',
    synonymsOf(standard, field.id).join('、'),
  ]);
  return `## ${recordKindLabels[kind]}，${generation}年版（\`${standardRef(standard)}\`）\n\n${table(
    [
      '#',
      '名称',
      '代码',
      'Baosong',
      '最长',
      '法人及非法人组织',
      '个体工商户',
      '自然人',
      '值',
      '',
      '也写作',
    ],
    rows,
  )}`;
}

function standardsPage(): string {
  const kinds = recordKinds.map((kind) => recordKindLabels[kind]).join('、');
  return `# The data standard

Made by \`.tools/reference-pages.ts\` from the files of this folder; do not edit.

Kinds of records: ${kinds}. Records keep canonical values under the ids of the column “Baosong” and name the standard that they follow, such as \`${standardRef(catalogue[0] ?? fail())}\`. A code or label is how one generation writes a value; \`conversion.ts\` leads from one generation to another. Lengths are in characters.

${catalogue.map(sectionOf).join('\n\n')}
`;
}

function rulesPage(): string {
  return `# The rules

Made by \`.tools/reference-pages.ts\` from \`rules.ts\` and \`levels.ts\`; do not edit.

An error holds a submission until it is mended or overridden with a reason and a second click, a warning until a reason is given, an info never. Levels are defaults, which the preset of a jurisdiction may change. Rules of the target platform (本平台) run only where its profile is chosen. “密封” says whether a rule runs where sensitive values are sealed.

${table(
  ['代码', '类别', '级别', '谁的规则', '内容', '依据', '密封'],
  rules.map(({ code, family, level, scope, title, basis, sealed }) => [
    code,
    ruleFamilyLabels[family],
    levelLabels[level],
    scopeLabels[scope],
    title,
    basis,
    sealed ? '可' : '',
  ]),
)}
`;
}

function fail(): never {
  throw new Error('There is no standard to name.');
}

/** The pages by their paths from the root of the repository, as they should be. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const formatted = (page: string): Promise<string> =>
    format(page, { ...packageJson.prettier, parser: 'markdown' });
  return new Map([
    ['shared/standards/README.md', await formatted(standardsPage())],
    ['shared/validation/README.md', await formatted(rulesPage())],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, page] of await referencePages()) {
    writeFileSync(new URL(`../${path}`, import.meta.url), page);
  }
}
