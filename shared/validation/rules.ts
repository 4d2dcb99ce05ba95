/**
 * The one table of the rules: what each says, where it comes from, and whether it can run where values are
 * sealed. Screens and documents print from it; content scripts know only codes and levels (`levels.ts`).
 */
import type { FindingLevel, RuleScope } from './finding.ts';
import { defaultLevel, ruleCodes, scopeOf } from './levels.ts';
import type { RuleCode } from './levels.ts';

/** What rules are about (规则类别). */
export type RuleFamily =
  | 'completeness'
  | 'form'
  | 'subject'
  | 'identifier'
  | 'date'
  | 'money'
  | 'consistency'
  | 'reporting'
  | 'privacy'
  | 'platform';

/** What screens call a family. */
export const ruleFamilyLabels: Readonly<Record<RuleFamily, string>> = {
  completeness: '完整',
  form: '格式',
  subject: '主体',
  identifier: '号码',
  date: '日期',
  money: '金额',
  consistency: '一致',
  reporting: '报送范围和时限',
  privacy: '个人信息',
  platform: '平台',
};

interface Description {
  readonly family: RuleFamily;
  /** What it says, in Chinese, for lists of rules. */
  readonly title: string;
  /** Document and clause. */
  readonly basis: string;
  /** Whether it runs on a record whose sensitive values are sealed: it does not read them. */
  readonly sealed: boolean;
}

/** One rule. */
export interface Rule extends Description {
  readonly code: RuleCode;
  /** Level where the jurisdiction sets no other. */
  readonly level: FindingLevel;
  readonly scope: RuleScope;
}

const dataStandard = '双公示数据标准（发改办财金〔2018〕424号，2019年修订）';
const usccStandard = 'GB 32100-2015';
const idStandard = 'GB 11643-1999';
const penaltyAct = '《行政处罚法》';

function described(
  family: RuleFamily,
  title: string,
  basis: string,
  sealed: 'sealed' | 'clear' = 'sealed',
): Description {
  return { family, title, basis, sealed: sealed === 'sealed' };
}

const descriptions: Readonly<Record<RuleCode, Description>> = {
  REQ: described('completeness', '必填项为空', `${dataStandard}各表“必填”`),
  LEN: described('form', '超过最多字数', `${dataStandard}各表“长度”`, 'clear'),
  ENUM: described('form', '不是标准列出的值', `${dataStandard}枚举值`),
  'ENUM-D': described(
    'form',
    '处罚种类在决定之日尚未或不再施行',
    `${penaltyAct}2021年第九条，此前为2017年的规定`,
  ),
  X01: described('subject', '自然人填了单位的项目', `${dataStandard}第3—11项`),
  X02: described('subject', '单位填了自然人的项目', `${dataStandard}第7、8、12、13项`),
  X03: described('subject', '92开头的代码与个体工商户不一致', usccStandard),
  X04: described('identifier', '不是有效的身份证号码', idStandard, 'clear'),
  'X04-15': described('identifier', '已停用的15位身份证号码', '《居民身份证法》', 'clear'),
  'X04-AGE': described('identifier', '身份证号码里的出生年份过早', idStandard, 'clear'),
  'X04-RP': described(
    'identifier',
    '港澳台居民居住证填成了身份证',
    '《港澳台居民居住证申领发放办法》',
    'clear',
  ),
  'X04-SEX': described('identifier', '性别与身份证号码不一致', idStandard, 'clear'),
  DOC: described('identifier', '不是这种证件的号码', '国家移民管理局证件编号规则', 'clear'),
  PASS: described('identifier', '不是护照号', '国家移民管理局证件编号规则', 'clear'),
  X05: described('date', '决定日期晚于今天', `${dataStandard}决定日期`),
  X06: described('date', '截止早于开始', `${dataStandard}有效期、公示截止期`),
  X07: described('date', '长期有效没有填2099-12-31', `${dataStandard}有效期`),
  'X07-P': described('platform', '平台的日期框选不到', '目标平台的日期控件'),
  X08: described('date', '不是日期', `${dataStandard}日期格式`),
  X09: described('money', '有罚款而没有罚款金额', `${dataStandard}罚款金额（万元）`),
  'X09-R': described('money', '有罚款金额而没有罚款', `${dataStandard}处罚类别`),
  X10: described('money', '元和万元弄混', `${dataStandard}罚款金额（万元）`, 'clear'),
  X11: described('money', '不是万元的金额', `${dataStandard}罚款金额（万元）`),
  X12: described('money', '有没收、暂扣或吊销而没有金额或证照', `${dataStandard}处罚内容各项`),
  'X12-R': described('money', '有没收金额或证照而没有相应的处罚', `${dataStandard}处罚类别`),
  X13: described('platform', '超过平台的字节数', '目标平台的列长度', 'clear'),
  X14: described(
    'form',
    '名称、代码里有全角、空格或看不见的字符',
    `${dataStandard}名称、代码`,
    'clear',
  ),
  'X14-P': described('platform', '名称、代码里有平台拒绝的字符', '目标平台的非法字符表', 'clear'),
  X15: described('consistency', '重复报送', '黄信用办〔2018〕5号三（三）'),
  X16: described('consistency', '主体的名称与代码不是一对', usccStandard),
  X17: described(
    'consistency',
    '名称的括号不成对或与以前不同',
    `${dataStandard}行政相对人名称`,
    'clear',
  ),
  X18: described(
    'consistency',
    '机关或来源单位的名称与代码不是一对',
    `${dataStandard}机关、数据来源单位`,
  ),
  X19: described(
    'reporting',
    '涉密的决定不报送',
    '《保守国家秘密法》；《政府信息公开条例》',
    'clear',
  ),
  'X19-S': described('reporting', '简易程序的处罚不报送', `${penaltyAct}2021年第五十一条`, 'clear'),
  X20: described('reporting', '超过7个工作日，属迟报', '发改办财金〔2018〕424号'),
  'X20-L': described('reporting', '超过本市的时限', '本市归集通知，如黄信用办〔2018〕5号三（二）'),
  X21: described(
    'privacy',
    '公开的文字里有个人的号码',
    '《个人信息保护法》第六、二十八条',
    'clear',
  ),
  X22: described(
    'reporting',
    '公示期超过上限',
    '《信用修复管理办法》（国家发展改革委令第36号）；2026年4月前为令第58号',
  ),
  'X22-M': described(
    'reporting',
    '轻微失信原则上不公示',
    '《信用修复管理办法》（国家发展改革委令第36号）',
  ),
  'P-FORM': described('platform', '平台的规则会拒绝', '目标平台的校验规则', 'clear'),
  USCC: described('identifier', '统一社会信用代码的长度或字符不对', usccStandard, 'clear'),
  'USCC-CD': described('identifier', '统一社会信用代码的校验码不符', usccStandard, 'clear'),
  'USCC-PH': described('identifier', '占位代码', usccStandard, 'clear'),
  ORG: described('identifier', '组织机构代码的长度或字符不对', 'GB 11714-1997', 'clear'),
  'ORG-CD': described('identifier', '组织机构代码的校验码不符', 'GB 11714-1997', 'clear'),
  REG: described('identifier', '工商注册号的写法不对', 'GS 15-2006', 'clear'),
  'REG-CD': described('identifier', '工商注册号的校验码不符', 'GS 15-2006', 'clear'),
  DOCNO: described('form', '文书号的写法不规范', 'GB/T 9704-2012 7.2.5', 'clear'),
  'DOCNO-Y': described(
    'consistency',
    '文书号的年份与决定日期不符',
    'GB/T 9704-2012 7.2.5',
    'clear',
  ),
};

/** All rules, in the order of their codes. */
export const rules: readonly Rule[] = [...ruleCodes()].sort().map((code) => ({
  code,
  level: defaultLevel(code),
  scope: scopeOf(code),
  ...descriptions[code],
}));

const rulesByCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code, or `undefined` for one that is long gone. */
export function ruleOf(code: string): Rule | undefined {
  return rulesByCode.get(code);
}
