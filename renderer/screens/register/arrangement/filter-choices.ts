import type { Arrangement, ArrangementField } from '../../../../core/register/arrangement.ts';
import { arrangedBy, type ArrangementFilters } from '../../../../core/register/arranged-by.ts';
import type { FilterChoice } from '../../../components/filter-select.tsx';
import { countText } from '../../../text/format.ts';
import { arrangedText } from './arrangement-words.ts';

export type FilterChoices = Readonly<Record<ArrangementField, readonly FilterChoice[]>>;

/** The values that services have, with their number of services, in the order of the groups. */
export function filterChoices(arrangements: readonly Arrangement[]): FilterChoices {
  const choicesOf = (field: ArrangementField): readonly FilterChoice[] =>
    arrangedBy(arrangements, field, (one) => one).map(({ key, value, items }) => ({
      id: key,
      label: arrangedText(field, value),
      note: countText(items.length),
    }));
  return {
    account: choicesOf('account'),
    payer: choicesOf('payer'),
    access: choicesOf('access'),
    caretaker: choicesOf('caretaker'),
  };
}

/** The filters with another choice for one field. Null: the field lets everything through. */
export function withFilter(
  filters: ArrangementFilters,
  field: ArrangementField,
  key: string | null,
): ArrangementFilters {
  const { [field]: _before, ...others } = filters;
  return key === null ? others : { ...others, [field]: key };
}
