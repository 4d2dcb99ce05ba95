import { describe, expect, it } from 'vitest';
import {
  residentIdFor,
  usccFor,
  validLicence,
  validNaturalPersonLicence,
  validNaturalPersonPenalty,
  validPenalty,
} from '../testing/records.ts';
import { generationsOf, standardOf } from './catalogue.ts';
import { convert } from './conversion.ts';
import type { DoublePublicityKind, FieldId, Generation, RecordValues } from './index.ts';

function standard(kind: DoublePublicityKind, generation: Generation) {
  const found = standardOf(kind, generation);
  if (!found) throw new Error(`${kind} has no generation ${generation}`);
  return found;
}

function converted(
  kind: DoublePublicityKind,
  values: RecordValues,
  from: Generation,
  to: Generation,
) {
  const { values: now, refused } = convert(values, standard(kind, from), standard(kind, to));
  return { now, refused: refused.map(({ field }) => field), reasons: refused.map((r) => r.reason) };
}

const withoutBlanks = (values: RecordValues): RecordValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

const without = (values: RecordValues, ...ids: FieldId[]): RecordValues =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !ids.some((one) => one === id)));

const licence2015: RecordValues = {
  documentNumber: '云市监许〔2016〕5号',
  projectName: '食品经营许可',
  licenceCategory: '普通',
  licenceContent: '准予从事预包装食品销售。',
  subjectName: '云溪市示范食品有限公司',
  unifiedSocialCreditCode: usccFor(1),
  legalRepresentative: '张示例',
  decisionDate: '2016-03-05',
  validUntil: '2021-03-04',
  authorityName: '云溪市市场监督管理局',
  status: 'valid',
  regionCode: '990101',
  updatedOn: '2016-03-06',
};

const penalty2015: RecordValues = {
  documentNumber: '云市监罚〔2016〕12号',
  penaltyCategory: '警告',
  secondPenaltyCategory: '罚款',
  violationFacts: '未标明生产日期。',
  penaltyBasis: '《中华人民共和国食品安全法》第一百二十五条',
  subjectName: '李示例',
  subjectDocumentNumber: residentIdFor(3),
  penaltyContent: '给予警告，并处罚款2000元。',
  decisionDate: '2016-03-05',
  authorityName: '云溪市市场监督管理局',
  status: 'valid',
};

describe('between 2019 and 2018', () => {
  it.each([
    ['licence', validLicence()],
    ['licence', validNaturalPersonLicence()],
    ['penalty', validPenalty()],
    ['penalty', validNaturalPersonPenalty()],
    [
      'penalty',
      validPenalty({
        subjectCategory: 'individualBusiness',
        unifiedSocialCreditCode: usccFor(7, '92'),
        legalRepresentativeDocumentType: 'residentId',
        legalRepresentativeDocumentNumber: residentIdFor(8),
      }),
    ],
  ] as const)('a whole %s goes there and back', (kind, values) => {
    const there = converted(kind, values, '2019', '2018');
    expect(there.refused).toEqual([]);
    expect(there.now).not.toHaveProperty('subjectCategory');
    expect(there.now).not.toHaveProperty('legalRepresentativeDocumentType');
    const back = converted(kind, there.now, '2018', '2019');
    expect(back.refused).toEqual([]);
    expect(back.now).toEqual(withoutBlanks(values));
  });

  it('a document that is no resident ID has no column in 2018', () => {
    const { now, refused } = converted(
      'licence',
      validLicence({
        legalRepresentativeDocumentType: 'passport',
        legalRepresentativeDocumentNumber: 'E12345678',
      }),
      '2019',
      '2018',
    );
    expect(refused).toEqual(['legalRepresentativeDocumentNumber']);
    expect(now).not.toHaveProperty('legalRepresentativeDocumentNumber');
  });

  it('a category that the code does not tell is refused, either way', () => {
    const wrong = validLicence({ unifiedSocialCreditCode: usccFor(7, '92') });
    expect(converted('licence', wrong, '2019', '2018').refused).toEqual(['subjectCategory']);
    const nobody = without(validLicence(), 'unifiedSocialCreditCode', 'subjectCategory');
    expect(converted('licence', nobody, '2018', '2019').refused).toEqual(['subjectCategory']);
  });
});

describe('from 2015', () => {
  it('a licence keeps what it says; the state keeps its meaning', () => {
    const { now, refused } = converted('licence', licence2015, '2015', '2019');
    expect(refused).toEqual(['projectName']);
    expect(now).toEqual({
      ...without(licence2015, 'projectName', 'regionCode', 'updatedOn'),
      subjectCategory: 'legalPerson',
      status: 'valid',
    });
  });

  it.each([
    ['revoked', 'invalid', []],
    ['disputed', undefined, ['status']],
    ['other', undefined, ['status']],
  ])('the state %s of a licence is %s', (before, after, refusal) => {
    const { now, refused } = converted(
      'licence',
      without({ ...licence2015, status: before }, 'projectName'),
      '2015',
      '2018',
    );
    expect(now.status).toBe(after);
    expect(refused).toEqual(refusal);
  });

  it('a penalty joins its two categories, and has no state any more', () => {
    const { now, refused } = converted('penalty', penalty2015, '2015', '2019');
    expect(refused).toEqual([]);
    expect(now).toEqual({
      ...without(penalty2015, 'secondPenaltyCategory', 'status'),
      penaltyCategory: '警告;罚款',
      subjectCategory: 'naturalPerson',
      subjectDocumentType: 'residentId',
    });
  });

  it('a revoked penalty is refused: it would come out as one in force', () => {
    const { refused, reasons } = converted(
      'penalty',
      { ...penalty2015, status: 'revoked' },
      '2015',
      '2018',
    );
    expect(refused).toEqual(['status']);
    expect(reasons[0]).toMatch(/^[^。]+。$/u);
  });

  it('a category that is two in one is refused, and the rest kept', () => {
    const { now, refused } = converted(
      'penalty',
      { ...penalty2015, secondPenaltyCategory: '没收违法所得、没收非法财物' },
      '2015',
      '2018',
    );
    expect(refused).toEqual(['penaltyCategory']);
    expect(now.penaltyCategory).toBe('警告');
  });

  it('其他 without words of its own is refused', () => {
    const { now, refused } = converted(
      'licence',
      { ...licence2015, licenceCategory: '其他' },
      '2015',
      '2018',
    );
    expect(refused).toContain('licenceCategory');
    expect(now).not.toHaveProperty('licenceCategory');
  });
});

describe('to 2015', () => {
  it('a licence leaves behind what has no column, each with a reason', () => {
    const { now, refused, reasons } = converted('licence', validLicence(), '2019', '2015');
    expect(refused).toEqual([
      'documentTitle',
      'certificateName',
      'certificateNumber',
      'validFrom',
      'authorityCode',
      'sourceUnitName',
      'sourceUnitCode',
    ]);
    for (const reason of reasons) expect(reason).toMatch(/^[^。]+。$/u);
    expect(now.status).toBe('valid');
    const back = converted('licence', now, '2015', '2019');
    expect(back.refused).toEqual([]);
    expect(back.now).toEqual(without(withoutBlanks(validLicence()), ...refused));
  });

  it('a penalty parts its categories and goes back to the same', () => {
    const values = { ...validPenalty(), penaltyCategory: '警告;罚款' };
    const { now } = converted('penalty', values, '2019', '2015');
    expect([now.penaltyCategory, now.secondPenaltyCategory]).toEqual(['警告', '罚款']);
    expect(now.status).toBe('valid');
    expect(converted('penalty', now, '2015', '2019').now.penaltyCategory).toBe('警告;罚款');
  });

  it.each([
    ['通报批评', '', ''],
    ['警告;罚款;行政拘留', '警告', '罚款'],
    ['没收违法所得;没收非法财物', '没收违法所得、没收非法财物', ''],
    ['吊销许可证件', '暂扣或者吊销许可证、暂扣或者吊销执照', ''],
  ])('%s becomes %j and %j', (categories, first, second) => {
    const { now } = converted(
      'penalty',
      validPenalty({ penaltyCategory: categories }),
      '2019',
      '2015',
    );
    expect([now.penaltyCategory ?? '', now.secondPenaltyCategory ?? '']).toEqual([first, second]);
  });

  it('an invalid licence, other documents and 其他- are refused', () => {
    const { refused } = converted(
      'licence',
      validNaturalPersonLicence({
        status: 'invalid',
        licenceCategory: '其他-备案',
        subjectDocumentType: 'passport',
        subjectDocumentNumber: 'E12345678',
      }),
      '2019',
      '2015',
    );
    expect(refused).toEqual(
      expect.arrayContaining(['status', 'licenceCategory', 'subjectDocumentNumber']),
    );
  });
});

it('changes nothing where the generation stays, and refuses another kind', () => {
  for (const of of generationsOf('licence')) {
    const values = of.generation === '2015' ? licence2015 : withoutBlanks(validLicence());
    if (of.generation !== '2018') expect(convert(values, of, of)).toEqual({ values, refused: [] });
  }
  expect(() => convert({}, standard('licence', '2019'), standard('penalty', '2019'))).toThrow(
    RangeError,
  );
});
