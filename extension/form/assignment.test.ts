import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assign } from './assignment.ts';

/** The greatest sum by trying every assignment. */
function bestByTrying(
  scores: readonly (readonly number[])[],
  taken: readonly number[] = [],
): number {
  const row = scores[taken.length];
  if (row === undefined) return 0;
  let best = bestByTrying(scores, [...taken, -1]);
  row.forEach((score, column) => {
    if (score <= 0 || taken.includes(column)) return;
    best = Math.max(best, score + bestByTrying(scores, [...taken, column]));
  });
  return best;
}

it('gives up the best single pair where the sum is greater without it', () => {
  expect(
    assign([
      [10, 8],
      [10, 0],
    ]),
  ).toEqual([1, 0]);
});

it('leaves a row without a column rather than take a score of 0', () => {
  expect(
    assign([
      [0, 0],
      [0, 3],
    ]),
  ).toEqual([-1, 1]);
  expect(assign([])).toEqual([]);
});

it('finds the greatest sum, as trying everything does', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.integer({ min: -2, max: 12 }), { minLength: columns, maxLength: columns }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
    );
  fc.assert(
    fc.property(matrix, (scores) => {
      const columns = assign(scores);
      const used = columns.filter((column) => column >= 0);
      expect(new Set(used).size).toBe(used.length);
      const sum = columns.reduce((total, column, row) => total + (scores[row]?.[column] ?? 0), 0);
      expect(sum).toBe(bestByTrying(scores));
    }),
  );
});
