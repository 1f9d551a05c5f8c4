import { groupBy } from '../kernel/group-by.ts';
import { arrangementFields, type Arrangement, type ArrangementField } from './arrangement.ts';
import { accessWays, payerSides } from './fields.ts';

/** The key of what nobody has said. No value has it: a value is never empty. */
export const notSaid = '';

/**
 * The key of a value. Case and spaces do not matter: people type one account or one name in several ways.
 */
const arrangementKey = (value: string | null): string =>
  value === null ? notSaid : value.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** What has the same value of one field. */
export interface ArrangementGroup<T> {
  readonly key: string;
  /** The most common spelling. Null: nobody has said it. */
  readonly value: string | null;
  readonly items: readonly T[];
}

const byName = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

/** Names in the order of the alphabet, numbers by their value. Equal names by their code. */
export const compareNames = (a: string, b: string): number => byName.compare(a, b) || (a < b ? -1 : +(a > b));

/** Fields with few values have an order of their own. */
const fixedOrder: Readonly<Partial<Record<ArrangementField, readonly string[]>>> = {
  access: accessWays,
  payer: payerSides,
};

/** The spelling that most items have. Of equally common ones the first by its code. */
function commonSpelling(values: readonly (string | null)[]): string | null {
  const counts = [...groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  counts.sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
  return counts[0]?.value ?? null;
}

/**
 * Groups items by one field (rule J5). Accounts and caretakers are sorted by name, payers and access ways in
 * their own order. What nobody has said comes last. The items of a group keep the order in which they come.
 */
export function arrangedBy<T>(
  items: Iterable<T>,
  field: ArrangementField,
  of: (item: T) => Arrangement,
): readonly ArrangementGroup<T>[] {
  const groups = [...groupBy(items, (item) => arrangementKey(of(item)[field]))].map(
    ([key, all]): ArrangementGroup<T> => ({
      key,
      value: commonSpelling(all.map((item) => of(item)[field])),
      items: all,
    }),
  );
  const order = fixedOrder[field];
  return groups.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return order === undefined
      ? compareNames(a.value, b.value)
      : order.indexOf(a.value) - order.indexOf(b.value);
  });
}

/** The wanted key of each field. A field that is absent lets everything through. */
export type ArrangementFilters = { readonly [F in ArrangementField]?: string };

export const passesFilters = (arrangement: Arrangement, filters: ArrangementFilters): boolean =>
  arrangementFields.every(
    (field) => filters[field] === undefined || arrangementKey(arrangement[field]) === filters[field],
  );
