/** Labels and codes as pages write them, brought to a form in which they can be compared. */

/** A question mark beside a label opens a hint. */
const decorations = /[\s*:?※●•·\u200b\ufeff\ue000-\uf8ff]/g;
/** Around what a select shows while nothing is chosen: --请选择许可类别--. */
const dashes = /^[-—=]+|[-—=]+$/g;
const obligation =
  /[([【](必填|选填|必须|可选|非必填|必选)[^)\]】]*[)\]】]|(?<=.)(必填|选填|必填项)$/g;
const request = /^请?(输入|选择|填写|录入)(您的|该)?/;
const parenthesised = /\([^()]*\)/g;
const ordinal =
  /^(\(?[一二三四五六七八九十]+[、.)]|\(?\d{1,2}([.、)]\d{0,2})+|\d{1,2}(?=\p{Script=Han})|([A-Z]{2}_[A-Z_\d]+|BZ)(?=\p{Script=Han}))/u;
const brackets = /^[「『【[](.+)[」』】\]]$/;
/** What follows the name of a field: 请输入文书号，如…; the standard's own labels have 、 only. */
const explanation =
  /([,;。]|(?<=..)(?<!申)请(?=[填输选按用如务注参勿])|(?<=..)(如[有无为:]|例如)).*$/;

/** What stands behind a label: its English, how much has been typed, brackets that held a question mark. */
const behind =
  /(\[\]|\(\)|\d+\/\d+字?|(?<=..)(帮助|填写说明|查看示例)|(?<=\p{Script=Han}|\))[A-Za-z.]{2,})+$/u;

/** A label without width variants, white space, stars, colons, numbers, （必填） and 请输入. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(decorations, '')
    .replace(dashes, '')
    .replace(behind, '')
    .replace(obligation, '')
    .replace(brackets, '$1')
    .replace(ordinal, '')
    .replace(request, '')
    .replace(explanation, '');
}

/** Words that platforms use for one another, each with the one that stands for all of them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/\([^()]*\)|\[[^[\]]*\]/g, ''],
  // The document is not what it decides.
  [/决定书$/, ''],
  [/行政|信息|的|书|作出|[、,;/_-]/g, ''],
  [/号码|编号/g, '号'],
  // The number of a decision's document, not that of what was decided: 许可决定书号 is not 许可编号.
  [/(决定|文件?)+(?=号)/g, '文件'],
  [/(?<=.)决定(?=.)/g, ''],
  [/种类|类型|性质/g, '类别'],
  // 机构代码 is what organisations were numbered by, 处罚机构代码 the code of a 机关.
  [/部门|单位|(?<!^|组织)机构/g, '机关'],
  [/^数据(?=来源|报送|填报|提供|归集|上报)/, ''],
  [/时间/g, '日期'],
  [/(金|数)额(万?元)?$/, '额'],
  [/(有效(期限?)?)?(截止|终止|到期|结束|失效)(期|日期)?$|有效期限?(至|止)$|有效期限$/, '有效期至'],
  [/(有效(期限?)?)?(自|起|从|起始|开始|生效)(日期)?$/, '有效期自'],
  [/(?<=..)(名称|姓名|全称)$/, ''],
  [
    /^(违法)?(当事人|个人|自然人|公民|主体|对象)|^[被受]处罚(当事人|人|对象|机关)|^处罚对象|^(被许可|持证|申请)(人|机关|主体)/,
    '相对人',
  ],
  [/^相对人(?=法定代表|负责人|法人|经营者)/, ''],
  [/^(经营者|负责人|法人(代表)?)/, '法定代表人'],
  [/(居民)?身份证?件?号$/, '证件号'],
  [
    /(统一)?社?会?(统一)?信用代码(证号|(营业执照|工商)?(注册|登记)号)?$|(?<=机关)[代编]码$/,
    '信用代码',
  ],
];

/**
 * A normalised label without what platforms add or leave out at will (brackets, 行政, 信息, 名称), and with
 * one word for what they call differently: 处罚种类 and 行政处罚类型 are both 处罚类别.
 */
export function looseLabel(normalised: string): string {
  return alike.reduce((label, [words, word]) => label.replace(words, word), normalised);
}

/** A group heading as the first half of a label: 一、法定代表人信息 → 法定代表人. */
export function groupPrefix(heading: string): string {
  return normaliseLabel(heading)
    .replace(parenthesised, '')
    .replace(ordinal, '')
    .replace(/(基本)?(信息|情况|资料|部分|内容)$/, '');
}

/** What pages put before and after a column code: `AddXK_WSH`, `txtXK_WSH`, `XK_WSH_1`, `XK_WSH$text`. */
const affix =
  /^(add|edit|upd(ate)?|new|txt|text|input|form|data|val(ue)?|str|string|id|name|show|sel|\d+)$/i;
/** Before the code of what a decision changed. */
const formerly = /^(old|orig(in(al)?)?|prev(ious)?|bak)$/i;
const gluedPrefix = /^(add|edit|upd|new|txt|sel)(?=(xk|cf)|bz$)/i;

function wordsOf(nameOrId: string): string[] {
  return nameOrId
    .replace(gluedPrefix, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toUpperCase());
}

/** A control's `name` or `id`, taken apart once for all codes that it is compared with. */
export interface CodeWords {
  readonly all: readonly string[];
  /** The words of its last part: `BZ` of `rows[0].BZ`. */
  readonly last: readonly string[];
}

/** Takes a `name`, an `id` or a column code apart. */
export function codeWords(nameOrId: string): CodeWords {
  const [path = ''] = nameOrId
    .split(/[.$[\]:]+/)
    .filter((part) => part.trim() !== '' && !affix.test(part))
    .reverse();
  return { all: wordsOf(nameOrId), last: wordsOf(path) };
}

/**
 * How surely a control's `name` or `id` carries a column code: 1 where it does (`XK_WSH`, `AddXK_WSH`,
 * `form.xkWsh`), less where a number follows that may be part of another code (`XK_WSH1`), else 0.
 */
export function codeLikeness(nameOrId: CodeWords, { all: wanted }: CodeWords): number {
  const { length } = wanted;
  // BZ alone is short enough to end other names; it has to be the whole of its part.
  const written = length > 1 ? nameOrId.all : nameOrId.last;
  let end = written.length;
  while (end > length && affix.test(written[end - 1] ?? '') && written[end - 1] !== 'ID') end--;
  const words = written.slice(0, end);
  const before = words.slice(0, -length);
  if (before.some((word) => formerly.test(word))) return 0;
  const isAlone = length > 1 || before.every((word) => affix.test(word));
  const plain = wanted.join('');
  const carried = words.slice(-length).join('');
  const isGlued = length > 1 && words[end - 1] === plain;
  if ((carried === plain && isAlone) || words.join('') === plain || isGlued) return 1;
  return carried.replace(/\d+$/, '') === plain && isAlone ? 0.75 : 0;
}
