import { describe, expect, it } from 'vitest';
import { subjectMatches } from './subjects.ts';

describe('the subject base', () => {
  it.each([
    ['a present name with its code', '云溪市老街坊食品科技有限公司', '91420200MA4A12223K', true],
    ['the old name of a renamed company', '云溪市老街坊食品有限公司', '91420200MA4A12223K', false],
    ['the old name of the other one', '云溪市好味道食品有限公司', '91420200MA4A14819M', false],
    ['a known name with a strange code', '云溪市清源水务有限公司', '91420200MA4900002A', false],
    ['two known parts of two subjects', '云溪市清源水务有限公司', '91420200MA4YX0283P', false],
    ['a pair that is new', '云溪市新来有限公司', '91420200MA4900002A', true],
  ])('judges %s', (_case, name, code, matches) => {
    expect(subjectMatches(name, code)).toBe(matches);
  });
});
