/**
 * By what other names forms and workbooks call the fields of each standard: labels seen in use, and column
 * codes of other generations. They stand apart from the tables because what is injected into pages has to
 * know what a field is, and not how it may be called.
 */
import type { FieldId, Generation, RecordKind, Standard } from './field.ts';

/** Words with blanks between them. */
type Words = Partial<Record<FieldId, string>>;

const subject = (prefix: 'XK' | 'CF'): Words => ({
  subjectName: `相对人名称 当事人名称 企业名称 单位名称 企业法定名称 姓名 ${prefix}_XDR`,
  subjectCategory: `相对人类别 相对人类型 行政相对人类型 主体类别 ${prefix}_XDR_TYPE ${prefix}_XDR_LX`,
  unifiedSocialCreditCode:
    '行政相对人代码_1(统一社会信用代码) 行政相对人代码_1 统一社会信用代码(行政相对人) 社会信用代码 信用代码 统一代码',
  registrationNumber: `行政相对人代码_2(工商注册号) 行政相对人代码_2 工商登记码 营业执照注册号 注册号 ${prefix}_XDR_GSDJ`,
  organizationCode: `行政相对人代码_3(组织机构代码) 行政相对人代码_3 ${prefix}_XDR_ZDM`,
  taxRegistrationNumber: '行政相对人代码_4(税务登记号) 行政相对人代码_4 纳税人识别号',
  publicInstitutionCertificateNumber: '行政相对人代码_5(事业单位证书号) 行政相对人代码_5',
  socialOrganizationCertificateNumber: '行政相对人代码_6(社会组织登记证号) 行政相对人代码_6',
  legalRepresentative: `法定代表人姓名 法人代表 法人姓名 经营者姓名 负责人 ${prefix}_FDDB ${prefix}_FR`,
  legalRepresentativeDocumentType: '法人证件类型 法定代表人证件种类',
  legalRepresentativeDocumentNumber: `法人证件号码 法定代表人身份证号 法定代表人身份证号码 ${prefix}_FR_SFZH`,
  subjectDocumentType: '自然人证件类型 相对人证件类型 身份证件类型',
  subjectDocumentNumber: `自然人证件号码 相对人证件号码 身份证号 身份证号码 居民身份证号 身份证件号码 ${prefix}_XDR_SFZ`,
});

const ends: Words = {
  sourceUnitName: '数据来源单位名称 来源单位 报送单位',
  sourceUnitCode: '数据来源单位代码 来源单位统一社会信用代码',
  remarks: '备注说明',
};

const licence2019: Words = {
  ...subject('XK'),
  documentTitle:
    '许可决定文书名称 决定文书名称 文书名称 许可决定书名称 行政许可决定书名称 决定书名称 许可文件名称 XK_XMMC 项目名称',
  documentNumber: '行政许可决定书文号 许可决定文书号 决定文书号 文书号 文号 许可文件编号',
  licenceCategory: '审批类别 许可类型 XK_SPLB',
  certificateName: '行政许可证书名称 证书名称',
  certificateNumber: '许可证书编号 证书编号 许可证编号',
  licenceContent: '行政许可内容',
  decisionDate: '行政许可决定日期 决定日期 决定时间 发证日期',
  validFrom: '有效期起 有效期开始日期 许可有效期自',
  validUntil: '有效期止 许可截止期 有效期截止日期 许可有效期至 XK_JZQ',
  authorityName: '许可机关名称 决定机关 发证机关 XK_XZJG',
  authorityCode: '许可机关代码 决定机关统一社会信用代码',
  status: '状态 许可状态',
  ...ends,
};

const penalty2019: Words = {
  ...subject('CF'),
  documentNumber: '行政处罚决定文书号 处罚决定书文号 处罚文号 决定文书号 文书号 文号',
  violationType: '违法行为 违法类型',
  violationFacts: '处罚事由 事由 主要违法事实',
  penaltyBasis: '行政处罚依据 法律依据',
  penaltyCategory: '处罚种类 行政处罚类别 处罚类型 CF_CFLB1',
  penaltyContent: '行政处罚内容 处罚结果 CF_JG',
  fineAmount: '罚款金额 处罚金额（万元） 处罚金额',
  confiscatedAmount:
    '没收违法所得、没收非法财务的金额（万元） 没收金额（万元） 没收金额 没收违法所得金额',
  revokedCertificate: '暂扣或吊销证照 暂扣吊销证照名称及编号',
  decisionDate: '行政处罚决定日期 决定日期 决定时间',
  validUntil: '处罚有效期至 有效期 有效期至',
  publicityEndDate: '公示截止日期 公示期限 公示期至',
  authorityName: '处罚机关名称 决定机关 CF_XZJG CF_XKJG',
  authorityCode: '处罚机关代码 决定机关统一社会信用代码',
  ...ends,
};

const representative2018: Words = {
  legalRepresentativeDocumentNumber: '法定代表人身份证号码 法人身份证号',
};

const of2015: Words = {
  documentNumber: '文书号 文号',
  subjectName: '相对人名称 企业名称 姓名',
  unifiedSocialCreditCode: '统一社会信用代码 行政相对人代码_1',
  organizationCode: '组织机构代码 行政相对人代码_2',
  registrationNumber: '工商登记码 行政相对人代码_3',
  taxRegistrationNumber: '税务登记号 行政相对人代码_4',
  subjectDocumentNumber: '居民身份证号 身份证号 行政相对人代码_5',
  legalRepresentative: '法定代表人 法人代表',
  authorityName: '决定机关',
  status: '状态',
  regionCode: '行政区划代码',
  updatedOn: '数据更新时间 时间戳',
  remarks: '备注说明',
};

const licence2015: Words = {
  ...of2015,
  projectName: '许可项目名称',
  licenceCategory: '许可类别 审批类型',
  licenceContent: '行政许可内容',
  decisionDate: '决定日期 许可生效期',
  validUntil: '有效期至',
};

const penalty2015: Words = {
  ...of2015,
  caseName: '案件名称 CF_AJMC',
  penaltyCategory: '处罚类别 处罚种类',
  violationFacts: '违法事实 事由',
  penaltyBasis: '行政处罚依据',
  penaltyContent: '处罚内容',
  decisionDate: '决定日期 处罚生效期',
  validUntil: '处罚有效期',
};

const named: Words = {
  subjectName: '名称 企业名称 企业法定名称 单位名称 姓名 主体名称',
  subjectCategory: '相对人类别',
  unifiedSocialCreditCode: '社会信用代码',
  remarks: '备注说明',
};

const listed: Words = {
  ...named,
  registrationNumber: '工商注册号',
  taxRegistrationNumber: '纳税人识别号',
  subjectDocumentNumber: '身份证号 身份证号码',
  address: '注册地址 住址',
  sourceUnitName: '数据来源单位 来源单位',
  dataCategory: '信息类别',
  validUntil: '决定有效期 有效期至',
};

const honour: Words = {
  ...listed,
  itemName: '荣誉名称 表彰名称 奖项名称',
  evaluationYear: '年度',
  documentNumber: '决定文书号 文号',
  decisionDate: '决定时间 认定日期',
  authorityName: '决定机关 认定机关',
  documentTitle: '文件名称',
};

const blacklist: Words = {
  ...listed,
  itemName: '名单名称 失信名单名称',
  legalRepresentative: '法定代表人 法定代表人姓名',
  cause: '事由 失信行为 失信情形',
  listingBasis: '法律依据 认定依据',
  notifiedOn: '事前告知日期 履行告知程序日期',
  documentNumber: '决定文书号 文号',
  authorityName: '决定机关 列入机关',
  regionName: '地域',
  filedOn: '立案日期',
  decisionDate: '决定时间 列入时间 决定日期',
  publishedOn: '发布日期',
};

const other: Words = {
  ...named,
  itemName: '事项',
  // The notice itself writes 姓别.
  sex: '姓别',
  subjectDocumentType: '身份证件类型',
  subjectDocumentNumber: '身份证号码 身份证号 证件号码',
  documentNumber: '文书号 文号',
  authorityName: '决定单位',
  decisionDate: '决定日期',
  validUntil: '有效期 有效期至',
};

const words: Readonly<Record<RecordKind, Partial<Record<Generation, Words>>>> = {
  licence: {
    '2019': licence2019,
    '2018': { ...licence2019, ...representative2018 },
    '2015': licence2015,
  },
  penalty: {
    '2019': penalty2019,
    '2018': { ...penalty2019, ...representative2018 },
    '2015': penalty2015,
  },
  honour: { '2018': honour },
  blacklist: { '2018': blacklist },
  other: { '2018': other },
};

/** Other names of a field of a standard, the most usual first; none where it is called by its label only. */
export function synonymsOf(
  { kind, generation }: Pick<Standard, 'kind' | 'generation'>,
  id: FieldId,
): readonly string[] {
  return words[kind][generation]?.[id]?.split(' ') ?? [];
}
