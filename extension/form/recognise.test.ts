import {
  type FieldId,
  type DoublePublicityKind,
  doublePublicityKinds,
  standards,
} from '@baosong/shared/standards/index.ts';
import { describe, expect, it } from 'vitest';
import type { FieldRecord, FormRecord, LabelSource } from './field-record.ts';
import { type Recognition, decide } from './recognise.ts';

const recognise = (form: FormRecord): Recognition | null => decide(form).recognition;

function control(index: number, part: Partial<FieldRecord>): FieldRecord {
  return {
    index,
    codes: [],
    labels: [],
    groups: [],
    shape: 'text',
    options: [],
    placeholder: '',
    maxLength: null,
    writable: true,
    dateOrder: null,
    forQuery: false,
    ...part,
  };
}

function formOf(
  parts: readonly (string | Partial<FieldRecord>)[],
  rest: Partial<Omit<FormRecord, 'fields'>> = {},
  source: LabelSource = 'cell',
): FormRecord {
  const fields = parts.map((part, index) =>
    control(index, typeof part === 'string' ? { labels: [{ text: part, source }] } : part),
  );
  return { fields, buttons: ['提交', '重置'], heading: '', ...rest };
}

/** Which place each field got, in the order of the standard. */
function placesOf(form: FormRecord): Partial<Record<FieldId, number>> {
  return Object.fromEntries(recognise(form)?.fields ?? []);
}

describe.each(doublePublicityKinds)('a whole form of kind %s', (kind: DoublePublicityKind) => {
  const { fields } = standards[kind];
  const expected = Object.fromEntries(fields.map(({ id }, place) => [id, place]));

  it('is recognised by its column codes alone', () => {
    const form = formOf(fields.map(({ code }) => ({ codes: [`Add${code}`] })));
    expect(recognise(form)).toMatchObject({ kind, sure: true });
    expect(placesOf(form)).toEqual(expected);
  });

  it('is recognised by its labels alone, stars, colons and 必填 aside', () => {
    const form = formOf(fields.map(({ label }) => `*${label}（必填）：`));
    expect(recognise(form)).toMatchObject({ kind, sure: true });
    expect(placesOf(form)).toEqual(expected);
  });

  it('is recognised by placeholders alone', () => {
    const form = formOf(
      fields.map(({ label }) => `请输入${label}`),
      {},
      'placeholder',
    );
    expect(recognise(form)?.kind).toBe(kind);
    expect(recognise(form)?.fields.length).toBe(fields.length);
  });
});

const core = [
  '行政相对人名称',
  '统一社会信用代码',
  '行政处罚决定书文号',
  '违法事实',
  '处罚内容',
  '处罚决定日期',
];

describe('which control holds which field', () => {
  it('lets a code outrank a misleading label', () => {
    const form = formOf([
      ...core.slice(1),
      { codes: ['CF_XDR_MC'], labels: [{ text: '违法行为类型', source: 'cell' }] },
    ]);
    expect(placesOf(form).subjectName).toBe(5);
    expect(placesOf(form).violationType).toBeUndefined();
  });

  it('reads a bare 证件号码 below the heading 法定代表人 as the representative’s', () => {
    const bare = { labels: [{ text: '证件号码', source: 'cell' as const }] };
    const form = formOf([...core, { ...bare, groups: ['二、法定代表人信息'] }, bare]);
    expect(placesOf(form)).toMatchObject({
      legalRepresentativeDocumentNumber: 6,
      subjectDocumentNumber: 7,
    });
  });

  it('reads the first of two bare 证件号码 after 法定代表人 as the representative’s', () => {
    const form = formOf([...core, '法定代表人', '证件号码', '备注', '证件号码']);
    expect(placesOf(form)).toMatchObject({
      legalRepresentativeDocumentNumber: 7,
      subjectDocumentNumber: 9,
    });
  });

  it('reads a label that begins with its group', () => {
    const form = formOf([...core, '处罚机关-名称', '处罚机关-统一社会信用代码', '代理人-证件号码']);
    expect(placesOf(form)).toMatchObject({ authorityName: 6, authorityCode: 7 });
    expect(recognise(form)?.fields.length).toBe(8);
  });

  it('takes the head of a column for nothing where its rows are named', () => {
    const parts = [...core.filter((label) => label !== '处罚内容'), '处罚类别', '联系电话'];
    const form = formOf(
      parts.map((text) => ({
        labels: [
          { text, source: 'cell' as const },
          { text: '内容', source: 'columnHead' as const },
        ],
        groups: ['处罚信息'],
      })),
      { heading: '行政处罚信息' },
    );
    expect(recognise(form)?.fields.length).toBe(6);
  });

  it('keeps the codes of subject, authority and source apart', () => {
    const form = formOf([
      ...core,
      '数据来源单位统一社会信用代码',
      '处罚机关统一社会信用代码',
      '登记机关统一社会信用代码',
    ]);
    expect(placesOf(form)).toMatchObject({
      unifiedSocialCreditCode: 1,
      sourceUnitCode: 6,
      authorityCode: 7,
    });
    expect(recognise(form)?.fields.length).toBe(8);
  });

  it('reads labels behind their controls where the whole form has them there', () => {
    const both = (labels: readonly string[], isTurned: boolean): FormRecord =>
      formOf(
        labels.map((label, at) => ({
          labels: [
            { text: (isTurned ? labels[at - 1] : label) ?? '', source: 'sibling' as const },
            { text: (isTurned ? label : labels[at + 1]) ?? '', source: 'after' as const },
          ].filter(({ text }) => text !== ''),
        })),
      );
    const whole = { subjectName: 0, documentNumber: 2, decisionDate: 5 };
    expect(placesOf(both(core, true))).toMatchObject(whole);
    expect(placesOf(both(core, false))).toMatchObject(whole);
    // As many are met on either side where the last is of no field.
    expect(placesOf(both([...core, '联系电话'], true))).toMatchObject(whole);
    expect(placesOf(both(['联系电话', ...core], false))).toMatchObject({ subjectName: 1 });
  });

  it('parts a label that stands over the kind of a document and its number', () => {
    const two = (text: string, source: LabelSource = 'cell') => [
      { labels: [{ text, source }], shape: 'choice' as const },
      { labels: [{ text, source }] },
    ];
    const form = formOf([...core, ...two('法定代表人证件'), ...two('自然人证件类型及号码')]);
    expect(placesOf(form)).toMatchObject({
      legalRepresentativeDocumentType: 6,
      legalRepresentativeDocumentNumber: 7,
      subjectDocumentType: 8,
      subjectDocumentNumber: 9,
    });
  });

  it('takes the number and not the choice of its kind', () => {
    const labels = [{ text: '行政相对人代码', source: 'cell' as const }];
    const rest = core.filter((label) => label !== '统一社会信用代码');
    const form = formOf([...rest, { labels, shape: 'choice' }, { labels }]);
    expect(placesOf(form).unifiedSocialCreditCode).toBe(6);
  });

  it('reads column codes that stand in labels', () => {
    const labelled = standards.licence.fields.map(({ code, label }, at) =>
      at % 2 === 0 ? code : `${code}${label}`,
    );
    expect(recognise(formOf(labelled))?.fields.length).toBe(labelled.length);
  });

  it('reads platforms’ own wordings', () => {
    const form = formOf([
      '当事人名称',
      '社会信用代码',
      '处罚文号',
      '主要违法事实',
      '处罚结果',
      '决定日期',
      '处罚金额（万元）',
      '处罚种类',
    ]);
    expect(placesOf(form)).toEqual({
      subjectName: 0,
      unifiedSocialCreditCode: 1,
      documentNumber: 2,
      violationFacts: 3,
      penaltyContent: 4,
      decisionDate: 5,
      fineAmount: 6,
      penaltyCategory: 7,
    });
  });
});

describe('what is not a form to report with', () => {
  const labels = standards.licence.fields.map(({ label }) => label);

  it('a query form, however many fields it has', () => {
    expect(recognise(formOf(labels, { buttons: ['查询', '重置'] }))).toBeNull();
    expect(recognise(formOf(labels, { buttons: ['查询', '提交'] }))).not.toBeNull();
  });

  it('a read-only detail page', () => {
    const parts = labels.map((text) => ({
      labels: [{ text, source: 'cell' as const }],
      writable: false,
    }));
    expect(recognise(formOf(parts))).toBeNull();
  });

  it('a leave request that shares a few words', () => {
    const form = formOf(['姓名', '证件号码', '开始日期', '结束日期', '请假事由', '备注', '负责人']);
    expect(recognise(form)).toBeNull();
  });

  it('a query for decisions between two days, unless something in it plainly submits', () => {
    const asked = [...core.slice(0, 5), '处罚决定日期起', '处罚决定日期止'];
    expect(recognise(formOf(asked, { buttons: ['确定'] }))).toBeNull();
    expect(decide(formOf(asked, { buttons: ['确定'] })).refusal).toBe('query');
    expect(recognise(formOf([...core, ...asked.slice(-2)]))).not.toBeNull();
  });

  it('a form of another purpose, by any part of its heading, unless another part reports', () => {
    expect(recognise(formOf(core, { heading: '信用平台 新增信用修复' }))).toBeNull();
    expect(recognise(formOf(core, { heading: '双公示报送与信用修复系统' }))).not.toBeNull();
    expect(recognise(formOf(core, { heading: '信用修复 行政处罚录入' }))).not.toBeNull();
  });

  it('a form of which only a small share is known', () => {
    const others = Array.from({ length: 14 }, (_, place) => `本地栏目${place}`);
    expect(recognise(formOf([...core, ...others]))).toBeNull();
    expect(recognise(formOf([...core, ...others.slice(0, 6)]))?.kind).toBe('penalty');
  });

  it('unless it asks for all that every decision is reported with', () => {
    const others = Array.from({ length: 24 }, (_, place) => `本地栏目${place}`);
    const whole = [...core, '处罚机关', '是否听证', ...others];
    expect(recognise(formOf(whole))).toMatchObject({ kind: 'penalty', sure: false });
    expect(decide(formOf(whole.filter((label) => label !== '处罚机关'))).refusal).toBe(
      'smallShare',
    );
  });
});

it('says when it is not sure', () => {
  expect(recognise(formOf(core))).toMatchObject({ kind: 'penalty', sure: false });
});

describe('a first step that asks for the subject only', () => {
  const subject = [
    '行政相对人名称',
    '行政相对人类别',
    '统一社会信用代码',
    '法定代表人',
    '工商注册号',
    '组织机构代码',
  ];
  const step = (heading: string, parts = subject): FormRecord =>
    formOf(parts, { heading, buttons: ['下一步'] });

  it('is what its heading says', () => {
    expect(recognise(step('行政处罚信息填报'))).toMatchObject({ kind: 'penalty' });
    expect(recognise(step('新增行政许可'))).toMatchObject({ kind: 'licence' });
  });

  it('is none where the heading names no kind, both, or no reporting, or asks for much else', () => {
    expect(recognise(step('企业信息登记'))).toBeNull();
    expect(recognise(step('行政许可和行政处罚信息填报'))).toBeNull();
    expect(recognise(step('行政处罚当事人'))).toBeNull();
    expect(recognise(step('行政处罚信息填报', [...subject, '职务', '学历', '籍贯']))).toBeNull();
  });
});
