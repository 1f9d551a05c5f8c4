import type { ServiceId } from '../kernel/id.ts';
import type { Steps } from '../kernel/steps.ts';
import { fields, sameValue, type Field, type FieldValues, type ServiceDetails } from './fields.ts';
import type { Known, Registered } from './fold.ts';
import { holderKeys } from './import/service-key.ts';

/** One field that a list says otherwise than the register. `before`: what the register knows. */
export interface ChangedField {
  readonly field: Field;
  readonly before: Known | undefined;
  readonly value: FieldValues[Field];
}

/** What a list or a paste says of one service, beside what the register knows. */
export interface Compared<Row> {
  readonly row: Row;
  /** Null: the register does not know the service. */
  readonly about: ServiceId | null;
  readonly changed: readonly ChangedField[];
}

export interface Difference<Row> {
  readonly fresh: readonly Compared<Row>[];
  readonly changed: readonly Compared<Row>[];
  readonly same: readonly Compared<Row>[];
  /** Services of the register that the list does not name. They stay as they are. */
  readonly notInList: readonly ServiceId[];
}

const detailsOf = ({ known }: Registered): ServiceDetails => ({
  vatCode: known.vatCode?.value,
  taxCode: known.taxCode?.value,
  holder: known.holder?.value,
});

/** The fields that are said otherwise than the register knows them. */
export const changedFields = ({ known }: Registered, details: ServiceDetails): readonly ChangedField[] =>
  fields.flatMap((field): ChangedField[] => {
    const value = details[field];
    const before = known[field] as Known | undefined;
    if (value === undefined || (before !== undefined && sameValue<Field>(before.value, value))) return [];
    return [{ field, before, value }];
  });

/** Rows in one step. */
const slice = 200;

/**
 * Compares a list with the register, in steps. A service is recognised by its VAT number, else its tax code,
 * else its holder, and by its kind if the list says one. Two rows never meet one service: the first does.
 */
export function* differenceInSteps<Row extends { readonly details: ServiceDetails }>(
  rows: readonly Row[],
  registered: ReadonlyMap<ServiceId, Registered>,
): Steps<Difference<Row>> {
  const byKey = new Map<string, Registered[]>();
  for (const service of registered.values())
    for (const key of holderKeys(detailsOf(service))) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [service]);
      else known.push(service);
    }
  const taken = new Set<ServiceId>();

  function find({ kind, ...details }: ServiceDetails): Registered | undefined {
    for (const key of holderKeys(details)) {
      const fitting = (byKey.get(key) ?? []).filter(
        ({ id, known }) => !taken.has(id) && (kind === undefined || known.kind?.value === kind),
      );
      // Without a kind, a holder with two services is not recognised.
      if (fitting.length === 1) return fitting[0];
    }
    return undefined;
  }

  const found = { fresh: [], changed: [], same: [] } as Record<'fresh' | 'changed' | 'same', Compared<Row>[]>;
  for (const [index, row] of rows.entries()) {
    if (index % slice === 0) yield index / rows.length;
    const service = find(row.details);
    if (service === undefined) {
      found.fresh.push({ row, about: null, changed: [] });
      continue;
    }
    taken.add(service.id);
    const changed = changedFields(service, row.details);
    found[changed.length > 0 ? 'changed' : 'same'].push({ row, about: service.id, changed });
  }
  return { ...found, notInList: [...registered.keys()].filter((id) => !taken.has(id)) };
}
