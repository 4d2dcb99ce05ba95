/** Tables by row and column, with cells that span several standing in all of them. */

/** `grid[row][column]` is the cell that stands there. */
export type TableGrid = readonly (readonly (HTMLTableCellElement | undefined)[])[];

/** Rows below this one are data, not a form. */
const mostRows = 400;

/** Lays a table out. */
export function gridOf(table: HTMLTableElement): TableGrid {
  const grid: (HTMLTableCellElement | undefined)[][] = [];
  const rowAt = (index: number): (HTMLTableCellElement | undefined)[] => (grid[index] ??= []);
  const rows = Array.from(table.rows).slice(0, mostRows);
  rows.forEach((row, index) => {
    const line = rowAt(index);
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan && index + down < rows.length; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          rowAt(index + down)[column + across] = cell;
        }
      }
      column += cell.colSpan;
    }
  });
  return grid;
}

/** Cells seen from one of them, nearest first, each once. */
function along(
  grid: TableGrid,
  row: number,
  column: number,
  step: readonly [down: number, across: number],
): HTMLTableCellElement[] {
  const seen: HTMLTableCellElement[] = [];
  const from = grid[row]?.[column];
  for (let at = 1; ; at++) {
    const line = grid[row + step[0] * at];
    const place = column + step[1] * at;
    if (!line || place < 0 || place >= line.length) return seen;
    const cell = line[place];
    if (cell && cell !== from && !seen.includes(cell)) seen.push(cell);
  }
}

/** The cells to the left of a cell, those to its right, and those above it. */
export function neighboursOf(
  grid: TableGrid,
  cell: HTMLTableCellElement,
): Readonly<Record<'left' | 'right' | 'above', HTMLTableCellElement[]>> {
  const row = grid.findIndex((line) => line.includes(cell));
  const column = grid[row]?.indexOf(cell) ?? -1;
  return {
    left: along(grid, row, column, [0, -1]),
    right: along(grid, row, column, [0, 1]),
    above: along(grid, row, column, [-1, 0]),
  };
}
