/**
 * Forms made from a list of fields and a layout, so that every wording can be tried in every layout that
 * platforms are built with. Names and ids of the controls say nothing unless a form gives them codes.
 */
import {
  type FieldId,
  type DoublePublicityKind,
  fieldOf,
} from '@baosong/shared/standards/index.ts';

/** One control: the field that it is (`null` for a local field of the platform), what the page calls it. */
export interface Entry {
  readonly is: FieldId | null;
  readonly label: string;
  /** Its `name`, where it is a code. */
  readonly code?: string;
  /** Heading of the group that it stands in. */
  readonly group?: string;
}

/** A form to be tried. */
export interface MadeForm {
  readonly name: string;
  readonly kind: DoublePublicityKind;
  readonly entries: readonly Entry[];
  readonly html: string;
}

/** Shorthand: `['documentNumber', '文书号']`, in groups `['documentNumber', '文书号', '许可信息']`. */
export type Line = readonly [is: FieldId | null, label: string, group?: string];

/** Entries of lines. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  return lines.map(([is, label, group]) => ({
    is,
    label,
    ...(group === undefined ? {} : { group }),
  }));
}

/** The name of the control at a place. */
export const nameAt = (entry: Entry, place: number): string => entry.code ?? `n${String(place)}`;

/** The control of an entry. */
export function controlOf(
  kind: DoublePublicityKind,
  entry: Entry,
  place: number,
  rest = '',
): string {
  const field = entry.is === null ? undefined : fieldOf(kind, entry.is);
  const name = `name="${nameAt(entry, place)}" data-place="${String(place)}" ${rest}`;
  if (field?.type === 'choice') {
    const words = (field.choices ?? []).map(({ label }) => `<option>${label}</option>`).join('');
    return `<select ${name}><option value="">请选择</option>${words}</select>`;
  }
  return /内容|事实|依据/.test(entry.label) ? `<textarea ${name}></textarea>` : `<input ${name}>`;
}

type Layout = (kind: DoublePublicityKind, entries: readonly Entry[]) => string;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );

const withPlace = (entries: readonly Entry[]): (Entry & { readonly place: number })[] =>
  entries.map((entry, place) => ({ ...entry, place }));

/** Runs of entries of one group. */
function groupsOf(entries: readonly Entry[]) {
  const groups: { heading: string; entries: (Entry & { place: number })[] }[] = [];
  for (const entry of withPlace(entries)) {
    const last = groups[groups.length - 1];
    const heading = entry.group ?? '';
    if (last?.heading === heading) last.entries.push(entry);
    else groups.push({ heading, entries: [entry] });
  }
  return groups;
}

const headed =
  (
    tag: string,
    body: (kind: DoublePublicityKind, entries: readonly (Entry & { place: number })[]) => string,
  ): Layout =>
  (kind, entries) =>
    groupsOf(entries)
      .map(
        ({ heading, entries: own }) =>
          (heading === '' ? '' : `<${tag}>${heading}</${tag}>`) + body(kind, own),
      )
      .join('');

/** Cells of labels and of controls, so many pairs in a row, groups as rows that span all. */
const table =
  (pairs: number, decorate = (label: string): string => `${label}：`): Layout =>
  (kind, entries) =>
    `<table border="1">${groupsOf(entries)
      .map(
        ({ heading, entries: own }) =>
          (heading === '' ? '' : `<tr><td colspan="${String(pairs * 2)}">${heading}</td></tr>`) +
          chunks(own, pairs)
            .map(
              (row) =>
                `<tr>${row
                  .map((entry, at) => {
                    const last = at === row.length - 1;
                    const span = last ? (pairs - row.length) * 2 + 1 : 1;
                    return `<td align="right">${decorate(entry.label)}</td><td colspan="${String(span)}">${controlOf(kind, entry, entry.place)}</td>`;
                  })
                  .join('')}</tr>`,
            )
            .join(''),
      )
      .join('')}</table>`;

/** Groups as cells at the left that span the rows of their fields. */
const rowspan: Layout = (kind, entries) =>
  `<table border="1">${groupsOf(entries)
    .map(({ heading, entries: own }) =>
      own
        .map(
          (entry, at) =>
            `<tr>${at === 0 ? `<th rowspan="${String(own.length)}">${heading}</th>` : ''}<td>${entry.label}</td><td>${controlOf(kind, entry, entry.place)}</td></tr>`,
        )
        .join(''),
    )
    .join('')}</table>`;

/** The same with two fields in a row, of which the second stands further from its group. */
const pairsBesideGroup: Layout = (kind, entries) =>
  `<table border="1">${groupsOf(entries)
    .map(({ heading, entries: own }) => {
      const rows = chunks(own, 2);
      const head = `<td rowspan="${String(rows.length)}">${Array.from(heading).join('<br>')}</td>`;
      return rows
        .map(
          (row, at) =>
            `<tr>${at === 0 ? head : ''}${row.map((entry) => `<th>${entry.label}</th><td>${controlOf(kind, entry, entry.place)}</td>`).join('')}</tr>`,
        )
        .join('');
    })
    .join('')}</table>`;

/** A row of labels over a row of controls. */
const labelRows: Layout = (kind, entries) =>
  `<table>${chunks(withPlace(entries), 4)
    .map(
      (row) =>
        `<tr>${row.map(({ label }) => `<td>${label}</td>`).join('')}</tr><tr>${row.map((entry) => `<td>${controlOf(kind, entry, entry.place)}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

/** Labels in rows of their own, over cells that fill the whole width as they do. */
const wideRows: Layout = (kind, entries) =>
  `<table border="1">${withPlace(entries)
    .map(
      (entry) =>
        `<tr><td colspan="4">${entry.label}*</td></tr><tr><td colspan="4">${controlOf(kind, entry, entry.place)}<div>（如实填写）</div></td></tr>`,
    )
    .join('')}</table>`;

/** One row of controls under heads of two levels, as in a list that is edited in place. */
const gridRow: Layout = (kind, entries) => {
  const groups = groupsOf(entries);
  const upper = groups
    .map(({ heading, entries: own }) =>
      heading === ''
        ? own.map(({ label }) => `<th rowspan="2">${label}</th>`).join('')
        : `<th colspan="${String(own.length)}">${heading}</th>`,
    )
    .join('');
  const lower = groups
    .filter(({ heading }) => heading !== '')
    .flatMap(({ entries: own }) => own.map(({ label }) => `<th>${label}</th>`))
    .join('');
  const cells = withPlace(entries)
    .map((entry) => `<td>${controlOf(kind, entry, entry.place, 'style="width:60px"')}</td>`)
    .join('');
  return `<table><thead><tr>${upper}</tr><tr>${lower}</tr></thead><tbody><tr>${cells}</tr></tbody></table>`;
};

/** All labels in one column, all controls in another. */
const twoColumns: Layout = (kind, entries) =>
  `<div class="row"><div>${entries.map(({ label }) => `<div>${label}：</div>`).join('')}</div><div>${withPlace(
    entries,
  )
    .map((entry) => `<div><span>${controlOf(kind, entry, entry.place)}</span></div>`)
    .join('')}</div></div>`;

/** The layouts, by name. */
export const layouts: Readonly<Record<string, Layout>> = {
  'two-column table': table(1),
  'four-column table': table(2),
  'six-column table': table(3, (label) => `<font color="red">*</font>${label}`),
  'table with spaces in its labels': table(2, (label) => `${Array.from(label).join('&nbsp;')} ：`),
  'table that says what must be filled in': table(2, (label) => `${label}（必填）<i>*</i>`),
  'numbered table': (kind, entries) => {
    let number = 0;
    return table(2, (label) => `${String((number += 1))}、${label}`)(kind, entries);
  },
  'table with the star after the control': (kind, entries) =>
    `<table>${withPlace(entries)
      .map(
        (entry) =>
          `<tr><td>${entry.label}</td><td>${controlOf(kind, entry, entry.place)} <font color="red">*</font> <span>请如实填写</span></td></tr>`,
      )
      .join('')}</table>`,
  'table with stars and colons in cells of their own': (kind, entries) =>
    `<table>${withPlace(entries)
      .map(
        (entry) =>
          `<tr><td>＊</td><td>${entry.label}</td><td>：</td><td>${controlOf(kind, entry, entry.place)}</td><td>不能为空</td></tr>`,
      )
      .join('')}</table>`,
  'table with English behind its labels': table(2, (label) => `${label} Item No.`),
  'several labels over cells as wide as the table': wideRows,
  'several labels in a column beside that of the controls': twoColumns,
  'table with groups at the left': rowspan,
  'table with pairs beside their groups': pairsBesideGroup,
  'rows of labels over rows of controls': labelRows,
  'row under heads of two levels': gridRow,
  'definition list': headed(
    'h3',
    (kind, own) =>
      `<dl>${own.map((entry) => `<dt>${entry.label}</dt><dd>${controlOf(kind, entry, entry.place)}</dd>`).join('')}</dl>`,
  ),
  'div grid': headed(
    'h3',
    (kind, own) =>
      `<div>${chunks(own, 2)
        .map(
          (row) =>
            `<div class="row">${row.map((entry) => `<div class="c2">${entry.label}：</div><div class="c4"><div>${controlOf(kind, entry, entry.place)}</div></div>`).join('')}</div>`,
        )
        .join('')}</div>`,
  ),
  'label above': headed('legend', (kind, own) =>
    own
      .map(
        (entry) =>
          `<div class="item"><div class="name"><em>*</em>${entry.label}</div><div>${controlOf(kind, entry, entry.place)}</div><p class="help"></p></div>`,
      )
      .join(''),
  ),
  'list items': headed(
    'h4',
    (kind, own) =>
      `<ul>${own.map((entry) => `<li><span>${entry.label}</span><div>${controlOf(kind, entry, entry.place)}</div></li>`).join('')}</ul>`,
  ),
  'labels that are pictures': headed(
    'h4',
    (kind, own) =>
      `<div>${own.map((entry) => `<div><img alt="${entry.label}" width="140" height="20">${controlOf(kind, entry, entry.place)}</div>`).join('')}</div>`,
  ),
  'pictures that have titles': headed(
    'h4',
    (kind, own) =>
      `<table>${own.map((entry) => `<tr><td><img title="${entry.label}" width="140" height="20"></td><td>${controlOf(kind, entry, entry.place)}</td></tr>`).join('')}</table>`,
  ),
  'labels with a count behind': headed(
    'h4',
    (kind, own) =>
      `<div>${own.map((entry) => `<div><p>${entry.label} <a>[?]</a> 0/200</p>${controlOf(kind, entry, entry.place)}</div>`).join('')}</div>`,
  ),
  'running text': headed('h4', (kind, own) =>
    own.map((entry) => `${entry.label}：${controlOf(kind, entry, entry.place)} `).join(''),
  ),
  'labels behind their controls': headed('h4', (kind, own) =>
    own
      .map((entry) => `${controlOf(kind, entry, entry.place)}<span>${entry.label}</span> `)
      .join(''),
  ),
  'labels in the cells behind': (kind, entries) =>
    `<table>${withPlace(entries)
      .map(
        (entry) =>
          `<tr><td>${controlOf(kind, entry, entry.place)}</td><td>${entry.label}</td></tr>`,
      )
      .join('')}</table>`,
  'several labels with hints and a box to tick': (kind, entries) =>
    `<table>${withPlace(entries)
      .map(
        (entry, at) =>
          `<tr><td><input type="checkbox" name="ticked${String(at)}">${entry.label}<a>[?]</a><span class="tooltip" style="display:none">请如实填写</span></td><td>${controlOf(kind, entry, entry.place)}</td></tr>`,
      )
      .join('')}</table>`,
  'label elements': headed('h2', (kind, own) =>
    own
      .map(
        (entry) =>
          `<p><label for="i${String(entry.place)}">${entry.label}</label>${controlOf(kind, entry, entry.place, `id="i${String(entry.place)}"`)}</p>`,
      )
      .join(''),
  ),
  'placeholders only': (kind, entries) =>
    withPlace(entries)
      .map((entry) => {
        const field = entry.is === null ? undefined : fieldOf(kind, entry.is);
        const verb = field?.type === 'choice' ? 'title="请选择' : 'placeholder="请输入';
        return `<div>${controlOf(kind, entry, entry.place, `${verb}${entry.label}"`)}</div>`;
      })
      .join(''),
  bootstrap: headed('h4', (kind, own) =>
    own
      .map(
        (entry) =>
          `<div class="form-group"><label class="col-sm-2 control-label">${entry.label}<span>*</span></label><div class="col-sm-4">${controlOf(kind, entry, entry.place)}</div></div>`,
      )
      .join(''),
  ),
  'several labels in one layui item': (kind, entries) =>
    chunks(withPlace(entries), 2)
      .map(
        (row) =>
          `<div class="layui-form-item">${row.map((entry) => `<label class="layui-form-label">${entry.label}</label><div class="layui-input-inline">${controlOf(kind, entry, entry.place)}</div>`).join('')}</div>`,
      )
      .join(''),
};

/** A whole page around a body. */
export const pageOf = (body: string, title = '示例市公共信用信息平台'): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><style>body{font:14px/1.5 sans-serif;margin:12px}.row{display:flex;flex-wrap:wrap}.c2{width:16%}.c4{width:33%}input,select,textarea{width:150px}</style><body>${body}</body></html>`;

const actions = '<p><button type="button">提交</button> <button type="button">返回</button></p>';

/** A form of a layout. */
export function madeForm(
  name: string,
  kind: DoublePublicityKind,
  lines: readonly Line[] | readonly Entry[],
  layout: string,
  around: (form: string) => string = (form) => `<form>${form}${actions}</form>`,
): MadeForm {
  const entries = lines.map((line) => ('label' in line ? line : entriesOf([line])[0])) as Entry[];
  const form = layouts[layout]?.(kind, entries) ?? '';
  return { name: `${name}, ${layout}`, kind, entries, html: pageOf(around(form)) };
}
