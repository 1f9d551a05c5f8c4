import { keysOf, type ColumnChoices, type ColumnUse, type Header } from './headers.ts';

/** Choices to write, by the key of a column. Null removes the choice. */
export type ChoiceChanges<F extends string> = ReadonlyMap<string, ColumnUse<F> | null>;

/**
 * Sets by hand what one column of a header is. `index` is its place, from 0. Removes the choices for other
 * columns of the same header that contradict it: a field has one column.
 */
export function chooseColumnOf<F extends string>(
  header: Header<F>,
  choices: ColumnChoices<F>,
  index: number,
  use: ColumnUse<F>,
  contradicts: (other: ColumnUse<F>, use: ColumnUse<F>) => boolean = (other) => other === use,
): ChoiceChanges<F> {
  const keys = keysOf(header);
  const changes = new Map<string, ColumnUse<F> | null>();
  for (const [other, key] of keys.entries()) {
    const before = choices.get(key);
    if (other !== index && before !== undefined && use !== 'unused' && contradicts(before, use))
      changes.set(key, null);
  }
  return changes.set(keys[index] ?? '', use);
}
