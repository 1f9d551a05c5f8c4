import type { ColumnField } from './column-names.ts';
import { keysOf } from '../../formats/spreadsheet/headers.ts';
import type { ColumnChoices, ColumnUse, Header } from './columns.ts';

/** Choices to write, by the key of a column. Null removes the choice. */
export type ChoiceChanges = ReadonlyMap<string, ColumnUse | null>;

const schemeOf = (use: ColumnUse): string => {
  if (use === 'given-name' || use === 'family-name') return 'parts';
  return use === 'full-name' || use === 'family-first' ? 'whole' : use;
};

const contradicts = (other: ColumnUse, use: ColumnUse): boolean =>
  use !== 'unused' &&
  (other === use ||
    (schemeOf(other) === 'whole' && schemeOf(use) === 'parts') ||
    (schemeOf(use) === 'whole' && isName(other)));

const isName = (use: ColumnUse): boolean => use !== 'unused' && ['parts', 'whole'].includes(schemeOf(use));

/**
 * Sets by hand what one column of a header is. `index` is its place, from 0. Removes the choices
 * for other columns of the same header that contradict it: a field has one column, and a name is
 * either whole or in two parts.
 */
export function chooseColumn(
  header: Header,
  choices: ColumnChoices,
  index: number,
  use: ColumnField | 'unused',
): ChoiceChanges {
  const keys = keysOf(header);
  const changes = new Map<string, ColumnUse | null>();
  for (const [other, key] of keys.entries()) {
    const before = choices.get(key);
    if (other !== index && before !== undefined && contradicts(before, use)) changes.set(key, null);
  }
  return changes.set(keys[index] ?? '', use);
}
