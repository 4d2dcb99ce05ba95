/**
 * Labels by which forms of platforms, old and new, call fields of the standard. On a form that is known to
 * report licences or penalties they are clear enough; a workbook's head is judged by the standard's own
 * synonyms only. Words that differ at will (类型 for 种类, 部门 for 机关) need no line here.
 */
import type { FieldId, RecordKind } from './field.ts';

/** Words with blanks between them. */
type Labels = Partial<Record<FieldId, string>>;

const ofBoth: Labels = {
  subjectName: '相对人 单位(个人)名称 机构名称 企业全称 字号名称 个体工商户名称',
  unifiedSocialCreditCode: '相对人代码 相对人统一社会信用代码 企业统一社会信用代码',
  registrationNumber: '工商登记号 营业执照号',
  organizationCode: '组织机构代码证号 机构代码',
  taxRegistrationNumber: '税务登记证号 税号',
  legalRepresentative: '法人 经营者 法定代表人/负责人 法定代表人或负责人',
  sourceUnitName: '数据来源 提供单位 填报单位 上报单位 归集部门',
  remarks: '其他说明 附注',
};

const ofLicence: Labels = {
  documentTitle: '许可项目名称 许可事项名称 许可名称',
  documentNumber: '批准文号 批文号 审批文号 决定书编号',
  certificateName: '证照名称 许可证件名称',
  certificateNumber: '许可证号 证照编号 证书号 许可证件编号',
  licenceContent: '许可事项 许可事项内容 批准内容 审批内容 许可范围',
  decisionDate: '批准日期 审批日期 签发日期 准予许可日期 颁发日期 证照颁发日期',
  validFrom: '证照有效期自',
  validUntil: '证照有效期至',
  authorityName: '批准机关 审批机关 颁发机关 证照颁发机关 实施机关 许可实施机关',
  status: '是否有效 有效状态 证书状态 许可证状态 数据状态 记录状态 有效标志',
};

const ofPenalty: Labels = {
  documentNumber: '决定书编号 处罚决定书编号',
  violationType: '案由 违法案由',
  violationFacts:
    '处罚事实 案件事实 违法情况 违法行为事实 主要事实 违法违规事实 主要违法违规事实 违法事实和证据',
  penaltyBasis: '处罚法律依据 适用法律',
  penaltyCategory: '处罚方式 处罚类别1',
  penaltyContent: '处罚决定 处理结果 处罚情况',
  fineAmount: '罚款 罚款(万元) 罚款(元) 处罚款',
  confiscatedAmount: '没收违法所得 没收非法所得金额 没收所得金额',
  revokedCertificate: '吊销证照名称及编号',
  decisionDate: '下达日期 决定书签发日期 处罚决定书签发日期',
  validUntil: '处罚期限',
  publicityEndDate: '公示有效期',
  authorityName: '处罚实施机关 执法机关 办案机关 实施机关',
};

/** Further labels of a field on forms of a kind. */
export function formLabels(kind: RecordKind, id: FieldId): readonly string[] {
  const ofKind = kind === 'licence' ? ofLicence : ofPenalty;
  return [ofBoth[id], ofKind[id]].flatMap((words) => words?.split(' ') ?? []);
}
