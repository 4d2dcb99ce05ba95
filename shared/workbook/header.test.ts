import { describe, expect, it, test } from 'vitest';
import { doublePublicityKinds, standards } from '../standards/index.ts';
import { findHeader, isLabelOf, matchHeader, normalizeLabel } from './header.ts';
import type { Cell, Sheet } from './sheets.ts';

const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text, lostPrecision: false }));

const sheet = (...rows: string[][]): Sheet => ({
  name: '数据',
  hidden: false,
  rows: rows.map((row) => cells(...row)),
});

describe('normalizeLabel', () => {
  test.each([
    ['*行政相对人名称', '行政相对人名称'],
    ['＊ 行政相对人名称（必填）', '行政相对人名称'],
    ['行政许可决定\n文书号：', '行政许可决定文书号'],
    ['许可决定日期(YYYY/MM/DD)', '许可决定日期'],
    ['有效期至（格式：2026/11/23）', '有效期至'],
    ['统一社会信用代码【18位】', '统一社会信用代码'],
    ['罚款金额(万元)', '罚款金额（万元）'],
    ['行政相对人代码＿１（统一社会信用代码）', '行政相对人代码_1(统一社会信用代码)'],
    ['xk_xdr_mc', 'XK_XDR_MC'],
  ])('takes %j for %j', (written, label) => {
    expect(normalizeLabel(written)).toBe(normalizeLabel(label));
  });

  it('keeps what makes another column of it', () => {
    expect(normalizeLabel('罚款金额（元）')).not.toBe(normalizeLabel('罚款金额（万元）'));
    expect(normalizeLabel('罚款金额（元）')).not.toBe(normalizeLabel('罚款金额'));
    expect(normalizeLabel('统一社会信用代码（许可机关）')).not.toBe(
      normalizeLabel('统一社会信用代码'),
    );
  });
});

describe('matchHeader', () => {
  it.each(['licence', 'penalty'] as const)('knows every label and code of a %s', (kind) => {
    const { fields } = standards[kind];
    const expected = new Map(fields.map(({ id }, index) => [id, index]));
    const byLabel = matchHeader(cells(...fields.map(({ label }) => label)), standards[kind]);
    expect(byLabel).toEqual({ columns: expected, unmatched: [] });
    const byCode = matchHeader(cells(...fields.map(({ code }) => code)), standards[kind]);
    expect(byCode).toEqual({ columns: expected, unmatched: [] });
  });

  it('prefers the label to a synonym, and the first of two equals', () => {
    const { columns, unmatched } = matchHeader(
      cells('状态', '当前状态', '文书号', '文号', '经办人'),
      standards.licence,
    );
    expect(columns).toEqual(
      new Map([
        ['status', 1],
        ['documentNumber', 2],
      ]),
    );
    expect(unmatched).toEqual(['状态', '文号', '经办人']);
  });

  it('finds a code beside other words', () => {
    const { columns } = matchHeader(cells('相对人（见文书） XK_XDR_MC'), standards.licence);
    expect(columns.get('subjectName')).toBe(0);
  });
});

describe('isLabelOf', () => {
  it('tells labels from values', () => {
    expect(isLabelOf('企业名称', 'subjectName', standards.licence)).toBe(true);
    expect(isLabelOf('示例食品有限公司', 'subjectName', standards.licence)).toBe(false);
  });
});

describe('findHeader', () => {
  const find = (of: Sheet) => findHeader(of, doublePublicityKinds);

  it('finds the kind and the row below titles and group headings', () => {
    const header = find(
      sheet(
        ['2026年11月台账', '2026年11月台账', '2026年11月台账', '2026年11月台账', '2026年11月台账'],
        [],
        ['基本信息', '基本信息', '处罚信息', '处罚信息', '处罚信息'],
        ['序号', '企业名称', '处罚决定书文号', '处罚决定日期', '处罚内容'],
        ['1', '示例食品有限公司', '示市监罚〔2026〕8号', '2026-11-20', '罚款2000元'],
      ),
    );
    expect(header).toMatchObject({ kind: 'penalty', headerRow: 4, unmatched: ['序号'] });
    expect(header?.columns).toEqual(
      new Map([
        ['subjectName', 1],
        ['documentNumber', 2],
        ['decisionDate', 3],
        ['penaltyContent', 4],
      ]),
    );
    expect(header?.missing).toContain('penaltyBasis');
    expect(header?.missing).not.toContain('fineAmount');
    expect(header?.missing).not.toContain('unifiedSocialCreditCode');
  });

  it('takes the lower of a row of labels and a row of codes', () => {
    const header = find(
      sheet(
        ['行政相对人名称', '许可类别', '许可内容', '许可决定日期'],
        ['XK_XDR_MC', 'XK_XKLB', 'XK_NR', 'XK_JDRQ'],
        ['示例食品有限公司', '普通', '食品经营', '2026-11-20'],
      ),
    );
    expect(header).toMatchObject({ kind: 'licence', headerRow: 2 });
  });

  it('does not guess a kind from what both kinds share', () => {
    const shared = ['企业名称', '统一社会信用代码', '法定代表人', '文书号', '决定日期', '备注'];
    expect(find(sheet(shared))).toBeUndefined();
    expect(find(sheet([...shared, '许可类别', '许可内容']))?.kind).toBe('licence');
    expect(find(sheet([...shared, '处罚类别', '违法事实']))?.kind).toBe('penalty');
  });

  it('takes neither a result list, nor a title that speaks of licences, nor a header far below', () => {
    expect(
      find(sheet(['文书号', '行政相对人名称', '决定日期', '类别', '状态', '错误代码'])),
    ).toBeUndefined();
    expect(find(sheet(['许可内容', '许可类别'], ['食品经营', '普通']))).toBeUndefined();
    const below = [...Array<string[]>(20).fill([]), ['企业名称', '许可内容', '许可类别']];
    expect(find(sheet(...below))).toBeUndefined();
  });
});
