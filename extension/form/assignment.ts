/** The assignment problem: who gets what, so that the sum is greatest. */

/**
 * Gives every row at most one column and every column at most one row so that the sum of scores is
 * greatest (Hungarian method with potentials, O(rows² · columns)). A score of 0 or less is never taken.
 *
 * @param scores `scores[row][column]`; all rows of one length.
 * @returns the column of each row, or -1 where it gets none.
 */
export function assign(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length;
  const real = scores[0]?.length ?? 0;
  // One spare column of score 0 per row, so that every row finds a place.
  const columns = real + rows;
  const cost = (row: number, column: number): number =>
    column < real ? -Math.max(0, scores[row]?.[column] ?? 0) : 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  const at = (list: Float64Array | Int32Array, index: number): number => list[index] ?? 0;

  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const current = at(rowOf, column);
      let step = Infinity;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate++) {
        if (seen[candidate] === 1) continue;
        const reduced =
          cost(current - 1, candidate - 1) -
          at(rowPotential, current) -
          at(columnPotential, candidate);
        if (reduced < at(slack, candidate)) {
          slack[candidate] = reduced;
          from[candidate] = column;
        }
        if (at(slack, candidate) < step) {
          step = at(slack, candidate);
          next = candidate;
        }
      }
      for (let candidate = 0; candidate <= columns; candidate++) {
        if (seen[candidate] === 1) {
          rowPotential[at(rowOf, candidate)] = at(rowPotential, at(rowOf, candidate)) + step;
          columnPotential[candidate] = at(columnPotential, candidate) - step;
        } else {
          slack[candidate] = at(slack, candidate) - step;
        }
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    while (column !== 0) {
      const previous = at(from, column);
      rowOf[column] = at(rowOf, previous);
      column = previous;
    }
  }

  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= real; column++) {
    const row = at(rowOf, column) - 1;
    if (row >= 0 && (scores[row]?.[column - 1] ?? 0) > 0) result[row] = column - 1;
  }
  return result;
}
