/** Templates (模板) on this machine. */
import type { RecordValues } from '@baosong/shared/standards/index.ts';
import { inDatabase } from './database.ts';
import { disclose, enclose } from './envelope.ts';
import type { TemplateRow } from './rows.ts';

/** A template with its content open. */
export interface Template extends Omit<TemplateRow, 'content'> {
  readonly values: RecordValues;
}

/** Keeps a template; one of the same id is replaced. */
export async function putTemplate({ values, ...row }: Template): Promise<void> {
  await inDatabase((db) => db.templates.put({ ...row, content: enclose(values) }));
}

/** All templates, by name. */
export async function readTemplates(): Promise<Template[]> {
  const rows = await inDatabase((db) => db.templates.toArray());
  return rows
    .map(({ content, ...row }) => ({ ...row, values: disclose(content) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** Removes a template. */
export async function removeTemplate(id: string): Promise<void> {
  await inDatabase((db) => db.templates.delete(id));
}
