/** Labels and codes as pages write them, brought to a form in which they can be compared. */

const decorations = /[\s*:※●•\u200b\ufeff\ue000-\uf8ff]/g;
const obligation = /[([【](必填|选填|必须|可选|非必填|必选)[^)\]】]*[)\]】]/g;
const request = /^请?(输入|选择|填写|录入)(您的|该)?/;
const parenthesised = /\([^()]*\)/g;
const ordinal = /^([一二三四五六七八九十]+、|\d+[.、])/;

/** A label without width variants, white space, stars, colons, （必填） and 请输入. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(obligation, '')
    .replace(decorations, '')
    .replace(request, '');
}

/** A normalised label without what platforms add or leave out at will: brackets, 行政, 信息. */
export function looseLabel(normalised: string): string {
  return normalised.replace(parenthesised, '').replace(/行政|信息|的|[、,;/_-]/g, '');
}

/** A group heading as the first half of a label: 一、法定代表人信息 → 法定代表人. */
export function groupPrefix(heading: string): string {
  return normaliseLabel(heading)
    .replace(parenthesised, '')
    .replace(ordinal, '')
    .replace(/(基本)?(信息|情况|资料|部分|内容)$/, '');
}

/** Whether a control's `name` or `id` carries a column code: `XK_WSH`, `AddXK_WSH`, `form.xkWsh`. */
export function carriesCode(nameOrId: string, code: string): boolean {
  const plain = (text: string): string => text.replace(/_/g, '').toUpperCase();
  const last =
    nameOrId
      .trim()
      .replace(/\]$/, '')
      .split(/[.[\]:-]/)
      .pop() ?? '';
  return plain(last.replace(/^(add|edit|txt|input|form)_?(?=[a-z]{2}_|bz$)/i, '')) === plain(code);
}
