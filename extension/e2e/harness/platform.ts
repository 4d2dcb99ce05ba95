/**
 * The made-up platform whose forms `e2e/pages/widgets/` builds with real widget libraries: its labels, its
 * option codes, and how a record looks in its model. Pages get the same data as `window.platform`.
 */
import {
  type Field,
  type FieldId,
  type DoublePublicityKind,
  type RecordValues,
  choiceOf,
  fieldOf,
  standards,
} from '@baosong/shared/standards/index.ts';

/** One option: the code that the model holds, and the words on the page. */
interface PlatformOption {
  readonly value: string;
  readonly label: string;
}

const option = (value: string, label: string): PlatformOption => ({ value, label });

const documentTypes = [
  option('01', '身份证'),
  option('02', '护照号'),
  option('03', '港澳居民来往内地通行证'),
  option('04', '台湾居民来往大陆通行证'),
  option('05', '外国人永久居留身份证'),
];

const options: Partial<Record<FieldId, readonly PlatformOption[]>> = {
  subjectCategory: [
    option('02', '法人及非法人组织'),
    option('04', '个体工商户'),
    option('01', '自然人'),
  ],
  legalRepresentativeDocumentType: documentTypes,
  subjectDocumentType: documentTypes,
  licenceCategory: ['普通', '特许', '认可', '核准', '登记'].map((words, i) =>
    option(`0${i + 1}`, words),
  ),
  penaltyCategory: [
    '警告',
    '通报批评',
    '罚款',
    '没收违法所得',
    '没收非法财物',
    '暂扣许可证件',
    '降低资质等级',
    '吊销许可证件',
    '责令停产停业',
    '责令关闭',
    '限制从业',
    '行政拘留',
  ].map((words, i) => option(String.fromCharCode(65 + i), words)),
  status: [option('1', '有效'), option('0', '无效')],
};

/** What this platform calls a field, where that is not the standard's own label. */
const ownLabels: Partial<Record<FieldId, string>> = {
  unifiedSocialCreditCode: '行政相对人代码_1（统一社会信用代码）',
  registrationNumber: '行政相对人代码_2（工商注册号）',
  organizationCode: '行政相对人代码_3（组织机构代码）',
  taxRegistrationNumber: '行政相对人代码_4（税务登记号）',
  publicInstitutionCertificateNumber: '行政相对人代码_5（事业单位证书号）',
  socialOrganizationCertificateNumber: '行政相对人代码_6（社会组织登记证号）',
};

const longTexts: readonly FieldId[] = [
  'licenceContent',
  'violationFacts',
  'penaltyBasis',
  'penaltyContent',
];
const radios: readonly FieldId[] = ['licenceCategory', 'status'];

/** The widget that a form has for a field, unless its page says otherwise. */
function widgetOf({ id, type }: Field): string {
  if (type === 'text') return longTexts.includes(id) ? 'textarea' : 'text';
  if (type === 'amount') return 'number';
  if (type === 'choices') return 'multiple';
  return type === 'choice' && radios.includes(id) ? 'radio' : type === 'date' ? 'date' : 'select';
}

const formOf = (kind: DoublePublicityKind): readonly object[] =>
  standards[kind].fields.map((field) => ({
    id: field.id,
    label: ownLabels[field.id] ?? field.label,
    widget: widgetOf(field),
    options: options[field.id] ?? [],
    required: field.requirement.legalPerson === 'required',
    /** Whether it is asked of an organisation, and of a person. */
    of: [field.requirement.legalPerson !== 'blank', field.requirement.naturalPerson !== 'blank'],
  }));

const forPages = {
  options,
  labels: { licence: labelsOf('licence'), penalty: labelsOf('penalty') },
  forms: { licence: formOf('licence'), penalty: formOf('penalty') },
};

function labelsOf(kind: DoublePublicityKind): Record<string, string> {
  return Object.fromEntries(
    standards[kind].fields.map(({ id, label }) => [id, ownLabels[id] ?? label] as const),
  );
}

/**
 * The script that gives pages this data, `platform.send(model)`, and `platform.fields(kind, category,
 * widgets)`: the fields that the form has for a category, with the page's own widgets by field id;
 * one for `validFrom` holds both ends of the validity.
 */
export const platformScript = `window.platform = ${JSON.stringify(forPages)};
platform.send = (model) =>
  fetch('/sent.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(model),
  });
platform.fields = (kind, category, widgets = {}) =>
  platform.forms[kind]
    .filter(({ id, of }) => of[category === '01' ? 1 : 0] && !(id === 'validUntil' && widgets.validFrom))
    .map((field) => ({
      ...field,
      widget: widgets[field.id] ?? field.widget,
      label: field.id === 'validFrom' && widgets.validFrom ? '有效期' : field.label,
    }));
`;

const shared: RecordValues = {
  authorityName: '示例市市场监督管理局',
  authorityCode: '11420200011012349Q',
  sourceUnitName: '示例市政务服务中心',
  sourceUnitCode: '12420200420420423K',
  remarks: '窗口办理',
};

const subjects = {
  legalPerson: {
    subjectName: '示例市云溪商贸有限公司',
    subjectCategory: 'legalPerson',
    unifiedSocialCreditCode: '91350100M000100Y43',
    registrationNumber: '420200000012345',
    organizationCode: 'M000100Y4',
    taxRegistrationNumber: '420202M000100Y4',
    publicInstitutionCertificateNumber: '142020000012',
    socialOrganizationCertificateNumber: '鄂示民政字第010001号',
    legalRepresentative: '张三',
    legalRepresentativeDocumentType: 'residentId',
    legalRepresentativeDocumentNumber: '11010519491231002X',
  },
  naturalPerson: {
    subjectName: '李四',
    subjectCategory: 'naturalPerson',
    subjectDocumentType: 'residentId',
    subjectDocumentNumber: '440308199901101512',
  },
} as const satisfies Record<string, RecordValues>;

const decisions: Readonly<Record<DoublePublicityKind, RecordValues>> = {
  licence: {
    documentTitle: '关于准予食品经营许可的决定',
    documentNumber: '云示许〔2026〕5号',
    licenceCategory: '核准',
    certificateName: '食品经营许可证',
    certificateNumber: 'JY14202000000001',
    licenceContent: '准予食品经营许可\n热食类食品制售',
    decisionDate: '2026-01-05',
    validFrom: '2026-01-06',
    validUntil: '2031-01-05',
    status: 'valid',
  },
  penalty: {
    documentNumber: '云示罚〔2026〕15号',
    violationType: '违反产品质量管理规定',
    violationFacts: '销售不合格产品\n货值金额较小',
    penaltyBasis: '《示例市产品质量条例》第五条',
    penaltyCategory: '罚款;没收违法所得;吊销许可证件',
    penaltyContent: '罚款2000元，没收违法所得500元，吊销食品经营许可证',
    fineAmount: '0.2',
    confiscatedAmount: '0.05',
    revokedCertificate: '食品经营许可证 JY14202000000001',
    decisionDate: '2026-01-07',
    validUntil: '2027-01-08',
    publicityEndDate: '2026-07-09',
  },
};

/** A record without a fault that fills every field which its subject may fill. */
export function fullRecord(
  kind: DoublePublicityKind,
  subject: keyof typeof subjects,
): RecordValues {
  return { ...subjects[subject], ...decisions[kind], ...shared };
}

/** One value as this platform's model holds it, however the page's library counts and orders. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).sort().join(';');
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
}

function inModel(kind: DoublePublicityKind, id: FieldId, value: string): string {
  const field = fieldOf(kind, id);
  const known = options[id];
  if (field === undefined || known === undefined) return value;
  const codes = value.split(';').map((part) => {
    const words = choiceOf(field, part)?.label ?? part;
    return known.find(({ label }) => label === words)?.value ?? `no option ${words}`;
  });
  return plain(codes);
}

/** What a page of this platform has to post for a record; blanks are left out. */
export function modelOf(kind: DoublePublicityKind, values: RecordValues): Record<string, string> {
  const entries = Object.entries(values) as [FieldId, string][];
  return Object.fromEntries(entries.map(([id, value]) => [id, inModel(kind, id, value)]));
}

/** What a page has posted, written like `modelOf`. */
export function posted(model: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(model)
      .map(([id, value]) => [id, plain(value)] as const)
      .filter(([, value]) => value !== ''),
  );
}
