import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf, doublePublicityKinds, standards } from './index.ts';
import type { FieldId, DoublePublicityKind } from './index.ts';
import { canonicalize, dateOf, isDate, renderDate } from './written.ts';

function canonical(kind: DoublePublicityKind, id: FieldId, written: string): string {
  const field = fieldOf(kind, id);
  if (!field) throw new Error(`${kind} has no field ${id}`);
  return canonicalize(field, written);
}

describe('dates', () => {
  it.each([
    '2026-03-05',
    '2026/3/5',
    '2026/03/05',
    '2026.3.5',
    '2026年3月5日',
    '2026年03月05',
    ' 2026 年 3 月 5 日 ',
    '20260305',
    '2026-03-05 00:00:00',
    '2026-03-05 00:00:00.0',
    '2026/3/5 9:30',
    '2026-03-05T08:00:00',
    '２０２６－０３－０５',
    '２０２６年３月５日',
    '46086',
    '46086.5',
    '二〇二六年三月五日',
    '二○二六年三月五日',
    '\u200b2026-03-05\ufeff',
  ])('reads %j', (written) => {
    expect(canonical('licence', 'decisionDate', written)).toBe('2026-03-05');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-3/5', '26-3-5', '明天', '2026', '长期', '100000'])(
    'leaves %j as it is',
    (written) => {
      expect(canonical('licence', 'decisionDate', ` ${written}\t`)).toBe(written);
    },
  );

  it('reads every day of the calendar from its Excel serial number', () => {
    expect(dateOf('36585')).toBe('2000-02-29');
    expect(dateOf('73050')).toBe('2099-12-31');
  });

  it('takes words of long validity for the last day of 2099, where a validity is asked for', () => {
    expect(canonical('licence', 'validUntil', '长期')).toBe('2099-12-31');
    expect(canonical('penalty', 'validUntil', '长期有效')).toBe('2099-12-31');
    expect(canonical('penalty', 'publicityEndDate', '长期')).toBe('长期');
  });

  it('knows the days of the calendar', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('2026-04-31')).toBe(false);
    expect(isDate('2026-00-01')).toBe(false);
    expect(isDate('2026-3-5')).toBe(false);
  });

  it('renders as platforms want it', () => {
    expect(renderDate('2026-03-05', 'YYYY/MM/DD')).toBe('2026/03/05');
    expect(renderDate('2026-03-05', 'YYYY-MM-DD')).toBe('2026-03-05');
    expect(renderDate('不详', 'YYYY/MM/DD')).toBe('不详');
  });
});

describe('choices', () => {
  it.each([
    ['licenceCategory', '普通', '普通'],
    ['licenceCategory', '01', '普通'],
    ['licenceCategory', '０１', '普通'],
    ['licenceCategory', '01-普通', '普通'],
    ['licenceCategory', '其他-备案', '其他-备案'],
    ['licenceCategory', '其他（备案）', '其他-备案'],
    ['licenceCategory', '其它：备案', '其他-备案'],
    ['licenceCategory', '其他', '其他'],
    ['licenceCategory', ' 备案 ', '备案'],
    ['subjectCategory', '企业', 'legalPerson'],
    ['subjectCategory', '法人及非法人组织', 'legalPerson'],
    ['subjectCategory', '个体户', 'individualBusiness'],
    ['subjectCategory', '自然人', 'naturalPerson'],
    ['subjectCategory', '其他-外星人', '其他-外星人'],
    ['subjectDocumentType', '居民身份证', 'residentId'],
    ['subjectDocumentType', '其他-士官证', '其他-士官证'],
    ['status', '1', 'valid'],
    ['status', '有效', 'valid'],
    ['status', '0', 'invalid'],
  ] as const)('%s %j is %j', (id, written, value) => {
    expect(canonical('licence', id, written)).toBe(value);
  });

  it.each([
    ['警告、罚款', '警告;罚款'],
    ['警告,罚款', '警告;罚款'],
    ['警告，罚款；没收非法财务', '警告;罚款;没收非法财物'],
    ['警告 罚款', '警告;罚款'],
    ['警告|罚款', '警告;罚款'],
    ['罚款；罚款', '罚款'],
    ['没收违法所得、没收非法财物', '没收违法所得;没收非法财物'],
    ['罚款;其他-责令改正、没收工具', '罚款;其他-责令改正、没收工具'],
    ['警告;训诫', '警告;训诫'],
    ['口头 训诫', '口头 训诫'],
  ])('several at once: %j is %j', (written, value) => {
    expect(canonical('penalty', 'penaltyCategory', written)).toBe(value);
  });
});

describe('amounts', () => {
  it.each([
    ['0.2', '0.2'],
    ['0.20', '0.2'],
    ['００．２', '0.2'],
    ['0.2万元', '0.2'],
    ['0.2万', '0.2'],
    ['2000元', '0.2'],
    ['2,000元', '0.2'],
    ['２０００元整', '0.2'],
    ['人民币2000元', '0.2'],
    ['￥2,000.00', '0.2'],
    ['贰仟元整', '0.2'],
    ['2千元', '0.2'],
    ['一万二千元', '1.2'],
    ['壹万贰仟叁佰肆拾伍元陆角柒分', '1.234567'],
    ['1.5亿元', '15000'],
    ['1,234.5', '1234.5'],
    ['0', '0'],
    ['0.0000001', '0.0000001'],
  ])('%j is %j', (written, value) => {
    expect(canonical('penalty', 'fineAmount', written)).toBe(value);
  });

  it.each(['-1', '1,2', '约2000元', '二千', '2000美元', '.5', '无'])(
    'leaves %j as it is',
    (written) => {
      expect(canonical('penalty', 'fineAmount', written)).toBe(written);
    },
  );
});

describe('anything', () => {
  const fields = doublePublicityKinds.flatMap((kind) => standards[kind].fields);

  it('is read without throwing, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom(
              ...Array.from('0123456789.-/年月日元万千,，;、其他-警告罚款 ０：'),
            ),
          }),
        ),
        (field, written) => {
          const once = canonicalize(field, written);
          expect(canonicalize(field, once)).toBe(once);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is read in a time that grows with its length only', () => {
    const field = fieldOf('penalty', 'fineAmount');
    if (!field) throw new Error('The penalty has a fine');
    for (const text of ['1', '一', '1,', '1 ', '千元']) {
      const long = text.repeat(100_000);
      expect(canonicalize(field, long)).toBe(long.trim());
    }
  });

  it('of text keeps its inside', () => {
    expect(canonical('licence', 'subjectName', '\u3000云溪市 ＡＢ 公司\u200b ')).toBe(
      '云溪市 ＡＢ 公司',
    );
    expect(canonical('licence', 'subjectName', ' \u200b ')).toBe('');
  });
});
