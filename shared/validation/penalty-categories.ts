/** Kinds of penalty by the day of the decision (`ENUM-D`): article 8 of 行政处罚法 until 2021-07-14, then article 9. */
import { penaltyCategoryChoices } from '../standards/choices.ts';
import type { Choice } from '../standards/index.ts';
import { isDate } from '../standards/written.ts';
import type { Inspection } from './inspection.ts';

/** The kinds that were not always in force. */
const dated = penaltyCategoryChoices.filter(({ since, until }) => since ?? until);

/** The word of the day for one that was not in force, or `null` where that is not certain. */
function wordInForce({ value, until }: Choice, content: string): string | null {
  if (until === undefined) {
    return value.endsWith('许可证件') ? '暂扣或者吊销许可证' : `其他-${value}`;
  }
  // Suspension and revocation are two kinds since 2021; the text tells which is meant.
  const revoked = content.includes('吊销');
  if (revoked === content.includes('暂扣')) return null;
  return revoked ? '吊销许可证件' : '暂扣许可证件';
}

export function inspectPenaltyCategories(record: Inspection): void {
  const id = 'penaltyCategory';
  const decided = record.value('decisionDate');
  if (!isDate(decided)) return;
  const parts = record.value(id).split(';');
  const outdated = dated.find(
    ({ value, since = decided, until = decided }) =>
      (decided < since || decided > until) && parts.includes(value),
  );
  if (!outdated) return;
  const word = wordInForce(outdated, record.value('penaltyContent'));
  const words = parts.map((part) => (part === outdated.value ? (word ?? part) : part));
  record.report(
    'ENUM-D',
    [id, 'decisionDate'],
    `%1里的“${outdated.value}”在决定之日（${decided}）不是法定的种类，请对照当时的《行政处罚法》改选。`,
    word === null ? null : record.change(id, [...new Set(words)].join(';')),
  );
}
