import type { FieldId, DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { describe, expect, it } from 'vitest';
import type { FormRecord } from './field-record.ts';
import { calledIn, namesByKind, score } from './likeness.ts';

/** How platforms of 2012 to 2026 call the fields of the standard. */
const wordings: Readonly<Record<DoublePublicityKind, Partial<Record<FieldId, readonly string[]>>>> =
  {
    licence: {
      subjectName: [
        '当事人',
        '当事人姓名',
        '相对人',
        '行政相对人',
        '主体名称',
        '企业全称',
        '单位(个人)名称',
        '机构名称',
        '个人姓名',
        '自然人姓名',
        '行政相对人姓名',
        '字号名称',
        '个体工商户名称',
        '被许可人',
        '被许可人名称',
        '持证人',
        '申请人名称',
      ],
      subjectCategory: [
        '当事人类型',
        '当事人类别',
        '主体类型',
        '对象类型',
        '相对人性质',
        '主体性质',
      ],
      unifiedSocialCreditCode: [
        '统一信用代码',
        '统一社会信用代码证号',
        '社会统一信用代码',
        '社会信用代码',
      ],
      registrationNumber: ['工商登记号', '营业执照号', '营业执照号码'],
      organizationCode: ['组织机构代码证号', '机构代码'],
      taxRegistrationNumber: ['税务登记证号', '税号'],
      publicInstitutionCertificateNumber: ['事业单位证书编号'],
      legalRepresentative: [
        '法定代表人(负责人)',
        '法定代表人/负责人',
        '法定代表人或负责人',
        '法人',
        '法人代表姓名',
        '负责人姓名',
        '经营者',
        '经营者姓名',
      ],
      legalRepresentativeDocumentType: ['法人证件类型', '负责人证件类型', '经营者证件类型'],
      legalRepresentativeDocumentNumber: [
        '法人证件号码',
        '法人身份证号',
        '法定代表人身份证号码',
        '法定代表人证件号',
        '负责人身份证号',
        '经营者证件号码',
      ],
      subjectDocumentType: ['证件种类', '个人证件类型', '当事人证件类型'],
      subjectDocumentNumber: [
        '证件号',
        '个人证件号码',
        '当事人身份证号',
        '公民身份号码',
        '身份证号码',
      ],
      sourceUnitName: [
        '数据来源',
        '数据提供单位',
        '信息来源单位',
        '填报单位',
        '上报单位',
        '报送部门',
        '归集部门',
      ],
      sourceUnitCode: ['填报单位统一社会信用代码', '报送单位统一社会信用代码'],
      documentTitle: ['许可文书名称', '许可项目名称', '许可名称'],
      documentNumber: [
        '批准文号',
        '许可文号',
        '许可文书号',
        '行政许可文号',
        '许可决定书文号',
        '批文号',
        '审批文号',
        '决定书文号',
        '决定书编号',
      ],
      licenceCategory: ['许可种类', '行政许可类别', '审批类型'],
      certificateName: ['许可证名称', '证照名称', '许可证件名称'],
      certificateNumber: ['许可证号', '证书号', '许可证书号', '证照编号', '许可证件编号'],
      licenceContent: ['批准内容', '许可的内容'],
      decisionDate: ['许可日期', '批准日期', '审批日期', '签发日期', '发证时间', '作出决定日期'],
      validFrom: ['有效期从', '生效日期', '有效期起始', '有效期起始日期', '许可有效期起'],
      validUntil: [
        '到期日期',
        '截止日期',
        '有效期限至',
        '许可截止日期',
        '失效日期',
        '许可有效期止',
      ],
      authorityName: [
        '许可部门',
        '许可单位',
        '批准机关',
        '审批部门',
        '发证单位',
        '颁发机关',
        '许可实施机关',
        '实施机关',
      ],
      authorityCode: ['发证机关统一社会信用代码', '许可机关信用代码'],
      status: ['证书状态'],
    },
    penalty: {
      subjectName: [
        '被处罚人',
        '被处罚人姓名',
        '被处罚对象',
        '被处罚单位',
        '被处罚单位名称',
        '处罚对象',
        '受处罚人',
        '违法当事人',
      ],
      documentNumber: [
        '决定书文号',
        '决定书编号',
        '处罚决定文号',
        '处罚决定书编号',
        '行政处罚决定书编号',
        '处罚文书号',
        '行政处罚文号',
      ],
      violationType: ['违法行为种类', '违法类别', '案由'],
      violationFacts: ['处罚事实', '案件事实', '违法行为事实'],
      penaltyBasis: ['法律依据', '处罚法律依据'],
      penaltyCategory: ['行政处罚种类', '处罚方式'],
      penaltyContent: ['处罚决定内容', '处罚决定', '行政处罚结果', '处理结果'],
      fineAmount: ['罚款数额', '罚款', '罚款额'],
      confiscatedAmount: [
        '没收违法所得(万元)',
        '没收违法所得',
        '没收违法所得数额',
        '没收非法所得金额',
      ],
      revokedCertificate: ['暂扣或吊销证照名称', '吊销证照名称及编号'],
      decisionDate: ['处罚日期', '处罚时间', '作出处罚日期', '作出处罚决定日期'],
      validUntil: ['处罚有效期限', '处罚截止日期', '有效期限', '处罚期限'],
      publicityEndDate: ['公示截止时间', '公示结束日期'],
      authorityName: [
        '处罚机构',
        '处罚部门',
        '处罚单位',
        '处罚实施机关',
        '处罚决定机关',
        '作出处罚机关',
        '执法部门',
        '办案机关',
      ],
      authorityCode: ['处罚机关信用代码', '执法机关统一社会信用代码', '处罚单位统一社会信用代码'],
    },
  };

function likeliest(kind: DoublePublicityKind, label: string): FieldId[] {
  const record = {
    index: 0,
    codes: [],
    labels: [{ text: label, source: 'cell' as const }],
    groups: [],
    shape: 'text' as const,
    options: [],
    placeholder: '',
    maxLength: null,
    writable: true,
    dateOrder: null,
    forQuery: false,
  };
  const form: FormRecord = { fields: [record], buttons: [], heading: '' };
  const scores = namesByKind[kind].map((names) => ({
    id: names.field.id,
    points: score(kind, names, record, calledIn(form, 0)),
  }));
  const best = Math.max(...scores.map(({ points }) => points));
  return best === 0 ? [] : scores.filter(({ points }) => points === best).map(({ id }) => id);
}

describe.each(
  Object.entries(wordings) as [DoublePublicityKind, Partial<Record<FieldId, readonly string[]>>][],
)('on a form of kind %s', (kind, fields) => {
  it.each(Object.entries(fields))('%s is known by each of its names, and only it', (id, labels) => {
    expect(labels.map((label) => [label, likeliest(kind, label)])).toEqual(
      labels.map((label) => [label, [id]]),
    );
  });
});

it.each([
  '部门',
  '单位',
  '日期',
  '名称',
  '编号',
  '联系电话',
  '经办人',
  '地址',
  '权力编码',
  '失信严重程度',
  '处罚决定书',
  '许可决定书',
  '处罚告知书文号',
  '原许可证编号',
  '罚款缴纳日期',
  '身份证有效期至',
  '处罚决定书送达日期',
])('takes %s for nothing by itself', (label) => {
  expect(likeliest('licence', label)).toEqual([]);
  expect(likeliest('penalty', label)).toEqual([]);
});
