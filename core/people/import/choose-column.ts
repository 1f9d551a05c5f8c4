import { chooseColumnOf, type ChoiceChanges } from '../../formats/spreadsheet/choose-column.ts';
import type { ColumnField } from './column-names.ts';
import type { ColumnChoices, ColumnUse, Header } from './columns.ts';

const schemeOf = (use: ColumnUse): string => {
  if (use === 'given-name' || use === 'family-name') return 'parts';
  return use === 'full-name' || use === 'family-first' ? 'whole' : use;
};

const contradicts = (other: ColumnUse, use: ColumnUse): boolean =>
  other === use ||
  (schemeOf(other) === 'whole' && schemeOf(use) === 'parts') ||
  (schemeOf(use) === 'whole' && isName(other));

const isName = (use: ColumnUse): boolean => use !== 'unused' && ['parts', 'whole'].includes(schemeOf(use));

/**
 * Sets by hand what one column of a staff list is (see chooseColumnOf). A name is either whole or in two
 * parts.
 */
export const chooseColumn = (
  header: Header,
  choices: ColumnChoices,
  index: number,
  use: ColumnUse,
): ChoiceChanges<ColumnField> => chooseColumnOf(header, choices, index, use, contradicts);
