/** Explanations of rejections (退回原因说明) that this unit wrote or took in. */
import { explanationKey } from '@baosong/shared/rejections/explanation.ts';
import type { OwnExplanation } from '@baosong/shared/rejections/explanation.ts';
import { inDatabase } from './database.ts';
import type { ExplanationRow } from './rows.ts';

function rowOf(explanation: OwnExplanation): ExplanationRow {
  return { ...explanation, key: explanationKey(explanation) };
}

/** Keeps explanations; each replaces the one of the same code and message. */
export async function putExplanations(explanations: readonly OwnExplanation[]): Promise<void> {
  await inDatabase((db) => db.explanations.bulkPut(explanations.map(rowOf)));
}

/** Keeps an explanation in place of a former one, whose code and message may have been others. */
export async function rewriteExplanation(
  former: OwnExplanation | null,
  explanation: OwnExplanation,
): Promise<void> {
  await inDatabase((db) =>
    db.transaction('rw', db.explanations, async () => {
      if (former) await db.explanations.delete(explanationKey(former));
      await db.explanations.put(rowOf(explanation));
    }),
  );
}

/** All explanations, the latest first. */
export async function readOwnExplanations(): Promise<OwnExplanation[]> {
  const rows = await inDatabase((db) => db.explanations.toArray());
  return rows
    .map(({ key: _, ...explanation }) => explanation)
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Removes an explanation. */
export async function removeExplanation(explanation: OwnExplanation): Promise<void> {
  await inDatabase((db) => db.explanations.delete(explanationKey(explanation)));
}
