/** The files that pages load: the platform's own, and the released ones of Vue and Element Plus. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const own = (name: string): string => fileURLToPath(new URL(`assets/${name}`, import.meta.url));

const files: Readonly<Record<string, () => string>> = {
  'practice.css': () => own('practice.css'),
  'penalty.js': () => own('penalty.js'),
  'vue.global.prod.js': () => require.resolve('vue/dist/vue.global.prod.js'),
  'element-plus.js': () => require.resolve('element-plus/dist/index.full.min.js'),
  'element-plus.css': () => require.resolve('element-plus/dist/index.css'),
  'element-plus-zh-cn.js': () => require.resolve('element-plus/dist/locale/zh-cn.min.js'),
};

/** A file by the name under which pages ask for it, or `undefined` for any other name. */
export async function assetFile(
  name: string,
): Promise<{ readonly type: string; readonly body: Uint8Array<ArrayBuffer> } | undefined> {
  const path = Object.hasOwn(files, name) ? files[name]?.() : undefined;
  if (path === undefined) return undefined;
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  return { type: `${type}; charset=utf-8`, body: new Uint8Array(await readFile(path)) };
}
