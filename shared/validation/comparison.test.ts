import { describe, expect, it } from 'vitest';
import { standards } from '../standards/index.ts';
import type { RecordValues } from '../standards/index.ts';
import { usccFor, validNaturalPersonPenalty, validPenalty } from '../testing/records.ts';
import { addPairs, compareWithKnown, knownPairs } from './comparison.ts';
import type { Known } from './comparison.ts';

const today = '2026-11-24';
const none: Known = { pairs: knownPairs(), repeated: null };

const compare = (values: RecordValues, known: Known) =>
  compareWithKnown(standards.penalty, values, { today }, known);

/** What is known from records, the oldest first. */
function knownFrom(...records: readonly RecordValues[]): Known {
  const pairs = knownPairs();
  for (const values of records) addPairs(pairs, values);
  return { pairs, repeated: null };
}

const former = validPenalty({ subjectName: '云溪市旧名食品有限公司' });
const latter = validPenalty({ subjectName: '云溪市新名食品有限公司' });

it('has nothing to say where nothing is known, and where all agrees', () => {
  expect(compare(validPenalty(), none)).toEqual([]);
  expect(compare(validPenalty(), knownFrom(validPenalty()))).toEqual([]);
  expect(compare({}, knownFrom(validPenalty()))).toEqual([]);
  const person = validNaturalPersonPenalty();
  expect(compare(person, knownFrom(person, validPenalty()))).toEqual([]);
});

describe('X15', () => {
  it('says where the decision stands already', () => {
    const known = { ...none, repeated: '台账里已有的一条' };
    const [finding, ...others] = compare(validPenalty(), known);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'X15', level: 'error', basis: 'national' });
    expect(finding?.message).toContain('与台账里已有的一条重复');
  });
});

describe('X16', () => {
  it('offers the name under which a code is known, and lets a new one stand', () => {
    const [finding, ...others] = compare(latter, knownFrom(former));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'X16',
      level: 'warning',
      fields: ['subjectName', 'unifiedSocialCreditCode'],
      fix: { changes: { subjectName: '云溪市旧名食品有限公司' } },
    });
    expect(finding?.message).toContain('更名');
    expect(compare(latter, knownFrom(former, latter))).toEqual([]);
  });

  it('offers both names of a subject that was renamed, the last one first', () => {
    const third = validPenalty({ subjectName: '云溪市误名食品有限公司' });
    const known = knownFrom(former, latter);
    const [finding] = compare(third, known);
    expect(finding?.fix?.changes.subjectName).toBe('云溪市新名食品有限公司');
    expect(finding?.alternatives?.map(({ changes }) => changes.subjectName)).toEqual([
      '云溪市旧名食品有限公司',
    ]);
    expect(compare({ ...third, ...finding?.fix?.changes }, known)).toEqual([]);
    expect(compare(former, known)[0]?.fix?.changes.subjectName).toBe('云溪市新名食品有限公司');
  });

  it('offers the code that a name is known with', () => {
    const known = knownFrom(validPenalty());
    const wrong = validPenalty({ unifiedSocialCreditCode: usccFor(2) });
    const [finding, ...others] = compare(wrong, known);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'X16',
      fields: ['unifiedSocialCreditCode', 'subjectName'],
      fix: { changes: { unifiedSocialCreditCode: usccFor(1) } },
    });
    expect(compare({ ...wrong, ...finding?.fix?.changes }, known)).toEqual([]);
  });

  it('offers the name of the code, and the code of the name', () => {
    const second = validPenalty({
      subjectName: '云溪市另一食品有限公司',
      unifiedSocialCreditCode: usccFor(2),
    });
    const mixed = { ...validPenalty(), unifiedSocialCreditCode: usccFor(2) };
    const [finding] = compare(mixed, knownFrom(validPenalty(), second));
    expect(finding?.fix?.changes).toEqual({ subjectName: second.subjectName });
    expect(finding?.alternatives?.map(({ changes }) => changes)).toEqual([
      { unifiedSocialCreditCode: usccFor(1) },
    ]);
  });

  it('never remembers the name of a natural person', () => {
    const person = validNaturalPersonPenalty({ unifiedSocialCreditCode: usccFor(1) });
    expect(knownFrom(person).pairs.namesOf(usccFor(1))).toEqual([]);
  });

  it('takes a code for the same however it is written', () => {
    const written = validPenalty({ unifiedSocialCreditCode: ` ${usccFor(1).toLowerCase()}` });
    expect(compare(written, knownFrom(validPenalty()))).toEqual([]);
  });

  it('knows what came later without touching what was known before', () => {
    const { pairs } = knownFrom(former);
    const later = knownPairs(pairs);
    addPairs(later, latter);
    expect(later.namesOf(usccFor(1))).toEqual([latter.subjectName, former.subjectName]);
    expect(pairs.namesOf(usccFor(1))).toEqual([former.subjectName]);
    expect(compare(latter, { pairs: later, repeated: null })).toEqual([]);
  });
});

describe('X17', () => {
  it('wants one writing of the brackets of a name', () => {
    const known = knownFrom(validPenalty({ subjectName: '云溪（示范）有限公司' }));
    const other = validPenalty({ subjectName: '云溪(示范)有限公司' });
    const [finding, ...others] = compare(other, known);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'X17',
      fix: { changes: { subjectName: '云溪（示范）有限公司' } },
    });
    expect(compare({ ...other, ...finding?.fix?.changes }, known)).toEqual([]);
  });
});

describe('X18', () => {
  it('knows the authority and the source unit by their codes', () => {
    const known = knownFrom(validPenalty());
    const found = compare(
      validPenalty({ authorityName: '云溪市卫生健康局', sourceUnitCode: usccFor(13, '11') }),
      known,
    );
    expect(found.map(({ code, fields }) => [code, fields[0]])).toEqual([
      ['X18', 'authorityName'],
      ['X18', 'sourceUnitCode'],
    ]);
  });
});
