/**
 * The platform's subject base (主体库): made-up companies with synthetic codes whose check digits
 * hold. A record whose name and code disagree with it is rejected (退回 1001); a pair of which
 * neither part is known is taken as a new subject.
 *
 * Two companies were renamed, so a record under the old name is rejected:
 *
 * | code               | old name (rejected)      | present name (accepted)      |
 * | ------------------ | ------------------------ | ---------------------------- |
 * | 91420200MA4A12223K | 云溪市老街坊食品有限公司 | 云溪市老街坊食品科技有限公司 |
 * | 91420200MA4A14819M | 云溪市好味道食品有限公司 | 云溪市好味道供应链有限公司   |
 */

/** One subject as the business register has it today. */
export interface Subject {
  readonly name: string;
  /** Unified social credit code (统一社会信用代码). */
  readonly code: string;
}

export const subjects: readonly Subject[] = [
  { name: '云溪市老街坊食品科技有限公司', code: '91420200MA4A12223K' },
  { name: '云溪市好味道供应链有限公司', code: '91420200MA4A14819M' },
  { name: '云溪市清源水务有限公司', code: '91420200MA4YX00728' },
  { name: '云溪市远帆物流有限公司', code: '91420200MA4YX0283P' },
  { name: '云溪市老街面馆', code: '92420200MA4YX0355D' },
  { name: '云溪市金穗种植专业合作社', code: '93420200MA4YX04273' },
];

/** Whether a name and a code belong together: known as this pair, or both unknown. */
export function subjectMatches(name: string, code: string): boolean {
  const known = subjects.filter((subject) => subject.code === code || subject.name === name);
  return known.every((subject) => subject.code === code && subject.name === name);
}
