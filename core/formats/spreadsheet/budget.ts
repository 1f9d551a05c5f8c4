/**
 * What one list may hold. It is counted as it is read: a text that many cells share, and a merged cell, count
 * each time. A hundred thousand rows of twenty columns, and as many characters as the largest file has.
 */
export const sheetBudget = { rows: 100_000, columns: 512, cells: 2_000_000, characters: 20_000_000 } as const;

/** The limit that a list exceeds. `row`: the row with too many columns. */
export type BudgetRefusal =
  | {
      readonly reason: 'too-many-rows' | 'too-many-cells' | 'too-many-characters';
      readonly most: number;
    }
  | { readonly reason: 'too-many-columns'; readonly most: number; readonly row: number };

/** Counts what a list holds. Each count returns the refusal once a limit is exceeded. */
export class Spending {
  #rows = 0;
  #cells = 0;
  #characters = 0;

  addRow(): BudgetRefusal | undefined {
    this.#rows += 1;
    return this.#rows > sheetBudget.rows ? { reason: 'too-many-rows', most: sheetBudget.rows } : undefined;
  }

  /** Counts one cell with so many characters. `places`: it and the empty ones that it makes before it. */
  addCell(characters: number, places = 1): BudgetRefusal | undefined {
    this.#cells += places;
    this.#characters += characters;
    if (this.#cells > sheetBudget.cells) return { reason: 'too-many-cells', most: sheetBudget.cells };
    return this.#characters > sheetBudget.characters
      ? { reason: 'too-many-characters', most: sheetBudget.characters }
      : undefined;
  }

  /** Counts a row of a text, with all its cells. */
  addCells(row: number, cells: readonly string[]): BudgetRefusal | undefined {
    const refusal = this.addRow();
    if (refusal !== undefined) return refusal;
    if (cells.length > sheetBudget.columns) return tooManyColumns(row);
    for (const cell of cells) {
      const exceeded = this.addCell(cell.length);
      if (exceeded !== undefined) return exceeded;
    }
    return undefined;
  }
}

export const tooManyColumns = (row: number): BudgetRefusal => ({
  reason: 'too-many-columns',
  most: sheetBudget.columns,
  row,
});
