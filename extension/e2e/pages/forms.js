/*
 * What the forms of the pages here ask for, labelled as city platforms label it. Each page renders these
 * fields with the widgets of its own library and posts what those hold.
 */
const documentTypes = [
  ['01', '身份证'],
  ['02', '护照'],
  ['03', '港澳居民来往内地通行证'],
  ['04', '台湾居民来往大陆通行证'],
];

const subject = [
  { group: '行政相对人信息' },
  { name: 'subjectName', label: '行政相对人名称', required: true, maxlength: 200 },
  {
    name: 'subjectCategory',
    label: '行政相对人类别',
    required: true,
    options: [
      ['02', '法人及非法人组织'],
      ['04', '个体工商户'],
      ['01', '自然人'],
    ],
  },
  { name: 'unifiedSocialCreditCode', label: '行政相对人代码_1(统一社会信用代码)', maxlength: 18 },
  { name: 'registrationNumber', label: '行政相对人代码_2(工商注册号)', maxlength: 50 },
  { name: 'organizationCode', label: '行政相对人代码_3(组织机构代码)', maxlength: 9 },
  { name: 'taxRegistrationNumber', label: '行政相对人代码_4(税务登记号)', maxlength: 15 },
  {
    name: 'publicInstitutionCertificateNumber',
    label: '行政相对人代码_5(事业单位证书号)',
    maxlength: 12,
  },
  {
    name: 'socialOrganizationCertificateNumber',
    label: '行政相对人代码_6(社会组织登记证号)',
    maxlength: 50,
  },
  { name: 'legalRepresentative', label: '法定代表人', maxlength: 50 },
  {
    name: 'legalRepresentativeDocumentType',
    label: '法定代表人证件类型',
    options: documentTypes,
  },
  { name: 'legalRepresentativeDocumentNumber', label: '法定代表人证件号码', maxlength: 64 },
  // The platform asks its dictionary for these once the category is chosen.
  {
    name: 'subjectDocumentType',
    label: '证件类型',
    options: [],
    linked: { to: 'subjectCategory', options: { '01': documentTypes } },
  },
  { name: 'subjectDocumentNumber', label: '证件号码', maxlength: 64 },
];

const source = [
  { name: 'sourceUnitName', label: '数据来源单位', required: true, maxlength: 200 },
  {
    name: 'sourceUnitCode',
    label: '数据来源单位统一社会信用代码',
    required: true,
    maxlength: 18,
  },
  { name: 'remarks', label: '备注', maxlength: 512, long: true },
];

const same = (words) => words.map((word) => [word, word]);

const licenceFields = [
  ...subject,
  { group: '行政许可信息' },
  { name: 'documentTitle', label: '行政许可决定文书名称', required: true, maxlength: 64 },
  { name: 'documentNumber', label: '行政许可决定文书号', required: true, maxlength: 64 },
  {
    name: 'licenceCategory',
    label: '许可类别',
    required: true,
    options: [
      ['01', '普通'],
      ['02', '特许'],
      ['03', '认可'],
      ['04', '核准'],
      ['05', '登记'],
    ],
  },
  { name: 'certificateName', label: '许可证书名称', maxlength: 64 },
  { name: 'certificateNumber', label: '许可编号', maxlength: 64 },
  { name: 'licenceContent', label: '许可内容', required: true, maxlength: 4000, long: true },
  { name: 'decisionDate', label: '许可决定日期', required: true, date: true },
  { name: 'validFrom', label: '有效期自', required: true, date: true },
  { name: 'validUntil', label: '有效期至', required: true, date: true },
  { name: 'authorityName', label: '许可机关', required: true, maxlength: 200 },
  { name: 'authorityCode', label: '许可机关统一社会信用代码', required: true, maxlength: 18 },
  {
    name: 'status',
    label: '当前状态',
    required: true,
    few: true,
    options: [
      ['1', '有效'],
      ['0', '无效'],
    ],
  },
  ...source,
];

const penaltyFields = [
  ...subject,
  { group: '行政处罚信息' },
  { name: 'documentNumber', label: '行政处罚决定书文号', required: true, maxlength: 128 },
  { name: 'violationType', label: '违法行为类型', required: true, maxlength: 2000 },
  { name: 'violationFacts', label: '违法事实', required: true, maxlength: 2000, long: true },
  { name: 'penaltyBasis', label: '处罚依据', required: true, maxlength: 2048, long: true },
  {
    name: 'penaltyCategory',
    label: '处罚类别',
    required: true,
    many: true,
    options: same([
      '警告',
      '通报批评',
      '罚款',
      '没收违法所得',
      '没收非法财物',
      '暂扣许可证件',
      '吊销许可证件',
      '责令停产停业',
      '行政拘留',
    ]),
  },
  { name: 'penaltyContent', label: '处罚内容', required: true, maxlength: 4000, long: true },
  { name: 'fineAmount', label: '罚款金额（万元）', number: true },
  {
    name: 'confiscatedAmount',
    label: '没收违法所得、没收非法财物的金额（万元）',
    number: true,
  },
  { name: 'revokedCertificate', label: '暂扣或吊销证照名称及编号', maxlength: 200 },
  { name: 'decisionDate', label: '处罚决定日期', required: true, date: true },
  { name: 'validUntil', label: '处罚有效期', required: true, date: true },
  { name: 'publicityEndDate', label: '公示截止期', date: true },
  { name: 'authorityName', label: '处罚机关', required: true, maxlength: 200 },
  { name: 'authorityCode', label: '处罚机关统一社会信用代码', required: true, maxlength: 18 },
  ...source,
];

/** A field of the two lists, with the options that it begins with. */
const optionsHtml = (options) =>
  options.map(([code, words]) => `<option value="${code}">${words}</option>`).join('');

/** Answers like a slow dictionary service: the options of a linked field for a choice, a while later. */
const askDictionary = (field, code) =>
  new Promise((done) => setTimeout(() => done(field.linked.options[code] || []), 400));

/** Rows of two fields each; a group's heading and a long text stand in rows of their own. */
function rowsOf(fields) {
  const rows = [];
  let open = null;
  for (const field of fields) {
    if (field.group || field.long) {
      open = null;
      rows.push([field]);
    } else if (open) {
      open.push(field);
      open = null;
    } else rows.push((open = [field]));
  }
  return rows;
}

/** A table of label cells and value cells, as server-rendered platforms draw forms. */
function tableHtml(fields, control) {
  const cells = (field, span) =>
    `<td class="label">${field.required ? '<i>*</i>' : ''}${field.label}：</td>` +
    `<td class="value"${span}>${control(field)}</td>`;
  return rowsOf(fields)
    .map((row) => {
      if (row[0].group) return `<tr><th colspan="4" class="group">${row[0].group}</th></tr>`;
      const span = row.length === 1 ? ' colspan="3"' : '';
      return `<tr>${row.map((field) => cells(field, span)).join('')}</tr>`;
    })
    .join('');
}

/** Sends what the page's own model holds, and says so as the platform does. */
async function send(model) {
  await fetch('/sent.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(model),
  });
  const note = document.createElement('div');
  note.className = 'notice';
  note.textContent = '保存成功';
  document.body.append(note);
}
