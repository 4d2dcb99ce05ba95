/** How forms of different times and platforms word the fields of a licence or a penalty. */
import { type DoublePublicityKind, standards } from '@baosong/shared/standards/index.ts';
import type { Entry, Line } from './made-form.ts';

const prefixed = (kind: DoublePublicityKind, write: (code: string) => string): Entry[] =>
  standards[kind].fields.map(({ id, code, label }) => ({ is: id, label, code: write(code) }));

/** Whole forms of the edition of 2019, by its own labels. */
export const standardLines = (kind: DoublePublicityKind): Line[] =>
  standards[kind].fields.map(({ id, label }): Line => [id, label]);

/** Codes as names, with what platforms put around them; labels are of another language. */
export const codedEntries = (kind: DoublePublicityKind, write: (code: string) => string): Entry[] =>
  prefixed(kind, write).map((entry, at) => ({ ...entry, label: `Column ${String(at + 1)}` }));

/** A licence in the words of a city's approval office. */
export const approvalOffice: readonly Line[] = [
  ['documentNumber', '批准文号'],
  ['documentTitle', '许可事项名称'],
  ['subjectName', '被许可人'],
  ['unifiedSocialCreditCode', '统一信用代码'],
  ['legalRepresentative', '法定代表人（负责人）'],
  ['legalRepresentativeDocumentNumber', '法人身份证号'],
  ['licenceCategory', '审批类型'],
  ['certificateNumber', '许可证号'],
  ['licenceContent', '批准内容'],
  ['decisionDate', '批准日期'],
  ['validFrom', '有效期起'],
  ['validUntil', '有效期止'],
  ['authorityName', '发证机关'],
  ['sourceUnitName', '填报单位'],
  [null, '联系电话'],
  [null, '权力编码'],
  ['remarks', '附注'],
];

/** A penalty in the words of an enforcement office. */
export const enforcementOffice: readonly Line[] = [
  ['subjectName', '当事人'],
  ['subjectCategory', '当事人类型'],
  ['unifiedSocialCreditCode', '社会信用代码'],
  ['registrationNumber', '营业执照号'],
  ['legalRepresentative', '法人代表'],
  ['subjectDocumentNumber', '身份证号码'],
  ['documentNumber', '处罚决定书编号'],
  ['violationType', '案由'],
  ['violationFacts', '主要违法事实'],
  ['penaltyBasis', '法律依据'],
  ['penaltyCategory', '处罚种类'],
  ['penaltyContent', '处罚结果'],
  ['fineAmount', '罚款数额（万元）'],
  ['confiscatedAmount', '没收违法所得金额（万元）'],
  ['decisionDate', '处罚日期'],
  ['validUntil', '处罚有效期限'],
  ['publicityEndDate', '公示截止日期'],
  ['authorityName', '执法机关'],
  ['sourceUnitName', '报送部门'],
  [null, '经办人'],
  [null, '失信严重程度'],
];

/** A penalty in groups, with bare labels below their headings. */
export const groupedPenalty: readonly Line[] = [
  ['subjectName', '名称', '一、行政相对人信息'],
  ['subjectCategory', '类别', '一、行政相对人信息'],
  ['unifiedSocialCreditCode', '统一社会信用代码', '一、行政相对人信息'],
  ['legalRepresentative', '姓名', '二、法定代表人信息'],
  ['legalRepresentativeDocumentType', '证件类型', '二、法定代表人信息'],
  ['legalRepresentativeDocumentNumber', '证件号码', '二、法定代表人信息'],
  ['subjectDocumentType', '证件类型', '三、自然人信息'],
  ['subjectDocumentNumber', '证件号码', '三、自然人信息'],
  ['documentNumber', '决定书文号', '四、处罚信息'],
  ['violationFacts', '违法事实', '四、处罚信息'],
  ['penaltyContent', '处罚内容', '四、处罚信息'],
  ['decisionDate', '决定日期', '四、处罚信息'],
  ['authorityName', '名称', '五、处罚机关'],
  ['authorityCode', '统一社会信用代码', '五、处罚机关'],
  ['sourceUnitName', '名称', '六、数据来源单位'],
  ['sourceUnitCode', '统一社会信用代码', '六、数据来源单位'],
];

/** A licence for organisations only, with bare labels that belong to what stands before them. */
export const organisationsOnly: readonly Line[] = [
  ['subjectName', '企业名称'],
  ['unifiedSocialCreditCode', '统一社会信用代码'],
  ['legalRepresentative', '法定代表人'],
  ['legalRepresentativeDocumentType', '证件类型'],
  ['legalRepresentativeDocumentNumber', '证件号码'],
  ['documentTitle', '行政许可决定文书名称'],
  ['documentNumber', '行政许可决定书文号'],
  ['licenceCategory', '许可类别'],
  ['licenceContent', '许可内容'],
  ['decisionDate', '许可决定日期'],
  ['authorityName', '许可机关'],
  ['authorityCode', '统一社会信用代码'],
  ['sourceUnitName', '数据来源单位'],
  ['sourceUnitCode', '统一社会信用代码'],
];

/** A licence for natural persons only. */
export const personsOnly: readonly Line[] = [
  ['subjectName', '姓名'],
  ['subjectDocumentType', '证件类型'],
  ['subjectDocumentNumber', '证件号码'],
  ['documentTitle', '许可决定文书名称'],
  ['documentNumber', '许可文号'],
  ['licenceCategory', '许可类别'],
  ['licenceContent', '许可内容'],
  ['decisionDate', '许可日期'],
  ['validUntil', '有效期至'],
  ['authorityName', '许可机关'],
];

/** A penalty for individual businesses only. */
export const individualBusinessesOnly: readonly Line[] = [
  ['subjectName', '字号名称'],
  ['unifiedSocialCreditCode', '统一社会信用代码'],
  ['legalRepresentative', '经营者姓名'],
  ['legalRepresentativeDocumentNumber', '经营者身份证号'],
  ['documentNumber', '行政处罚决定书文号'],
  ['violationType', '违法行为类型'],
  ['violationFacts', '违法事实'],
  ['penaltyCategory', '处罚类别'],
  ['penaltyContent', '处罚内容'],
  ['decisionDate', '处罚决定日期'],
  ['authorityName', '处罚机关'],
];

/** A penalty in the long words of a regulator's own system. */
export const regulator: readonly Line[] = [
  ['subjectName', '被处罚当事人'],
  ['subjectCategory', '被处罚对象类别'],
  ['unifiedSocialCreditCode', '统一社会信用代码/注册号'],
  ['legalRepresentative', '被处罚单位法定代表人（负责人）姓名'],
  ['subjectDocumentType', '被处罚人证件类型'],
  ['subjectDocumentNumber', '被处罚人证件号码'],
  ['documentNumber', '处罚决定文书编号'],
  ['violationType', '违法行为'],
  ['violationFacts', '主要违法违规事实（案由）'],
  ['penaltyBasis', '行政处罚的依据'],
  ['penaltyCategory', '行政处罚的种类'],
  ['penaltyContent', '行政处罚的内容'],
  ['decisionDate', '作出行政处罚决定日期'],
  ['authorityName', '作出行政处罚机关名称'],
  ['authorityCode', '作出行政处罚机构代码'],
  [null, '公示日期'],
];

/** A licence in the words of an office that issues certificates. */
export const certificates: readonly Line[] = [
  ['subjectName', '持证人名称'],
  ['unifiedSocialCreditCode', '持证单位统一社会信用代码'],
  ['legalRepresentative', '法人代表（负责人）'],
  ['legalRepresentativeDocumentNumber', '法人证件号'],
  ['certificateName', '许可证名称'],
  ['certificateNumber', '许可证编号'],
  ['documentTitle', '许可文件名称'],
  ['documentNumber', '许可文件编号'],
  ['licenceContent', '许可事项内容'],
  ['licenceCategory', '许可类型'],
  ['decisionDate', '发证日期'],
  ['validFrom', '有效起始日期'],
  ['validUntil', '有效期终止日期'],
  ['authorityName', '发证部门'],
  ['authorityCode', '发证部门代码'],
  ['sourceUnitName', '数据报送单位'],
  ['sourceUnitCode', '数据报送单位代码'],
];

/** A penalty whose heading says what its bare words are of. */
export const abbreviated: readonly Line[] = [
  ['subjectName', '相对人'],
  ['subjectCategory', '类别'],
  ['unifiedSocialCreditCode', '相对人代码'],
  ['documentNumber', '决定书编号'],
  ['violationFacts', '事实'],
  ['penaltyBasis', '依据'],
  ['penaltyCategory', '种类'],
  ['penaltyContent', '内容'],
  ['fineAmount', '罚款（万元）'],
  ['decisionDate', '决定日期'],
  ['authorityName', '处罚机关'],
  ['authorityCode', '处罚机关代码'],
  ['sourceUnitName', '来源单位'],
  ['sourceUnitCode', '来源单位代码'],
];

/** A licence in groups whose headings end as the labels below them begin, and with people who only acted. */
export const withAgents: readonly Line[] = [
  ['subjectName', '名称', '被许可人'],
  ['unifiedSocialCreditCode', '统一社会信用代码', '被许可人'],
  ['legalRepresentative', '姓名', '法定代表人'],
  ['legalRepresentativeDocumentNumber', '证件号码', '法定代表人'],
  [null, '姓名', '委托代理人'],
  [null, '证件类型', '委托代理人'],
  [null, '证件号码', '委托代理人'],
  ['documentTitle', '决定书名称', '许可决定'],
  ['documentNumber', '文书号', '许可决定'],
  ['licenceContent', '许可内容', '许可决定'],
  ['decisionDate', '决定日期', '许可决定'],
  ['authorityName', '机关名称', '许可机关'],
  ['authorityCode', '机关代码', '许可机关'],
  ['sourceUnitName', '单位名称', '数据来源单位'],
  ['sourceUnitCode', '单位代码', '数据来源单位'],
];

/** A penalty of the edition of 2015, by its labels; its codes of subjects are numbered otherwise than later. */
export const penaltyOf2015: readonly Line[] = [
  ['documentNumber', '行政处罚决定书文号'],
  [null, '处罚名称'],
  ['penaltyCategory', '处罚类别1'],
  [null, '处罚类别2'],
  ['violationFacts', '处罚事由'],
  ['penaltyBasis', '处罚依据'],
  ['subjectName', '行政相对人名称'],
  ['unifiedSocialCreditCode', '行政相对人代码_1 (统一社会信用代码)'],
  ['organizationCode', '行政相对人代码_2 (组织机构代码)'],
  ['registrationNumber', '行政相对人代码_3 (工商登记码)'],
  ['taxRegistrationNumber', '行政相对人代码_4 (税务登记号)'],
  ['subjectDocumentNumber', '行政相对人代码_5 (居民身份证号)'],
  ['legalRepresentative', '法定代表人姓名'],
  ['penaltyContent', '处罚结果'],
  ['decisionDate', '处罚决定日期'],
  ['authorityName', '处罚机关'],
  ['status', '当前状态'],
  [null, '地方编码'],
  ['remarks', '备注'],
];

/** A licence of the edition of 2015, by its columns. */
export const licenceOf2015: readonly Entry[] = [
  { is: 'documentNumber', label: '行政许可决定书文号', code: 'XK_WSH' },
  { is: 'documentTitle', label: '项目名称', code: 'XK_XMMC' },
  { is: 'licenceCategory', label: '审批类别', code: 'XK_SPLB' },
  { is: 'licenceContent', label: '许可内容', code: 'XK_NR' },
  { is: 'subjectName', label: '行政相对人名称', code: 'XK_XDR' },
  {
    is: 'unifiedSocialCreditCode',
    label: '行政相对人代码_1(统一社会信用代码)',
    code: 'XK_XDR_SHXYM',
  },
  { is: 'organizationCode', label: '行政相对人代码_2(组织机构代码)', code: 'XK_XDR_ZDM' },
  { is: 'registrationNumber', label: '行政相对人代码_3(工商登记码)', code: 'XK_XDR_GSDJ' },
  { is: 'taxRegistrationNumber', label: '行政相对人代码_4(税务登记号)', code: 'XK_XDR_SWDJ' },
  { is: 'subjectDocumentNumber', label: '行政相对人代码_5(居民身份证号)', code: 'XK_XDR_SFZ' },
  { is: 'legalRepresentative', label: '法定代表人姓名', code: 'XK_FR' },
  { is: 'decisionDate', label: '许可决定日期', code: 'XK_JDRQ' },
  { is: 'validUntil', label: '许可截止期', code: 'XK_JZQ' },
  { is: 'authorityName', label: '许可机关', code: 'XK_XZJG_MC' },
  { is: 'status', label: '当前状态', code: 'XK_ZT' },
  { is: null, label: '地方编码', code: 'DFBM' },
  { is: null, label: '数据更新时间戳', code: 'SJC' },
  { is: 'remarks', label: '备注', code: 'BZ' },
];
